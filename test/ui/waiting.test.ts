// @vitest-environment happy-dom
// Where the page asks to wait, the button that sends again says so, and is not the first where the wait takes hours.

import { expect, it } from "vitest";
import type { Classification } from "../../src/engine/model/reason.js";
import type { CaseView } from "../../src/protocol.js";
import { english, openPage } from "./open-page.js";
import { caseView, pageOf, relayDenied, spam, unclear } from "./sample-pages.js";

const reason = "not-a-client-config-problem";
const settings = (subReason: Classification["subReason"], change: Partial<CaseView> = {}): CaseView =>
  caseView("settings-fine", {
    refusal: { ...relayDenied, code: 450, enhancedCode: "4.7.1" },
    diagnosis: { ...spam, classification: { reason, subReason, confidence: "certain", basis: "" } },
    ...change,
  });
const ofRecipient = (code: number, enhancedCode: string): CaseView =>
  caseView("settings-fine", {
    refusal: { ...relayDenied, code, enhancedCode },
    diagnosis: {
      ...spam,
      classification: {
        reason,
        subReason: "rate-limit",
        matter: "recipient-limit",
        confidence: "certain",
        basis: "",
      },
    },
  });
const putOff = caseView("problem", {
  refusal: { ...relayDenied, stage: "auth", code: 454, enhancedCode: "4.7.0" },
  diagnosis: {
    ...unclear,
    conclusion: { kind: "not-enough-evidence", next: { key: "next_sign_in_put_off", values: [] } },
    classification: {
      reason,
      subReason: "other",
      confidence: "likely",
      matter: "sign-in-put-off",
      basis: "",
    },
  },
});
const guessed = { reason, subReason: "greylist", confidence: "guess", basis: "" } as const;
const unknown = { kind: "not-enough-evidence", next: { key: "next_words_unknown", values: [] } } as const;
const tested = { kind: "tested", came: { kind: "accepted" }, userName: "anna", host: "h" } as const;
const waited = "ui_action_waited_send_again";
const atOnce = "ui_action_send_again";

it.each([
  ["a limit for now: the wait is of hours", settings("rate-limit"), ["copy-text", "send-again"], waited],
  ["a limit of the recipient's: of an hour", ofRecipient(450, "4.2.1"), ["send-again"], waited],
  ["one that Microsoft refuses for good", ofRecipient(554, "5.2.122"), ["send-again"], waited],
  ["greylisting: of ten minutes", settings("greylist"), ["send-again", "copy-text"], waited],
  ["a sign-in put off: of a quarter of an hour", putOff, ["send-again", "copy-text"], waited],
  [
    "a limit that has just let the recipient through",
    settings("rate-limit", { outcome: tested }),
    ["send-again", "copy-text"],
    atOnce,
  ],
  [
    "a message refused for now, with the settings mended",
    { ...putOff, state: "fixed" },
    ["send-again"],
    atOnce,
  ],
  [
    "what only the code may mean, and the page does not say",
    settings("greylist", { diagnosis: { ...spam, classification: guessed } }),
    ["send-again"],
    atOnce,
  ],
  [
    "the same, where nothing is certain: its words are not known",
    { ...putOff, diagnosis: { ...unclear, conclusion: unknown, classification: guessed } },
    ["copy-text", "send-again"],
    atOnce,
  ],
  [
    "a message that was refused once more",
    {
      ...settings("rate-limit"),
      state: "failed",
      outcome: { kind: "refused-again", refusal: relayDenied, settings: "none" },
    },
    ["check", "send-again"],
    waited,
  ],
] as const)("%s", async (_, view, order, label) => {
  const { findAll } = await openPage(pageOf(view));
  const own = findAll(".case > .actions > button");
  expect(own.map(({ dataset }) => dataset["action"])).toEqual(order);
  const again = own.find(({ dataset }) => dataset["action"] === "send-again");
  expect(again?.textContent).toBe(english[label]?.message);
});

it("a sign-in that is closed: nothing to press helps now, so nothing stands in blue", async () => {
  const classification = {
    reason: "auth-failed",
    subReason: null,
    confidence: "certain",
    matter: "locked-out",
    basis: "",
  } as const;
  const { findAll } = await openPage(pageOf({ ...putOff, diagnosis: { ...unclear, classification } }));
  expect(findAll("button.primary")).toEqual([]);
  expect(findAll(".case > .actions > button").map(({ dataset }) => dataset["action"])).toEqual(["copy-text"]);
});

it.each([
  ["next_locked_out", "ui_for_provider_then"],
  ["next_sign_in_put_off", "ui_for_provider_then"],
  ["next_unreachable", "ui_for_provider_then"],
  ["next_ask_provider", "ui_for_provider"],
] as const)("%s: the provider comes after what one can do oneself", async (key, heading) => {
  const classification = { reason: "auth-failed", subReason: null, confidence: "likely", basis: "" } as const;
  const conclusion = { kind: "not-enough-evidence", next: { key, values: [] } } as const;
  const { find } = await openPage(
    pageOf(caseView("problem", { diagnosis: { ...unclear, conclusion, classification } })),
  );
  expect(find(".provider h3")?.textContent).toBe(english[heading]?.message);
});
