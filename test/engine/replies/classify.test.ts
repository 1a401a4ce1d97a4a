// What decides: the wrapper before the words, the provider before the general sentence, words before codes.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import { maximumReplyLength } from "../../../src/engine/replies/maximum-length.js";
import { reasons, subReasons } from "../../../src/engine/model/reason.js";
import type { ReplyText } from "../../../src/engine/model/reason.js";

function meaningOf(reply: ReplyText): string {
  const { reason, subReason } = classify(reply);
  return subReason ?? reason;
}

describe("the guide's three messages", () => {
  it.each(["550 Relay Not Permitted", "550 5.7.1 Relaying denied", "550 5.7.1 Relay access denied"])(
    "%s is a relay refusal",
    (text) => {
      expect(classify({ text })).toMatchObject({
        reason: "relay-denied",
        subReason: null,
        confidence: "certain",
      });
    },
  );
});

describe("words that mislead", () => {
  it.each([
    [
      "553 5.7.1 <h[192.0.2.1]>: Client host rejected: Relaying denied - Your IP identified as spammer",
      "blocklist",
    ],
    ["550 5.2.1 <a@example.com>... Addressee unknown, relay=[192.0.2.1]", "mailbox-unknown"],
    ["550 5.1.1 <abc@privaterelay.appleid.com>: user not found", "mailbox-unknown"],
    ["550 5.4.5 Daily SMTP relay limit exceeded for user.", "rate-limit"],
    ["450 4.2.1 Limite máximo de envios excedido", "rate-limit"],
    ["550 Límite máximo de tamaño de mensaje excedido", "size"],
    ["550 Limite máximo de tamaño de mensaje excedido", "size"],
    ["552 Limite máximo de almacenamiento superado", "mailbox-full"],
    ["421 4.4.0 Failed to establish relay connection", "other"],
    ["550 5.7.1 Relay connection denied", "relay-denied"],
    [
      "550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed.",
      "sender-not-allowed",
    ],
    ["550-Requested action not taken: mailbox unavailable\n550 invalid DNS MX", "policy"],
    ["550 Requested action not taken: mailbox unavailable", "mailbox-unknown"],
    ["553 Relaying disallowed as user@example.com", "sender-not-allowed"],
    ["553 Relaying disallowed", "relay-denied"],
    ["550 5.7.1 RESOLVER.RST.AuthRequired; authentication required", "policy"],
    ["5.7.8 Error: authentication failed: Your message looks like spam", "spam"],
    ["454 4.7.0 Temporary authentication failure", "other"],
    ["421 your ip is currently blacklisted, try to auth first", "auth-required"],
    ["550-5.7.1 Invalid credentials for relay [192.0.2.1]", "relay-denied"],
    ["535 Authentication required.", "auth-required"],
    ["530 From/Sender name is not valid", "sender-not-allowed"],
    ["535 Mail server has been suspended", "policy"],
    ["503 from and auth not the same (#5.5.1)", "sender-not-allowed"],
    ["503 AUTH command used when not advertised", "tls-required"],
  ])("%s means %s", (text, meaning) => {
    expect(meaningOf({ text, kind: "smtp-reply" })).toBe(meaning);
  });
});

describe("the wrapper", () => {
  const bounces = [
    "Diagnostic-Code: smtp; 554 5.7.1 <user@example.com>: Relay access denied",
    "This message was created automatically by mail delivery software.\n\n  user@example.com\n    host mx.example.com [192.0.2.1]: 550 relay not permitted",
    "<user@example.com>: host mx.example.com[192.0.2.1] said: 550 5.7.1 Relaying denied (in reply to RCPT TO command)",
    "Hi. This is the qmail-send program at example.com.\n<user@example.com>:\n192.0.2.1 does not like recipient.\nRemote host said: 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)\nGiving up on 192.0.2.1.",
    "The response from the remote server was:\n554 5.7.1 : Relay access denied",
    "1LdZU1 ** user@example.com R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<user@example.com>: host mx.example.com [192.0.2.1]: 550 relay not permitted",
  ];

  it.each(bounces)("makes a relay refusal another server's affair: %s", (text) => {
    expect(classify({ text })).toMatchObject({
      reason: "not-a-client-config-problem",
      subReason: "other",
      ifSaidByOwnServer: "relay-denied",
    });
  });

  it("is not misled by the message that a bounce returns", () => {
    const text = `This is the mail system at host mail.example.com.

<user@example.com>: host mx.example.org[192.0.2.1] said: 552 5.2.2 Mailbox is full (in reply to RCPT TO command)

------ This is a copy of the message, including all the headers. ------

Return-path: <a@example.com>
Received-SPF: fail
X-Spam-Status: No
Subject: Relay access denied`;
    expect(meaningOf({ text })).toBe("mailbox-full");
    expect(meaningOf({ text: text.replace("552 5.2.2 Mailbox is full", "550 xyzzy") })).toBe("other");
  });

  it("leaves a server's own reject line a refusal of this client", () => {
    const text =
      "postfix/smtpd[12]: NOQUEUE: reject: RCPT from host[192.0.2.1]: 554 5.7.1 <user@example.com>: Relay access denied; from=<a@example.com>";
    expect(classify({ text, kind: "log" })).toMatchObject({ reason: "relay-denied" });
    expect(classify({ text })).not.toHaveProperty("ifSaidByOwnServer");
  });

  it.each([
    [
      "553 5.7.1 <a@example.com>: Sender address rejected: not owned by user b@example.com",
      "sender-not-allowed",
    ],
    ["535 5.7.8 Error: authentication failed: ", "auth-failed"],
  ])("keeps what names the user's own identity or log-in: %s", (text, reason) => {
    expect(classify({ text, kind: "dsn" }).reason).toBe(reason);
  });

  it("keeps why settings cannot help as it is in a bounce", () => {
    expect(meaningOf({ text: "smtp; 552 5.2.2 mailbox full" })).toBe("mailbox-full");
  });
});

describe("codes and stage, where no words are known", () => {
  it.each<[string, ReplyText, string]>([
    ["a log-in put off", { text: "xyzzy", stage: "auth", code: 454 }, "other"],
    ["530 anywhere", { text: "530 xyzzy" }, "auth-required"],
    ["5.7.60 of Exchange", { text: "550 5.7.60 xyzzy" }, "sender-not-allowed"],
    ["an enhanced code handed over", { text: "xyzzy", code: 550, enhancedCode: "5.1.1" }, "mailbox-unknown"],
    ["a recipient put off", { text: "xyzzy", stage: "rcpt", code: 450 }, "greylist"],
    ["535 at another command than the log-in", { text: "xyzzy", stage: "mail", code: 535 }, "auth-failed"],
    ["550 alone", { text: "550 xyzzy" }, "other"],
    ["a log-in put off, whoever asks for it", { text: "454 4.7.8 xyzzy" }, "other"],
    ["a log-in put off, in a code for good", { text: "550 4.7.8 xyzzy" }, "other"],
    ["an unknown mailbox put off", { text: "450 4.1.1 xyzzy", stage: "rcpt" }, "greylist"],
    ["nothing at all", { text: "" }, "other"],
  ])("%s is a guess", (_, reply, meaning) => {
    expect(meaningOf(reply)).toBe(meaning);
    expect(classify(reply)).toMatchObject({ confidence: "guess", basis: "" });
  });

  it.each<[string, ReplyText, string]>([
    ["a refused log-in", { text: "xyzzy", stage: "auth", code: 550 }, "auth-failed"],
    ["535 anywhere", { text: "535 xyzzy" }, "auth-failed"],
    ["538 at the log-in", { text: "xyzzy", stage: "auth", code: 538 }, "tls-required"],
    ["523 anywhere", { text: "523 xyzzy" }, "tls-required"],
    ["5.3.4 anywhere", { text: "552 5.3.4 xyzzy" }, "size"],
    ["5.7.10 anywhere", { text: "503 5.7.10 xyzzy" }, "tls-required"],
  ])("%s means one thing only, and is likely", (_, reply, meaning) => {
    expect(meaningOf(reply)).toBe(meaning);
    expect(classify(reply)).toMatchObject({ confidence: "likely", basis: "" });
  });

  it.each<[string, ReplyText, string, string | undefined]>([
    [
      "a locked account",
      { text: "Too many failed login attempts", stage: "auth", code: 535 },
      "rate-limit",
      "locked-out",
    ],
    [
      "too many log-ins",
      { text: "too many AUTH commands", stage: "auth", code: 450 },
      "rate-limit",
      "locked-out",
    ],
    [
      "a password store out of reach",
      {
        text: "Temporary authentication failure: Connection lost to authentication server",
        stage: "auth",
        code: 454,
      },
      "other",
      "sign-in-put-off",
    ],
    [
      "a closed account",
      { text: "Login disabled for this user", code: 525 },
      "auth-failed",
      "account-disabled",
    ],
    [
      "no AUTH here",
      { text: "Command unrecognized", stage: "auth", code: 500 },
      "auth-failed",
      "sign-in-not-taken",
    ],
    [
      "a locked account, by the code of a closed one",
      { text: "Too many failed login attempts", stage: "auth", code: 525 },
      "rate-limit",
      "locked-out",
    ],
    ["put off, by its code", { text: "xyzzy", stage: "auth", code: 454 }, "other", "sign-in-put-off"],
    [
      "put off, by its enhanced code",
      { text: "xyzzy", stage: "auth", enhancedCode: "4.7.0" },
      "other",
      "sign-in-put-off",
    ],
    [
      "no AUTH here, by its code",
      { text: "xyzzy", stage: "auth", code: 502 },
      "auth-failed",
      "sign-in-not-taken",
    ],
    ["words that AUTH got wrong", { text: "xyzzy", stage: "auth", code: 501 }, "auth-failed", undefined],
    [
      "encryption first, and a time",
      { text: "Must issue a STARTTLS command first, try again in 5 minutes", stage: "auth", code: 538 },
      "tls-required",
      undefined,
    ],
    [
      "encryption first",
      { text: "Authentication failed", stage: "auth", code: 538 },
      "tls-required",
      undefined,
    ],
    ["no such user", { text: "No such user", stage: "auth", code: 535 }, "auth-failed", undefined],
    [
      "encryption first, by a command that is not known before",
      { text: "Must issue a STARTTLS command first", stage: "auth", code: 503 },
      "tls-required",
      undefined,
    ],
  ])("words and code both count at the log-in: %s", (_, reply, meaning, matter) => {
    expect(meaningOf(reply)).toBe(meaning);
    expect(classify(reply).matter).toBe(matter);
  });

  it.each([
    ["504 5.5.2 <x@laptop>: Recipient address rejected: need fully-qualified address", "mailbox-unknown"],
    ["550 Recipient Not Authorised", "policy"],
    ["550 the author of this message is rejected", "other"],
    ["550 server is not authoritative, rejected", "other"],
    ["554 5.7.1 Connection refused due to abuse", "blocklist"],
  ])("takes no word for another that it is a part of, nor a reply for silence: %s", (text, meaning) => {
    expect(meaningOf({ text, kind: "smtp-reply" })).toBe(meaning);
  });

  it("still takes a refused connection for one where nobody replied", () => {
    expect(meaningOf({ text: "Connection refused", stage: "connect" })).toBe("port-or-connection-blocked");
  });

  it.each([
    ["550 Unknown sender", "rcpt"],
    ["550 5.1.0 <a@example.com>: Sender address rejected: User unknown in local recipient table", "rcpt"],
    [
      "550-Verification failed for <a@example.com>\n550-Unrouteable address\n550 Sender verify failed",
      "rcpt",
    ],
    ["550 Absender unbekannt", "mail"],
    ["553 Expéditeur inconnu", "rcpt"],
    ["550 originator refused", "data"],
  ] as const)("names the sender and never the recipient, whatever the stage: %s", (text, stage) => {
    expect(meaningOf({ text, stage, kind: "smtp-reply" })).toBe("sender-not-allowed");
  });

  it.each(["No SMTP service here", "5.3.2 Host does not accept mail"])(
    "takes %s in a greeting for the server that was called, elsewhere for the recipient's domain",
    (text) => {
      const reason = "port-or-connection-blocked";
      expect(classify({ text, stage: "greeting", code: 554 })).toMatchObject({ reason });
      expect(classify({ text, stage: "greeting", code: 554 }).matter).toBeUndefined();
      expect(classify({ text, stage: "rcpt", code: 554 })).toMatchObject({
        subReason: "mailbox-unknown",
        matter: "recipient-domain",
      });
    },
  );

  it("believes general words, and is not certain of them", () => {
    expect(classify({ text: "Access denied", stage: "rcpt", code: 550 }).confidence).toBe("likely");
  });

  it("guesses whom an unknown mailbox concerns once every recipient was accepted", () => {
    const after = { text: "no such user", stage: "data", code: 554 } as const;
    expect(classify(after).confidence).toBe("guess");
    expect(classify({ ...after, enhancedCode: "5.1.1" }).confidence).toBe("certain");
  });

  it("takes an unknown user or a denied access at AUTH for the log-in's", () => {
    expect(meaningOf({ text: "No such user", stage: "auth", code: 535 })).toBe("auth-failed");
    expect(meaningOf({ text: "Access denied", stage: "auth", code: 535 })).toBe("auth-failed");
    // Nothing but AUTH is answered so: whoever leaves the stage out.
    for (const code of [525, 534, 535]) {
      expect(meaningOf({ text: "Access denied", stage: "unknown", code })).toBe("auth-failed");
      expect(meaningOf({ text: "No such user", stage: "unknown", code })).toBe("auth-failed");
    }
    expect(meaningOf({ text: "Access denied", stage: "rcpt", code: 550 })).toBe("policy");
  });

  it("takes 530 at AUTH for something that is wanted first, not for a wrong password", () => {
    const text = "暗号化された接続を使ってください";
    expect(classify({ text, stage: "auth", code: 530 })).toMatchObject({
      reason: "tls-required",
      confidence: "guess",
    });
    expect(meaningOf({ text, stage: "auth", code: 535 })).toBe("auth-failed");
    expect(meaningOf({ text: "Invalid username or password", stage: "auth", code: 530 })).toBe("auth-failed");
  });

  it("takes a request to log in, made to who is signing in, for a refusal", () => {
    const text = "5.7.8 You must accept the new terms of service; please log in to webmail";
    expect(meaningOf({ text, stage: "auth", code: 535 })).toBe("auth-failed");
    expect(meaningOf({ text, stage: "mail", code: 550 })).toBe("auth-required");
    // Courier says so at MAIL; only who saw the step knows better.
    expect(meaningOf({ text: "535 Authentication required." })).toBe("auth-required");
  });

  it("takes words about a log-in for the message's only from who saw that it was behind", () => {
    const text = "Rejected: invalid user name or password";
    expect(meaningOf({ text, stage: "data", code: 554 })).toBe("policy");
    const dialog = `An error occurred while sending mail. The mail server responded: ${text}. Please check the message and try again.`;
    expect(meaningOf({ text: dialog, kind: "client-dialog" })).toBe("auth-failed");
  });

  it("is sure of a refused log-in but behind it, where no code of the log-in's says so", () => {
    const confidence = (reply: Partial<ReplyText>): string =>
      classify({ text: "Authentication failed", ...reply }).confidence;
    expect(confidence({ stage: "mail", code: 550 })).toBe("guess");
    expect(confidence({ stage: "mail", code: 535 })).toBe("certain");
    expect(confidence({ stage: "auth", code: 535 })).toBe("certain");
    expect(confidence({})).toBe("certain");
  });

  it("takes an unknown mailbox at MAIL FROM for the sender's", () => {
    expect(meaningOf({ text: "Mailbox unavailable", stage: "mail", code: 550 })).toBe("sender-not-allowed");
    expect(meaningOf({ text: "Mailbox unavailable", stage: "rcpt", code: 550 })).toBe("mailbox-unknown");
  });
});

describe("what a reply tells more closely", () => {
  it.each<[ReplyText, string | undefined]>([
    [{ text: "550 No such user", stage: "mail" }, "own-address-unknown"],
    [{ text: "550 No such user", stage: "rcpt" }, undefined],
    [{ text: "550 sender address rejected: not owned by user", stage: "mail" }, undefined],
    [{ text: "554 5.7.1 Client host blocked using zen.spamhaus.org", stage: "rcpt" }, "own-internet-address"],
    [{ text: "552 5.2.0 AUP#1520", stage: "data" }, undefined],
    [{ text: "554 AUP#1520", stage: "greeting" }, "own-internet-address"],
    [{ text: "550 MailFrom domain is listed in Spamhaus", stage: "mail" }, "sender-domain"],
    [
      { text: "554 Sender address [a@example.com] blocked using dbl.spamhaus.org", stage: "mail" },
      "sender-domain",
    ],
    [{ text: "550 Your account has been blacklisted because of spam", stage: "mail" }, undefined],
    [{ text: "550 Blocked by our administrator", stage: "data" }, undefined],
    [{ text: "554 Sender address rejected: Blocked by recipient", stage: "rcpt" }, undefined],
    [{ text: "552 Mailbox full", stage: "mail" }, "own-mailbox-full"],
    [{ text: "552 Mailbox full", stage: "rcpt" }, undefined],
  ])("%j: %s", (reply, matter) => {
    expect(classify(reply).matter).toBe(matter);
  });
});

describe("what is handed over", () => {
  it("is the words that decided", () => {
    const text = "530-5.7.0 Authentication Required. See https://example.com/a?b=1.";
    expect(classify({ text }).basis).toBe("authentication required");
  });
});

describe("any text at all", () => {
  const shapes = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.string({ unit: "grapheme", maxLength: 400 }),
  );

  it("gets one of the known meanings and never an exception", () => {
    fc.assert(
      fc.property(
        shapes,
        fc.constantFrom(undefined, "dsn", "log", "client-dialog", "webmail", "smtp-reply"),
        (text, kind) => {
          const { reason, subReason } = classify(kind === undefined ? { text } : { text, kind });
          expect(reasons).toContain(reason);
          if (reason === "not-a-client-config-problem") expect(subReasons).toContain(subReason);
          else expect(subReason).toBeNull();
        },
      ),
    );
  });

  it("is read no further than the documented length", () => {
    const text = `${" ".repeat(maximumReplyLength)}550 relay not permitted`;
    expect(meaningOf({ text })).toBe("other");
    expect(meaningOf({ text: `550 relay not permitted${" x".repeat(1 << 19)}` })).toBe("relay-denied");
  });
});

it("of a notice believes Status before what stands below for everybody", () => {
  const text = `From: postmaster@example.test
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Delivery to the following recipients failed.

       carol@elsewhere.test

This email has been scanned for all viruses and spam.
--b
Content-Type: message/delivery-status

Final-Recipient: rfc822; carol@elsewhere.test
Action: failed
Status: 5.1.1
--b--`;
  expect(classify({ text, kind: "dsn" })).toMatchObject({
    subReason: "mailbox-unknown",
    confidence: "likely",
  });
});
