// Thunderbird's dialogs in other languages: what they say themselves, and the server's words inside them.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import { dialogIn } from "../../../src/engine/replies/wrappers/dialog.js";

type Sentences = Readonly<Record<string, string>>;
const { languages } = JSON.parse(
  readFileSync(new URL("../../../src/adapters/alert-sentences.json", import.meta.url), "utf8"),
) as { readonly languages: Readonly<Record<string, Sentences>> };

const ownMeaning: Sentences = {
  smtpSendFailedUnknownServer: "port-or-connection-blocked",
  smtpSendRequestRefused: "port-or-connection-blocked",
  smtpSendInterrupted: "port-or-connection-blocked",
  smtpSendTimeout: "port-or-connection-blocked",
  smtpHintAuthEncryptToPlainSsl: "auth-failed",
  smtpHintAuthPlainToEncrypt: "auth-failed",
  smtpAuthFailure: "auth-failed",
  smtpAuthGssapi: "auth-failed",
  smtpAuthMechNotSupported: "auth-failed",
  startTlsFailed: "tls-required",
};
const aroundReply = [
  "errorSendingFromCommand",
  "errorSendingDataCommand",
  "errorSendingMessage",
  "smtpServerError",
  "errorSendingRcptCommand",
];
const replies: Sentences = {
  "relay not permitted": "relay-denied",
  "5.7.1 <user@example.com>: Sender address rejected: not owned by user other@example.net":
    "sender-not-allowed",
  "Authentication required": "auth-required",
  "Must issue a STARTTLS command first": "tls-required",
};

function filled(sentence: string, first: string): string {
  return sentence.replace(/%1\$S|%s|%S/, first).replace("%2$S", "user@example.com");
}

describe.each(Object.entries(languages))("in %s", (_, sentences) => {
  const own = Object.keys(ownMeaning).filter((name) => name in sentences);
  it.each(own)("%s is understood, pasted or not", (name) => {
    const text = filled(sentences[name] ?? "", "mail.example.com");
    expect(classify({ text, kind: "client-dialog" }).reason).toBe(ownMeaning[name]);
    expect(classify({ text }).reason).toBe(ownMeaning[name]);
    // One sentence in Breton glues a letter to the name.
    const inOffice = filled((sentences[name] ?? "").replace("%Ss", "%S"), "mail");
    expect(classify({ text: inOffice, ownHosts: ["mail"] }).reason).toBe(ownMeaning[name]);
  });

  it.each(aroundReply.filter((name) => name in sentences))(
    "%s leaves the server's words to decide",
    (name) => {
      for (const [reply, meaning] of Object.entries(replies)) {
        const text = filled(sentences[name] ?? "", reply);
        expect(classify({ text, kind: "client-dialog" }).reason).toBe(meaning);
      }
    },
  );
});

it.each([
  ['x.\nPlease check the message recipient "user@example.com" and try again.', "rcpt"],
  ["x. Please verify that your email address is correct in your account settings and try again.", "mail"],
  ["x. Please check the message and try again.", "data"],
  ["x", "unknown"],
  ["An error occurred while sending mail: Outgoing server (SMTP) error. The server responded: x.", "unknown"],
])("the ending tells the stage: %s", (text, stage) => {
  expect(dialogIn(text).stage).toBe(stage);
});

it.each([
  [
    "An error occurred while sending mail. The mail server responded: x. Please check the message and try again.",
    true,
  ],
  ["An error occurred while sending mail: Outgoing server (SMTP) error. The server responded: x.", true],
  ["A reply that repeats: outgoing server (SMTP) error. The server responded: x", true],
  ["Please release the parcel", false],
  ["x", false],
])("whether its sentences quote a server: %s", (text, quotesServer) => {
  expect(dialogIn(text).quotesServer).toBe(quotesServer);
});

it.each([
  ["The outgoing server (SMTP) mail.example.test cannot be found.", "port-or-connection-blocked"],
  ["The outgoing server (SMTP) mail.example.test does not speak SMTPUTF8.", "mailbox-unknown"],
  // A code, or more than any alert says: somebody else's words.
  ["The outgoing server (SMTP) mail.example.test said 550 zork", "other"],
  [`The outgoing server (SMTP) mail.example.test cannot be found. ${"zork ".repeat(300)}`, "other"],
])("what an alert says where no words are known: %s", (text, meaning) => {
  const { reason, subReason } = classify({ text, kind: "client-dialog" });
  expect(subReason ?? reason).toBe(meaning);
});

it("a bare refusal at MAIL FROM blames the sender", () => {
  const text =
    "An error occurred while sending mail. The mail server responded: No such user. Please verify that your email address is correct in your account settings and try again.";
  expect(classify({ text, kind: "client-dialog" }).reason).toBe("sender-not-allowed");
});

it.each([
  ["mail.example.com", "auth-failed"],
  ["Error: authentication failed: xyzzy", "auth-failed"],
  ["Temporary authentication failure", "other"],
  ["Must issue a STARTTLS command first", "tls-required"],
  ["xyzzy xyzzy", "auth-failed"],
])("the reply that stands where the server's name belongs decides: %s", (inPlaceOfName, meaning) => {
  const text = `Unable to authenticate to Outgoing server (SMTP) ${inPlaceOfName}. Please check the password and verify the 'Authentication method' in 'Account Settings | Outgoing server (SMTP)'.`;
  const { reason, subReason } = classify({ text, kind: "client-dialog" });
  expect(subReason ?? reason).toBe(meaning);
});

it("a server's name without a dot is none in the middle of another word", () => {
  const text =
    "Die Nachricht konnte nicht gesendet werden, weil die Verbindung mit Gmail über SMTP ihre Ablaufzeit (Timeout) überschritten hat.";
  expect(classify({ text, ownHosts: ["mail"] }).reason).not.toBe("port-or-connection-blocked");
  const named = text.replace("Gmail", "mail");
  expect(classify({ text: named, ownHosts: ["mail"] }).reason).toBe("port-or-connection-blocked");
});
