// @vitest-environment happy-dom
// A sentence that claims something is drawn only from the fact that it claims: every state with every outcome.

import { expect, it } from "vitest";
import type { CaseView, Outcome, PageState } from "../../src/protocol.js";
import { claims, heldElsewhere, noClaims } from "./claims.js";
import { english, openPage } from "./open-page.js";
import { caseView, everyTried, healthy, pageOf, relayDenied, spam, unclear, wrong } from "./sample-pages.js";

/** What words that say how something went look like; the state of the message in the title of a failure is Thunderbird's. */
const saysWhatHappened =
  /\b(?:nothing was|(?:was|were) (?:sent|changed|undone|saved|proven|tried|left)|undone|back to what|still in place|stay in place|is sent|are fine|settings are back|did not help)\b/i;

const outcomes: readonly (Outcome | null)[] = [
  null,
  ...(["as-before", "in-place", "changed", "none"] as const).map(
    (settings) => ({ kind: "refused-again", refusal: relayDenied, settings }) as const,
  ),
  { kind: "settings-work" },
  { kind: "outbox-grew" },
  ...(
    ["locked", "gone", "busy", "offline", "primary-password", "locked-out", "unrecorded", "other"] as const
  ).map((because) => ({ kind: "not-changed", because }) as const),
  ...(["busy", "offline", "stopped", "left", "not-there"] as const).map(
    (because) => ({ kind: "not-sent", because }) as const,
  ),
  { kind: "not-proven", tried: everyTried },
  { kind: "getting-mail" },
  { kind: "testing" },
  { kind: "mail-not-fetched", because: "failed" },
  { kind: "mail-not-fetched", because: "by-hand" },
  { kind: "undone" },
  ...(["changed-since", "used-elsewhere", "gone"] as const).map(
    (password) => ({ kind: "undone", password }) as const,
  ),
  { kind: "changed-since", during: "fix", fields: ["port"] },
  { kind: "changed-since", during: "undo", fields: ["port"] },
  ...(["locked", "busy", "primary-password", "unrecorded", "forgotten"] as const).map(
    (because) => ({ kind: "not-undone", because }) as const,
  ),
];
const states: readonly PageState[] = [
  "problem",
  "settings-fine",
  "need-input",
  "healthy",
  "fixing",
  "fixed",
  "sending",
  "sent",
  "failed",
];
const views = [
  ["wrong", wrong, relayDenied],
  ["spam", spam, relayDenied],
  ["unclear", unclear, relayDenied],
  ["a check", spam, null],
  ["a healthy check", healthy, null],
] as const;

/** The longest part of a text that no placeholder breaks. */
const fixedPart = (key: string): string =>
  (english[key]?.message ?? key).split(/\$\w+\$/).sort((one, other) => other.length - one.length)[0] ?? key;

it("knows every text that says what happened", () => {
  const unlisted = Object.keys(english).filter(
    (key) =>
      saysWhatHappened.test(english[key]?.message ?? "") &&
      !(key in claims) &&
      !noClaims.includes(key) &&
      !heldElsewhere.some((held) => held.test(key)),
  );
  expect(unlisted).toEqual([]);
});

it("knows no text that is not there", () => {
  expect(Object.keys(claims).filter((key) => english[key] === undefined)).toEqual([]);
});

const drawn = new Set<string>();

it.each(states)("in the state %s, claims nothing that is not so", async (state) => {
  const untrue: string[] = [];
  for (const outcome of outcomes)
    for (const [name, diagnosis, refusal] of views) {
      const view: CaseView = caseView(state, { outcome, diagnosis, refusal });
      const { main } = await openPage(pageOf(view));
      const shown = Object.keys(claims).filter((key) => main.textContent.includes(fixedPart(key)));
      shown.forEach((key) => drawn.add(key));
      untrue.push(
        ...shown
          .filter((key) => claims[key]?.(view) !== true)
          .map((key) => `${key} with ${JSON.stringify(outcome?.kind)}, ${name}`),
      );
    }
  expect([...new Set(untrue)]).toEqual([]);
});

it("has drawn every claim at least once", () => {
  expect(Object.keys(claims).filter((key) => !drawn.has(key))).toEqual([]);
});
