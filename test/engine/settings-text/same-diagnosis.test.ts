// Pasted Troubleshooting Information is diagnosed as the full edition diagnoses what it reads itself: for every profile
// of the lab, with and without account names, whatever the alert said. And it comes to what the full edition came to in
// the real Thunderbird (`expect` of the case), as far as no server has to be asked. Every exception says why.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnosis } from "../../../src/engine/model/finding.js";
import { rememberedAlerts, type RememberedAlert } from "../../../src/engine/model/remembered-alert.js";
import type { Refusal } from "../../../src/engine/model/refusal.js";
import { readReport } from "../../../src/engine/replies/read-report.js";
import { isRememberedAlert, refusalOfAlert } from "../../../src/engine/replies/remembered-alerts.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { readCaseFile, type CaseFile } from "../../e2e/case-file.js";
import { evidenceRead, evidenceTold, identitiesIn, type Question } from "./lab-profile.js";

/** What the text cannot show, by case: there the diagnoses differ, and only there. */
const notShown: Readonly<Record<string, string>> = {
  "paste-webmail": "that no password is saved: it is asked for only where that is known",
  "ews-entry": "an account that sends through Exchange: nothing is concluded",
  "locked-entry": "that a policy has locked the entry",
  "bounce-own-provider": "the user name: sender-mismatch is skipped, foreign-server leads to the same plan",
  "bounce-seen-going": "the user name: as above",
  "history-undo": "the user name: as above",
  "other-accounts-server": "the user name: as above",
  "unknown-words-other-account": "the user name: as above",
  "opensmtpd-sender-rejected": "the user name: as above",
  "no-password-asked-by-server": "that no password is saved: as above",
  "second-account-on-first-server": "the user name: as above",
  "second-account-without-sign-in":
    "the user name: a check, and a rejected sign-in, cannot name the other account",
  "default-entry-of-another": "the user name: the plan signs in with the account's own",
  "missing-entry-foreign-from": "the user name: the plan signs in with the account's own",
  "short-user-name-elsewhere": "that no password is saved, and the user name",
};

/** What the full edition found in the lab, and nothing told leads there: it would need this. */
const notFound: Readonly<Record<string, string>> = {
  "certificate-other-name": "the name in the certificate",
  "self-signed": "the certificate",
  "local-part-user-name": "the user name: it is said that this or the password is wrong",
  "local-part-wanted": "the user name: as above",
  "exception-in-use": "the user name: as above",
  "opensmtpd-sender-rejected": "the user name: it is the other account's",
};

/** Thunderbird's alert where the case file does not name it. */
const alerts: Readonly<Record<string, string>> = {
  "exception-in-use": "sign-in-failed",
  "local-part-user-name": "sign-in-failed",
  "local-part-wanted": "sign-in-failed",
  "note-app-password": "sign-in-failed",
  "note-published": "sign-in-failed",
  "oauth2-permission-revoked": "unreachable",
  "oauth2-token-refused": "unreachable",
  "oauth2-wrong-port": "unreachable",
  "pop-before-smtp-with-sign-in": "You must check for new mail before sending mail.",
  "port-25-blocked": "timeout",
  "port-security-swapped-465": "timeout",
  "port-security-swapped-587": "timeout",
  "wrong-host-password": "sign-in-failed",
  "wrong-outgoing-password-right-incoming": "sign-in-failed",
  "wrong-port": "unreachable",
};

const folder = join(import.meta.dirname, "../../e2e/cases");
const cases = readdirSync(folder)
  .map((file) => readCaseFile(join(folder, file)))
  .filter(({ profile }) => profile.accounts.length > 0);

function questionOf({ profile, send }: CaseFile, refusal: Refusal | null): Question {
  const identityId = send?.identity ?? profile.accounts[0]?.identities[0]?.key ?? "";
  const own = identitiesIn(profile).find((one) => one.identityId === identityId);
  return { identityId, from: own?.address ?? "", refusal };
}

/** Alerts about who signs in: the text has neither user name nor password, so nothing more than these can be said. */
const aboutWhoSignsIn: readonly RememberedAlert[] = ["sign-in-failed", "sender-refused"];

function refusalOf(alert: RememberedAlert): Refusal {
  return refusalOfAlert(alert, ["friend@elsewhere.test"]);
}

const refusals: readonly (readonly [string, Refusal | null])[] = [
  ["a check", null],
  ...rememberedAlerts
    .filter((alert) => !aboutWhoSignsIn.includes(alert))
    .map((alert) => [alert, refusalOf(alert)] as const),
];

function problemsOf({ findings }: Diagnosis): readonly string[] {
  return findings.filter(({ verdict }) => verdict === "problem").map(({ rule }) => rule);
}

/**
 * What is compared: verdict, problems, and the plan with every value in the end. The user name's old value is never
 * told, so that it is a change each time; its new value must be the same.
 */
function essence(diagnosis: Diagnosis): unknown {
  const { conclusion, plan, noPlan } = diagnosis;
  return {
    conclusion: conclusion.kind,
    problems: problemsOf(diagnosis),
    kind: plan?.kind ?? noPlan?.key ?? null,
    settings: plan?.settings ?? null,
    identityIds: plan?.identityIds ?? null,
    changes: plan?.changes.filter(({ field }) => field !== "userName" && field !== "password") ?? null,
  };
}

describe.each(cases.map((one) => [one.name, one] as const))("%s", (name, file) => {
  const differences = refusals.flatMap(([alert, refusal]) => {
    const question = questionOf(file, refusal);
    const read = essence(diagnose(evidenceRead(file.profile, question)));
    return [true, false].flatMap((withNames) => {
      const told = essence(diagnose(evidenceTold(file.profile, question, withNames)));
      return JSON.stringify(told) === JSON.stringify(read) ? [] : [{ alert, withNames, told, read }];
    });
  });
  const reason = notShown[name];
  if (reason === undefined) {
    it("is diagnosed the same", () => {
      expect(differences).toEqual([]);
    });
  } else {
    it(`differs, because the text does not show ${reason}`, () => {
      expect(differences).not.toEqual([]);
    });
  }

  it.each(aboutWhoSignsIn)("blames nothing without the user name that is in order: %s", (alert) => {
    const question = questionOf(file, refusalOf(alert));
    const read = problemsOf(diagnose(evidenceRead(file.profile, question)));
    const told = problemsOf(diagnose(evidenceTold(file.profile, question, false)));
    // Which of the two is wrong, user name or password, is left open in its sentence.
    expect(told.filter((rule) => rule !== "credentials-rejected" && !read.includes(rule))).toEqual([]);
  });

  const wanted = Object.entries(file.expect.findings ?? {})
    .filter(([, verdict]) => verdict === "problem")
    .map(([rule]) => rule);
  const alert = file.expect.alert ?? alerts[name] ?? "";
  if (wanted.length > 0 && reason === undefined) {
    const why = notFound[name];
    it(why === undefined ? "comes to what the full edition came to in the lab" : `would need ${why}`, () => {
      const refusal = isRememberedAlert(alert) ? refusalOf(alert) : (readReport(alert)?.refusal ?? null);
      const problems = problemsOf(diagnose(evidenceTold(file.profile, questionOf(file, refusal), false)));
      const found = wanted.filter((rule) => problems.includes(rule));
      expect(found).toEqual(why === undefined ? wanted : []);
    });
  }
});

it("every exception is of a case there is", () => {
  const names = new Set(cases.map(({ name }) => name));
  expect([...Object.keys(notShown), ...Object.keys(notFound)].filter((name) => !names.has(name))).toEqual([]);
});
