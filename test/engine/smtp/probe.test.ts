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
const envelope = { from: "alice@example.com", recipients: ["bob@example.net"] };

describe("a probe", () => {
  it("tells what is offered inside TLS, and never signs in", () => {
    expect(play([...toTls, ...quit])).toMatchObject({
      server: { kind: "capabilities", startTls: false, signIn: ["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"] },
      envelope: null,
    });
  });

  it("tells why it came no further", () => {
    expect(play(breakAt(toTls, "TLS", "fault certificate"))).toMatchObject({
      server: { kind: "fault", stage: "starttls", fault: { kind: "certificate" } },
      envelope: null,
    });
  });

  it("without TLS looks once", () => {
    const script = ["S: 220 x", "C: EHLO [192.0.2.7]", "S: 250-x", "S: 250 AUTH LOGIN", ...quit];
    expect(play(script, { security: "none" }).server).toMatchObject({ signIn: ["LOGIN"] });
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
    expect(play(script, { security: "none" }).server).toMatchObject({ kind: "capabilities", signIn: [] });
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
      server: { kind: "capabilities" },
      envelope: { kind: "refused", stage: "rcpt", code: 550 },
    });
  });

  it("gives no address that could smuggle in a command", () => {
    const result = play([...toTls, ...quit], { envelope: { ...envelope, from: "a@b>\r\nDATA\r\n<" } });
    expect(result).toMatchObject({ server: { kind: "capabilities" }, envelope: null });
  });

  it("gives no recipient that is none: it would be asked about nobody", () => {
    const result = play([...toTls, ...quit], { envelope: { ...envelope, recipients: [""] } });
    expect(result).toMatchObject({ server: { kind: "capabilities" }, envelope: null });
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
    expect(play([line]).server).toMatchObject({
      kind: "fault",
      stage: "greeting",
      fault: { kind: "not-smtp", peer },
    });
  });

  it("pokes a silent peer once: HTTP answers", () => {
    const result = play(["connected", "fault timeout", "C: QUIT", "C: ", "S: HTTP/1.1 400 Bad Request"]);
    expect(result.server).toMatchObject({ kind: "fault", fault: { kind: "not-smtp", peer: "http" } });
  });

  it("calls it silent where that does not help either", () => {
    const result = play(["connected", "fault timeout", "C: QUIT", "C: ", "fault timeout"]);
    expect(result.server).toEqual({ kind: "fault", stage: "greeting", fault: { kind: "timeout" } });
  });

  it("shows what it cannot name", () => {
    expect(play(["S: Welcome to my server"]).server).toEqual({
      kind: "fault",
      stage: "greeting",
      fault: { kind: "malformed" },
    });
  });
});
