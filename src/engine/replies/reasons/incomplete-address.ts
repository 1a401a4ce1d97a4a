// An address that is not complete, or not written as one is: a typing mistake in the recipient's, or in the account's.

import { sentences } from "../phrase.js";

export const incompleteAddress = [
  ...sentences({ means: "mailbox-unknown", matter: "recipient-incomplete" }, [
    {
      said: "504 5.5.2 <user@laptop>: Recipient address rejected: need fully-qualified address",
      by: "Postfix",
      pattern: /recipient address rejected: need fully/,
    },
    {
      said: "501 5.1.3 Bad recipient address syntax",
      by: "Postfix, OpenSMTPD, several",
      pattern:
        /(?:recipient|destination|rcpt)(?: address)? (?:has )?(?:a )?(?:syntax|bad syntax|malformed|incomplete)|malformed recipient|domain missing or malformed/,
    },
  ]),
  ...sentences({ means: "other", matter: "own-address-unknown" }, [
    {
      said: "504 5.5.2 <user>: Sender address rejected: need fully-qualified address",
      by: "Postfix",
      pattern: /sender address rejected: (?:need fully|malformed)/,
    },
    {
      said: "501 <user>: sender address must contain a domain",
      by: "Exim, Sendmail, OpenSMTPD",
      pattern:
        /sender address (?:must contain|syntax|has (?:a )?syntax)|(?:bad|malformed|incomplete) sender address|domain name required for sender/,
    },
  ]),
];
