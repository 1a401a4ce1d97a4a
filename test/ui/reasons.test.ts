// @vitest-environment happy-dom
// Whatever a reply can mean, the page says why, what helps, what to tell the provider, and what to leave alone.

import { expect, it } from "vitest";
import { isAboutAccount, matters, reasons, subReasons } from "../../src/engine/model/reason.js";
import { refusedForMilliseconds } from "../../src/engine/smtp/refused-log-ins.js";
import type { Classification } from "../../src/engine/model/reason.js";
import type { CaseView } from "../../src/protocol.js";
import { english, openPage } from "./open-page.js";
import { caseView, pageOf, relayDenied, spam, unclear } from "./sample-pages.js";

function meaning(reason: Classification["reason"], subReason: Classification["subReason"]): Classification {
  return { reason, subReason, confidence: "certain", basis: "" };
}

function word(stem: string, part: string): string {
  return english[`${stem.replaceAll("-", "_")}_${part}`]?.message ?? `no ${stem}_${part}`;
}

it.each(subReasons.filter((subReason) => subReason !== "mailbox-full"))(
  "%s: settings that are fine, and everything the user needs instead",
  async (subReason) => {
    const diagnosis = { ...spam, classification: meaning("not-a-client-config-problem", subReason) };
    const { main, host, press } = await openPage(pageOf(caseView("settings-fine", { diagnosis })));
    for (const part of ["title", "why", "do", "provider", "leave"])
      expect(main.textContent).toContain(word(`subreason_${subReason}`, part));
    const atOnce = ["blocklist", "spf-dkim-dmarc", "policy"].includes(subReason);
    expect(main.querySelector(".provider h3")?.textContent).toBe(
      english[atOnce ? "ui_for_provider" : "ui_for_provider_then"]?.message,
    );
    await press("copy-text");
    expect(host.copied).toContain(word(`subreason_${subReason}`, "provider"));
    expect(host.copied).toContain("relay not permitted");
  },
);

it("mailbox-full: who can help is the recipient, and no provider of this user's is written to", async () => {
  const diagnosis = { ...spam, classification: meaning("not-a-client-config-problem", "mailbox-full") };
  const { main } = await openPage(pageOf(caseView("settings-fine", { diagnosis })));
  for (const part of ["title", "why", "do", "leave"])
    expect(main.textContent).toContain(word("subreason_mailbox_full", part));
  expect(
    main.querySelector(".provider, [data-action='write-provider'], [data-action='copy-text']"),
  ).toBeNull();
});

it.each([
  ["a limit of a day, refused for good", 550, "5.4.5"],
  ["a limit of an hour, refused for good", 550, "5.2.121"],
  ["a limit, for now", 450, "4.2.1"],
  ["a limit, for now by its status", null, "4.7.0"],
  ["a limit, for good by its status", null, "5.4.5"],
] as const)(
  "%s: the page asks to wait and then to send again, and offers that, not in blue, to who has waited",
  async (_, code, enhancedCode) => {
    const diagnosis = { ...spam, classification: meaning("not-a-client-config-problem", "rate-limit") };
    const refusal = { ...relayDenied, code, enhancedCode };
    const { main } = await openPage(pageOf(caseView("settings-fine", { diagnosis, refusal })));
    const again = main.querySelector<HTMLElement>("[data-action='send-again']");
    expect(again?.textContent).toBe(english["ui_action_waited_send_again"]?.message);
    expect(again?.classList.contains("primary")).toBe(false);
  },
);

const causes = reasons.filter((reason) => reason !== "not-a-client-config-problem");
it.each(causes)(
  "%s: while it is not clear what is wrong, words for the provider and what to leave",
  async (reason) => {
    const diagnosis = { ...unclear, classification: meaning(reason, null) };
    const { main } = await openPage(pageOf(caseView("problem", { diagnosis })));
    for (const part of ["provider", "leave"])
      expect(main.textContent).toContain(word(`reason_${reason}`, part));
  },
);

it.each(subReasons)(
  "%s: nobody has shown that the settings are fine, so the page does not say so",
  async (sub) => {
    const diagnosis = { ...unclear, classification: meaning("not-a-client-config-problem", sub) };
    const { main } = await openPage(pageOf(caseView("problem", { diagnosis })));
    expect(main.textContent).toContain(word("subreason_other", "leave"));
    if (sub !== "other") expect(main.textContent).not.toContain(word(`subreason_${sub}`, "leave"));
  },
);

it.each([
  "own-mailbox-full",
  "own-internet-address",
  "recipient-incomplete",
  "recipient-refused-elsewhere",
  "delivery-notice",
  "recipient-limit",
] as const)("what the words tell more closely goes before what is generally so: %s", async (matter) => {
  const classification = { ...meaning("not-a-client-config-problem", "other"), matter };
  const { main } = await openPage(
    pageOf(caseView("settings-fine", { diagnosis: { ...spam, classification } })),
  );
  const stem = `matter_${matter.replaceAll("-", "_")}`;
  for (const part of ["title", "why", "do"]) {
    // Without Thunderbird's labels, which are filled in.
    for (const piece of word(stem, part).split(/\$\w+\$/)) expect(main.textContent).toContain(piece);
  }
  // Once: not "fine", and then that they have no part in it.
  expect(main.querySelector(".callout")?.textContent).toMatch(
    /^Your settings are fine\. Changing .* will not help\.$/,
  );
});

it("says that the words are not known, and invents no rule of the server, where they were only guessed", async () => {
  const classification = {
    ...meaning("not-a-client-config-problem", "policy"),
    confidence: "guess" as const,
  };
  const { main } = await openPage(
    pageOf(caseView("settings-fine", { diagnosis: { ...spam, classification } })),
  );
  expect(main.textContent).toContain(english["ui_no_reason_known"]?.message);
  expect(main.textContent).not.toContain(english["subreason_policy_title"]?.message);
});

it("home-internet-address: says what that is and which way mail from home goes, not that it is some rule", async () => {
  const classification = {
    ...meaning("not-a-client-config-problem", "policy"),
    matter: "home-internet-address" as const,
  };
  const { main } = await openPage(
    pageOf(caseView("settings-fine", { diagnosis: { ...spam, classification } })),
  );
  for (const part of ["title", "why", "do", "provider", "leave"])
    // Without Thunderbird's labels, which are filled in.
    for (const piece of word("matter_home_internet_address", part).split(/\$\w+\$/))
      expect(main.textContent).toContain(piece);
  // What to do sends its reader to the text: it is no second resort.
  expect(main.querySelector(".provider h3")?.textContent).toBe(english["ui_for_provider"]?.message);
  expect(main.textContent).not.toContain(word("subreason_policy", "title"));
});

// Thunderbird writes an error to its console for each.
it.each(["own-server", "other-server"] as const)("looks up no text that is not there, by %s", async (by) => {
  // The others are about signing in, and never the whole verdict.
  const told = matters.filter((matter) => !isAboutAccount(matter));
  const classifications = [
    ...told.map((matter) => ({ ...meaning("not-a-client-config-problem", "other"), matter })),
    ...subReasons.map((subReason) => meaning("not-a-client-config-problem", subReason)),
    ...causes.map((reason) => meaning(reason, null)),
  ];
  const reported = (ownMessage: "yes" | "no"): CaseView["reported"] => ({
    found: "returned-mail",
    by,
    reportingServer: null,
    refusingServer: null,
    ownMessage,
    notice: { event: "failed", fates: [], retryUntil: null },
  });
  const missing = new Set<string>();
  for (const classification of classifications)
    for (const view of [{}, { reported: reported("yes") }, { reported: reported("no") }]) {
      const diagnosis = { ...spam, classification };
      const { host } = await openPage(pageOf(caseView("settings-fine", { diagnosis, ...view })));
      for (const key of host.missing) missing.add(key);
    }
  expect([...missing]).toEqual([]);
});

it.each(["next_locked_out", "ui_not_changed_locked_out", "ui_tested_locked_out"])(
  "%s: whoever is told to wait waits as long as the add-on itself signs in no more",
  (key) => {
    expect(english[key]?.message).toContain("at least a quarter of an hour");
    expect(refusedForMilliseconds / 60_000).toBe(60 / 4);
  },
);

it("names too many tries as what is often the cause of a lock: many servers name none", () => {
  expect(english["next_locked_out"]?.message).toMatch(/^[^.]*\boften after too many tries\b/);
});
