// Public cases of ../shared/data that are not part of the project: what each must come to is said here by name, in the
// words of its `should`. Skipped, saying so, where they are absent.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readEvidence } from "../../src/cli/evidence-file.js";
import { classify } from "../../src/engine/replies/classify.js";
import type { Matter, ReplyKind, SubReason } from "../../src/engine/model/reason.js";
import { diagnose } from "../../src/engine/rules/diagnose.js";
import { withoutCodes } from "./replies/collection.js";
import { shown } from "./saved-cases.js";

interface Wanted {
  readonly conclusion: "settings-wrong" | "settings-fine" | "not-enough-evidence";
  /** The rule told first. */
  readonly first?: string;
  /** Changes the plan must have, among others. */
  readonly changes?: readonly string[];
  readonly next?: string;
  readonly matter?: Matter;
  readonly subReason?: SubReason;
}

const wrong = (first: string, ...changes: readonly string[]): Wanted => ({
  conclusion: "settings-wrong",
  first,
  changes,
});
const fine = (subReason: SubReason, matter?: Matter): Wanted => ({
  conclusion: "settings-fine",
  subReason,
  ...(matter && { matter }),
});
const open = (next: string): Wanted => ({ conclusion: "not-enough-evidence", next });

const signInOn = "signIn: none → password";
const wanted: Readonly<Record<string, Wanted>> = {
  "d01-orange-starttls": wrong("authentication-off", "security: none → starttls"),
  "d02-windstream-auth-off": wrong("authentication-off", signInOn),
  "d03-ionos-no-password": wrong("credentials-rejected", "password: none → typed"),
  "d04-gmail-587-none-oauth": wrong("authentication-off", "security: none → starttls"),
  "d05-optonline-case": wrong("sender-mismatch"),
  "d07-smtp-on-imap-port": wrong("wrong-settings", "port: 993 → 587"),
  "d08-yahoo-auth-off-short-user": wrong("authentication-off", signInOn, "userName: leif → leif@comcast.net"),
  "d08b-yahoo-short-user-535": wrong("wrong-settings", "userName: leif → leif@comcast.net"),
  "d09-vivaldi-forged": wrong("sender-mismatch"),
  "d10b-shaw-465-short": fine("blocklist", "own-internet-address"),
  "d12b-command-rejected-auth-unset": wrong("authentication-off", "signIn: unset → password"),
  "d14-unauthorized-users-off": wrong(
    "authentication-off",
    "port: 25 → 587",
    "security: none → starttls",
    signInOn,
  ),
  "d15-senduser-office365-shared": wrong("sender-mismatch", "userName: user@fit.example → user@outlook.com"),
  "d17-rcpt-access-denied": wrong("authentication-off", signInOn),
  "d19-connection-refused-abuse": fine("blocklist", "own-internet-address"),
  "d21-auth-unrecognized": wrong("authentication-off", "port: 25 → 587"),
  "d23-proton-bridge-no-user": open("next_words_unknown"),
  "d24-namecheap-from": wrong("sender-mismatch"),
  "d25-kpn-relay": wrong("authentication-off", signInOn),
  "d27-originator": wrong("authentication-off", signInOn),
  "x01-same-settings-check-only": wrong("authentication-off", "signIn: unset → password"),
  "x03-probe-only": wrong("authentication-off", "signIn: unset → password"),
  "x05-port25-none-none-check": wrong("authentication-off", signInOn, "port: 25 → 587"),
  "x07-mailbox-unavailable-auth-unset": wrong("authentication-off", "signIn: unset → password"),
  "x08-pasted-d12b-command-rejected-auth-unset": wrong("authentication-off", "signIn: unset → password"),
  "x09-ionos-no-password-offer-unknown": wrong("credentials-rejected", "password: none → typed"),
  "y01-unreadable-command-rejected": open("next_settings_unreadable"),
  "y03-unreadable-unauthorized": open("next_settings_unreadable"),
  "y04-unreadable-typo-startls": open("next_settings_unreadable"),
  "y10-own-mailbox-full": fine("mailbox-full", "own-mailbox-full"),
  "y13-spectrum-1320": fine("rate-limit"),
  "y14-orange-103-vpn": fine("blocklist", "own-internet-address"),
  "y16-unsupported-option-dsn": fine("other", "delivery-notice"),
  "y17-connection-refused-greeting": fine("blocklist", "own-internet-address"),
};

const data = new URL("../../../shared/data/", import.meta.url);
const isThere = existsSync(new URL("stories", data));
if (!isThere) process.stdout.write("stories.test: ../shared/data/stories is absent, its cases are skipped\n");

const stories = isThere ? readdirSync(new URL("stories", data)) : [];

describe.skipIf(!isThere)("stories", () => {
  it("are all known by name", () => {
    expect(stories.map((file) => file.replace(".json", "")).filter((name) => !(name in wanted))).toEqual([]);
  });

  it.each(stories)("%s ends as it should", (file) => {
    const story = JSON.parse(readFileSync(new URL(`stories/${file}`, data), "utf8")) as { evidence: unknown };
    const read = readEvidence(JSON.stringify(story.evidence));
    if (read.kind === "unusable") throw new Error(read.because);
    const { conclusion, classification, findings, plan } = diagnose(read.evidence);
    const { first, changes = [], next, ...rest } = wanted[file.replace(".json", "")] ?? open("");
    expect({ conclusion: conclusion.kind, ...classification }).toMatchObject(rest);
    const problem = findings.find(({ verdict }) => verdict === "problem")?.rule;
    expect(problem).toBe(first);
    expect(plan === null ? [] : shown(plan.changes)).toEqual(expect.arrayContaining([...changes]));
    expect(conclusion.kind === "not-enough-evidence" ? conclusion.next.key : undefined).toBe(next);
  });
});

interface Row {
  readonly id: string;
  readonly kind: ReplyKind;
  readonly text: string;
  readonly stage?: string;
  readonly right: readonly string[];
}

function rowsOf(file: string, rightOf: (row: Record<string, unknown>) => readonly string[]): readonly Row[] {
  const path = new URL(file, data);
  return existsSync(path)
    ? readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .map((line) => {
          const row = JSON.parse(line) as Record<string, unknown>;
          return { ...(row as unknown as Row), right: rightOf(row) };
        })
    : [];
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);
const reports = rowsOf("reports.jsonl", (row) => [String(row["category"]), ...list(row["also"])]);
const servers = rowsOf("servers/replies.jsonl", (row) => [String(row["label"]), ...list(row["acceptable"])]);

function mistaken(rows: readonly Row[], withStage: boolean, change: (row: Row) => Row): readonly string[] {
  return rows.flatMap((row) => {
    const { text, kind } = change(row);
    const stage = withStage && row.stage !== undefined && { stage: stageNamed(row.stage) };
    const { reason } = classify({ text, kind, ...(stage || {}) });
    return row.right.includes(reason) ? [] : [`${row.id}: ${reason}, not ${row.right.join(" or ")}`];
  });
}

function stageNamed(name: string): "greeting" | "ehlo" | "starttls" | "auth" | "mail" | "rcpt" | "data" {
  return name === "conn" ? "greeting" : (name as "rcpt");
}

const asGiven = (row: Row): Row => row;

describe.skipIf(reports.length === 0)("public reports", () => {
  it.each([
    ["as given", asGiven],
    ["without codes", withoutCodes<Row>],
  ] as const)("are all understood %s", (_, change) => {
    expect(mistaken(reports, false, change)).toEqual([]);
  });
});

describe.skipIf(servers.length === 0)("what real servers said", () => {
  it.each([
    ["as given", asGiven, false],
    ["without codes", withoutCodes<Row>, false],
    ["at its stage", asGiven, true],
    ["at its stage, without codes", withoutCodes<Row>, true],
  ] as const)("is understood in 98 of 100 cases %s", (_, change, withStage) => {
    const wrongly = mistaken(servers, withStage, change);
    if (wrongly.length > 0) process.stdout.write(`${wrongly.join("\n")}\n`);
    expect(wrongly.length / servers.length).toBeLessThanOrEqual(0.02);
  });
});
