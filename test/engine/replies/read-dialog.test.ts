// Thunderbird's own alerts, read with its own sentences: the stage, the reply, the server's name, in any language.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDialog } from "../../../src/engine/replies/read-dialog.js";
import type { DialogTemplates } from "../../../src/engine/replies/read-dialog.js";
import { meaningOf } from "../../../src/engine/rules/meaning.js";

const { languages } = JSON.parse(
  readFileSync(new URL("../../../src/adapters/alert-sentences.json", import.meta.url), "utf8"),
) as { readonly languages: Readonly<Record<string, DialogTemplates>> };

const expected = {
  errorSendingFromCommand: ["mail", null],
  errorSendingRcptCommand: ["rcpt", null],
  errorSendingDataCommand: ["data", null],
  errorSendingMessage: ["data", null],
  smtpServerError: ["unknown", null],
  smtpAuthFailure: ["auth", null],
  smtpSendFailedUnknownServer: ["connect", "unreachable"],
  smtpSendRequestRefused: ["connect", "unreachable"],
  smtpSendInterrupted: ["connect", "interrupted"],
  smtpSendTimeout: ["connect", "timeout"],
  startTlsFailed: ["starttls", "starttls-not-offered"],
  smtpHintAuthEncryptToPlainSsl: ["auth", "sign-in-not-offered"],
  smtpHintAuthPlainToEncrypt: ["auth", "sign-in-not-offered"],
  smtpAuthMechNotSupported: ["auth", "sign-in-not-offered"],
} as const;

function filled(template: string, first: string): string {
  return template
    .replace(/%1\$S|%s|%S/, first)
    .replace("%2$S", "user@example.com")
    .replaceAll("\\n", "\n");
}

describe.each(Object.entries(languages))("in %s", (_, sentencesOfLanguage) => {
  const templates: DialogTemplates = {
    ...languages["en"],
    ...sentencesOfLanguage,
    sendFailed: "Sending of the message failed.",
  };
  const sentences = Object.entries(expected).filter(([name]) => name in templates);

  it.each(sentences)("%s tells the stage and what is in it", (name, [stage, fault]) => {
    const replied = fault === null;
    const value = replied
      ? "<user@example.com>: Relay access denied. See https://a.example/"
      : "mail.example.com";
    const alert = `${templates["sendFailed"] ?? ""}\n${filled(templates[name] ?? "", value)}`;
    const reading = readDialog(alert, templates);
    expect(reading).toMatchObject({
      server: replied ? null : "mail.example.com",
      refusal: { stage, fault, lines: replied ? [value] : [], code: null },
    });
    expect(reading?.refusal.recipients).toEqual(
      name === "errorSendingRcptCommand" ? ["user@example.com"] : [],
    );
    if (replied) expect(reading && meaningOf(reading.refusal)?.reason).toBe("relay-denied");
  });

  it("an alert that names a server it could not sign in to quotes no reply", () => {
    const reading = readDialog(filled(templates["smtpAuthFailure"] ?? "", "mail.example.com"), templates);
    expect(reading).toMatchObject({ server: "mail.example.com", refusal: { stage: "auth", lines: [] } });
    expect(reading && meaningOf(reading.refusal)?.reason).toBe("auth-failed");
  });

  it("other text is no alert", () => {
    for (const text of ["", "550 relay not permitted", "Guten Tag!", " ".repeat(99)]) {
      expect(readDialog(text, templates)).toBeNull();
    }
  });
});

const english: DialogTemplates = {
  errorSendingMessage:
    "An error occurred while sending mail. The mail server responded:  %s. Please check the message and try again.",
  errorSendingFromCommand:
    "An error occurred while sending mail. The mail server responded: %s. Please verify that your email address is correct in your account settings and try again.",
};

describe("an alert that was copied", () => {
  it("may be wrapped, and stand between other words", () => {
    const text =
      "Hello, I get this:\n> An error occurred while\n  sending mail. The mail server responded:\n  5.7.1 no\n  way. Please check the message and try again.\nThanks!";
    expect(readDialog(text.replaceAll("> ", ""), english)?.refusal).toMatchObject({
      stage: "data",
      lines: ["5.7.1 no way"],
    });
  });

  it("may quote a reply that repeats Thunderbird's words", () => {
    const reply = "no. Please check the message and try again";
    const text = (english["errorSendingMessage"] ?? "").replace("%s", reply);
    expect(readDialog(text, english)?.refusal.lines).toEqual([reply]);
  });

  it("is read with Fluent's sentences, too", () => {
    const templates = { errorSendingRcptCommand: "To { $recipient }: { $reply }! Check it." };
    expect(readDialog("To a@example.com: no! Check it.", templates)?.refusal.stage).toBe("rcpt");
  });

  it("may name the recipient before the reply", () => {
    const templates = { errorSendingRcptCommand: "Wrong recipient %2$S? It said: %1$S! Check it." };
    expect(readDialog("Wrong recipient a@example.com? It said: no way! Check it.", templates)).toMatchObject({
      refusal: { lines: ["no way"], recipients: ["a@example.com"] },
    });
  });

  it("may be of another language than the program's: then it is not read, and its shape has to tell", () => {
    const german = languages["de"]?.["errorSendingMessage"] ?? "";
    expect(readDialog(filled(german, "no"), english)).toBeNull();
  });
});

it("any text and any sentences are read without an exception", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (text, template) => {
      readDialog(text, { errorSendingMessage: template });
      readDialog(text, english);
    }),
  );
});

it("a sentence whose gap is empty quotes no reply", () => {
  const templates = { errorSendingFromCommand: "The mail server responded: %1$S. Verify your address." };
  const lines = (text: string): readonly string[] | undefined => readDialog(text, templates)?.refusal.lines;
  expect(lines("The mail server responded: . Verify your address.")).toEqual([]);
  expect(lines("The mail server responded: no. Verify your address.")).toEqual(["no"]);
});
