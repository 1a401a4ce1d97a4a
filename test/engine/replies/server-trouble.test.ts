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
    "535 database is locked",
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
    "535 Login failed: database error",
    "535 Anmeldung fehlgeschlagen: Authentifizierungsserver nicht erreichbar",
    "535 Échec de l'authentification : service temporairement indisponible",
  ])("could not check the sign-in just now: %s", (text) => {
    expect(atSignIn(text)).toMatchObject({ subReason: "other", matter: "sign-in-put-off" });
  });

  it.each([
    "535 Authentication failed. Please try again later.",
    "535 Error: authentication failed, please try again later or use web mail",
    "535 Error: authentication failed, system busy",
    "535 Authentication failed: system busy",
    "535 Authentication failed. Service busy",
    "535 认证失败，系统繁忙",
    "535 authentication failed: saslauthd rejected it",
    "535 Incorrect password, please try again later",
    "535 Your password was not right, try again later",
    "535 5.7.8 Login not right, try again later",
    "535 Please try again",
    "535 Please try again with your full address",
    "535 Username or password incorrect, or service temporarily unavailable",
    "535 LDAP: error code 49 - Invalid Credentials",
    "535 LDAP authentication failed",
    "535 SMTP service is not available for free accounts",
    "535 Password not found in database",
    "535 Password backend error: wrong password",
    "535 Temporary authentication failure: incorrect password",
    "535 Your user name or password do not match, or server busy",
    "535 The password you entered is wrong, or the service is unavailable - try later",
    "535 Authentication credentials rejected, or service temporarily unavailable",
    "535 Database lookup failed: user not found",
    "535 Incorrect authentication data, or local problem",
    "535 Benutzername oder Passwort falsch oder Dienst derzeit nicht verfügbar",
    "535 Anmeldung fehlgeschlagen. Passwort falsch oder Server vorübergehend nicht erreichbar",
    "535 Authentification refusée : mot de passe incorrect ou service temporairement indisponible",
    "535 Nom d'utilisateur invalide ou serveur actuellement indisponible",
    "535 Usuario o contraseña incorrectos, o servicio temporalmente no disponible",
    "535 Credenziali non valide o servizio temporaneamente non disponibile",
    "535 Nieprawidłowy login lub usługa chwilowo niedostępna",
    "535 Wachtwoord onjuist of dienst tijdelijk niet beschikbaar",
    "535 Ошибка аутентификации: неверный пароль или сервис временно недоступен",
    "535 用户名或密码错误，或系统忙",
    "535 パスワードが正しくありません。メンテナンス中の可能性があります",
  ])("is not what a refused password says: %s", (text) => {
    const { reason, matter } = atSignIn(text);
    expect([reason, matter]).toEqual(["auth-failed", undefined]);
  });

  it.each([
    ["535 System busy, too many failed logins", "rate-limit"],
    ["535 Server busy, please wait 10 minutes", "other"],
    ["535 Account temporarily locked, server overloaded", "other"],
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

// Thunderbird 153 itself: it tries what was put off once more on a second connection, and begins with the next message on both.
it.each([
  "503 5.5.1 Error: nested MAIL command",
  "503 sender already given",
  "503 5.5.0 Sender already specified",
])("words of a step that came twice are no cause that a setting cures: %s", (text) => {
  expect(classify({ text, stage: "mail" })).toMatchObject({ subReason: "other", confidence: "certain" });
});
