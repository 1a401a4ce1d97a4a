import { describe, expect, it } from "vitest";
import { limits } from "../../../src/engine/smtp/limits.js";
import { prove, type ProofRequest } from "../../../src/engine/smtp/proof.js";
import { playTranscript, type Playing } from "../../fakes/play-transcript.js";
import { breakAt, password, plainMessage, proofRequest, soundProof } from "./requests.js";

function play(script: readonly string[], change: Partial<ProofRequest> = {}, playing: Playing = {}) {
  return playTranscript(prove({ ...proofRequest, ...change }), script, playing);
}

/** Its answer is left to the stream. */
const quit = ["C: QUIT"];
const envelope = soundProof.slice(-8);

describe("a proof", () => {
  it("signs in, gives sender and recipient, and sends nothing", () => {
    const { result, left } = play(soundProof);
    expect(result).toMatchObject({
      outcome: { kind: "accepted" },
      logIns: 1,
    });
    expect(left).toEqual([]);
    expect(result.transcript.some((line) => line.startsWith("C: DATA"))).toBe(false);
  });

  it("waits as rarely as the protocol allows: greeting, EHLO, STARTTLS, EHLO, AUTH, envelope", () => {
    expect(play(soundProof).waits).toBe(6);
  });

  it("reads the same in whatever pieces the replies come", () => {
    const whole = play(soundProof).result;
    for (const pieces of [1, 2, 3, 7]) {
      expect(play(soundProof, {}, { pieces }).result).toEqual(whole);
    }
  });

  it("takes one command at a time where PIPELINING is not offered", () => {
    const script = soundProof.filter((line) => line !== "S: 250-PIPELINING").slice(0, -8);
    const { result, left } = play([
      ...script,
      ...["C: MAIL FROM:<alice@example.com>", "S: 250 ok", "C: RCPT TO:<bob@example.net>", "S: 250 ok"],
      ...["C: RSET", "S: 250 ok", ...quit],
    ]);
    expect(result.outcome).toEqual({ kind: "accepted" });
    expect(left).toEqual([]);
  });

  it("with TLS from the start needs one EHLO", () => {
    const { result } = play(
      [
        ...["S: 220 x", "C: EHLO [192.0.2.7]", "S: 250-x", "S: 250-PIPELINING", "S: 250 AUTH PLAIN"],
        ...[`C: AUTH PLAIN ${plainMessage}`, "S: 235 ok", ...envelope],
      ],
      { security: "tls" },
    );
    expect(result).toMatchObject({ outcome: { kind: "accepted" } });
  });

  it("gives SMTPUTF8 only as needed", () => {
    const script = soundProof
      .map((line) => (line === "S: 250-SIZE 1000" ? "S: 250-SIZE 1000\r\n250-SMTPUTF8" : line))
      .map((line) =>
        line.replace("C: MAIL FROM:<alice@example.com>", "C: MAIL FROM:<älice@example.com> SMTPUTF8"),
      );
    const { result } = play(script, {
      envelope: { from: "älice@example.com", recipients: ["bob@example.net"] },
    });
    expect(result.outcome).toEqual({ kind: "accepted" });
  });

  it("tells that one of the recipients was refused", () => {
    const script = soundProof.flatMap((line) =>
      line === "C: RSET"
        ? ["C: RCPT TO:<carol@example.net>", line]
        : line === "S: 250 2.0.0 reset"
          ? ["S: 550 5.7.1 no", line]
          : [line],
    );
    const { result, left } = play(script, {
      envelope: { ...proofRequest.envelope, recipients: ["bob@example.net", "carol@example.net"] },
    });
    expect(result.outcome).toMatchObject({
      kind: "refused",
      stage: "rcpt",
      code: 550,
    });
    expect(left).toEqual([]);
  });

  it("reports the sender's refusal, not the refusals that follow from it", () => {
    const script = breakAt(
      soundProof,
      "S: 250 2.1.0 ok",
      "S: 553 5.7.1 not yours",
      "S: 503 5.5.1 MAIL first",
      "S: 250 ok",
    );
    expect(play(script).result.outcome).toEqual({
      kind: "refused",
      stage: "mail",
      code: 553,
      enhancedCode: "5.7.1",
      lines: ["not yours"],
    });
  });

  it("keeps a refusal even where the server hangs up right after it", () => {
    const script = breakAt(soundProof, "S: 250 2.1.0 ok", "S: 421 4.7.0 too many errors");
    expect(play(script).result.outcome).toMatchObject({ kind: "refused", stage: "mail", code: 421 });
  });
});

describe("a proof, refused", () => {
  it.each([
    ["greeting", "S: 220 mail.example.com ESMTP", "554 5.7.1 go away", quit],
    ["ehlo", "S: 250-mail.example.com", "550 5.7.1 who are you", quit],
    ["starttls", "S: 220 go ahead", "454 4.7.0 not now", quit],
    ["auth", "S: 235 2.7.0 welcome", "535 5.7.8 wrong", quit],
    ["mail", "S: 250 2.1.0 ok", "553 5.7.1 not yours", ["S: 503 x", "S: 250 x", "S: 221 x"]],
    ["rcpt", "S: 250 2.1.5 ok", "550 5.7.1 relay not permitted", ["S: 250 x", "S: 221 x"]],
  ] as const)("at %s says so", (stage, line, reply, rest) => {
    const { result, left } = play(breakAt(soundProof, line, `S: ${reply}`, ...rest));
    const [code, enhancedCode, ...words] = reply.split(" ");
    expect(result.outcome).toMatchObject({
      kind: "refused",
      stage,
      code: Number(code),
      enhancedCode,
      lines: [words.join(" ")],
    });
    expect(left).toEqual([]);
  });
});

describe("a proof, cut short", () => {
  const octets = soundProof
    .filter((line) => line.startsWith("S: "))
    .reduce((sum, line) => sum + line.slice(3).length + 2, 0);
  const answers = (after: number) => play(soundProof, {}, { dropAfter: after }).result;

  it("at any octet up to the last recipient's reply is never taken for accepted", () => {
    const decided = octets - "250 2.0.0 reset\r\n221 2.0.0 bye\r\n".length;
    for (let after = 0; after < decided; after++) {
      expect(answers(after).outcome).toMatchObject({ kind: "fault", fault: { kind: "closed" } });
    }
    for (let after = decided; after <= octets; after++) {
      expect(answers(after).outcome).toEqual({ kind: "accepted" });
    }
  });

  it("never makes more than one log-in, nor forgets the one it made", () => {
    const made = soundProof.indexOf("S: 235 2.7.0 welcome");
    const before = soundProof.slice(0, made).filter((line) => line.startsWith("S: "));
    const asked = before.reduce((sum, line) => sum + line.slice(3).length + 2, 0);
    for (let after = 0; after <= octets; after++) {
      expect(answers(after).logIns).toBe(after < asked ? 0 : 1);
    }
  });

  it.each(["unknown-host", "refused", "timeout", "network"])("by %s while connecting says so", (kind) => {
    expect(play([`fault ${kind}`]).result.outcome).toMatchObject({
      kind: "fault",
      stage: "connect",
      fault: { kind },
    });
  });

  it("by the certificate belongs to STARTTLS, also where it shows only at the next reply", () => {
    const early = breakAt(soundProof, "TLS", "fault certificate");
    const late = [...breakAt(soundProof, "TLS", "TLS", "C: EHLO [192.0.2.7]"), "fault certificate"];
    for (const script of [early, late]) {
      expect(play(script).result).toMatchObject({
        outcome: {
          kind: "fault",
          stage: "starttls",
          fault: { kind: "certificate", names: ["shared.example.net"] },
        },
        logIns: 0,
      });
    }
  });

  it("by the certificate or the handshake with TLS from the start belongs to the connection", () => {
    for (const kind of ["certificate", "tls"]) {
      for (const script of [[`fault ${kind}`], ["connected", `fault ${kind}`]]) {
        const { result } = play(script, { security: "tls" });
        expect(result).toMatchObject({
          outcome: { kind: "fault", stage: "connect", fault: { kind } },
        });
      }
    }
  });

  it("by an endless reply stops", () => {
    const endless = Array.from({ length: 1000 }, () => "S: 250-x");
    const { result } = play(breakAt(soundProof, "S: 250-mail.example.com", ...endless));
    expect(result.outcome).toEqual({
      kind: "fault",
      stage: "ehlo",
      fault: { kind: "limit", limit: "lines" },
    });
  });

  it("by a 10 MB line stops", () => {
    const { result } = play([`S: 220 ${"x".repeat(10_000_000)}`], {}, { pieces: 65_536 });
    expect(result.outcome).toEqual({
      kind: "fault",
      stage: "greeting",
      fault: { kind: "limit", limit: "line" },
    });
  });
});

describe("STARTTLS", () => {
  it("with words after the 220 is an attack", () => {
    for (const extra of ["S: 250 AUTH PLAIN", "S- 2", "S- 250-x\r\n"]) {
      const { result } = play(breakAt(soundProof, "TLS", extra, "TLS"));
      expect(result).toMatchObject({
        outcome: { kind: "fault", stage: "starttls", fault: { kind: "injected" } },
        logIns: 0,
      });
    }
  });

  it("forgets what was announced in plain text", () => {
    const { result } = play([
      ...["S: 220 x", "C: EHLO [192.0.2.7]", "S: 250-x", "S: 250-AUTH PLAIN", "S: 250 STARTTLS"],
      ...["C: STARTTLS", "S: 220 x", "TLS", "C: EHLO [192.0.2.7]", "S: 250 x", ...quit],
    ]);
    expect(result).toMatchObject({ outcome: { kind: "no-sign-in-offered" }, logIns: 0 });
  });

  it("that is not offered is never done without", () => {
    const { result } = play(["S: 220 x", "C: EHLO [192.0.2.7]", "S: 250-x", "S: 250 AUTH PLAIN"]);
    expect(result).toMatchObject({
      outcome: { kind: "fault", stage: "starttls", fault: { kind: "starttls-not-offered" } },
      logIns: 0,
    });
  });
});

describe("before any connection a proof stops", () => {
  it.each<[string, Partial<ProofRequest>]>([
    ["a password that would go in clear", { security: "none" }],
    [
      "an address that smuggles in a command",
      { envelope: { ...proofRequest.envelope, from: "a@b>\r\nDATA" } },
    ],
    ["an address with a space", { envelope: { ...proofRequest.envelope, recipients: ["a@b c"] } }],
    ["an address of nobody", { envelope: { ...proofRequest.envelope, recipients: [""] } }],
  ])("for %s", (_, change) => {
    const { result, waits } = play([], change);
    expect(result.outcome).toEqual({ kind: "not-tried" });
    expect(waits).toBe(0);
  });
});

describe("to a server without SMTPUTF8", () => {
  it("a recipient that is not ASCII is not given: the sender alone is", () => {
    const script = soundProof.filter((line) => !/^C: RCPT|2\.1\.5/.test(line));
    const { result, left } = play(script, {
      envelope: { ...proofRequest.envelope, recipients: ["bøb@example.net"] },
    });
    expect(result).toMatchObject({ outcome: { kind: "accepted" }, logIns: 1 });
    expect(left).toEqual([]);
  });
});

describe("the transcript", () => {
  it("never holds password, token or challenge, even where the server repeats them", () => {
    const echoing = `S: 535 5.7.8 bad ${plainMessage} for ${password}`;
    const { result } = play([...breakAt(soundProof, "S: 235 2.7.0 welcome", echoing), ...quit]);
    const told = JSON.stringify(result);
    expect(told).not.toContain(plainMessage);
    expect(told).not.toContain(password);
    expect(result.transcript).toContain("C: AUTH PLAIN ***");
    expect(result.transcript).toContain("S: 535 5.7.8 bad *** for ***");
  });

  it("holds no half of a password that the server repeats in two lines", () => {
    const [first, second] = [password.slice(0, 5), password.slice(5)];
    const halves = [`S: 535-5.7.8 not ${first}`, `S: 535 5.7.8 ${second}.`];
    const { result } = play([...breakAt(soundProof, "S: 235 2.7.0 welcome", ...halves), ...quit]);
    expect(result.transcript).toEqual(expect.arrayContaining(["S: 535-5.7.8 not ***", "S: 535 5.7.8 ***."]));
    expect(JSON.stringify(result)).not.toContain(second);
  });

  it("is bounded, line by line", () => {
    const wordy = Array.from({ length: 15 }, () => `S: 220-${"x".repeat(3000)}`);
    const { result } = play([...wordy, ...soundProof]);
    expect(result.outcome).toEqual({ kind: "accepted" });
    expect(Math.max(...result.transcript.map((line) => line.length))).toBe(limits.transcriptLine);
  });
});
