// @vitest-environment happy-dom
// What came of *Test sending* is one sentence for each end, and the button is there where the background offers it.

import { expect, it } from "vitest";
import type { Tested } from "../../src/engine/model/trial.js";
import type { CaseView } from "../../src/protocol.js";
import { openPage } from "./open-page.js";
import { caseView, healthy, pageOf, relayDenied, wrong } from "./sample-pages.js";

const refused = (stage: "auth" | "mail" | "rcpt" | "greeting"): Tested["came"] => {
  const { refusal } = caseView("problem");
  if (refusal === null) throw new Error("A refusal is what this is about.");
  return { kind: "refused", refusal: { ...refusal, stage, lines: ["go away"] } };
};

const ends: readonly (readonly [Tested["came"], string])[] = [
  [{ kind: "accepted" }, "Your settings work"],
  [refused("rcpt"), "It refuses this recipient"],
  [refused("mail"), "your address is not allowed for this sign-in"],
  [refused("auth"), "did not accept the sign-in"],
  [refused("greeting"), "ended the test before the sign-in"],
  ["not-signed-in", "Not signed in"],
  ["no-password", "no password is saved"],
  ["withheld", "does not send your password"],
  ["unreachable", "could not be reached"],
  ["offline", "Thunderbird is offline"],
];

it.each(ends)("tells how far the test came: %j", async (came, words) => {
  const outcome: Tested = { kind: "tested", came, userName: "anna@example.com", host: "mail.example.com" };
  const { main } = await openPage(pageOf(caseView("problem", { diagnosis: wrong, outcome })));
  const shown = main.querySelector('[data-outcome="tested"]');
  expect(shown?.textContent).toContain(words);
  expect(shown?.textContent.includes("go away")).toBe(typeof came !== "string" && came.kind === "refused");
});

it("speaks of a recipient only where there was one", async () => {
  const outcome = { kind: "tested", came: { kind: "accepted" }, userName: "anna", host: "h" } as const;
  const told = async (refusal: CaseView["refusal"]): Promise<string | undefined> => {
    const view = caseView("healthy", { refusal, diagnosis: healthy, outcome });
    return (await openPage(pageOf(view))).main.querySelector(".outcome")?.textContent;
  };
  expect(await told(relayDenied)).toMatch(/took your address and the recipient\.$/);
  expect(await told(null)).toMatch(/took your address\.$/);
});

it.each([
  ["problem", true],
  ["problem", false],
  ["healthy", true],
  ["healthy", false],
] as const)("offers the test where the background does: %s, %s", async (state, canTest) => {
  const { findAll } = await openPage(pageOf(caseView(state, { canTest })));
  expect(findAll('[data-action="test-sending"]')).toHaveLength(canTest ? 1 : 0);
});
