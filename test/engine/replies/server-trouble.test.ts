// The server's own passing trouble at the sign-in is no wrong password, whatever its code; and a wrong password stays one,
// whatever is added to it.

import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";

const atSignIn = (text: string) => classify({ text, kind: "smtp-reply", stage: "auth" });

describe("a server in trouble", () => {
  it.each([
    "535 5.7.8 System busy",
    "535 System is busy, please try again later",
    "535 Server busy",
    "535 5.7.8 LDAP server unavailable",
    "535 Authentication failed: LDAP server unavailable",
    "535 Can't contact LDAP server",
    "535 Unable to connect to authentication server",
    "535 5.7.8 authentication database unavailable",
    "535 RADIUS server not responding",
    "535 Can't connect to MySQL server on 'localhost'",
    "535 Database error",
    "554 Backend unavailable",
    "503 Authentication server unavailable",
    "500 System busy",
    "535 SASL authentication failure: cannot connect to saslauthd server: Permission denied",
    "535 Could not verify credentials at this time",
    "535 Authentication timed out",
    "535 Server down for maintenance",
    "535 Login temporarily disabled for maintenance",
    "535 Service unavailable, try again later",
    "535 Please try again later",
    "535 Internal server error",
    "535 Serveur LDAP indisponible",
    "535 Service temporairement indisponible",
    "535 Authentifizierungsserver nicht erreichbar",
    "535 Servizio temporaneamente non disponibile",
    "535 系统繁忙",
  ])("could not check the sign-in just now: %s", (text) => {
    expect(atSignIn(text)).toMatchObject({ subReason: "other", matter: "sign-in-put-off" });
  });

  it.each([
    "535 Authentication failed. Please try again later.",
    "535 Error: authentication failed, please try again later or use web mail",
    "535 Error: authentication failed, system busy",
    "535 Incorrect password, please try again later",
    "535 Your password was not right, try again later",
    "535 5.7.8 Login not right, try again later",
    "535 Please try again",
    "535 Please try again with your full address",
    "535 Username or password incorrect, or service temporarily unavailable",
    "535 LDAP: error code 49 - Invalid Credentials",
    "535 LDAP authentication failed",
    "535 Password not found in database",
    "535 Password backend error: wrong password",
  ])("is not what a refused password says: %s", (text) => {
    const { reason, matter } = atSignIn(text);
    expect([reason, matter]).toEqual(["auth-failed", undefined]);
  });

  it.each([
    ["535 System busy, too many failed logins", "rate-limit"],
    ["535 Account temporarily blocked, try again later", "auth-failed"],
  ])("is none where signing in was closed: %s", (text, meaning) => {
    const { reason, subReason, matter } = atSignIn(text);
    expect([subReason ?? reason, matter]).toEqual([meaning, "locked-out"]);
  });

  it.each(["550 LDAP server unavailable", "550 System busy", "451 4.3.0 LDAP lookup error"])(
    "says at the recipient nothing of a sign-in: %s",
    (text) => {
      const said = classify({ text, kind: "smtp-reply", stage: "rcpt" });
      expect(said).toMatchObject({ subReason: "other", confidence: "certain" });
      expect(said.matter).toBeUndefined();
    },
  );
});
