// @vitest-environment happy-dom
// A message to the provider is begun only where it would get out; else its words are copied, and go another way.

import { expect, it } from "vitest";
import type { Classification } from "../../src/engine/model/reason.js";
import type { CaseView } from "../../src/protocol.js";
import { openPage } from "./open-page.js";
import { caseView, pageOf, relayDenied, samples, spam, unclear } from "./sample-pages.js";

const problem = (reason: Classification["reason"], change: Partial<CaseView> = {}): CaseView =>
  caseView("problem", {
    diagnosis: { ...unclear, classification: { reason, subReason: null, confidence: "likely", basis: "" } },
    ...change,
  });
const fine = (told: Partial<Classification>): CaseView =>
  caseView("settings-fine", {
    diagnosis: {
      ...spam,
      classification: {
        reason: "not-a-client-config-problem",
        subReason: "other",
        confidence: "certain",
        basis: "",
        ...told,
      },
    },
  });
const signIn = { ...relayDenied, stage: "auth", code: 535, enhancedCode: "5.7.8" } as const;
const unreachable = {
  ...relayDenied,
  stage: "connect",
  code: null,
  lines: [],
  fault: "unreachable",
} as const;

it.each([
  ["no sign-in", problem("auth-failed", { refusal: signIn })],
  ["no connection", problem("port-or-connection-blocked", { refusal: unreachable })],
  ["a sign-in that was not made", problem("auth-required")],
  ["mail that has to be fetched first", problem("auth-required", { canGetMail: true })],
  ["an internet address that is blocked", fine({ subReason: "blocklist", matter: "own-internet-address" })],
  ["a mailbox of one's own that is full", fine({ subReason: "mailbox-full", matter: "own-mailbox-full" })],
  ["a limit of one's own", fine({ subReason: "rate-limit" })],
] as const)("%s lets no message out: its words are shown, and copied", async (_, view) => {
  const { find, host, press } = await openPage(pageOf(view));
  expect(find(".provider")).not.toBeNull();
  expect(find('[data-action="write-provider"]')).toBeNull();
  await press("copy-text");
  expect(host.copied).toContain(find(".provider-text")?.textContent ?? "nothing");
});

it("a refusal of this message alone, or a mail that came back, leaves others to be sent", async () => {
  const reported = {
    found: "returned-mail",
    by: "other-server",
    reportingServer: "mail.example.com",
    refusingServer: "mx.elsewhere.test",
    ownMessage: "yes",
  } as const;
  const spamView = caseView("settings-fine", { diagnosis: spam });
  for (const view of [spamView, { ...spamView, refusal: { ...signIn }, reported }]) {
    const { find } = await openPage(pageOf(view));
    expect(find('[data-action="write-provider"]')).not.toBeNull();
  }
});

it.each(samples.filter(({ page }) => page.cases.length === 1))(
  "wherever words for the provider stand, there is a way for them: $name",
  async ({ page }) => {
    const { findAll } = await openPage(page);
    const ways = findAll('[data-action="write-provider"], [data-action="copy-text"]');
    expect(findAll(".provider").length).toBeLessThanOrEqual(ways.length);
  },
);
