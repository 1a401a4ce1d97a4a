import { afterEach, describe, expect, it } from "vitest";
import type { SMTPServerOptions } from "smtp-server";
import { patience } from "../../src/engine/smtp/limits.js";
import { makeCertificates } from "./certificates.js";
import { account, closePeers, smtpPeer } from "./peers.js";
import { runProbe, runProof } from "./run-session.js";

const certificates = makeCertificates();
const { authority, right } = certificates;

afterEach(closePeers);

describe.each([
  ["STARTTLS", "starttls", {}],
  ["TLS from the start", "tls", { secure: true }],
] as const)("over %s", (_, security, options) => {
  const start = async (more: SMTPServerOptions = {}) => {
    const peer = await smtpPeer({ ...options, ...right, ...more });
    return { peer, to: { port: peer.port, security, authority } };
  };

  it("the right settings are accepted, and nothing is sent", async () => {
    const { peer, to } = await start();
    const result = await runProof(to);
    expect(result).toMatchObject({ outcome: { kind: "accepted" }, logIns: 1 });
    expect(peer.heard).toEqual({
      logIns: [account.userName],
      senders: ["alice@example.com"],
      recipients: ["bob@example.net"],
      messages: 0,
    });
  });

  it("a wrong password is one log-in, and the last", async () => {
    const { peer, to } = await start();
    const result = await runProof(to, {
      credentials: { kind: "password", userName: account.userName, secret: "wrong" },
    });
    expect(result).toMatchObject({ outcome: { kind: "refused", stage: "auth", code: 535 }, logIns: 1 });
    expect(peer.heard).toMatchObject({ logIns: [account.userName], senders: [] });
  });

  it.each([
    ["encrypted-password", "CRAM-MD5"],
    ["oauth2", "XOAUTH2"],
  ] as const)("%s signs in with %s", async (signIn, mechanism) => {
    const { to } = await start();
    const { userName, password, token } = account;
    const credentials =
      signIn === "oauth2"
        ? ({ kind: "token", userName, secret: token } as const)
        : ({ kind: "password", userName, secret: password } as const);
    const result = await runProof(to, { signIn, credentials });
    expect(result).toMatchObject({ outcome: { kind: "accepted" } });
    expect(result.transcript.join()).toContain(`C: AUTH ${mechanism}`);
  });

  it("a wrong token is told apart by the server's own words", async () => {
    const { to } = await start();
    const credentials = { kind: "token", userName: account.userName, secret: "stale" } as const;
    const result = await runProof(to, { signIn: "oauth2", credentials });
    expect(result).toMatchObject({ outcome: { kind: "refused", stage: "auth" }, logIns: 1 });
  });

  it("LOGIN is used where PLAIN is not offered", async () => {
    const { to } = await start({ authMethods: ["LOGIN"] });
    expect(await runProof(to)).toMatchObject({ outcome: { kind: "accepted" } });
  });

  it("a refused recipient is told", async () => {
    const { to } = await start({
      onRcptTo: (_address, _session, done) => {
        done(Object.assign(new Error("relay not permitted"), { responseCode: 550 }));
      },
    });
    expect((await runProof(to)).outcome).toMatchObject({
      kind: "refused",
      stage: "rcpt",
      code: 550,
    });
  });

  it("a refused sender is reported as such", async () => {
    const { to } = await start({
      onMailFrom: (_address, _session, done) => {
        done(Object.assign(new Error("not yours"), { responseCode: 553 }));
      },
    });
    expect((await runProof(to)).outcome).toMatchObject({ kind: "refused", stage: "mail", code: 553 });
  });

  it("a refused connection says why", async () => {
    const { to } = await start({
      onConnect: (_session, done) => {
        done(Object.assign(new Error("no access from here"), { responseCode: 554 }));
      },
    });
    expect((await runProof(to)).outcome).toMatchObject({ kind: "refused", stage: "greeting", code: 554 });
  });

  it.each([
    ["otherName", "other-name", ["shared.example.net", "*.hosting.example"]],
    ["selfSigned", "self-signed", ["localhost"]],
    ["expired", "expired", ["localhost"]],
  ] as const)(
    "a certificate that is %s stops before the log-in and tells its names",
    async (which, reason, names) => {
      const { peer, to } = await start(certificates[which]);
      const result = await runProof(to);
      expect(result).toMatchObject({
        outcome: {
          kind: "fault",
          stage: security === "tls" ? "connect" : "starttls",
          fault: { kind: "certificate", reason, names },
        },
        logIns: 0,
      });
      expect(peer.heard.logIns).toEqual([]);
    },
  );

  it("an authority nobody knows is told apart from a self-signed certificate", async () => {
    const { to } = await start();
    const unknown = { port: to.port, security };
    const { outcome } = await runProof(unknown);
    expect(outcome).toMatchObject({
      fault: { kind: "certificate", reason: "untrusted" },
    });
  });

  it("a probe tells what is offered and signs in nowhere", async () => {
    const { peer, to } = await start();
    expect((await runProbe(to)).server).toMatchObject({
      kind: "capabilities",
      signIn: ["PLAIN", "LOGIN", "CRAM-MD5", "XOAUTH2"],
      pipelining: true,
    });
    expect(peer.heard.logIns).toEqual([]);
  });
});

describe("without TLS", () => {
  it("no password is given", async () => {
    const peer = await smtpPeer({ ...right, disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const to = { port: peer.port, security: "none" } as const;
    expect((await runProof(to)).outcome).toEqual({ kind: "not-tried" });
    expect(peer.heard.logIns).toEqual([]);
  });

  it("a server without STARTTLS is not signed in to where STARTTLS is set", async () => {
    const peer = await smtpPeer({ ...right, disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const result = await runProof({ port: peer.port, security: "starttls" });
    expect(result).toMatchObject({ outcome: { fault: { kind: "starttls-not-offered" } }, logIns: 0 });
  });

  it("a server that offers no sign-in is told apart", async () => {
    const peer = await smtpPeer({ ...right, disabledCommands: ["AUTH"] });
    const result = await runProof({ port: peer.port, security: "starttls", authority });
    expect(result).toMatchObject({ outcome: { kind: "no-sign-in-offered" }, logIns: 0 });
  });

  it("a probe finds out whether this network may send", async () => {
    const peer = await smtpPeer({ ...right, authOptional: true });
    const envelope = { from: "alice@example.com", recipients: ["bob@example.net"] };
    const result = await runProbe({ port: peer.port, security: "none" }, { envelope });
    expect(result).toMatchObject({ envelope: { kind: "accepted" } });
    expect(peer.heard.messages).toBe(0);
  });
});

describe("security and port that do not fit", () => {
  it("TLS spoken to a plain port", async () => {
    const peer = await smtpPeer(right);
    expect((await runProbe({ port: peer.port, security: "tls", authority })).server).toMatchObject({
      kind: "fault",
      stage: "connect",
      fault: { kind: "tls" },
    });
  });

  it("plain text spoken to a TLS port, which waits for the client", async () => {
    const peer = await smtpPeer({ ...right, secure: true });
    const hurried = { patience: { ...patience, greeting: 0.1, unknown: 0.3 } };
    const result = await runProbe({ port: peer.port, security: "starttls" }, hurried);
    expect(result.server).toEqual({ kind: "fault", stage: "greeting", fault: { kind: "timeout" } });
  });
});
