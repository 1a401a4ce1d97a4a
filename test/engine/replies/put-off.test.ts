// What a server could not check, as it is known where log-ins are made: never more than the page itself calls put off.

import { describe, expect, it } from "vitest";
import { saysPutOff } from "../../../src/engine/replies/put-off.js";

const said = (line: string, stage: "auth" | "rcpt" = "auth"): boolean =>
  saysPutOff({ stage, code: Number(line.slice(0, 3)), lines: [line.slice(4)] });

describe("a password that was not judged", () => {
  it.each([
    "535 5.7.8 LDAP server unavailable",
    "535 Authentication failed: LDAP server unavailable",
    "535 Server busy",
    "535 5.7.8 Could not verify credentials at this time",
    "535 Please try again later",
    "535 database is locked",
    "454 4.7.0 Temporary authentication failure",
    "451 whatever",
  ])("%s", (line) => {
    expect(said(line)).toBe(true);
    expect(said(line, "rcpt")).toBe(false);
  });
});

describe("one that was", () => {
  it.each([
    "535 5.7.8 Error: authentication failed",
    "535 Authentication failed. Please try again later.",
    "535 Error: authentication failed, system busy",
    "535 Username or password incorrect, or service temporarily unavailable",
    "535 LDAP: error code 49 - Invalid Credentials",
    "535 Benutzername oder Passwort falsch oder Dienst derzeit nicht verfügbar",
    "535 Authentification refusée : mot de passe incorrect ou service temporairement indisponible",
    "535 Credenziali non valide o servizio temporaneamente non disponibile",
    "535 Ошибка аутентификации: неверный пароль или сервис временно недоступен",
    "535 用户名或密码错误，或系统忙",
    "535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.",
  ])("%s", (line) => {
    expect(said(line)).toBe(false);
  });
});

it("takes time linear in what the server says", () => {
  expect(saysPutOff({ stage: "auth", code: 535, lines: ["temporary ".repeat(20_000)] })).toBe(true);
});
