// How Thunderbird 153.7 tells an add-on of the end of a send, as measured in the lab (test/e2e/false-alarms).

import { afterEach, describe, expect, it, vi } from "vitest";
import { isUnsent, unsentMessageIn } from "../../src/adapters/unsent-message.js";

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

type Tab = Parameters<typeof unsentMessageIn>[0];

describe("the failed send", () => {
  const tab: Partial<Tab> = { id: 70, windowId: 7 };
  const details = {
    identityId: "id1",
    from: "Alice <alice@example.test>",
    to: ["Bob <bob@other.test>", "carol@other.test", { id: "c1", type: "contact" }],
    cc: "dave@other.test",
  };
  const compose = (got: () => Promise<object>): void => {
    vi.stubGlobal("messenger", { compose: { getComposeDetails: got } });
  };
  afterEach(() => vi.unstubAllGlobals());

  it("is that of the message in its window, why nobody told", async () => {
    compose(async () => Promise.resolve(details));
    expect(await unsentMessageIn(tab, async (windowId) => Promise.resolve(windowId === 7))).toMatchObject({
      windowId: 7,
      messageId: null,
      inOutbox: false,
      mayBeCancelled: true,
      identityId: "id1",
      from: "alice@example.test",
      refusal: {
        stage: "unknown",
        code: null,
        lines: [],
        fault: "untold",
        secure: null,
        recipients: ["bob@other.test", "carol@other.test", "dave@other.test"],
      },
    });
  });

  it("names no identity where Thunderbird names none", async () => {
    compose(async () => Promise.resolve({ from: "alice@example.test" }));
    expect(await unsentMessageIn(tab, async () => Promise.resolve(false))).toMatchObject({
      identityId: null,
      mayBeCancelled: false,
      refusal: { recipients: [] },
    });
  });

  it("is nobody's where the window is gone", async () => {
    compose(async () => Promise.reject(new Error("no such tab")));
    const never = async (): Promise<boolean> => Promise.resolve(false);
    expect(await unsentMessageIn(tab, never)).toBeNull();
    expect(await unsentMessageIn({ id: 70 } as Tab, never)).toBeNull();
    expect(await unsentMessageIn({ windowId: 7 } as Tab, never)).toBeNull();
  });
});
