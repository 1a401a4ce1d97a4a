// @vitest-environment happy-dom
// The history page: what it shows of each change, undo from there, and removing an entry, which asks twice.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "../../src/engine/model/history.js";
import type { Envelope, History } from "../../src/protocol.js";
import { startHistory } from "../../src/ui/history/history-page.js";
import { createFakeHost, type FakeHost } from "./fake-host.js";
import { english, settled } from "./open-page.js";
import { changes } from "./sample-pages.js";

const html = readFileSync(join(import.meta.dirname, "../../src/ui/history/history.html"), "utf8");

export const inUse: HistoryEntry = {
  changeId: "1",
  accountName: "anna@example.com",
  at: Date.UTC(2026, 4, 3, 12),
  changes,
  security: "starttls",
  status: "in-use",
  changedSince: [],
  oldEntry: null,
};
const leftBehind: HistoryEntry = {
  ...inUse,
  changeId: "2",
  changes: [{ field: "host", from: "smtp.old.example", to: "mail.example.com" }],
  oldEntry: {
    host: "smtp.old.example",
    port: 587,
    security: "starttls",
    userName: "anna\u202e@old.example",
    description: "",
  },
};

async function open(...entries: readonly HistoryEntry[]): Promise<FakeHost> {
  const body = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? "";
  document.body.replaceChildren(...new DOMParser().parseFromString(body, "text/html").body.childNodes);
  const answer = ({ kind, request }: Envelope): History => ({
    entries,
    outcome:
      kind === "removeOldEntry"
        ? { changeId: request.changeId, outcome: { kind: "removed", host: "smtp.old.example" } }
        : kind === "undoChange"
          ? { changeId: request.changeId, outcome: { kind: "not-undone", because: "busy" } }
          : null,
  });
  const host = createFakeHost(english, answer);
  await startHistory(document, host);
  return host;
}

function card(changeId: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-case="${changeId}"]`);
  if (found === null) {
    throw new Error(`no change ${changeId}`);
  }
  return found;
}

function actions(within: HTMLElement): readonly (string | undefined)[] {
  return [...within.querySelectorAll<HTMLElement>("button[data-action]")].map((one) => one.dataset["action"]);
}

async function press(within: HTMLElement, action: string): Promise<void> {
  within.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
  await settled();
}

describe("the history", () => {
  it("says so while nothing was changed", async () => {
    await open();
    expect(document.querySelector("main")?.textContent).toContain("Nothing yet");
  });

  it("tells when, for which account, each value old and new, and how it stands", async () => {
    const { missing } = await open(inUse);
    const shown = card("1");
    expect(shown.querySelector("h2")?.textContent).toBe("anna@example.com");
    expect(shown.querySelector("time")?.getAttribute("datetime")).toBe("2026-05-03T12:00:00.000Z");
    expect(shown.querySelector('[data-change="port"]')?.getAttribute("data-from")).toBe("25");
    expect(shown.querySelector('[data-change="port"]')?.getAttribute("data-to")).toBe("587");
    expect(shown.dataset["status"]).toBe("in-use");
    expect([...missing]).toEqual([]);
  });

  it.each(["under-way", "undone", "as-before", "left"] as const)(
    "offers no undo for one that is %s",
    async (status) => {
      const { missing } = await open({ ...inUse, status });
      expect(actions(card("1"))).toEqual([]);
      expect(card("1").querySelector(".status")?.textContent).not.toBe("");
      expect([...missing]).toEqual([]);
    },
  );

  it("offers undo for what is left of one that is half taken back", async () => {
    await open({ ...inUse, status: "partly-back" });
    expect(actions(card("1"))).toEqual(["undo"]);
    expect(card("1").querySelector(".status")?.textContent).toContain("Partly taken back");
  });

  it("names what was changed since, in place of undo", async () => {
    await open({ ...inUse, status: "changed-since", changedSince: ["port", "server"] });
    expect(actions(card("1"))).toEqual([]);
    expect(card("1").querySelector(".status")?.textContent).toContain("Port and Outgoing server");
  });

  it("undoes with one click, and says and announces what came of it", async () => {
    const host = await open(inUse, leftBehind);
    await press(card("1"), "undo");
    expect(host.sent.at(-1)).toEqual({ kind: "undoChange", request: { changeId: "1" } });
    expect(card("1").querySelector("[data-outcome]")?.textContent).toContain("sending something right now");
    expect(card("2").querySelector("[data-outcome]")).toBeNull();
    expect(document.querySelector("#announcement")?.textContent).toContain("sending something");
  });
});

describe("the old entry", () => {
  it("is removed only at the second click, after its name and what will go were shown", async () => {
    const host = await open(leftBehind);
    const before = host.sent.length;
    await press(card("2"), "remove-old-entry");
    expect(host.sent).toHaveLength(before);
    const text = card("2").textContent;
    expect(text).toContain("smtp.old.example");
    expect(text).toContain("587");
    expect(text).toContain("stays among Thunderbird's saved passwords");
    expect(text).not.toContain("\u202e");
    // The safe button has the focus: Enter, still held down, removes nothing.
    expect((document.activeElement as HTMLElement).dataset["action"]).toBe("keep-old-entry");
    await press(card("2"), "remove-for-good");
    expect(host.sent.at(-1)).toEqual({ kind: "removeOldEntry", request: { changeId: "2" } });
    expect(card("2").querySelector("[data-outcome]")?.textContent).toContain("was removed");
    expect([...host.missing]).toEqual([]);
  });

  it("stays after Cancel and after Escape", async () => {
    const host = await open(leftBehind);
    const before = host.sent.length;
    await press(card("2"), "remove-old-entry");
    await press(card("2"), "keep-old-entry");
    expect(actions(card("2"))).toEqual(["undo", "remove-old-entry"]);
    await press(card("2"), "remove-old-entry");
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    await settled();
    expect(actions(card("2"))).toEqual(["undo", "remove-old-entry"]);
    expect(host.sent).toHaveLength(before);
  });
});
