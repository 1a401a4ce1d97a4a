// @vitest-environment happy-dom
// A page that is asked for while its script is still being read: what it says is drawn, and what has changed since.

import { afterEach, expect, it, vi } from "vitest";
import { handedOver, type EarlyPage } from "../../src/ui/kit/early-page.js";
import type { Envelope } from "../../src/protocol.js";
import { openPage, settled } from "./open-page.js";
import { caseView, pageOf } from "./sample-pages.js";

let listener: (message: unknown) => void = () => undefined;
const place = { kind: "compose", windowId: 9 } as const;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  Reflect.deleteProperty(window, "earlyPage");
});

function early(answer: Promise<unknown>, changed = false): { readonly earlyPage: EarlyPage } {
  const drafts = Promise.resolve({});
  return { earlyPage: { place: Promise.resolve(place), drafts, answer, hasChanged: () => changed } };
}

it("is drawn as it was answered, and nobody is asked again", async () => {
  const answer = Promise.resolve(pageOf(caseView("problem")));
  const { main, host } = await openPage(pageOf(), "compose", undefined, {}, early(answer));
  expect([main.dataset["state"], host.sent]).toEqual(["problem", []]);
});

it("is asked for by the page itself where nobody could tell then in which window it is", async () => {
  const failed = Promise.reject(new Error("no window"));
  const { earlyPage } = early(failed);
  const host = { earlyPage: { ...earlyPage, place: failed } };
  const { main } = await openPage(pageOf(caseView("problem")), "compose", undefined, {}, host);
  expect(main.dataset["state"]).toBe("problem");
});

it("is asked for once more where it has changed since", async () => {
  const states: (string | undefined)[] = [];
  const answer = ({ kind }: Envelope): unknown => {
    states.push(`${kind} over ${String(document.querySelector("main")?.dataset["state"])}`);
    return pageOf(caseView("fixed"));
  };
  const { main, host } = await openPage(
    pageOf(),
    "compose",
    answer,
    {},
    early(Promise.resolve(pageOf(caseView("problem"))), true),
  );
  expect(states).toEqual(["page over problem"]);
  expect(main.dataset["state"]).toBe("fixed");
  expect(host.sent).toEqual([{ kind: "page", request: { place } }]);
});

it("does not come over what is newer", async () => {
  let say: (page: unknown) => void = () => undefined;
  const answer = new Promise<unknown>((resolve) => {
    say = resolve;
  });
  const opening = openPage(pageOf(caseView("sent")), "compose", undefined, {}, early(answer, true));
  await settled();
  const { main, host } = await Promise.race([
    opening,
    settled().then(() => ({ main: document.querySelector("main"), host: null })),
  ]);
  expect([main?.dataset["state"], host]).toEqual(["checking", null]);
  say(pageOf(caseView("problem")));
  expect((await opening).main.dataset["state"]).toBe("sent");
});

it.each([
  ["nobody heard", () => Promise.resolve(undefined)],
  ["was rejected", () => Promise.reject(new Error("no receiving end"))],
])("that %s is asked for as if for the first time", async (_, answer) => {
  const { main, find } = await openPage(
    pageOf(caseView("problem")),
    "compose",
    undefined,
    {},
    early(answer()),
  );
  expect(main.dataset["state"]).toBe("problem");
  expect(find('[data-action="fix-and-send"]')).not.toBeNull();
});

it.each([
  ["?place=compose", { kind: "compose", windowId: 4 }],
  ["?place=compose&window=own&of=5", { kind: "compose", windowId: 5 }],
  ["?place=message", { kind: "message", tabId: 6 }],
])("%s is asked for by the first script", async (search, asked) => {
  const sent = await awake(search);
  expect(sent).toEqual([
    { kind: "waking", request: null },
    { kind: "page", request: { place: asked } },
  ]);
  expect(await handedOver()?.place).toEqual(asked);
  expect(await handedOver()?.drafts).toEqual({ pasted: "half" });
  expect(await handedOver()?.answer).toBe("told");
  listener({ kind: "page", request: { place: asked } });
  expect(handedOver()?.hasChanged()).toBe(false);
  listener({ kind: "pageChanged" });
  expect(handedOver()?.hasChanged()).toBe(true);
});

it.each(["?place=toolbar", "?place=welcome&window=own"])("%s is not", async (search) => {
  expect(await awake(search)).toEqual([{ kind: "waking", request: null }]);
  expect(handedOver()).toBeNull();
});

/** What the first script sends. */
async function awake(search: string): Promise<readonly unknown[]> {
  const sent: unknown[] = [];
  vi.stubGlobal("location", { search });
  vi.stubGlobal("messenger", {
    runtime: {
      sendMessage: async (message: unknown) => {
        sent.push(message);
        return Promise.resolve("told");
      },
      onMessage: { addListener: (heard: typeof listener) => (listener = heard) },
    },
    storage: { session: { get: async () => Promise.resolve({ drafts: { pasted: "half" } }) } },
    windows: { getCurrent: async () => Promise.resolve({ id: 4 }) },
    tabs: { query: async () => Promise.resolve([{ id: 6 }]) },
  });
  await import("../../src/ui/kit/wake.js");
  await settled();
  return sent;
}
