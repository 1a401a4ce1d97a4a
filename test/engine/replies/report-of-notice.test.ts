// A notice of delivery as evidence: whose refusal is kept, and which words of whom.

import { describe, expect, it } from "vitest";
import type { Fate } from "../../../src/engine/dsn/notice.js";
import { reportOfNotice } from "../../../src/engine/replies/report-of-notice.js";

const failed: Fate = {
  recipient: "carol@elsewhere.test",
  status: "5.0.0",
  reply: { code: 550, enhancedCode: "5.1.1", text: "550 5.1.1 no such user" },
  words: "550 5.1.1 no such user",
  wordsFrom: "diagnostic-code",
  event: "failed",
  refuser: { kind: "remote", name: "mx.elsewhere.test" },
  stage: "rcpt",
  retryUntil: null,
};
const silent: Fate = { ...failed, reply: null, words: "No such user.", wordsFrom: "whole-text" };

function reported(...fates: readonly Fate[]): ReturnType<typeof reportOfNotice> {
  return reportOfNotice({ reportingServer: "mail.example.test", byFields: true, fates });
}

describe("what a fate says", () => {
  it("is the reply, with its own code before the field's", () => {
    expect(reported(failed)?.notice?.fates).toEqual([
      {
        recipient: "carol@elsewhere.test",
        event: "failed",
        code: 550,
        enhancedCode: "5.1.1",
        lines: ["no such user"],
      },
    ]);
  });

  it.each(["failed", "delayed"] as const)(
    "without a reply is the notice's words where it has %s",
    (event) => {
      expect(reported({ ...silent, event })?.notice?.fates).toMatchObject([
        { code: null, enhancedCode: "5.0.0", lines: ["No such user."] },
      ]);
    },
  );

  it.each(["delivered", "relayed", "expanded"] as const)("is nothing where the mail was %s", (event) => {
    const report = reported({ ...silent, event });
    expect(report?.notice?.fates[0]?.lines).toEqual([]);
    expect(report?.refusal).toBeNull();
  });

  it("of somebody unnamed has no name", () => {
    expect(reported({ ...failed, recipient: null })).toMatchObject({
      refusal: { recipients: [] },
      notice: { fates: [{ recipient: "" }] },
    });
  });
});

describe("the refusal", () => {
  it("is the first fate's, for all who had the same, each once", () => {
    const report = reported(failed, { ...failed, recipient: "dave@elsewhere.test" }, failed, {
      ...silent,
      event: "delayed",
      recipient: "erin@elsewhere.test",
    });
    expect(report?.refusal).toMatchObject({
      stage: "rcpt",
      code: 550,
      enhancedCode: "5.1.1",
      lines: ["no such user"],
      fault: null,
      recipients: ["carol@elsewhere.test", "dave@elsewhere.test"],
    });
  });

  it.each([
    [{ kind: "remote", name: "mx.elsewhere.test" }, "mx.elsewhere.test"],
    [{ kind: "remote", name: null }, null],
    [{ kind: "reporter" }, "mail.example.test"],
    [{ kind: "nobody" }, null],
    [{ kind: "unknown" }, null],
  ] as const)("of %j was a server's: %s", (refuser, server) => {
    expect(reported({ ...failed, refuser })?.refusingServer).toBe(server);
  });
});

it("of many recipients twenty are told of", () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ ...failed, recipient: `u${String(at)}@e.test` }));
  const report = reported(...many);
  expect(report?.notice?.fates).toHaveLength(20);
  expect(report?.refusal?.recipients).toEqual(many.slice(0, 20).map(({ recipient }) => recipient));
});

it("a notice without fates is no report", () => {
  expect(reported()).toBeNull();
});
