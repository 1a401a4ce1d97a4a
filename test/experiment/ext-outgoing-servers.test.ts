// The API as Thunderbird registers it: each call in a turn of its own, each event for the add-on that listens, and a background
// that left something undone reminded of it, but not woken for it again and again.
import { beforeEach, describe, expect, it, vi } from "vitest";
import internals from "../../src/experiment/internals.json";
import { prepared, prepareProgram } from "./program.js";
import { network, resetNetwork, socketParts } from "./sockets.js";
import { prepareFiles, resetWeb, webParts } from "./web.js";

class Base {
  constructor(readonly extension: GeckoExtension) {}
}
/** What the events were registered as. */
const registered: { readonly module: string; readonly event: string }[] = [];
class RegisteredEvent {
  constructor(readonly options: { readonly module: string; readonly event: string }) {
    registered.push({ module: options.module, event: options.event });
  }
  api(): object {
    return { event: this.options.event };
  }
}

const message = {
  from: "alice@firm.example",
  to: "bob@other.example",
  cc: "",
  bcc: "",
  messageId: "<one@x>",
};
const window: GeckoWindow = { closed: false, location: { href: "" }, gMsgCompose: { compFields: message } };
const Smtp = class {
  readonly _server = { key: "smtp1" };
  readonly _envelope = { messageId: "<one@x>" };
  readonly _currentAction = { name: "_actionRCPT" };
  readonly _supportedAuthMethods = [];
};
for (const { name, functions } of internals) {
  for (const member of name === "SmtpClient" ? functions : []) {
    (Smtp.prototype as unknown as Record<string, unknown>)[member] = () => undefined;
  }
}
/** What hears of arrived mail. */
let arrived: GeckoMailsArrived | null = null;

class MessageSend {
  readonly _userIdentity = { key: "id1", email: "alice@firm.example", smtpServerKey: "smtp1" };
  readonly _deliverMode = 0;
  _compFields = message;
  fail(): void {
    // Thunderbird's alert.
  }
  async _deliverAsMail(): Promise<void> {
    return Promise.resolve();
  }
}
const opened: (readonly [string | null, unknown])[] = [];
const imap = { type: "imap" };
const preferences = new Map<string, unknown>();
let saves = 0;
let onDisk = new Map<string, unknown>();

Object.assign(globalThis, {
  ExtensionAPIPersistent: Base,
  ExtensionCommon: { EventManager: RegisteredEvent },
});
prepareProgram({
  modules: {
    ...webParts.modules,
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: {
        accounts: {
          accounts: [],
          allIdentities: [],
          getAccount: (key: string) => (key === "account1" ? { incomingServer: imap } : null),
        },
        outgoingServer: { servers: [], getServerByIdentity: () => ({ key: "smtp1" }) },
        headerParser: { parseEncodedHeaderW: (header: string) => [{ email: header }] },
      },
    },
    "resource:///modules/MessageSend.sys.mjs": { MessageSend },
    "resource:///modules/SmtpClient.sys.mjs": { SmtpClient: Smtp },
    "resource://gre/modules/ExtensionParent.sys.mjs": {
      ExtensionParent: {
        apiManager: {
          global: prepared("global", {
            windowTracker: { addListener: () => undefined, removeListener: () => undefined },
            messageTracker: {
              on: (_event: string, listener: GeckoMailsArrived) => (arrived = listener),
              off: () => (arrived = null),
            },
            tabTracker: {},
            messageDisplayAction: { for: () => undefined },
          }),
        },
      },
    },
  },
  services: {
    ...socketParts.services,
    "@mozilla.org/messengercompose/sendlater;1": { addListener: () => undefined },
  },
  instances: socketParts.instances,
  globalServices: {
    ...socketParts.globalServices,
    ...webParts.globalServices,
    wm: prepared("wm", {
      getEnumerator: () => [window],
      getMostRecentWindow: (type: string) =>
        type === "mail:3pane"
          ? { MsgAccountManager: (page: string | null, server: unknown) => opened.push([page, server]) }
          : null,
    }),
    strings: prepared("strings", {
      createBundle: (url: string) => ({
        getSimpleEnumeration: () =>
          (url.endsWith("composeMsgs.properties") ? sentences : []).map(([key, value]) => ({
            QueryInterface: () => ({ key, value }),
          })),
      }),
    }),
    logins: prepared("logins", { isLoggedIn: false }),
    prefs: prepared("prefs", {
      ...webParts.globalServices.prefs,
      getBoolPref: (name: string, fallback: boolean) => preferences.get(name) ?? fallback,
      setBoolPref: (name: string, value: boolean) => preferences.set(name, value),
      clearUserPref: (name: string) => preferences.delete(name),
      // Without a file it answers before it has begun to write.
      savePrefFile(file: { readonly path: string } | null) {
        saves += 1;
        if (file?.path === "/PrefF") onDisk = new Map(preferences);
      },
    }),
  },
});
prepareFiles();
const sentences = [
  ["sendFailed", "Sending of the message failed."],
  ["errorSendingFromCommand", "An error: %s"],
  ["startTlsFailed", "no STARTTLS at %S"],
  ["smtpSendFailedUnknownServer", "%S is unknown"],
  ["smtpEnterPasswordPrompt", "Enter your password"],
  ["smtpDeliveringMail", "Delivering mail…"],
  ["smtpMailSent", "Mail sent"],
  ["smtpSecurityIssue", "…"],
  ["addressInvalid", "not in an alert of a failed send"],
] as const;
const { operationOf } = await import("../../src/experiment/outgoingServers/parent/operations.js");
const { outgoingServers } =
  await import("../../src/experiment/outgoingServers/parent/ext-outgoing-servers.js");

const extension: GeckoExtension = {
  id: "doctor@example",
  windowManager: { getWrapper: (one) => (one === window ? { id: 5 } : undefined) },
  messageManager: { convert: () => ({ id: 7 }) },
};
const Api = outgoingServers as unknown as new (
  extension: GeckoExtension,
) => InstanceType<typeof outgoingServers>;
const context = { extension } as GeckoContext;
const apiOf = (one = new Api(extension)) =>
  (one.getAPI(context) as { outgoingServers: typeof messenger.outgoingServers }).outgoingServers;

beforeEach(() => {
  resetNetwork();
  resetWeb();
  preferences.clear();
  onDisk.clear();
  saves = 0;
  opened.length = 0;
});

const later = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

describe("a background that left something undone", () => {
  const asleep = () => {
    const calls = vi.fn(() => Promise.resolve());
    return { calls, fire: { wakeup: () => Promise.resolve(), async: calls } satisfies GeckoFire };
  };
  const awake = () => {
    const calls = vi.fn(() => Promise.resolve());
    return { calls, fire: { async: calls } satisfies GeckoFire };
  };
  const name = "extensions.outgoingServers.reminder.doctor@example";
  const listen = (one: InstanceType<typeof outgoingServers>, fire: GeckoFire): PersistentRegistration =>
    one.PERSISTENT_EVENTS.onReminded({ fire });

  it("is woken when Thunderbird starts, not in the turn of the registration", async () => {
    preferences.set(name, true);
    const { calls, fire } = asleep();
    listen(new Api(extension), fire);
    expect(calls).not.toHaveBeenCalled();
    await later();
    expect(calls).toHaveBeenCalledOnce();
  });

  it("is not woken again when it has just gone to sleep", async () => {
    preferences.set(name, true);
    const one = new Api(extension);
    listen(one, asleep().fire).convert(awake().fire);
    const again = asleep();
    listen(one, again.fire);
    await later();
    expect(again.calls).not.toHaveBeenCalled();
  });

  it("is woken again where it ended while it came up, but not for ever", async () => {
    preferences.set(name, true);
    const one = new Api(extension);
    const told: number[] = [];
    const said = vi.spyOn(console, "error").mockReturnValue();
    for (let start = 0; start < 5; start++) {
      const { calls, fire } = asleep();
      calls.mockRejectedValue(new Error("listener not re-registered"));
      listen(one, fire).unregister();
      await later();
      told.push(calls.mock.calls.length);
    }
    said.mockRestore();
    expect(told).toEqual([1, 1, 1, 0, 0]);
  });

  it("is told whenever it has started for another reason", async () => {
    preferences.set(name, true);
    const one = new Api(extension);
    const registration = listen(one, asleep().fire);
    const [first, second] = [awake(), awake()];
    registration.convert(first.fire);
    listen(one, second.fire);
    await later();
    expect([first.calls.mock.calls.length, second.calls.mock.calls.length]).toEqual([1, 1]);
  });

  it("that left nothing is never told", async () => {
    const { calls, fire } = awake();
    const registration = listen(new Api(extension), fire);
    registration.convert(fire);
    registration.unregister();
    await later();
    expect(calls).not.toHaveBeenCalled();
  });

  it("is reminded by a preference of its own, written to the disk only where it changes", async () => {
    const api = apiOf();
    preferences.set("extensions.outgoingServers.reminder.another@example", true);
    await api.setReminder(false);
    expect(saves).toBe(0);
    await api.setReminder(true);
    expect(onDisk.get(name), "when it is answered").toBe(true);
    await api.setReminder(true);
    expect([preferences.get(name), saves]).toEqual([true, 1]);
    await api.setReminder(false);
    expect([preferences.has(name), onDisk.has(name), saves]).toEqual([false, false, 2]);
    expect(preferences.size).toBe(1);
  });
});

describe("a background that listens", () => {
  /** Asleep: woken first. What it is told, in its order. */
  const listener = () => {
    const heard: unknown[] = [];
    const fire: GeckoFire = {
      wakeup: async () => Promise.resolve(void heard.push("woken")),
      async: async (told) => Promise.resolve(heard.push(told)),
    };
    return { heard, fire };
  };

  it("is told of a failed send and of its alert's end, at the window as the add-on knows it, without passwords", async () => {
    const { heard, fire } = listener();
    const { onSendFailed, onSendAlertClosed } = new Api(extension).PERSISTENT_EVENTS;
    const failures = onSendFailed({ fire });
    const ends = onSendAlertClosed({ fire });
    operationOf("click").said.add("correct-Horse-7");
    const client = new Smtp() as unknown as {
      _parse(chunk: string): void;
      _onCommand(command: object): void;
    };
    client._parse("550 5.7.1 not with correct-Horse-7\r\n");
    client._onCommand({ statusCode: 550 });
    const send = new MessageSend() as unknown as { fail(exitCode: number, message: string): void };
    send.fail(0x80004005, "no");
    await later();
    expect(heard).toMatchObject([
      "woken",
      "woken",
      { serverId: "smtp1", identityId: "id1", windowId: 5, code: 550, lines: ["not with ***"] },
      { windowId: 5 },
    ]);
    failures.unregister();
    ends.unregister();
    send.fail(0x80004005, "no");
    await later();
    expect(heard).toHaveLength(4);
  });

  it("is told of a send without a window as one without", async () => {
    const { heard, fire } = listener();
    const failures = new Api(extension).PERSISTENT_EVENTS.onSendFailed({ fire });
    const send = Object.assign(new MessageSend(), { _compFields: { ...message } });
    (send as unknown as { fail(exitCode: number): void }).fail(0x80004005);
    await later();
    expect(heard).toMatchObject(["woken", { windowId: null }]);
    failures.unregister();
  });

  it("is told of mail that may have come back", async () => {
    const { heard, fire } = listener();
    const mails = new Api(extension).PERSISTENT_EVENTS.onMessagesReturned({ fire });
    arrived?.("", { flags: 0x1000 }, [{ author: "mailer-daemon@mx.example", subject: "Undelivered" }]);
    await later();
    expect(heard).toEqual([
      "woken",
      [{ messageId: 7, author: "mailer-daemon@mx.example", subject: "Undelivered" }],
    ]);
    mails.unregister();
    expect(arrived).toBeNull();
  });
});

describe("the API", () => {
  it("has its four events, by the names of the schema", () => {
    registered.length = 0;
    const api = apiOf();
    const names = ["onSendFailed", "onSendAlertClosed", "onMessagesReturned", "onReminded"] as const;
    expect(registered).toEqual(names.map((event) => ({ module: "outgoingServers", event })));
    expect(names.map((one) => api[one])).toEqual(names.map((event) => ({ event })));
  });

  it("does nothing in the turn of the call, so that no call is served inside another", async () => {
    const api = apiOf();
    const opening = api.openSettings("account1");
    expect(opened).toEqual([]);
    expect(await opening).toBe(true);
    expect(opened).toEqual([[null, imap]]);
  });

  it("opens no settings of an account that is gone", async () => {
    expect(await apiOf().openSettings("account7")).toBe(false);
    expect(opened).toEqual([]);
  });

  it("gives Thunderbird's own sentences about failed sends, without prompts and progress", async () => {
    expect((await apiOf().sendErrorTexts()).map(({ name }) => name)).toEqual([
      "sendFailed",
      "errorSendingFromCommand",
      "startTlsFailed",
      "smtpSendFailedUnknownServer",
    ]);
  });

  it("ends an operation: what is asked under its name afterwards is cancelled", async () => {
    const api = apiOf();
    expect(await api.endOperation("click")).toBeNull();
    const endpoint = { hostname: "mail.example", port: 25, security: "none" } as const;
    expect(await api.look(endpoint, null, "click")).toMatchObject({ answer: "cancelled" });
    expect(network.transports).toEqual([]);
  });

  it("looks published settings up", async () => {
    expect(await apiOf().discover("firm.example", "database")).toMatchObject({ result: "no-answer" });
  });

  it("takes properties that the schema fills with null for absent", async () => {
    const nulls = { port: null, security: null, authMethod: null, username: null };
    const given = { hostname: "no host", ...nulls } as unknown as messenger.outgoingServers.Properties;
    // Refused by its host name: a null would be refused before.
    expect(await apiOf().create(given, "")).toEqual({ refused: "invalid", value: null });
    expect(await apiOf().update("smtp9", given, [])).toEqual({ refused: "gone", value: null });
  });
});
