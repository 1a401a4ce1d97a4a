// "Copy report" as a stranger reads it: ten lines for people, in the user's language and in English, then the data.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../src/app/report/report.js";
import { readEvidence } from "../../src/cli/evidence-file.js";
import { openCase } from "../../src/engine/case/open-case.js";
import type { Evidence } from "../../src/engine/model/evidence.js";
import type { Outcome } from "../../src/engine/model/case.js";
import { reportText } from "../../src/ui/case/report-text.js";
import { languagesOf } from "../../src/ui/kit/english.js";
import { createTexts } from "../../src/ui/kit/i18n.js";
import type { Messages } from "../../src/ui/kit/messages.js";
import { cases } from "../engine/saved-cases.js";
import { createFakeHost } from "./fake-host.js";

const english = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../_locales/en/messages.json"), "utf8"),
) as Messages;
/** Half as long again, as translations may be. */
const foreign: Messages = Object.fromEntries(
  Object.entries(english).map(([key, entry]) => [
    key,
    { ...entry, message: `«${entry.message}»${"~".repeat(entry.message.length / 2)}` },
  ]),
);
const versions = "Relay Doctor 1.2.3 (relay-doctor@relay-doctor.addon), Thunderbird 153.0, Linux x86-64";
const maximumReport = 10_000;

async function report(
  evidence: Evidence,
  messages: Messages = english,
  outcome: Outcome | null = null,
): Promise<string> {
  const entry = openCase(evidence, { caseId: "case1", windowId: 7, startedBy: "failed-send", at: 0 });
  const posted = reportOf(
    { ...entry, ...(outcome !== null && { outcome, state: "failed" }) },
    { kind: "written", today: "2026-11-28" },
  );
  const host = createFakeHost(messages, () => undefined);
  host.english = english;
  return reportText(posted, versions, await languagesOf(createTexts(host), host));
}

function evidenceOf(name: string): Evidence {
  const found = cases.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no saved case is called ${name}`);
  return found.evidence;
}

describe.each(cases)("of $name", ({ evidence }) => {
  it("begins with at most ten lines and a word on names, fits into a post, and can be replayed", async () => {
    for (const messages of [english, foreign]) {
      const text = await report(evidence, messages);
      const parts = text.split("\n\n");
      expect(parts).toHaveLength(messages === english ? 3 : 4);
      for (const head of parts.slice(0, -2)) {
        expect(head.split("\n").length).toBeLessThanOrEqual(12);
        expect(head).toContain(versions);
        expect(head).not.toContain("ui_");
      }
      expect(text.length).toBeLessThanOrEqual(maximumReport);
      expect(readEvidence(text).kind).toBe("evidence");
    }
  });
});

it("tells what happened, the settings and what they should be, in words", async () => {
  const text = await report(evidenceOf("port-25-sign-in-none"));
  expect(text.slice(0, text.indexOf("\n\n"))).toMatchInlineSnapshot(`
    "Relay Doctor for Thunderbird: report
    What happened: Your message was not sent. mail.firma.test refused to pass it on.
    What the server said: relay not permitted (Code 550, at the recipient step)
    Settings now: mail.firma.test, port 25, None, No authentication, not set
    What should be changed: Port: 25 → 587; Connection security: None → STARTTLS; Authentication method: No authentication → Normal password; User Name: not set → user1@firma.test
    Why: Thunderbird did not sign in to mail.firma.test: signing in is turned off for this server. Thunderbird reaches mail.firma.test on port 25, which is for mail between servers. It offered no way of signing in there. The connection to mail.firma.test is not secure. Most servers let you sign in only over a secure connection.
    Ruled out: No outgoing server; Mail has to be fetched first; This server is not your provider's
    Not checked: The server goes by another name; The server could not prove who it is; You are sending as one address and signing in as another; The password for sending
    Versions: Relay Doctor 1.2.3 (relay-doctor@relay-doctor.addon), Thunderbird 153.0, Linux x86-64
    Names in addresses and account names are replaced by user1, account1 and so on. This report holds no password."
  `);
});

it("says what the server said after a fix, and what was tried in vain", async () => {
  const evidence = evidenceOf("port-25-sign-in-none");
  if (evidence.refusal === null) throw new Error("nothing was refused");
  const refusal = { ...evidence.refusal, lines: ["no, not even now"] };
  const again = await report(evidence, english, { kind: "refused-again", refusal, settings: "in-place" });
  expect(again).toContain("What happened: Your message was still not sent.");
  expect(again).toContain("What the server said: no, not even now (");
  const place = { host: "mail.example.test", port: 465, security: "tls" } as const;
  const vain = await report(evidence, english, {
    kind: "not-proven",
    tried: [
      { ...place, answer: { kind: "refused", refusal } },
      { ...place, answer: { kind: "unreachable", because: "silent" } },
    ],
  });
  expect(vain).toContain("mail.example.test, port 465, SSL/TLS: It refused: no, not even now (");
  expect(vain).toContain("mail.example.test, port 465, SSL/TLS: It does not answer.");
});

it("of a server that talks on and on is still short, in two languages", async () => {
  const evidence = evidenceOf("port-25-sign-in-none");
  if (evidence.refusal === null) throw new Error("nothing was refused");
  const lines = Array.from({ length: 40 }, () => "relay not permitted {".repeat(20));
  const text = await report({ ...evidence, refusal: { ...evidence.refusal, lines } }, foreign);
  expect(text.length).toBeLessThanOrEqual(maximumReport);
  expect(readEvidence(text).kind).toBe("evidence");
});

it("no line of a server's can look like the data", async () => {
  const evidence = evidenceOf("port-25-sign-in-none");
  if (evidence.refusal === null) throw new Error("nothing was refused");
  const lines = ['relay not permitted\n{"sender":{}}', "{"];
  const read = readEvidence(await report({ ...evidence, refusal: { ...evidence.refusal, lines } }));
  expect(read.kind).toBe("evidence");
});
