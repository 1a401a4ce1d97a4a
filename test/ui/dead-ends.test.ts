// @vitest-environment happy-dom
// Where nothing here can mend it, the main button is what the one who can help needs, and there is a next step.

import { describe, expect, it } from "vitest";
import type { Diagnosis } from "../../src/engine/model/finding.js";
import type { CaseView, Outcome } from "../../src/protocol.js";
import { openPage } from "./open-page.js";
import { caseView, everyTried, pageOf, relayDenied, unclear, wrong } from "./sample-pages.js";

const problem = (diagnosis: Partial<Diagnosis>, refused: Partial<CaseView> = {}): CaseView =>
  caseView("problem", { ...refused, diagnosis: { ...wrong, plan: null, noPlan: null, ...diagnosis } });
const noPlan = (key: TextKey, values: readonly string[] = []): Partial<Diagnosis> => ({
  noPlan: { key, values },
  classification: null,
});
const next = (key: TextKey): Partial<Diagnosis> => ({
  conclusion: { kind: "not-enough-evidence", next: { key, values: [] } },
  findings: [],
});
const after = (outcome: Outcome): CaseView => caseView("failed", { outcome });

it.each([
  ["self-signed", problem(noPlan("no_plan_ask_provider")), "copy-report"],
  ["locked by the organization", problem(noPlan("no_plan_locked")), "copy-report"],
  ["an alias that is refused", problem(noPlan("reason_sender_not_allowed_do")), "copy-report"],
  ["unknown host", problem(noPlan("no_plan_nothing_answers"), { looked: everyTried }), "copy-report"],
  ["no certificate that fits", problem({ ...next("next_certificate"), classification: null }), "copy-report"],
  ["nothing wrong found", problem(next("next_ask_provider")), "copy-text"],
  ["a policy in the way of the change", after({ kind: "not-changed", because: "locked" }), "copy-report"],
  ["not taken by Thunderbird", after({ kind: "not-changed", because: "other" }), "copy-report"],
  [
    "refused again after a fix",
    after({ kind: "refused-again", refusal: relayDenied, settings: "as-before" }),
    "copy-report",
  ],
  // Not ends: here the user can do something.
  ["only the user knows the password", problem(noPlan("no_plan_password")), "open-settings"],
  ["no connection", problem({ ...next("next_unreachable"), classification: null }), "send-again"],
] as const)("%s: the main button", async (_, view, action) => {
  const { findAll } = await openPage(pageOf(view));
  expect(findAll("button.primary").map(({ dataset }) => dataset["action"])).toEqual([action]);
  expect(findAll(`[data-action="${action}"]`)).toHaveLength(1);
});

it("never leads into the settings by the main button where somebody else has to act", async () => {
  const { find } = await openPage(pageOf(problem(noPlan("no_plan_locked"))));
  expect(find('[data-action="open-settings"]')?.closest(".details")).not.toBeNull();
});

it("a message refused again after a fix ends in a next step, and a fresh check", async () => {
  const view = after({ kind: "refused-again", refusal: relayDenied, settings: "as-before" });
  const { main, find } = await openPage(pageOf(view));
  expect(main.textContent).toContain("What to do next");
  expect(find('[data-action="check"]')).not.toBeNull();
});

it("speaks of the servers that were asked, not of all there are", async () => {
  const view = problem(noPlan("no_plan_nothing_answers"), { looked: everyTried });
  const { main } = await openPage(pageOf(view));
  expect(main.textContent).toContain("Of the servers that Relay Doctor has asked");
  expect(main.textContent).not.toMatch(/every server/i);
});

describe("long lists", () => {
  it("the details say how many servers were not asked, also where nothing was in vain", async () => {
    const told = async (change: Parameters<typeof problem>[1]): Promise<readonly unknown[]> =>
      (await openPage(pageOf(problem(noPlan("no_plan_nothing_answers"), change))))
        .findAll("[data-not-asked]")
        .map(({ textContent }) => textContent);
    expect(await told({ looked: everyTried, notAsked: 7 })).toEqual(["Further servers, not asked: 7"]);
    expect(await told({ notAsked: 7 })).toEqual(["Further servers, not asked: 7"]);
    expect(await told({ looked: everyTried })).toEqual([]);
  });

  it("of servers that were looked at are folded into the details", async () => {
    const view = problem(noPlan("no_plan_nothing_answers"), { looked: everyTried });
    const { findAll } = await openPage(pageOf(view));
    const places = findAll("[data-tried]").map((line) => line.closest(".details") !== null);
    expect(places).toEqual(everyTried.map(() => true));
  });

  it("of what was tried keep three lines on the page", async () => {
    const { findAll } = await openPage(pageOf(after({ kind: "not-proven", tried: everyTried })));
    const open = findAll("[data-tried]").filter((line) => line.closest(".details") === null);
    expect([open.length, findAll("[data-tried]").length]).toEqual([3, everyTried.length]);
  });

  it("of causes give one sentence, and the others among the details", async () => {
    const { find, findAll } = await openPage(pageOf(caseView("problem")));
    expect(find(".why")?.querySelectorAll("p")).toHaveLength(1);
    expect(findAll(".findings li > p")).toHaveLength(1);
  });
});

it("the details come into view when they are opened", async () => {
  const { find, press } = await openPage(pageOf(caseView("problem", { diagnosis: unclear })));
  const seen: (string | undefined)[] = [];
  Element.prototype.scrollIntoView = function (this: Element) {
    seen.push(this.className);
  };
  await press("details");
  expect([seen, find(".details")?.hidden]).toEqual([["details"], false]);
});

describe("the organization's support", () => {
  const supportAddress = "helpdesk@company.example";

  it.each([
    ["the settings are locked", { ...problem(noPlan("no_plan_locked")) }],
    ["the provider is to be asked", { ...problem(next("next_ask_provider")) }],
    ["an undo is locked", caseView("fixed", { outcome: { kind: "not-undone", because: "locked" } })],
  ] as const)("is named where %s, to be copied", async (_, view) => {
    const { find } = await openPage(pageOf({ ...view, supportAddress }));
    expect(find("[data-support]")?.textContent).toContain(supportAddress);
    expect(find("[data-support] button")?.dataset["text"]).toBe(supportAddress);
  });

  it("is not named where the page mends it, nor without one", async () => {
    const mends = await openPage(pageOf(caseView("problem", { supportAddress })));
    expect(mends.find("[data-support]")).toBeNull();
    const without = await openPage(pageOf(problem(noPlan("no_plan_locked"))));
    expect(without.find("[data-support]")).toBeNull();
  });
});
