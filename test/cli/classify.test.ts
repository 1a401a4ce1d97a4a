// `npm run --silent classify` as tools use it: a stream of JSON lines in, one answer a line, in order.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

function run(input: string): { readonly lines: readonly unknown[]; readonly status: number | null } {
  const { stdout, status } = spawnSync("node", ["src/build/run.mjs", "src/cli/classify.ts"], {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return {
    status,
    lines: stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as unknown])),
  };
}

it("answers each line with its id and category", () => {
  const input = [
    { id: "a", text: "550 relay not permitted" },
    { id: 7, text: "554 5.7.1 Relay access denied", kind: "dsn" },
    { id: "c", text: "535 5.7.8 Error: authentication failed:", kind: "smtp-reply" },
    { id: "d", text: "530 Authentication required", kind: "a kind nobody knows" },
  ];
  expect(run(input.map((entry) => JSON.stringify(entry)).join("\n"))).toEqual({
    status: 0,
    lines: [
      { id: "a", category: "relay-denied" },
      { id: 7, category: "not-a-client-config-problem", event: "failed", by: "other-server" },
      { id: "c", category: "auth-failed" },
      { id: "d", category: "auth-required" },
    ],
  });
});

/** A notice as a server delivers it. */
function notice(fields: string): string {
  return `Return-Path: <>
From: MAILER-DAEMON@mail.example.test
To: alice@example.test
Subject: Report
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.test

Final-Recipient: rfc822; carol@elsewhere.test
${fields}

--b--
`;
}

it("tells of a whole returned mail what happened and who refused", () => {
  const lines = [
    { id: 1, kind: "dsn", text: notice("Action: delivered\nStatus: 2.0.0") },
    { id: 2, kind: "dsn", text: notice("Action: relayed\nStatus: 2.0.0") },
    {
      id: 3,
      kind: "dsn",
      text: notice(
        "Action: delayed\nStatus: 4.7.1\nRemote-MTA: dns; mx.elsewhere.test\nDiagnostic-Code: smtp; 451 wait",
      ),
    },
    {
      id: 4,
      kind: "dsn",
      text: notice(
        "Action: failed\nStatus: 5.7.1\nRemote-MTA: dns; mx.elsewhere.test\nDiagnostic-Code: smtp; 550 relay not permitted",
      ),
    },
    {
      id: 5,
      kind: "dsn",
      text: notice(
        "Action: failed\nStatus: 5.7.1\nRemote-MTA: dns; mx.hoster.test\nDiagnostic-Code: smtp; 550 no",
      ),
      own: ["hoster.test"],
    },
    {
      id: 6,
      kind: "dsn",
      text: notice("Action: failed\nStatus: 5.4.4\nDiagnostic-Code: X-Postfix; Host not found"),
    },
    { id: 7, kind: "dsn", text: "From: Carol <carol@elsewhere.test>\nSubject: Re: Lunch\n\nI am away." },
  ];
  const told = run(lines.map((line) => JSON.stringify(line)).join("\n")).lines;
  expect(told.map((line) => [(line as { event: string }).event, (line as { by: string }).by])).toEqual([
    ["delivered", "unknown"],
    ["delivered", "unknown"],
    ["delayed", "unknown"],
    ["failed", "other-server"],
    ["failed", "own-server"],
    ["failed", "unknown"],
    ["none", "unknown"],
  ]);
  expect(new Set(told.map((line) => (line as { category: string }).category))).toEqual(
    new Set(["not-a-client-config-problem"]),
  );
});

it("names a line it cannot read, goes on, and says so in its exit status", () => {
  const wrong = { id: null, error: "not a JSON object with a text" };
  expect(run('{"id":"a"}\nnonsense\n[]\nnull\n\n{"id":"b","text":"550 relay not permitted"}\n')).toEqual({
    status: 1,
    lines: [wrong, wrong, wrong, wrong, { id: "b", category: "relay-denied" }],
  });
});

it("takes a byte order mark, CRLF and a last line without an end", () => {
  const line = '{"id":1,"text":"550 relay not permitted"}';
  expect(run(`\ufeff${line}\r\n\r\n${line}`)).toEqual({
    status: 0,
    lines: [
      { id: 1, category: "relay-denied" },
      { id: 1, category: "relay-denied" },
    ],
  });
});

it("answers a text of a megabyte, and a line without end, without holding more than it has to", () => {
  const long = JSON.stringify({ id: "long", text: `550 relay not permitted ${"x".repeat(1 << 20)}` });
  const endless = `{"id":"endless","text":"${"y".repeat(9 << 20)}"}`;
  const last = '{"id":"last","text":"550 relay not permitted"}';
  expect(run(`${long}\n${endless}\n${last}\n`)).toEqual({
    status: 1,
    lines: [
      { id: "long", category: "relay-denied" },
      { id: null, error: "line too long" },
      { id: "last", category: "relay-denied" },
    ],
  });
});

it("reads no faster than its answers are taken", async () => {
  const child = spawn("node", ["src/build/run.mjs", "src/cli/classify.ts"], { cwd: root });
  const line = `${JSON.stringify({ id: "x", text: "550 5.7.1 Relaying denied" })}\n`;
  child.stdin.on("error", () => undefined);
  child.stdin.write(line);
  await once(child.stdout, "readable");
  const block = line.repeat(2000);
  let written = 0;
  // Nobody takes the answers: at some point the pipe refuses more, long before 64 MB.
  while (written < 1 << 26) {
    written += block.length;
    if (!child.stdin.write(block) && !(await drained(child.stdin))) break;
  }
  child.kill();
  expect(written).toBeLessThan(1 << 26);
});

/** Whether the pipe takes more within a second. */
async function drained(pipe: Writable): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 1000, false);
    pipe.once("drain", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

it("reads any number of lines", () => {
  const line = `${JSON.stringify({ id: "x", text: "550 5.7.1 Relaying denied" })}\n`;
  const { lines, status } = run(line.repeat(50_000));
  expect(status).toBe(0);
  expect(lines).toHaveLength(50_000);
});
