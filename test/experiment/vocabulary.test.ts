// Thunderbird's numbers and the API's words, both ways; what neither knows is said as what it does.
import { describe, expect, it } from "vitest";
import { prepareProgram } from "./program.js";

prepareProgram({});
const { authMethodNumber, authMethodOf, isOAuth2, securityOf, socketTypeOf } =
  await import("../../src/experiment/outgoingServers/parent/vocabulary.js");

describe("security", () => {
  it.each([
    [0, "none"],
    [2, "starttls"],
    [3, "tls"],
  ] as const)("%i is %s", (number, word) => {
    expect(securityOf(number)).toBe(word);
    expect(socketTypeOf(word)).toBe(number);
  });

  it.each([1, 4, -1])("%i, which nobody knows, acts as none", (number) => {
    expect(securityOf(number)).toBe("none");
  });

  it("a word that nobody knows is no number", () => {
    expect(socketTypeOf("ssl" as never)).toBeUndefined();
  });
});

describe("ways to sign in", () => {
  it.each([
    [0, "unset"],
    [1, "none"],
    [2, "old"],
    [3, "passwordCleartext"],
    [4, "passwordEncrypted"],
    [5, "gssapi"],
    [6, "ntlm"],
    [7, "external"],
    [8, "secure"],
    [9, "anything"],
    [10, "oauth2"],
  ] as const)("%i is %s", (number, word) => {
    expect(authMethodOf(number)).toBe(word);
    expect(authMethodNumber(word)).toBe(number);
    expect(isOAuth2(number)).toBe(word === "oauth2");
  });

  it("a number that nobody knows is unknown, and cannot be written", () => {
    expect(authMethodOf(11)).toBe("unknown");
    expect(authMethodNumber("unknown")).toBeUndefined();
  });
});
