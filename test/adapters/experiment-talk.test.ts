// What the Experiment is asked of mail servers, and what its answers mean: whose password the user let go where above all.

import { describe, expect, it } from "vitest";
import { experimentTalk } from "../../src/adapters/experiment-talk.js";
import type { Attempt } from "../../src/engine/model/attempt.js";
import { prepared } from "../fakes/prepared.js";

type Api = Parameters<typeof experimentTalk>[0];
type Look = Awaited<ReturnType<Api["look"]>>;
type Verified = Awaited<ReturnType<Api["verify"]>>;
type Request = Parameters<Api["verify"]>[0];

const endpoint = { host: "smtp.example.test", port: 587, security: "starttls" } as const;
const envelope = { from: "alice@example.test", to: "alice@example.test" };
const reply = { code: 550, enhancedCode: "5.7.1", lines: ["relaying denied"] };
const silent: Look = {
  answer: "silent",
  offeredAuth: [],
  toStranger: null,
  reply: null,
  certificate: null,
  speaks: null,
  addresses: ["192.0.2.1"],
};
const attempt: Attempt = {
  operationId: "fix-1",
  identityId: "id1",
  settings: { ...endpoint, signIn: "password", userName: "alice" },
  from: "alice@example.test",
  recipients: ["bob@other.test"],
  passwords: [
    { kind: "outgoing", serverId: "smtp1" },
    { kind: "incoming", accountId: "account1" },
    { kind: "proof", proofId: "proof-1" },
  ],
  password: null,
  agreed: null,
};
const verified: Verified = {
  result: "accepted",
  stage: "data",
  reply: null,
  fault: null,
  logIns: 1,
  passwordFrom: "outgoing",
  proofId: "proof-2",
  transcript: [],
};

describe("a look", () => {
  async function looked(answer: Partial<Look>): ReturnType<ReturnType<typeof experimentTalk>["look"]> {
    const asked: unknown[] = [];
    const talk = experimentTalk(
      prepared<Api>({
        look: async (...args) => {
          asked.push(args);
          return Promise.resolve({ ...silent, ...answer });
        },
      }),
    );
    const probe = await talk.look(endpoint, envelope, "look-1");
    expect(asked).toEqual([
      [{ hostname: "smtp.example.test", port: 587, security: "starttls" }, envelope, "look-1"],
    ]);
    return probe;
  }

  it("names the server and where it was found", async () => {
    expect(await looked({})).toEqual({ ...endpoint, answer: { kind: "silent" }, addresses: ["192.0.2.1"] });
  });

  it("that was cancelled says nothing of the server", async () => {
    expect(await looked({ answer: "cancelled" })).toBeNull();
  });

  it.each<readonly [Partial<Look>, object]>([
    [
      { answer: "answers", offeredAuth: ["PLAIN"] },
      { kind: "answers", offeredSignIn: ["PLAIN"], toStranger: null },
    ],
    [
      { answer: "answers", toStranger: "accepted" },
      { kind: "answers", toStranger: { kind: "accepted" } },
    ],
    [
      { answer: "answers", toStranger: "refused", reply },
      { kind: "answers", toStranger: { kind: "refused", ...reply } },
    ],
    // A reply without its being to a stranger is none to a stranger.
    [
      { answer: "answers", reply },
      { kind: "answers", toStranger: null },
    ],
    [
      { answer: "certificate", certificate: { reason: "expired", names: ["a.test"] } },
      { kind: "certificate", reason: "expired", names: ["a.test"] },
    ],
    [{ answer: "certificate" }, { kind: "certificate", reason: "other", names: [] }],
    [
      { answer: "not-smtp", speaks: "IMAP" },
      { kind: "not-smtp", speaks: "IMAP" },
    ],
    [{ answer: "not-smtp" }, { kind: "not-smtp", speaks: "" }],
    [
      { answer: "turned-away", reply },
      { kind: "turned-away", code: 550, lines: ["relaying denied"] },
    ],
    [{ answer: "turned-away" }, { kind: "turned-away", code: 0, lines: [] }],
    [{ answer: "unknown-host" }, { kind: "unknown-host" }],
  ])("%j", async (answer, means) => {
    expect((await looked(answer))?.answer).toMatchObject(means);
  });
});

describe("a proof", () => {
  async function proven(
    answer: Partial<Verified>,
    asked: Partial<Attempt> = {},
  ): Promise<{ readonly proof: unknown; readonly request: Request }> {
    const requests: Request[] = [];
    const talk = experimentTalk(
      prepared<Api>({
        verify: async (request) => {
          requests.push(request);
          return Promise.resolve({ ...verified, ...answer });
        },
      }),
    );
    const proof = await talk.prove({ ...attempt, ...asked });
    const [request, ...more] = requests;
    if (request === undefined || more.length > 0) throw new Error("It is asked once.");
    return { proof, request };
  }

  it("is asked with what the user let go, and with nothing he did not", async () => {
    const { request } = await proven({});
    expect(request).toEqual({
      operationId: "fix-1",
      identityId: "id1",
      properties: {
        hostname: "smtp.example.test",
        port: 587,
        security: "starttls",
        authMethod: "passwordCleartext",
        username: "alice",
      },
      from: "alice@example.test",
      recipients: ["bob@other.test"],
      passwords: [{ outgoingServerId: "smtp1" }, { incomingAccountId: "account1" }, { proofId: "proof-1" }],
      password: null,
      agreed: null,
    });
    const agreed = { host: "smtp.hosting.test", passwordOf: "alice@example.test" };
    expect((await proven({}, { agreed, password: "typed" })).request).toMatchObject({
      agreed: { hostname: "smtp.hosting.test", username: "alice@example.test" },
      password: "typed",
    });
  });

  it.each<readonly [Partial<Verified>, object]>([
    [{}, { kind: "accepted", proofId: "proof-2" }],
    [{ proofId: null }, { kind: "accepted", proofId: "" }],
    [
      { result: "fault", fault: "certificate" },
      { kind: "unreachable", because: "certificate" },
    ],
    [
      { result: "fault", fault: null },
      { kind: "unreachable", because: "broken" },
    ],
    [
      { result: "fault", fault: "answers" },
      { kind: "unreachable", because: "broken" },
    ],
    [
      { result: "fault", fault: "turned-away" },
      { kind: "unreachable", because: "broken" },
    ],
    [
      { result: "fault", fault: "cancelled" },
      { kind: "unreachable", because: "broken" },
    ],
    [{ result: "needs-tls" }, { kind: "withheld" }],
    [{ result: "needs-consent" }, { kind: "withheld" }],
    [{ result: "not-supported" }, { kind: "not-provable" }],
    [{ result: "locked-out" }, { kind: "locked-out" }],
    [{ result: "cancelled" }, { kind: "cancelled" }],
  ])("%j", async (answer, means) => {
    expect((await proven(answer)).proof).toEqual(means);
  });

  it("that was refused says at which step and in whose words", async () => {
    const { proof } = await proven({ result: "refused", stage: "rcpt", reply });
    expect(proof).toEqual({
      kind: "refused",
      refusal: {
        ...reply,
        stage: "rcpt",
        fault: null,
        secure: true,
        offeredSignIn: null,
        recipients: ["bob@other.test"],
      },
    });
    expect((await proven({ result: "refused", stage: "auth" })).proof).toMatchObject({
      refusal: { stage: "auth", code: null, enhancedCode: null, lines: [] },
    });
  });
});

it("what is under way is ended by its name", async () => {
  const ended: string[] = [];
  const talk = experimentTalk(
    prepared<Api>({
      endOperation: async (operationId) => {
        ended.push(operationId);
        return Promise.resolve(null);
      },
    }),
  );
  await talk.end("fix-1");
  expect(ended).toEqual(["fix-1"]);
});
