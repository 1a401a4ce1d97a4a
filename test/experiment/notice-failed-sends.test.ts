// A send that fails in Thunderbird (MessageSend.fail, _deliverAsMail) is told once, with whose message it was; and whatever goes
// wrong with us, Thunderbird does and says what it would have without us.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import internals from "../../src/experiment/internals.json";
import { persistent } from "../../src/experiment/outgoingServers/parent/persistent-event.js";
import { answerLater } from "../fakes/answer-later.js";
import { failure, prepared, prepareProgram, results } from "./program.js";

type Failure = messenger.outgoingServers.SendFailure;

const modes = { Now: 0, Later: 1, SaveAsDraft: 4, SendUnsent: 7, Background: 8 };
const alice = { key: "id1", email: "alice@firm.example", smtpServerKey: "smtp1" };
const orphan = { key: "id2", email: "bob@firm.example", smtpServerKey: "smtp7" };

interface Fields {
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly messageId: string;
}
const fields: Fields = {
  from: "alice@firm.example",
  to: "bob@other.example",
  cc: "carol@other.example, dan@other.example",
  bcc: "eve@other.example",
  messageId: "<one@firm.example>",
};

/** What is heard, in its order. */
let heard: (string | Failure)[] = [];
/** What Thunderbird's own alert does while it is open. */
let whileAlert: () => void = () => undefined;
/** A Thunderbird in which an identity cannot be asked for its server. */
let lacksTheCall = false;

class MessageSend {
  _userIdentity: GeckoIdentity | null = alice;
  _compFields: Fields = fields;
  _deliverMode: number = modes.Now;

  fail(exitCode: number, message: string | null): string {
    heard.push(`alert ${String(message)}`);
    whileAlert();
    return `failed ${String(exitCode)}`;
  }
  async _deliverAsMail(): Promise<string> {
    heard.push("deliver");
    return Promise.resolve("delivered");
  }
}
class SmtpClient {
  _server = { key: "smtp1" };
  _currentAction: { readonly name: string } | null = { name: "_actionRCPT" };
  _envelope: { readonly messageId: string } | null = { messageId: "<one@firm.example>" };
  _secureTransport = true;
  _supportedAuthMethods: readonly string[] = ["PLAIN"];
  _capabilities: readonly string[] = [];
  readonly socket = { readyState: "open" };
  _parse(): void {
    // As long as nobody reads along.
  }
  _onCommand(): void {
    // The same.
  }
  _sendCommand(): void {
    // The same.
  }
  connect(): void {
    // The same.
  }
}

// What else there must be of it for anything to be hooked at all; here nobody calls it.
for (const { name, functions } of internals) {
  for (const member of name === "SmtpClient" ? functions : []) {
    (SmtpClient.prototype as unknown as Record<string, unknown>)[member] ??= () => {
      throw new Error(`SmtpClient.${member} is not prepared`);
    };
  }
}

let windows: GeckoWindow[] = [];
/** Of the Outbox. */
let sendLater: GeckoSendLaterListener | null = null;
let unsent: readonly string[] = [];

prepareProgram({
  modules: {
    "resource:///modules/MessageSend.sys.mjs": { MessageSend },
    "resource:///modules/SmtpClient.sys.mjs": { SmtpClient },
    "resource://gre/modules/ExtensionParent.sys.mjs": { ExtensionParent: {} },
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: prepared("MailServices", {
        accounts: prepared("accounts", { allIdentities: [alice] }),
        outgoingServer: prepared("outgoingServer", {
          get getServerByIdentity() {
            if (lacksTheCall) return undefined;
            return ({ smtpServerKey }: GeckoIdentity) => {
              if (smtpServerKey === "throws") throw failure(results.NS_ERROR_FAILURE);
              return smtpServerKey === "smtp1" ? { key: "smtp1" } : null;
            };
          },
        }),
        headerParser: prepared("headerParser", {
          parseEncodedHeaderW: (header: string) =>
            header.split(",").map((one) => ({ email: one.trim().replace("undisclosed:;", "") })),
        }),
      }),
    },
  },
  services: {
    "@mozilla.org/messengercompose/sendlater;1": {
      addListener: (listener: GeckoSendLaterListener) => (sendLater = listener),
      getUnsentMessagesFolder: () => ({ messages: unsent.map((messageId) => ({ messageId })) }),
    },
  },
  globalServices: {
    wm: prepared("wm", {
      getEnumerator: (type: string) => (type === "msgcompose" ? windows : []),
    }),
  },
});
const { isBeingTold } = await import("../../src/experiment/outgoingServers/parent/being-told.js");
const { noticeFailedSends } =
  await import("../../src/experiment/outgoingServers/parent/notice-failed-sends.js");

const compose = (compFields: unknown, closed = false): GeckoWindow => ({
  closed,
  location: { href: "chrome://messenger/content/messengercompose/messengercompose.xhtml" },
  gMsgCompose: { compFields },
});
const own = compose(fields);
const another = compose({ ...fields });

const stops: (() => void)[] = [];
const listen = (listener: Parameters<typeof noticeFailedSends>[0]): (() => void) => {
  const stop = noticeFailedSends(listener);
  stops.push(stop);
  return stop;
};
const failed = (told: Failure, window: GeckoWindow | null): void => {
  heard.push(window === own ? "told at its window" : window === null ? "told" : "told at another's", told);
};

beforeEach(() => {
  heard = [];
  windows = [another, own];
  unsent = [];
  whileAlert = () => undefined;
  lacksTheCall = false;
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function send(changes: Partial<MessageSend> = {}): MessageSend {
  return Object.assign(new MessageSend(), changes);
}
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 5));
const words = (): unknown[] => heard.filter((one) => typeof one === "string");
const told = (): Failure | undefined => heard.find((one) => typeof one === "object");

describe("a message in a compose window", () => {
  it("is told before the alert, at its own window, and the alert's end afterwards", () => {
    listen({ failed, alertClosed: (window) => heard.push(window === own ? "closed" : "closed elsewhere") });
    expect(send().fail(results.NS_ERROR_FAILURE, "no")).toBe(`failed ${String(results.NS_ERROR_FAILURE)}`);
    expect(words()).toEqual(["told at its window", "alert no", "closed"]);
  });

  it("is told with whose it is, who was to have it, and what the server said", () => {
    listen({ failed });
    const client = new SmtpClient() as unknown as {
      _parse(chunk: string): void;
      _onCommand(command: object): void;
    };
    client._parse("550 5.7.1 relay not permitted\r\n");
    client._onCommand({ statusCode: 550 });
    const at = Date.now();
    send().fail(results.NS_ERROR_FAILURE, "no");
    expect(told()).toMatchObject({
      serverId: "smtp1",
      identityId: "id1",
      windowId: null,
      inOutbox: false,
      messageId: "one@firm.example",
      from: "alice@firm.example",
      recipients: ["bob@other.example", "carol@other.example", "dan@other.example", "eve@other.example"],
      stage: "rcpt",
      code: 550,
      enhancedCode: "5.7.1",
      lines: ["relay not permitted"],
      secure: true,
      offeredAuth: ["PLAIN"],
    });
    expect((told()?.at ?? 0) - at).toBeLessThan(1_000);
  });

  it("that has been closed in the meantime has none", () => {
    windows = [compose(fields, true)];
    listen({ failed });
    send().fail(results.NS_ERROR_FAILURE, "no");
    expect(words()).toEqual(["alert no", "told"]);
  });

  it("of hundreds of recipients is told with the first hundred", () => {
    listen({ failed });
    const to = Array.from({ length: 300 }, (_, index) => `user${String(index)}@other.example`).join(",");
    send({ _compFields: { ...fields, to } }).fail(results.NS_ERROR_FAILURE, "no");
    expect(told()?.recipients).toHaveLength(100);
  });

  it("without an address or a Message-ID says so", () => {
    listen({ failed });
    const empty = { from: "", to: "undisclosed:;", cc: "", bcc: "", messageId: "" };
    send({ _compFields: empty }).fail(results.NS_ERROR_FAILURE, "no");
    expect(told()).toMatchObject({ from: "", recipients: [], messageId: null });
  });

  it("whose fields are gone is told without them", () => {
    listen({ failed });
    send({ _compFields: undefined } as never).fail(results.NS_ERROR_FAILURE, "no");
    expect(told()).toMatchObject({ from: "", recipients: [], messageId: null });
  });

  it.each(["to", "cc", "bcc"] as const)("for somebody in %s alone is told with that one", (field) => {
    listen({ failed });
    const none = { ...fields, to: "", cc: "", bcc: "" };
    send({ _compFields: { ...none, [field]: "dan@other.example" } }).fail(results.NS_ERROR_FAILURE, "no");
    expect(told()?.recipients).toEqual(["dan@other.example"]);
  });
});

describe("a message without a window", () => {
  it("is told after the alert, under which a page would close", () => {
    listen({ failed, alertClosed: () => heard.push("closed") });
    send({ _compFields: { ...fields }, _deliverMode: modes.Background }).fail(results.NS_ERROR_FAILURE, "no");
    expect(words()).toEqual(["alert no", "told"]);
  });

  it("is being told as long as its alert is open, and no longer, whatever comes of it", async () => {
    listen({ failed });
    const open: boolean[] = [];
    whileAlert = () => void open.push(isBeingTold());
    send({ _compFields: { ...fields }, _deliverMode: modes.Background }).fail(results.NS_ERROR_FAILURE, "no");
    await settled();
    send().fail(results.NS_ERROR_FAILURE, "no");
    whileAlert = () => {
      open.push(isBeingTold());
      throw failure(results.NS_ERROR_FAILURE);
    };
    const broken = send({ _compFields: { ...fields }, _deliverMode: modes.Background });
    expect(() => broken.fail(results.NS_ERROR_FAILURE, "no")).toThrow();
    await settled();
    expect([...open, isBeingTold()]).toEqual([true, false, true, false]);
  });

  it.each(["refused", "begun without a server"])(
    "%s, is being told until it is on its way: the passwords are taken out first",
    async (how) => {
      const ready = answerLater<null>();
      const { unregister } = persistent({ async: async () => Promise.resolve() }, (tell) =>
        noticeFailedSends({ failed: () => tell(ready.promise) }),
      );
      stops.push(() => unregister());
      const background = { _compFields: { ...fields }, _deliverMode: modes.Background };
      if (how === "refused") {
        send(background).fail(results.NS_ERROR_FAILURE, "no");
      } else {
        await send({ ...background, _userIdentity: orphan })._deliverAsMail();
      }
      await settled();
      expect(isBeingTold()).toBe(true);
      ready.resolve(null);
      await settled();
      expect(isBeingTold()).toBe(false);
    },
  );

  it("in the Outbox is known by its own name, though Thunderbird has begun with the next one by then", () => {
    listen({ failed });
    unsent = ["one@firm.example", "next@firm.example"];
    whileAlert = () => sendLater?.onMessageStartSending(0, 2, { messageId: "next@firm.example" });
    send({ _compFields: { ...fields }, _deliverMode: modes.SendUnsent }).fail(results.NS_ERROR_FAILURE, "no");
    expect(told()).toMatchObject({ inOutbox: true, messageId: "one@firm.example" });
  });

  it("in the Outbox has none that could be asked for where nothing lies there under it", () => {
    listen({ failed });
    unsent = ["next@firm.example"];
    send({ _compFields: { ...fields }, _deliverMode: modes.SendUnsent }).fail(results.NS_ERROR_FAILURE, "no");
    expect(told()).toMatchObject({ inOutbox: true, messageId: null });
  });
});

describe("is not told", () => {
  it.each([
    ["a draft", modes.SaveAsDraft, results.NS_ERROR_FAILURE],
    ["what was put into the Outbox", modes.Later, results.NS_ERROR_FAILURE],
    ["the user's own Cancel", modes.Now, results.NS_ERROR_ABORT],
    ["a success", modes.Now, results.NS_OK],
  ])("%s", (_, _deliverMode, exitCode) => {
    listen({ failed, alertClosed: () => heard.push("closed") });
    expect(send({ _deliverMode }).fail(exitCode, "no")).toBe(`failed ${String(exitCode)}`);
    expect(heard).toEqual(["alert no"]);
  });
});

describe("an identity without an outgoing server", () => {
  it.each([
    ["whose entry is gone", orphan],
    ["whose entry Thunderbird cannot find", { ...orphan, smtpServerKey: "throws" }],
    ["that is none", null],
  ])("%s is told before Thunderbird throws, which goes on as ever", async (_, _userIdentity) => {
    listen({ failed });
    expect(await send({ _userIdentity })._deliverAsMail()).toBe("delivered");
    expect(words()).toEqual(["told at its window", "deliver"]);
    expect(told()).toMatchObject({
      serverId: null,
      identityId: _userIdentity?.key ?? null,
      fault: "no-server",
    });
  });

  it("is not meant by a failure that came after: then the server cannot be asked for, and why it failed is not known", () => {
    listen({ failed });
    for (const _userIdentity of [orphan, { ...orphan, smtpServerKey: "throws" }]) {
      send({ _userIdentity }).fail(results.NS_ERROR_NET_TIMEOUT, "no");
      expect(told()).toMatchObject({ serverId: null, fault: "timeout" });
    }
  });

  it("is not told of where Thunderbird has no such call: the send has not failed", async () => {
    lacksTheCall = true;
    listen({ failed });
    expect(await send({ _userIdentity: orphan })._deliverAsMail()).toBe("delivered");
    expect(heard).toEqual(["deliver"]);
  });

  it("with one nothing is told at delivery", async () => {
    listen({ failed });
    expect(await send()._deliverAsMail()).toBe("delivered");
    expect(heard).toEqual(["deliver"]);
  });
});

describe("whatever goes wrong with us", () => {
  it.each([
    [
      "a window that cannot be looked at",
      () => {
        windows = [
          {
            ...another,
            get gMsgCompose(): unknown {
              throw failure(results.NS_ERROR_FAILURE);
            },
          },
        ];
      },
    ],
    [
      "a listener that throws",
      () =>
        listen({
          failed: () => {
            throw new Error("ours");
          },
          alertClosed: () => {
            throw new Error("ours");
          },
        }),
    ],
  ])("%s: Thunderbird's alert comes all the same, and ours is in the console", async (_, prepare) => {
    const problems = vi.spyOn(console, "error").mockReturnValue();
    prepare();
    listen({ failed });
    expect(send().fail(results.NS_ERROR_FAILURE, "no")).toBe(`failed ${String(results.NS_ERROR_FAILURE)}`);
    expect(heard).toContain("alert no");
    expect(problems).toHaveBeenCalled();
    for (const [words] of problems.mock.calls) expect(words).toMatch(/^outgoingServers: /);
    expect(await send({ _userIdentity: orphan })._deliverAsMail()).toBe("delivered");
    problems.mockRestore();
  });

  it("a window that cannot be looked at costs no more than the window", () => {
    const problems = vi.spyOn(console, "error").mockReturnValue();
    windows = [
      {
        ...another,
        get gMsgCompose(): unknown {
          throw failure(results.NS_ERROR_FAILURE);
        },
      },
    ];
    listen({ failed });
    send().fail(results.NS_ERROR_FAILURE, "no");
    expect(words()).toEqual(["alert no", "told"]);
    problems.mockRestore();
  });
});

describe("listening", () => {
  it("every listener is told, and each only what it asked for", () => {
    listen({ alertClosed: () => heard.push("one hears the end") });
    listen({ failed: () => heard.push("another hears the failure") });
    send().fail(results.NS_ERROR_FAILURE, "no");
    expect(words()).toEqual(["another hears the failure", "alert no", "one hears the end"]);
  });

  it("in a Thunderbird that lacks what is hooked, nothing is", () => {
    const { _parse } = SmtpClient.prototype;
    Reflect.deleteProperty(SmtpClient.prototype, "_parse");
    listen({ failed });
    Object.assign(SmtpClient.prototype, { _parse });
    send().fail(results.NS_ERROR_FAILURE, "no");
    expect(heard).toEqual(["alert no"]);
  });

  it("the last one to stop takes the hooks out, not before, and they can go in again", () => {
    const before = { ...Object.getOwnPropertyDescriptors(MessageSend.prototype) };
    const client = { ...Object.getOwnPropertyDescriptors(SmtpClient.prototype) };
    const first = listen({ failed });
    const second = listen({});
    second();
    send().fail(results.NS_ERROR_FAILURE, "no");
    expect(words()).toEqual(["told at its window", "alert no"]);
    first();
    expect(Object.getOwnPropertyDescriptors(MessageSend.prototype)).toEqual(before);
    expect(Object.getOwnPropertyDescriptors(SmtpClient.prototype)).toEqual(client);
    heard = [];
    listen({ failed });
    send().fail(results.NS_ERROR_FAILURE, "no");
    expect(words()).toEqual(["told at its window", "alert no"]);
  });
});
