import { describe, expect, it } from "vitest";
import { probe, type ProbeRequest } from "../../../src/engine/smtp/probe.js";
import { playTranscript } from "../../fakes/play-transcript.js";
import { breakAt, probeRequest, toTls } from "./requests.js";

function play(script: readonly string[], change: Partial<ProbeRequest> = {}) {
  const { result, left } = playTranscript(probe({ ...probeRequest, ...change }), script);
  expect(left).toEqual([]);
  return result;
}

/** Its answer is left to the stream. */
const quit = ["C: QUIT"];
const envelope = { from: "alice@example.com", recipients: ["bob@example.net"], messageSize: null };

describe("a probe", () => {
  it("tells what is offered before and inside TLS, and never signs in", () => {
    const result = play([...toTls, ...quit]);
    expect(result).toMatchObject({
      end: { kind: "looked" },
      greeting: ["mail.example.com ESMTP"],
      beforeTls: { startTls: true, signIn: [] },
      insideTls: { startTls: false, signIn: ["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"], maximumSize: 1000 },
      secure: true,
      envelope: null,
    });
    expect(result.transcript.some((line) => line.startsWith("C: AUTH"))).toBe(false);
  });

  it("tells what was seen before it failed", () => {
    const result = play(breakAt(toTls, "TLS", "fault certificate"));
    expect(result).toMatchObject({
      end: { kind: "fault", stage: "starttls", fault: { kind: "certificate" } },
      beforeTls: { startTls: true },
      insideTls: null,
      secure: false,
    });
  });

  it("without TLS looks once", () => {
    const script = ["S: 220 x", "C: EHLO [192.0.2.7]", "S: 250-x", "S: 250 AUTH LOGIN", ...quit];
    expect(play(script, { security: "none" })).toMatchObject({
      beforeTls: { signIn: ["LOGIN"] },
      insideTls: null,
    });
  });

  it("falls back to HELO where EHLO is unknown", () => {
    const script = [
      "S: 220 x",
      "C: EHLO [192.0.2.7]",
      "S: 502 what",
      "C: HELO [192.0.2.7]",
      "S: 250 x",
      ...quit,
    ];
    expect(play(script, { security: "none" })).toMatchObject({
      beforeTls: { extended: false, keywords: [] },
    });
  });

  it("calls itself what it was told to", () => {
    const script = ["S: 220 x", "C: EHLO desk.example.com", "S: 250 x", ...quit];
    expect(play(script, { security: "none", clientName: "desk.example.com" }).end).toEqual({
      kind: "looked",
    });
  });

  it("names a firewall that rewrites the greeting", () => {
    const script = ["S: 220 ****************2******0*", "C: EHLO [192.0.2.7]", "S: 250-x", "S: 250 XXXXXXXA"];
    expect(play(script)).toMatchObject({
      interceptor: "firewall",
      end: { kind: "fault", fault: { kind: "starttls-not-offered" } },
    });
  });

  it("can ask whether this network may send without a log-in", () => {
    const flight = ["C: MAIL FROM:<alice@example.com>", "C: RCPT TO:<bob@example.net>", "C: RSET", "C: QUIT"];
    const accepted = play([...toTls, ...flight, "S: 250 x", "S: 250 x", "S: 250 x", "S: 221 x"], {
      envelope,
    });
    const refused = play(
      [...toTls, ...flight, "S: 250 x", "S: 550 relay not permitted", "S: 250 x", "S: 221 x"],
      {
        envelope,
      },
    );
    expect(accepted.envelope).toEqual({ kind: "accepted" });
    expect(refused).toMatchObject({
      end: { kind: "looked" },
      envelope: { kind: "refused", stage: "rcpt", code: 550 },
    });
  });

  it("gives no address that could smuggle in a command", () => {
    const result = play([...toTls, ...quit], { envelope: { ...envelope, from: "a@b>\r\nDATA\r\n<" } });
    expect(result).toMatchObject({ end: { kind: "looked" }, envelope: null });
  });
});

describe("a probe of something else", () => {
  it.each([
    ["imap", "S: * OK Dovecot ready."],
    ["pop3", "S: +OK ready"],
    ["ssh", "S: SSH-2.0-OpenSSH_9.2"],
    ["ftp", "S: 220 ProFTPD Server (Debian)"],
    ["nntp", "S: 200 news.example.com ready"],
    ["imap", "S- * OK cut of"],
  ] as const)("recognises %s by %j", (peer, line) => {
    expect(play([line]).end).toMatchObject({
      kind: "fault",
      stage: "greeting",
      fault: { kind: "not-smtp", peer },
    });
  });

  it("pokes a silent peer once: HTTP answers", () => {
    const result = play(["connected", "fault timeout", "C: QUIT", "C: ", "S: HTTP/1.1 400 Bad Request"]);
    expect(result.end).toMatchObject({ kind: "fault", fault: { kind: "not-smtp", peer: "http" } });
  });

  it("calls it silent where that does not help either", () => {
    const result = play(["connected", "fault timeout", "C: QUIT", "C: ", "fault timeout"]);
    expect(result.end).toEqual({ kind: "fault", stage: "greeting", fault: { kind: "timeout" } });
  });

  it("shows what it cannot name", () => {
    expect(play(["S: Welcome to my server"]).end).toEqual({
      kind: "fault",
      stage: "greeting",
      fault: { kind: "malformed", text: "Welcome to my server" },
    });
  });
});
