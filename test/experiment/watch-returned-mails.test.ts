// Only mail that may have come back wakes the background, and only over such mail is the button there to be pressed.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { prepared, prepareProgram } from "./program.js";

interface Mail {
  readonly author: string | null;
  readonly subject: string;
}
const bounce: Mail = { author: "Mail Delivery System <mailer-daemon@mx.example>", subject: "Returned" };
const ordinary: Mail = { author: "Bob <bob@other.example>", subject: "Lunch?" };

type Displayed = (event: GeckoMessagesLoaded) => void;
let displayed: { handleEvent: Displayed } | null = null;
let arrived: GeckoMailsArrived | null = null;
/** The button's state, for all and for single tabs; what was set, in its order. */
let button: Map<number | undefined, boolean> | null = null;
let set: (readonly [number | undefined, boolean])[] = [];
const tabs = new Map<object, number>();
/** What the add-on may not see of arrived mail. */
let hidden: GeckoArrivedMail | null = null;

const extension: GeckoExtension = prepared("extension", {
  id: "x@example",
  windowManager: { getWrapper: () => undefined },
  messageManager: {
    convert: (mail: GeckoArrivedMail) => (mail === hidden ? null : { id: mail.subject.length }),
  },
});

prepareProgram({
  modules: {
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: prepared("MailServices", {
        mimeConverter: prepared("mimeConverter", {
          decodeMimeHeader: (header: string) =>
            header.replace("=?utf-8?q?Mail_Delivery_System?=", "Mail Delivery System"),
        }),
      }),
    },
    "resource://gre/modules/ExtensionParent.sys.mjs": {
      ExtensionParent: {
        apiManager: {
          global: prepared("global", {
            windowTracker: prepared("windowTracker", {
              addListener: (_type: string, listener: { handleEvent: Displayed }) => (displayed = listener),
              removeListener: (_type: string, listener: { handleEvent: Displayed }) => {
                if (displayed === listener) displayed = null;
              },
            }),
            tabTracker: prepared("tabTracker", { getId: (tab: object) => tabs.get(tab) ?? 0 }),
            messageTracker: prepared("messageTracker", {
              on: (_event: string, listener: GeckoMailsArrived) => (arrived = listener),
              off: (_event: string, listener: GeckoMailsArrived) => {
                if (arrived === listener) arrived = null;
              },
            }),
            messageDisplayAction: {
              for: () =>
                button === null
                  ? undefined
                  : prepared("button", {
                      getProperty: ({ tabId }: { tabId?: number }) =>
                        button?.get(tabId) ?? button?.get(undefined) ?? true,
                      setProperty: ({ tabId }: { tabId?: number }, _name: string, value: boolean) => {
                        set.push([tabId, value]);
                        button?.set(tabId, value);
                        return Promise.resolve();
                      },
                    }),
            },
          }),
        },
      },
    },
  },
});
const { watchReturnedMails } =
  await import("../../src/experiment/outgoingServers/parent/watch-returned-mails.js");

const told = vi.fn();
let stop: () => void = () => undefined;
beforeEach(() => {
  told.mockClear();
  set = [];
  hidden = null;
  button = new Map();
  tabs.clear();
  stop = watchReturnedMails({ extension, onArrived: told });
});

const inbox = 0x1000;
const [virtual, sent, own] = [0x20, 0x200, 0x4];
const arrive = (flags: number, ...mails: readonly Mail[]): void => arrived?.("", { flags }, mails);

describe("mail that arrives", () => {
  it("wakes nobody when it is ordinary", () => {
    arrive(inbox, ordinary, ordinary);
    expect(told).not.toHaveBeenCalled();
  });

  it("is told once for all of a folder that may have come back, and for no other", () => {
    const another = { author: "postmaster@mx.example", subject: "Undeliverable: hello" };
    arrive(inbox, ordinary, bounce, another);
    expect(told.mock.calls).toEqual([
      [
        [
          { messageId: 8, ...bounce },
          { messageId: 20, ...another },
        ],
      ],
    ]);
  });

  it("without an author may have come back", () => {
    arrive(inbox, { author: null, subject: "hello" });
    expect(told).toHaveBeenCalledWith([{ messageId: 5, author: "", subject: "hello" }]);
  });

  it("of an author in encoded words is read", () => {
    arrive(inbox, { author: "=?utf-8?q?Mail_Delivery_System?= <x@mx.example>", subject: "hello" });
    expect(told).toHaveBeenCalledWith([
      { messageId: 5, author: "Mail Delivery System <x@mx.example>", subject: "hello" },
    ]);
  });

  it("that the add-on may not see is not told", () => {
    hidden = bounce;
    arrive(inbox, bounce);
    expect(told).not.toHaveBeenCalled();
  });

  it.each([
    ["an Inbox", inbox, true],
    ["a folder of the user's own", own, true],
    ["an Inbox that is virtual besides", inbox | virtual, true],
    ["a virtual folder", virtual, false],
    ["Sent", sent, false],
    ["Junk", 0x40000000, false],
  ])("in %s", (_, flags, is) => {
    arrive(flags, bounce);
    expect(told).toHaveBeenCalledTimes(Number(is));
  });
});

describe("the button over displayed mail", () => {
  const tab = {};
  const show = (target: GeckoMessagesLoaded["target"], ...mails: readonly (Mail | null)[]): void => {
    tabs.set(tab, 7);
    const detail = mails.map(
      (mail) => mail && { author: mail.author ?? "", mime2DecodedSubject: mail.subject },
    );
    displayed?.handleEvent({ target, detail });
  };

  it("is off everywhere at first", () => {
    expect(set).toEqual([[undefined, false]]);
  });

  it("is on over mail that may have come back, and off again over the next", () => {
    show({ tabOrWindow: tab }, bounce);
    show({ tabOrWindow: tab }, ordinary);
    expect(set.slice(1)).toEqual([
      [7, true],
      [7, false],
    ]);
  });

  it("is not set anew where nothing changes", () => {
    show({ tabOrWindow: tab }, ordinary);
    show({ tabOrWindow: tab }, bounce);
    show({ tabOrWindow: tab }, bounce);
    expect(set.slice(1)).toEqual([[7, true]]);
  });

  it("is found by the document where the target is a part of it", () => {
    show({ documentGlobal: { tabOrWindow: tab } }, bounce);
    expect(set.slice(1)).toEqual([[7, true]]);
  });

  it.each([
    ["over several at once", [bounce, bounce]],
    ["over none", []],
    ["over one that is gone", [null]],
  ])("is off %s", (_, mails) => {
    show({ tabOrWindow: tab }, bounce);
    show({ tabOrWindow: tab }, ...mails);
    expect(set.slice(1)).toEqual([
      [7, true],
      [7, false],
    ]);
  });

  it("an event that names no tab, or no message, changes nothing", () => {
    show({}, bounce);
    displayed?.handleEvent({ target: {}, detail: null });
    expect(set).toHaveLength(1);
  });

  it("an add-on without one is told of arrived mail all the same", () => {
    button = null;
    stop = watchReturnedMails({ extension, onArrived: told });
    show({ tabOrWindow: tab }, bounce);
    arrive(inbox, bounce);
    expect(told).toHaveBeenCalledOnce();
  });
});

it("stopped, it hears of nothing more", () => {
  stop();
  expect([displayed, arrived]).toEqual([null, null]);
});
