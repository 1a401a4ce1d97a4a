// One reply in its many shapes folds to one text.

import { expect, it } from "vitest";
import { fold } from "../../../src/engine/replies/fold.js";

it.each([
  ["550 5.7.1 Relay access denied", "relay access denied"],
  ["550-5.7.1 Relay\r\n550 5.7.1 access denied", "relay access denied"],
  ["550-5.7.1 Relay 550 5.7.1 access denied", "relay access denied"],
  ["<User.Name+tag@example.com>: Relay access denied", "@: relay access denied"],
  ["that domain isn’t in my list (#5.7.1)", "that domain isn't in my list ( )"],
  ["use port 587 instead", "use port 587 instead"],
  ["Relay\u00a0access\u200b denied", "relay access denied"],
  ["b'530 5.7.0 Must issue\\r\\n530 first'", "b' must issue first'"],
  ["host 192.0.2.1 said 5.7.1", "host 192.0.2.1 said"],
  // A line of Exchange's log; a plus elsewhere is one.
  [
    "OutboundConnectionResponse,SMTPSVC1,-,550+5.7.60+Client+does+not+have",
    "outboundconnectionresponse,smtpsvc1,-, client does not have",
  ],
  ["550 more than 5+5 recipients", "more than 5+5 recipients"],
])("%s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

// Counterexamples of the property "folded once is folded for good".
it.each([
  ["599\r\n", ""],
  ["550\n5.7.1 relay", "relay"],
  ["550-550 relay", "relay"],
  ["to=<friend@other.test>status=bounced", "to=@ status=bounced"],
  ["alice@a%x%%x%b@c", "@@c"],
  ["550` no", "' no"],
])("folded once is folded for good: %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});
