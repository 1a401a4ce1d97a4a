// @vitest-environment happy-dom
// What came of *Test sending* is one sentence for each end, and the button is there where the background offers it.

import { expect, it } from "vitest";
import type { Tested } from "../../src/engine/model/trial.js";
import { openPage } from "./open-page.js";
import { caseView, pageOf, wrong } from "./sample-pages.js";

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

it.each([
  ["problem", true],
  ["problem", false],
  ["healthy", true],
  ["healthy", false],
] as const)("offers the test where the background does: %s, %s", async (state, canTest) => {
  const { findAll } = await openPage(pageOf(caseView(state, { canTest })));
  expect(findAll('[data-action="test-sending"]')).toHaveLength(canTest ? 1 : 0);
});
