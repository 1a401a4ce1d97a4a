// Sending what lies in the Outbox: never begun where a second alert or a second sending would come of it, and over in every
// case in which Thunderbird is done with it.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { failure, prepared, prepareProgram, results } from "./program.js";

/** nsMsgSendLater: empties its folder message by message, and tells its listeners, also before the call returns. */
class FakeSendLater implements GeckoSendLater {
  sendingMessages = false;
  unsent: { readonly messageId: string }[] = [];
  readonly listeners = new Set<GeckoSendLaterListener>();
  /** What becomes of a sending once it is begun. */
  begin: () => void = () => undefined;

  getUnsentMessagesFolder(identity: GeckoIdentity | null): GeckoUnsentFolder | null {
    return identity === null ? null : { messages: this.unsent, getTotalMessages: () => this.unsent.length };
  }
  sendUnsentMessages(): void {
    this.begin();
  }
  addListener(listener: GeckoSendLaterListener): void {
    this.listeners.add(listener);
  }
  removeListener(listener: GeckoSendLaterListener): void {
    if (!this.listeners.delete(listener)) throw failure(results.NS_ERROR_FAILURE);
  }
  send(...messageIds: readonly string[]): void {
    this.unsent = this.unsent.filter(({ messageId }) => !messageIds.includes(messageId));
  }
  stop(status: number, tried: number, sent: number): void {
    for (const listener of [...this.listeners]) listener.onStopSending(status, "", tried, sent);
  }
}

const alice = { key: "id1", email: "alice@firm.example", smtpServerKey: "" };
const program: { offline: boolean; windows: GeckoWindow[]; identities: GeckoIdentity[] } = {
  offline: false,
  windows: [],
  identities: [alice],
};
const later = new FakeSendLater();
prepareProgram({
  modules: {
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: prepared("MailServices", {
        accounts: prepared("accounts", {
          get allIdentities() {
            return program.identities;
          },
        }),
      }),
    },
  },
  services: { "@mozilla.org/messengercompose/sendlater;1": later },
  globalServices: {
    io: prepared("io", {
      get offline() {
        return program.offline;
      },
    }),
    wm: prepared("wm", { getEnumerator: () => program.windows }),
  },
});
const { beginTelling } = await import("../../src/experiment/outgoingServers/parent/being-told.js");
const { getUnsent } = await import("../../src/experiment/outgoingServers/parent/watch-outbox.js");
const { countUnsent, sendUnsent } =
  await import("../../src/experiment/outgoingServers/parent/send-unsent.js");

const window = (href: string, closed = false): GeckoWindow => ({ closed, location: { href } });
const alert = "chrome://global/content/commonDialog.xhtml";

beforeEach(() => {
  Object.assign(program, { offline: false, windows: [window("chrome://messenger/content/messenger.xhtml")] });
  program.identities = [alice];
  later.sendingMessages = false;
  later.unsent = [{ messageId: "one" }, { messageId: "two" }];
  later.begin = () => {
    throw new Error("begun");
  };
});

describe("is not begun", () => {
  it.each([
    ["offline", () => (program.offline = true), "offline", 2],
    ["while Thunderbird is sending", () => (later.sendingMessages = true), "busy", 2],
    ["under an alert", () => program.windows.push(window(alert)), "busy", 2],
    [
      "under the certificate's dialog",
      () => program.windows.push(window("chrome://pippki/content/exceptionDialog.xhtml")),
      "busy",
      2,
    ],
    ["with nothing to send", () => (later.unsent = []), "empty", 0],
    ["without an account, and so without an Outbox", () => (program.identities = []), "empty", 0],
  ])("%s", async (_, prepare, refused, failed) => {
    const begun = vi.spyOn(later, "begin");
    prepare();
    expect(await sendUnsent()).toEqual({ refused, sent: 0, failed });
    expect(begun).not.toHaveBeenCalled();
  });

  it("under one that is closed already it is", async () => {
    program.windows.push(window(alert, true));
    later.begin = () => later.stop(0, 0, 0);
    expect(await sendUnsent()).toMatchObject({ refused: null });
  });
});

describe("ends", () => {
  const all = (): void => {
    later.send("one", "two");
    later.stop(results.NS_OK, 2, 2);
  };

  it.each([
    ["when all is sent", all, { sent: 2, failed: 0 }],
    [
      "when one of two is refused",
      () => {
        later.send("one");
        later.stop(results.NS_ERROR_FAILURE, 2, 1);
      },
      { sent: 1, failed: 1 },
    ],
    ["when the user cancels", () => later.stop(results.NS_ERROR_ABORT, 1, 0), { sent: 0, failed: 2 }],
  ])("%s, before the call returns or after it", async (_, happens, come) => {
    later.begin = happens;
    expect(await sendUnsent()).toEqual({ refused: null, ...come });
  });

  it("not where Thunderbird cannot begin, as while the folder is read anew: nothing is said to have ended", async () => {
    const before = later.listeners.size;
    later.begin = () => {
      throw failure(results.NS_ERROR_FAILURE);
    };
    expect(await sendUnsent()).toEqual({ refused: "busy", sent: 0, failed: 2 });
    expect(later.listeners.size).toBe(before);
  });

  it("only when Thunderbird says so, and then nobody listens any more", async () => {
    const before = later.listeners.size;
    later.begin = () => undefined;
    let answer: unknown = "waiting";
    const sending = sendUnsent().then((told) => (answer = told));
    await new Promise((resolve) => setImmediate(resolve));
    for (const { onStartSending, onMessageStartSending, onMessageSendError } of later.listeners) {
      onStartSending(2);
      onMessageStartSending(0, 2, { messageId: "one" });
      onMessageSendError();
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect([answer, later.listeners.size]).toEqual(["waiting", before + 1]);
    all();
    expect(await sending).toEqual({ refused: null, sent: 2, failed: 0 });
    expect(later.listeners.size).toBe(before);
  });

  it("not while somebody reads the alert over what was refused, which is told only then", async () => {
    let answer: unknown = "waiting";
    const told = beginTelling();
    const another = beginTelling();
    later.begin = () => later.stop(results.NS_ERROR_FAILURE, 2, 0);
    const sending = sendUnsent().then((ended) => (answer = ended));
    await new Promise((resolve) => setImmediate(resolve));
    told();
    await new Promise((resolve) => setImmediate(resolve));
    expect([answer, getUnsent().sending]).toEqual(["waiting", true]);
    another();
    expect(await sending).toEqual({ refused: null, sent: 0, failed: 2 });
    expect(getUnsent().sending).toBe(false);
  });

  it("where it could not be begun, nobody listens either", async () => {
    const before = later.listeners.size;
    await sendUnsent();
    expect(later.listeners.size).toBe(before);
  });
});

it("counts what lies there", () => {
  expect(countUnsent()).toBe(2);
  program.identities = [];
  expect(countUnsent()).toBe(0);
});
