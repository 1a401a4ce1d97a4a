// @vitest-environment happy-dom
// A message whose window is gone lies in the Outbox: the page says so, once, while it is there.

import { expect, it } from "vitest";
import { english, openPage } from "./open-page.js";
import type { CaseView } from "../../src/protocol.js";
import { caseView, pageOf, relayDenied, spam, unclear } from "./sample-pages.js";

const notSent = { kind: "not-sent", because: "left" } as const;
it.each([
  ["refused with settings that are fine", caseView("settings-fine", { diagnosis: spam, unsent: 1 }), true],
  ["one of several, none of which is sent", caseView("settings-fine", { diagnosis: spam, unsent: 3 }), true],
  ["beside a fix", caseView("problem", { unsent: 1 }), true],
  ["nothing certain", caseView("problem", { diagnosis: unclear, unsent: 1 }), true],
  ["in its window", caseView("settings-fine", { diagnosis: spam }), false],
  ["all would be sent, which is said", caseView("problem", { unsent: 2 }), false],
  ["what came of a click says it", caseView("failed", { unsent: 1, outcome: notSent }), false],
  ["gone out", caseView("sent", { unsent: 1 }), false],
  ["a check", caseView("problem", { unsent: 1, refusal: null }), false],
] as const)("%s", async (_, view, isSaid) => {
  const { find, main } = await openPage(pageOf(view));
  expect(find("[data-in-outbox]") !== null).toBe(isSaid);
  if (isSaid) expect(main.textContent).toContain(english["ui_message_in_outbox"]?.message.split("$")[0]);
});

it("of two, each says which it is, and the page does not say that there is no problem", async () => {
  const to = (recipient: string): CaseView =>
    caseView("settings-fine", {
      diagnosis: spam,
      unsent: 2,
      refusal: { ...relayDenied, recipients: [recipient] },
    });
  const { main, findAll } = await openPage(
    pageOf(to("shop@example.test"), to("carol@elsewhere.test")),
    "toolbar",
  );
  expect(findAll("[data-recipient]").map((line) => line.textContent)).toEqual([
    "shop@example.test: not delivered",
    "carol@elsewhere.test: not delivered",
  ]);
  expect(main.querySelector("h1")?.textContent).toBe(english["ui_state_not_sent"]?.message);
  expect(main.querySelector(".page > header .icon-alert")).not.toBeNull();
});

it("of two that were left alone, the page's sign is theirs, not that of a look at accounts", async () => {
  const leftAlone = caseView("settings-fine", {
    diagnosis: {
      ...spam,
      conclusion: { kind: "left-alone", why: { key: "conclusion_other_type", values: [] } },
    },
  });
  const { main } = await openPage(pageOf(leftAlone, { ...leftAlone, caseId: "case2" }), "toolbar");
  expect(main.querySelector("h1")?.textContent).toBe(english["ui_state_not_sent"]?.message);
  expect(main.querySelectorAll(".case > header .icon-alert")).toHaveLength(2);
  expect(main.querySelector(".page > header .icon-alert")).not.toBeNull();
});
