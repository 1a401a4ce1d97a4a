// Whatever a server says, in whatever order: the promises a proof makes about passwords and messages hold.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Credentials, ProvableSignIn } from "../../../src/engine/smtp/auth.js";
import { prove, type ProofRequest, type ProofResult } from "../../../src/engine/smtp/proof.js";
import type { Got, Want } from "../../../src/engine/smtp/session.js";
import { decodeText, encodeText } from "../../../src/engine/octets/text.js";
import { proofRequest } from "./requests.js";

const password = "never-to-be-shown";
const encoded = (text: string): string => Buffer.from(text).toString("base64");
const secrets = [password, encoded(password), encoded(`\0alice\0${password}`)];

/** Replies as servers give them, and worse; `***` stands for what the client said last. */
const replies = [
  "220 x",
  "250 x",
  "250-x\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2",
  "250-x\r\n250 AUTH=LOGIN",
  "250-x\r\n250-STARTTLS\r\n250 SMTPUTF8",
  "235 x",
  "334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UuZXhhbXBsZS5jb20+",
  "334 x",
  "334",
  "354 go on",
  "421 x",
  "454 x",
  "504 x",
  "535 no: ***",
  "550-5.7.1 ***\r\n550 5.7.1 x",
  "*** what?",
  "220 x\r\n250-x\r\n250 AUTH PLAIN",
  "250 x\r\n250 x\r\n250 x\r\n221 x",
];

interface Run {
  readonly result: ProofResult;
  readonly said: readonly string[];
  readonly saidBeforeTls: readonly string[];
  readonly steps: number;
}

function run(request: ProofRequest, answers: readonly number[]): Run {
  const session = prove(request);
  const said: string[] = [];
  let upgradedAfter = Infinity;
  let steps = 0;
  const answer = (want: Want): Got => {
    switch (want.kind) {
      case "stage":
        return { kind: "done" };
      case "connect":
        return { kind: "connected", localAddress: null };
      case "send":
        said.push(...decodeText(want.bytes).split("\r\n").slice(0, -1));
        return { kind: "done" };
      case "start-tls":
        upgradedAfter = said.length;
        return { kind: "done" };
      case "receive": {
        const reply = replies[answers[steps++] ?? replies.length];
        const last = said.at(-1)?.split(" ").at(-1) ?? "";
        return reply === undefined
          ? { kind: "fault", fault: { kind: steps % 2 === 0 ? "closed" : "timeout" } }
          : { kind: "bytes", bytes: encodeText(`${reply.replaceAll("***", last)}\r\n`) };
      }
    }
  };
  let step = session.next();
  while (step.done !== true) {
    step = session.next(answer(step.value));
  }
  return { result: step.value, said, saidBeforeTls: said.slice(0, upgradedAfter), steps };
}

const methods = fc.constantFrom<[ProvableSignIn, Credentials]>(
  ["password", { kind: "password", userName: "alice", secret: password }],
  ["encrypted-password", { kind: "password", userName: "alice", secret: password }],
  ["oauth2", { kind: "token", userName: "alice", secret: password }],
);

/** A server that keeps to the protocol for a while, so that the later steps are met as well. */
const answers = fc
  .tuple(
    fc.constantFrom([], [0], [0, 2], [0, 2, 0], [0, 2, 0, 2]),
    fc.array(fc.nat({ max: replies.length }), { maxLength: 20 }),
  )
  .map(([good, any]) => [...good, ...any]);

describe("whatever a server says", () => {
  it("a proof ends, makes at most one log-in, shows no secret, speaks it only inside TLS, and sends nothing", () => {
    fc.assert(
      fc.property(methods, answers, ([signIn, credentials], given) => {
        const { result, said, saidBeforeTls, steps } = run({ ...proofRequest, signIn, credentials }, given);
        expect(steps).toBeLessThan(60);
        expect(result.logIns).toBeLessThanOrEqual(1);
        const shown = JSON.stringify(result);
        expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
        expect(saidBeforeTls.filter((line) => line.startsWith("AUTH"))).toEqual([]);
        expect(said.filter((line) => line.startsWith("DATA"))).toEqual([]);
        if (result.outcome.kind === "accepted") {
          expect(result).toMatchObject({ logIns: 1 });
          expect(result.transcript).toContain("TLS");
        }
      }),
      { numRuns: 2000 },
    );
  });
});
