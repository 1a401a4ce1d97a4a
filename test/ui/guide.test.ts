// @vitest-environment happy-dom
// The guided fix: its steps, what is ticked, what each Copy button copies, and the look-up with what it sends.

import { describe, expect, it } from "vitest";
import { guidedSteps } from "../../src/engine/fixes/guided-steps.js";
import { openPage, type OpenPage } from "./open-page.js";
import { caseView, pageOf, plan, relayDenied } from "./sample-pages.js";
import type { CaseView, Envelope } from "../../src/protocol.js";

const steps = guidedSteps(plan, "mail.example.com", null);

function guide(
  mending: Partial<Extract<CaseView["mending"], { kind: "guided" }>> = {},
  state: "problem" | "fixed" = "problem",
): Promise<OpenPage> {
  const whole = { kind: "guided", steps, done: [], hostsToAsk: [], alertWords: {}, ...mending } as const;
  return openPage(pageOf(caseView(state, { mending: whole })));
}

const requests = ({ host }: OpenPage, kind: Envelope["kind"]): readonly unknown[] =>
  host.sent.filter((envelope) => envelope.kind === kind).map(({ request }) => request);

it("has a labelled tick for every step, in order", async () => {
  const page = await guide();
  expect(page.findAll("[data-guided]").map(({ dataset }) => dataset["guided"])).toEqual(
    steps.map(({ kind }) => kind),
  );
  for (const tick of page.findAll('input[type="checkbox"]')) {
    expect(page.find(`label[for="${tick.id}"]`)?.textContent).not.toBe("");
  }
});

it("shows what is done as done, and tells what is ticked", async () => {
  const page = await guide({ done: [0, 2] });
  const ticks = page.findAll("[data-step]") as HTMLInputElement[];
  expect(ticks.map(({ checked }) => checked).flatMap((done, index) => (done ? [index] : []))).toEqual([0, 2]);
  const second = ticks[1];
  if (second === undefined) throw new Error("no second step");
  second.checked = true;
  second.dispatchEvent(new Event("change", { bubbles: true }));
  expect(requests(page, "tickStep")).toEqual([{ caseId: "case1", step: 1, done: true }]);
});

it("copies the very value that is to be typed, and offers no copy of what is chosen in a menu", async () => {
  const page = await guide();
  const buttons = page.findAll('.guide button[data-action="copy-text"]');
  expect(buttons.map(({ dataset }) => dataset["text"])).toEqual(["mail.example.com", "anna@example.com"]);
  buttons[1]?.click();
  await Promise.resolve();
  expect(page.host.copied).toBe("anna@example.com");
});

it("says what is there already, to be looked at before OK", async () => {
  const confirm = (await guide()).find("[data-guided=confirm]")?.textContent;
  expect(confirm).toContain("Port: 587 and Authentication method: Normal password");
});

describe("in a panel, which closes at the first click elsewhere", () => {
  const steps = [{ kind: "open-list" }] as const;
  const guided = { kind: "guided", steps, done: [], hostsToAsk: [], alertWords: {} } as const;
  const inPanel = async (
    view: Partial<CaseView>,
    answer: boolean,
    state: "problem" | "need-input" = "problem",
  ): Promise<OpenPage> => {
    const shown = pageOf(caseView(state, { mending: guided, asksPassword: null, ...view }));
    const page = await openPage(pageOf(), "compose", ({ kind }) => (kind === "keepOpen" ? answer : shown));
    page.host.isPopup = true;
    page.host.deliver({ kind: "pageChanged" });
    await new Promise((resolve) => setTimeout(resolve, 0));
    return page;
  };

  it.each([
    ["the guide", {}, "problem"],
    ["the question for the settings", { asks: "settings" }, "need-input"],
  ] as const)("%s goes on in a window of its own", async (_, view, state) => {
    const page = await inPanel(view, true, state);
    expect(requests(page, "keepOpen")).toEqual([{ windowId: 7 }]);
    expect(page.host.closed).toBe(true);
  });

  it("opens one window, though the page is told of something new while it opens", async () => {
    let opened: (answer: boolean) => void = () => undefined;
    const opening = new Promise<boolean>((resolve) => {
      opened = resolve;
    });
    const shown = pageOf(caseView("need-input", { asks: "settings", asksPassword: null, mending: guided }));
    const page = await openPage(pageOf(), "compose", ({ kind }) => (kind === "keepOpen" ? opening : shown));
    page.host.isPopup = true;
    page.host.deliver({ kind: "pageChanged" });
    await new Promise((resolve) => setTimeout(resolve, 0));
    page.host.deliver({ kind: "pageChanged" });
    await new Promise((resolve) => setTimeout(resolve, 0));
    opened(true);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(requests(page, "keepOpen")).toEqual([{ windowId: 7 }]);
    expect(page.host.closed).toBe(true);
  });

  it("stays where it is when there is no such window", async () => {
    const page = await inPanel({}, false);
    expect([page.host.closed, page.find(".guide") !== null]).toEqual([false, true]);
  });

  it.each([
    ["the alert", { asks: "alert", mending: { ...guided, steps: [] } }, "need-input"],
    ["what is mended in one click", { mending: { kind: "written" } }, "problem"],
  ] as const)("%s is asked there", async (_, view, state) => {
    const page = await inPanel(view, true, state);
    expect(requests(page, "keepOpen")).toEqual([]);
  });
});

describe("after a second refusal", () => {
  const refused = { kind: "refused-again", refusal: relayDenied, settings: "in-place" } as const;

  it("goes on at the settings, says nothing of new ones in place, and lets another alert be told", async () => {
    const mending = { kind: "guided", steps, done: [], hostsToAsk: [], alertWords: {} } as const;
    const page = await openPage(pageOf(caseView("problem", { mending, outcome: refused })));
    expect(page.find("h1")?.textContent).toBe("Your message was still not sent");
    expect(page.find(".guide")).not.toBeNull();
    expect(page.main.textContent).not.toContain("still in place");
    expect(page.find("[data-outcome]")?.textContent).toContain("Look at these settings once more");
    page.find(".guide [data-alert=sign-in-failed]")?.click();
    await Promise.resolve();
    expect(requests(page, "tellAlert")).toEqual([{ caseId: "case1", alert: "sign-in-failed" }]);
  });
});

it("names old and new security and sign-in in Thunderbird's words", async () => {
  const text = (await guide()).find(".guide")?.textContent;
  expect(text).toContain("STARTTLS");
  expect(text).toContain("Normal password");
});

it("says what a look-up would send before it is pressed, asks for exactly those hosts, and tells the background", async () => {
  const hostsToAsk = ["https://autoconfig.example.com/*", "https://live.thunderbird.net/*"];
  const page = await guide({ hostsToAsk });
  const permitted: (readonly string[])[] = [];
  page.host.permit = (hosts) => {
    permitted.push(hosts);
    return Promise.resolve(true);
  };
  expect(page.find(".look-up")?.textContent).toContain("example.com");
  expect(page.find(".look-up")?.textContent).not.toContain("anna@");
  await page.press("look-up");
  expect(permitted).toEqual([hostsToAsk]);
  expect(requests(page, "lookUp")).toEqual([{ caseId: "case1" }]);
  expect(page.host.closed).toBe(false);
});

it("makes room for Thunderbird's own question, which shows under no open page", async () => {
  const page = await guide({ hostsToAsk: ["https://example.com/*"] });
  page.host.isPopup = true;
  page.host.permit = () => new Promise(() => undefined);
  await page.press("look-up");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(requests(page, "lookUp")).toEqual([{ caseId: "case1" }]);
  expect(page.host.closed).toBe(true);
});

it("offers no look-up where there is nothing to ask for", async () => {
  expect((await guide()).find('[data-action="look-up"]')).toBeNull();
});

it("leads to the address that was sent from where it is not the account's main one", async () => {
  const page = await guide({ steps: guidedSteps(plan, "mail.example.com", "office@example.com") });
  const [last] = page.findAll("[data-guided]").slice(-1);
  expect(last?.textContent).toContain("Manage Identities…");
  expect(last?.textContent).toContain("office@example.com");
});

it("offers no page of changes: nothing is on record of what is mended by hand", async () => {
  expect((await guide()).find('[data-action="history"]')).toBeNull();
});

it("is not there once it is mended, nor without steps", async () => {
  expect((await guide({}, "fixed")).find(".guide")).toBeNull();
  expect((await guide({ steps: [] })).find(".guide")).toBeNull();
});
