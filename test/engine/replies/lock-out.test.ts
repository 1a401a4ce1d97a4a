// Words of lock-out in every language of the catalogue, and what only sounds like them.

import { describe, expect, it } from "vitest";
import { fold } from "../../../src/engine/replies/fold.js";
import { lockOutWords, saysLockOut } from "../../../src/engine/replies/lock-out.js";
import { withoutClasses } from "./pattern-source.js";

const said = (line: string, stage: "auth" | "rcpt" | "connect" = "auth"): boolean =>
  saysLockOut({ stage, code: Number(line.slice(0, 3)), lines: [line.slice(4)] });

describe("a server that has shut the user out", () => {
  const { tooManyTries, accountLocked } = lockOutWords;

  it.each([...tooManyTries, ...accountLocked])("$said", ({ said: sentence, pattern }) => {
    expect(pattern.test(fold(sentence))).toBe(true);
    expect(pattern.flags).toBe("");
    expect(withoutClasses(pattern.source)).not.toMatch(/[*+]|\{\d+,\}/);
    expect(said(sentence)).toBe(true);
  });

  it.each(tooManyTries)("$said, wherever it says so", ({ said: sentence }) => {
    expect(said(sentence, "connect")).toBe(true);
    expect(said(sentence, "rcpt")).toBe(true);
  });

  it.each([
    "535 Too many bad auth attempts",
    "535 5.7.8 account temporarily locked",
    "535 Account disabled due to repeated authentication failures",
    "535 login attempts exceeded",
    "535 Zu viele fehlgeschlagene Anmeldeversuche",
    "535 Trop de tentatives de connexion",
    "421 Too many failed logins",
    "535 5.7.0 Too many authentication failures, try again later",
    "535-5.7.8 Your account has been locked out. 5.7.8 Contact your administrator",
    "550 5.7.1 Your IP address has been temporarily blocked due to too many failed login attempts",
    "454 4.7.0 Temporary authentication failure",
    "421 4.7.0 Try again later, closing connection",
    "535 5.7.8 Maximum login attempts reached for alice@example.test",
    "535 Ihr Konto wurde vorübergehend gesperrt",
    "535 Compte verrouillé",
    "535 Учетная запись заблокирована",
  ])("%s", (line) => {
    expect(said(line)).toBe(true);
  });
});

describe("a server that has not", () => {
  it.each([
    "535 5.7.8 Error: authentication failed",
    "535 Incorrect authentication data",
    "535 5.7.8 Username and Password not accepted",
    "535 Anmeldung fehlgeschlagen",
    "534 5.7.9 Application-specific password required",
    "530 5.7.0 Authentication required",
    "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant",
  ])("%s", (line) => {
    expect(said(line)).toBe(false);
  });

  it.each([
    "550 relay not permitted",
    "454 4.7.1 Relay access denied",
    "452 4.5.3 Too many recipients",
    "421 4.7.0 Too many connections from your host",
    "451 4.7.1 Too many messages, slow down",
    "550 5.1.1 User unknown",
    "554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org",
    "550 5.7.1 <bob@elsewhere.test>: Recipient address rejected: User temporarily locked",
    "550 5.7.606 Access denied, banned sending IP [192.0.2.1]",
    "554 This IP has been temporarily blocked for attempting to send too many messages",
    "450 4.2.0 Greylisted, please try again in 5 minutes",
  ])("%s, at the recipient", (line) => {
    expect(said(line, "rcpt")).toBe(false);
  });
});

it("takes time linear in what the server says", () => {
  expect(saysLockOut({ stage: "auth", code: 535, lines: ["too many ".repeat(20_000)] })).toBe(true);
});
