// @vitest-environment happy-dom
// What a screen reader is told: the outcome, once; and which card a button belongs to.

import { describe, expect, it } from "vitest";
import type { CaseView } from "../../src/protocol.js";
import { openPage, settled, type OpenPage } from "./open-page.js";
import { caseView, pageOf, relayDenied, samples } from "./sample-pages.js";

const undone = caseView("problem", { outcome: { kind: "undone" } });
const sentence = "Undone. Your settings are back to what they were.";

function announced(opened: OpenPage): string {
  return opened.find("#announcement")?.textContent ?? "";
}

async function comesTo(opened: OpenPage, page: OpenPage["page"]): Promise<void> {
  opened.page = page;
  opened.host.deliver({ kind: "pageChanged" });
  await settled();
}

/** What the element's description is made of. */
function descriptionOf({ find }: OpenPage, element: Element | null | undefined): string {
  const ids = element?.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => find(`[id="${id}"]`)?.textContent ?? `no ${id}`).join(" ");
}

describe("the announcement", () => {
  it("leaves the first title to the focus, which lies on it", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    expect(document.activeElement).toBe(opened.find("h1"));
    expect(announced(opened)).toBe("");
  });

  it("says the outcome where the title stays what it was", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    opened.find('[data-action="details"]')?.focus();
    await comesTo(opened, pageOf(undone));
    expect(announced(opened)).toBe(sentence);
  });

  it("says nothing twice: neither an old outcome nor a title that did not change", async () => {
    const opened = await openPage(pageOf(undone));
    opened.find('[data-action="details"]')?.focus();
    await comesTo(opened, pageOf({ ...undone, gathering: true }));
    expect(announced(opened)).toBe("");
  });

  it("leaves what was told a moment ago where the page is drawn again with nothing new", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    opened.find('[data-action="details"]')?.focus();
    await comesTo(opened, pageOf(undone));
    await comesTo(opened, pageOf({ ...undone, gathering: true }));
    expect(announced(opened)).toBe(sentence);
  });

  it("says a new title with its sentence", async () => {
    const opened = await openPage(pageOf(caseView("fixing")));
    opened.find('[data-action="cancel"]')?.focus();
    await comesTo(opened, pageOf(caseView("fixing", { outcome: { kind: "testing" } })));
    expect(announced(opened)).toBe("Testing sending… Signing in once. No message is sent.");
  });

  it("leaves a title to the focus that goes to it, with the sentence as its description", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    opened.find('[data-action="fix-and-send"]')?.focus();
    await comesTo(
      opened,
      pageOf(caseView("failed", { outcome: { kind: "not-changed", because: "locked" } })),
    );
    expect(document.activeElement).toBe(opened.find("h1"));
    expect(announced(opened)).toBe("");
    expect(descriptionOf(opened, opened.find("h1"))).toContain("Nothing was changed: your organization");
  });

  it("names the account whose outcome it is, in a list", async () => {
    const of = (caseId: string, accountName: string): typeof undone =>
      caseView("problem", { caseId, accountName, refusal: null, canSend: false });
    const opened = await openPage(pageOf(of("a", "Anna"), of("b", "Work")), "toolbar");
    opened.find('[data-case="b"] [data-action="details"]')?.focus();
    await comesTo(opened, pageOf(of("a", "Anna"), { ...of("b", "Work"), outcome: { kind: "undone" } }));
    expect(announced(opened)).toBe(`Work: ${sentence}`);
  });
});

describe("a button", () => {
  it("of a list carries the account's name", async () => {
    const accounts = samples.find(({ name }) => name === "accounts");
    const opened = await openPage(accounts?.page ?? pageOf(), "toolbar");
    const buttons = opened.findAll(".case.listed button");
    expect(buttons.length).toBeGreaterThan(3);
    for (const button of buttons) {
      expect(descriptionOf(opened, button)).toBe(button.closest(".case")?.querySelector("h2")?.textContent);
    }
  });

  it("of one of two messages of the same account carries whom its message was to, too", async () => {
    const to = (caseId: string, recipient: string): CaseView =>
      caseView("problem", { caseId, unsent: 2, refusal: { ...relayDenied, recipients: [recipient] } });
    const opened = await openPage(
      pageOf(to("1", "shop@example.test"), to("2", "carol@elsewhere.test")),
      "toolbar",
    );
    expect(opened.findAll("[data-action='fix-and-send']").map((one) => descriptionOf(opened, one))).toEqual([
      "Anna (private) shop@example.test: not delivered",
      "Anna (private) carol@elsewhere.test: not delivered",
    ]);
  });

  it("that copies a value in the guide carries its step", async () => {
    const change = { field: "port", from: "25", to: "587" } as const;
    const view = caseView("problem", {
      mending: {
        kind: "guided",
        alertWords: {},
        steps: [{ kind: "set", change }],
        done: [],
        hostsToAsk: [],
      },
    });
    const opened = await openPage(pageOf(view));
    const copy = opened.find('li [data-action="copy-text"]');
    expect(descriptionOf(opened, copy)).toBe(opened.find("li label")?.textContent);
  });
});
