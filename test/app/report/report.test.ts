// The report, masked: what its lines for people are drawn from, and what `npm run diagnose` makes of its data.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maximumTools, reportOf } from "../../../src/app/report/report.js";
import { essence } from "../../../src/app/report/report-length.js";
import { readEvidence } from "../../../src/cli/evidence-file.js";
import { openCase } from "../../../src/engine/case/open-case.js";
import type { Case } from "../../../src/engine/model/case.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import type { Posted } from "../../../src/protocol.js";
import { anyEvidence } from "../../engine/any-evidence.js";
import { cases } from "../../engine/saved-cases.js";
import { property } from "../../properties/property.js";

function posted(evidence: Evidence, outcome: Case["outcome"] = null): Posted {
  const entry = openCase(evidence, { caseId: "case1", windowId: 7, startedBy: "failed-send", at: 0 });
  return reportOf({ ...entry, outcome }, { kind: "written", today: "2026-11-28" });
}

/** Everything of it that anybody sees; the data last. */
function report(evidence: Evidence): string {
  const { view, outgoing, tools } = posted(evidence);
  return `${JSON.stringify([view, outgoing])}\n${tools}`;
}

function replayed(text: string): Evidence {
  const read = readEvidence(text);
  if (read.kind === "unusable") {
    throw new Error(`${read.because}: ${text}`);
  }
  return read.evidence;
}

function comesToTheSame(evidence: Evidence): void {
  const { tools } = posted(evidence);
  expect(tools.length).toBeLessThanOrEqual(maximumTools);
  expect(essence(diagnose(replayed(tools)))).toBe(essence(diagnose(evidence)));
}

describe("a report of a saved case", () => {
  it.each(cases)("$name: comes to the same diagnosis, and names nobody", ({ evidence }) => {
    comesToTheSame(evidence);
    const { sender, fellows } = evidence;
    const names = [sender, ...fellows].map(({ address }) => address.slice(0, address.indexOf("@")));
    expect(names.filter((name) => report(evidence).includes(`${name}@`))).toEqual([]);
  });
});

const [first] = cases;
const sample = (refusal: Partial<NonNullable<Evidence["refusal"]>>): Evidence => {
  if (first?.evidence.refusal == null) throw new Error("the first saved case has no refusal");
  return { ...first.evidence, refusal: { ...first.evidence.refusal, ...refusal } };
};

describe("a report", () => {
  it("masks whom it was for, and every address the server repeats, the same name in the same way", () => {
    const { sender } = sample({});
    const evidence = sample({
      recipients: ["secret.friend@faraway.test"],
      lines: [
        `<secret.friend@faraway.test>: not from ${sender.address} at [203.0.113.77] (2a02:8109:1:2:3:4:5:6)`,
        "535 Bearer ya29.a0AfB_byC-0123456789",
      ],
    });
    const text = report(evidence);
    expect(text).not.toMatch(/secret|203\.0\.113\.77|2a02:8109|ya29/);
    const shown = replayed(text);
    expect(shown.refusal?.recipients).toEqual([expect.stringMatching(/^user\d+@recipient\.invalid$/)]);
    expect(shown.refusal?.lines[0]).toContain(shown.sender.address);
  });

  it.each([
    "550 user alice is not allowed",
    "535 sasl_username=alice, sasl_method=PLAIN",
    "550 Session of ALICE ended",
    "550 Alice Wonder <alice@example.test> may not",
    '550 "Wonder, Alice" <alice@example.test> may not',
    "550 not from [2001:db8:85a3::7]",
    "550 not from fe80::1%eth0",
    "550 not from ::ffff:203.0.113.9",
    "550 p5b0a1234.dip0.provider.example is dynamic",
    "550 203-0-113-9.dyn.example is dynamic",
    "550 <20261128.1@alices-laptop.lan> refused",
    "550 EHLO alices-laptop.fritz.box",
  ])("tells of nobody and of no machine: %s", (line) => {
    const { sender } = sample({});
    const evidence = { ...sample({ lines: [line] }), sender: { ...sender, address: "alice@example.test" } };
    expect(report(evidence)).not.toMatch(/\balice|wonder|85a3|fe80|203[.-]0|5b0a1234|laptop|::ffff/i);
  });

  it.each([
    ["bo@example.test", "Bo Li", "550 user bo is not allowed"],
    ["bo@example.test", "Bo Li", "535 sasl_username=bo, sasl_method=PLAIN"],
    ["li@example.test", "Bo Li", "550 Li is not allowed, nor is LI"],
    ["al@example.test", "Al Ng", "550 user=al is not allowed"],
    ["jo.kim@example.test", "Jo Kim", "550 Mailbox of Kim, login=jo"],
    [
      "a@example.test",
      "Anna",
      "504 5.5.2 <annas-tower>: Helo command rejected: need fully-qualified hostname",
    ],
    ["a@example.test", "Anna", "550 rejected RCPT: from annas-tower ([192.0.2.7]) helo=annas-tower"],
    ["a@example.test", "Anna", "550 (helo=annas-tower) is not allowed, EHLO annas-tower"],
    ["a@example.test", "Anna", "550 Annas-MacBook-Pro, ANNA-PC and DESKTOP-4F2K9AB are not allowed"],
  ])("tells of no short name, nor of a computer: %s, %s: %s", (address, accountName, line) => {
    const { sender } = sample({});
    const evidence = {
      ...sample({ lines: [line] }),
      sender: { ...sender, address, from: address, accountName },
    };
    expect(report(evidence)).not.toMatch(/\b(?:bo|li|ng|jo|kim)\b|[=]al\b|anna|tower|4F2K/i);
  });

  it.each([
    "5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbt9RtTnXk3Yv7Wq0pZk> Please log in",
    "535 see https://login.example.test/oauth20?code=M.R3_BAY.123-456-7890abcdef&state=abc",
  ])("tells of no session that a link opens: %s", (line) => {
    const [told] = replayed(report(sample({ lines: [line] }))).refusal?.lines ?? [];
    expect(told).not.toMatch(/AKgn|BAY/);
    expect(told).toMatch(/https:.*=…/);
  });

  it.each([
    ["al@example.test", "550 acceso al servidor denegado"],
    ["is@example.test", "550 5.7.1 the user is not allowed"],
    ["not.in@example.test", "550 not in my list of users"],
    ["a@example.test", "503 EHLO or HELO first"],
    ["a@example.test", "550 from unknown [192.0.2.1]"],
  ])("leaves the words that the name of %s is, too: %s", (address, line) => {
    const { sender } = sample({});
    const evidence = { ...sample({ lines: [line] }), sender: { ...sender, address, from: address } };
    expect(replayed(report(evidence)).refusal?.lines).toEqual([line]);
  });

  it.each([
    "550 5.7.1 see https://support.google.com/mail/?p=UnsolicitedMessageError",
    "550 5.7.1 relay not permitted at 12:34:56",
    "554 blocked using zen.spamhaus.org",
    "550 mx1.faraway.test said: no",
    "421 4.7.0 closing connection",
  ])("leaves what concerns nobody: %s", (line) => {
    expect(replayed(report(sample({ lines: [line] }))).refusal?.lines).toEqual([line]);
  });

  it("of somebody whose name is an ordinary word can still be understood", () => {
    const { sender } = sample({});
    const evidence = { ...sample({}), sender: { ...sender, address: "relay@example.test" } };
    const shown = replayed(
      report({ ...evidence, refusal: sample({ lines: ["relay not permitted"] }).refusal }),
    );
    expect(shown.refusal?.lines).toEqual(["relay not permitted"]);
    expect(shown.sender.address).not.toContain("relay@");
  });

  it("of a server that talks on and on fits into a post, and says that it was shortened", () => {
    const lines = Array.from(
      { length: 50 },
      (_, index) => `550 relay not permitted ${"x".repeat(400)} ${index}`,
    );
    const evidence = sample({ lines });
    comesToTheSame(evidence);
    expect(report(evidence)).toContain("Shortened");
    expect(report(sample({}))).not.toContain("Shortened");
  });

  it("whose server writes JSON is still read as evidence", () => {
    comesToTheSame(sample({ lines: ['550 relay not permitted\n{"sender":{}}', "{"] }));
  });
});

it("tells a mistake of ours above the data, and none where none was made", () => {
  const entry = openCase(sample({}), { caseId: "case1", windowId: 7, startedBy: "failed-send", at: 0 });
  const manner = { kind: "written", today: "2026-11-28" } as const;
  const bug = { what: "TypeError", where: "port-25", places: ["background.mjs:12:7"] };
  const { tools } = reportOf(entry, manner, [bug]);
  expect(tools.split("\n", 2)).toEqual(["Our own mistake: TypeError in port-25 (background.mjs:12:7)", "{"]);
  expect(reportOf(entry, manner).tools).toMatch(/^\{\n/);
});

it("names settings once that several sources name", () => {
  const evidence = cases.find(({ evidence: { candidates } }) => candidates.length > 0)?.evidence;
  const [candidate] = evidence?.candidates ?? [];
  if (evidence === undefined || candidate === undefined) throw new Error("no saved case has a candidate");
  const twice: Evidence = { ...evidence, candidates: [candidate, { ...candidate, source: "guide" }] };
  expect(replayed(posted(twice).tools).candidates).toHaveLength(1);
});

describe("what a server has said since", () => {
  const secret = "550 not from alice@example.test at [203.0.113.77], nor for secret.friend@faraway.test";
  const { sender } = sample({});
  const evidence: Evidence = {
    ...sample({}),
    sender: { ...sender, address: "alice@example.test", from: "alice@example.test" },
  };
  const { refusal } = sample({ lines: [secret], recipients: ["secret.friend@faraway.test"] });
  if (refusal === null) throw new Error("the first saved case has no refusal");
  const place = { host: "mail.example.test", port: 587, security: "starttls" } as const;

  it.each<NonNullable<Case["outcome"]>>([
    { kind: "refused-again", refusal, settings: "as-before" },
    { kind: "not-proven", tried: [{ ...place, answer: { kind: "refused", refusal } }] },
    { kind: "tested", came: { kind: "refused", refusal }, userName: "alice@example.test", host: "h.test" },
  ])("is masked as well: $kind", (outcome) => {
    const { view } = posted(evidence, outcome);
    expect(JSON.stringify(view)).not.toMatch(/alice|secret|203\.0/);
    if (outcome.kind !== "tested") expect(JSON.stringify(view.outcome)).toContain("not from user");
  });
});

it("an outcome that holds no words of a server's is told as it is", () => {
  expect(posted(sample({}), { kind: "undone" }).view.outcome).toEqual({ kind: "undone" });
  expect(posted(sample({})).view.outcome).toBeNull();
});

it("what a server has said since of a recipient who is new is masked where it names only the name", () => {
  const { refusal } = sample({
    lines: ["5.1.1 Recipient robertina.grau unknown here"],
    recipients: ["robertina.grau@faraway.test"],
  });
  if (refusal === null) throw new Error("the first saved case has no refusal");
  const { view } = posted(sample({}), { kind: "refused-again", refusal, settings: "as-before" });
  expect(JSON.stringify(view)).not.toContain("robertina");
});

it("of a mail that another server returned comes to the same diagnosis: it tells who refused whom", () => {
  const reported = {
    found: "returned-mail",
    by: "other-server",
    reportingServer: "mail.example.test",
    refusingServer: "mx.faraway.test",
    ownMessage: "yes",
  } as const;
  const evidence = { ...sample({ lines: ["user unknown"], code: 550, enhancedCode: "5.1.1" }), reported };
  comesToTheSame(evidence);
  expect(replayed(report(evidence)).reported).toEqual(reported);
});

property("report", "replays to the same diagnosis, in so many characters", anyEvidence, comesToTheSame);

const long = fc.record({
  lines: fc.array(fc.string({ unit: "binary", maxLength: 4000 }), { maxLength: 60 }),
  names: fc.array(fc.domain(), { maxLength: 100 }),
  fellows: fc.nat({ max: 60 }),
  candidates: fc.nat({ max: 40 }),
});
property(
  "report",
  "fits whatever the evidence, and can be read again",
  fc.tuple(anyEvidence, long),
  ([evidence, much]) => {
    const fellow = {
      identityId: "id9",
      accountId: "account9",
      accountName: "x".repeat(300),
      address: "z@z.test",
    };
    const [candidate] = evidence.candidates;
    const huge: Evidence = {
      ...evidence,
      refusal: evidence.refusal && { ...evidence.refusal, lines: [...evidence.refusal.lines, ...much.lines] },
      probe: evidence.probe && {
        ...evidence.probe,
        answer: { kind: "certificate", reason: "other-name", names: much.names },
      },
      fellows: Array.from({ length: much.fellows }, (_, index) => ({ ...fellow, identityId: `id${index}` })),
      candidates: candidate ? Array.from({ length: much.candidates }, () => candidate) : [],
    };
    const { tools } = posted(huge);
    expect(tools.length).toBeLessThanOrEqual(maximumTools);
    replayed(tools);
  },
);
