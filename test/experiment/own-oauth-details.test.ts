// A second entry for the same host and user signs in with the same saved token only with the user's own OAuth2 details (157).
import { expect, it } from "vitest";
import { prepared, prepareProgram } from "./program.js";

const [text, number, boolean] = [32, 64, 128];
const preferences = new Map<string, unknown>();
const kindOf = (value: unknown): number =>
  typeof value === "boolean" ? boolean : typeof value === "number" ? number : text;
prepareProgram({
  globalServices: {
    prefs: prepared("prefs", {
      PREF_STRING: text,
      PREF_BOOL: boolean,
      getChildList: (root: string) => [...preferences.keys()].filter((name) => name.startsWith(root)),
      getPrefType: (name: string) => kindOf(preferences.get(name)),
      getBoolPref: (name: string) => preferences.get(name),
      getStringPref: (name: string) => preferences.get(name),
      setBoolPref: (name: string, value: boolean) => preferences.set(name, value),
      setStringPref: (name: string, value: string) => preferences.set(name, value),
    }),
  },
});
const { takeOwnOAuthDetails } =
  await import("../../src/experiment/outgoingServers/parent/own-oauth-details.js");

it("takes texts and switches below the entry's own details, and nothing else", () => {
  preferences.set("mail.smtpserver.smtp1.oauth2.issuer", "https://login.firm.example");
  preferences.set("mail.smtpserver.smtp1.oauth2.usePKCE", false);
  preferences.set("mail.smtpserver.smtp1.oauth2.number", 7);
  preferences.set("mail.smtpserver.smtp1.hostname", "smtp.firm.example");
  preferences.set("mail.smtpserver.smtp10.oauth2.issuer", "https://other.example");
  takeOwnOAuthDetails("smtp1", "smtp2");
  expect([...preferences].filter(([name]) => name.startsWith("mail.smtpserver.smtp2."))).toEqual([
    ["mail.smtpserver.smtp2.oauth2.issuer", "https://login.firm.example"],
    ["mail.smtpserver.smtp2.oauth2.usePKCE", false],
  ]);
  expect(preferences.get("mail.smtpserver.smtp1.oauth2.usePKCE")).toBe(false);
});
