// A server that asks the address's own server before it takes the message, and repeats what that one said (Postfix
// reject_unverified_recipient and _sender, Exim callout): the words inside are another server's.

import { sentences } from "../phrase.js";

export const addressVerification = [
  ...sentences({ means: "sender-not-allowed", inBounce: "other", matter: "own-address-unknown" }, [
    {
      said: "450 4.1.7 <user@example.com>: Sender address rejected: unverified address: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown",
      by: "Postfix",
      pattern: /sender address rejected: un(?:verified|deliverable) address: host/,
    },
    {
      said: "550-Verification failed for <user@example.com>\n550-Unrouteable address\n550 Sender verify failed",
      by: "Exim",
      pattern: /verification failed for .{0,300}sender verif\w{0,10} failed|^\s?sender verif\w{0,10} failed/,
    },
  ]),
  ...sentences({ means: "mailbox-unknown", matter: "recipient-refused-elsewhere" }, [
    {
      said: "550 5.1.1 <user@example.com>: Recipient address rejected: undeliverable address: host mx.example.com[192.0.2.25] said: 550 5.7.1 Relay access denied",
      by: "Postfix",
      pattern: /undeliverable address: /,
    },
    {
      said: "550-Callout verification failed:\n550 550 5.7.1 <user@example.com>: Relay access denied",
      by: "Exim",
      pattern:
        /callout verification fail|recipient (?:address )?verif\w{0,10} failed|(?:verify|verif\w{0,10}) recipient failed/,
    },
  ]),
];
