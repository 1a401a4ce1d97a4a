// How Thunderbird 153.7 tells an add-on of the end of a send, as measured in the lab (test/e2e/false-alarms).

import { expect, it } from "vitest";
import { isUnsent } from "../../src/adapters/unsent-message.js";

it("takes for a failed send one that names no message, and no error", () => {
  expect(isUnsent({ mode: "sendNow", headerMessageId: null })).toBe(true);
});

it.each([
  ["sent", { mode: "sendNow", headerMessageId: "1@example.test" }],
  ["put into the Outbox", { mode: "sendLater" }],
  ["stopped by the user", { mode: "sendNow", error: "Send aborted by the user: attachment missing" }],
  ["stopped by an add-on", { mode: "sendNow", error: "Send aborted by an onBeforeSend event" }],
])("is not alarmed by a message that was %s", (_, told) => {
  expect(isUnsent(told)).toBe(false);
});
