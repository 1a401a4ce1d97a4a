// What was seen going out of the Outbox: by the words of nsIMsgSendLater, of which every order and gap is played here.

import { beforeEach, describe, expect, it, vi } from "vitest";

const outbox = vi.hoisted(() => {
  const state = {
    /** Null: there is no Outbox to look into. */
    lying: [] as string[] | null,
    listeners: new Set<GeckoSendLaterListener>(),
  };
  const service = {
    sendingMessages: false,
    getUnsentMessagesFolder: () =>
      state.lying && { messages: state.lying.map((messageId) => ({ messageId })), getTotalMessages: () => 0 },
    addListener: (one: GeckoSendLaterListener) => void state.listeners.add(one),
    removeListener: (one: GeckoSendLaterListener) => void state.listeners.delete(one),
  };
  Object.assign(globalThis, {
    ChromeUtils: {
      importESModule: () => ({ MailServices: { accounts: { allIdentities: [] } } }),
      generateQI: () => undefined,
    },
    Cc: { "@mozilla.org/messengercompose/sendlater;1": { getService: () => service } },
    Ci: {},
  });
  return state;
});
const { getUnsent, liesInOutbox, unwatchOutbox, watchOutbox } =
  await import("../../src/experiment/outgoingServers/parent/watch-outbox.js");

const tell = (say: (listener: GeckoSendLaterListener) => void): void => {
  outbox.listeners.forEach(say);
};
const begins = (messageId: string | null): void => {
  tell((one) => {
    one.onMessageStartSending(1, 1, messageId === null ? null : { messageId });
  });
};
const starts = (): void => {
  tell((one) => {
    one.onStartSending(1);
  });
};
const fails = (): void => {
  tell((one) => {
    one.onMessageSendError();
  });
};
const ends = (): void => {
  tell((one) => {
    one.onStopSending(0, "", 1, 1);
  });
};
const leaves = (messageId: string): void => {
  outbox.lying = outbox.lying?.filter((one) => one !== messageId) ?? null;
};

beforeEach(() => {
  unwatchOutbox();
  outbox.lying = ["a", "b"];
  watchOutbox();
});

describe("what has gone", () => {
  it("is each message that left between its beginning and the next one's, or the end", () => {
    starts();
    begins("a");
    leaves("a");
    begins("b");
    expect(getUnsent()).toMatchObject({ gone: ["a"], messageIds: ["b"] });
    leaves("b");
    ends();
    expect(getUnsent()).toMatchObject({ gone: ["a", "b"], messageIds: [] });
  });

  it("is none whose error was told, none that lies there still, and none that was deleted unsent", () => {
    starts();
    begins("a");
    fails();
    leaves("a");
    begins("b");
    ends();
    leaves("b");
    expect(getUnsent().gone).toEqual([]);
  });

  it("is none of a run that was under way before anybody listened, or that broke off", () => {
    leaves("a");
    ends();
    begins("b");
    starts();
    leaves("b");
    ends();
    expect(getUnsent().gone).toEqual([]);
  });

  it("is not what came back under its old name, until it is seen going again", () => {
    begins("a");
    leaves("a");
    ends();
    expect(getUnsent().gone).toEqual(["a"]);
    outbox.lying = ["a"];
    expect(getUnsent().gone).toEqual([]);
    begins("a");
    fails();
    leaves("a");
    expect(getUnsent().gone).toEqual([]);
  });

  it("is none of two messages of one name while the other lies there", () => {
    outbox.lying = ["a", "a"];
    begins("a");
    outbox.lying = ["a"];
    ends();
    expect(getUnsent().gone).toEqual([]);
  });

  it("is nothing where there is no Outbox to look into", () => {
    begins("a");
    outbox.lying = null;
    ends();
    expect(getUnsent()).toMatchObject({ gone: [], messageIds: [] });
  });

  it.each([null, ""])("is no message without a name (%j)", (messageId) => {
    begins(messageId);
    outbox.lying = [];
    ends();
    expect(getUnsent().gone).toEqual([]);
  });

  it("is kept for a thousand", () => {
    outbox.lying = [];
    for (let count = 0; count <= 1_000; count += 1) begins(String(count));
    ends();
    expect(getUnsent().gone).toHaveLength(1_000);
    expect(getUnsent().gone).not.toContain("0");
  });
});

it("what lies there is known by its name", () => {
  expect([liesInOutbox("a"), liesInOutbox("c")]).toEqual([true, false]);
  outbox.lying = null;
  expect(liesInOutbox("a")).toBe(false);
});

describe("listening", () => {
  it("begins once, and ends with the extension, with all that is remembered", () => {
    watchOutbox();
    expect(outbox.listeners.size).toBe(1);
    begins("a");
    leaves("a");
    ends();
    begins("b");
    unwatchOutbox();
    expect(outbox.listeners.size).toBe(0);
    expect(getUnsent().gone).toEqual([]);
    unwatchOutbox();
  });
});
