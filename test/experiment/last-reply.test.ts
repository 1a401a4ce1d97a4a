// What is known of a failed send from what was read along in SmtpClient: the server's words as they were, and where there are
// none, what kept them away. Bounded, whatever a server says.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareProgram, results } from "./program.js";

prepareProgram({});
const { refusalOf, rememberReply } =
  await import("../../src/experiment/outgoingServers/parent/last-reply.js");

/** SmtpClient of 153, as far as it is read. Its methods stand on the prototype, where they are hooked. */
class Client {
  _server = { key: "smtp1" };
  _currentAction: { readonly name?: string } | null = { name: "_actionRCPT" };
  _envelope: { readonly messageId?: string } | null = null;
  _secureTransport = false;
  _supportedAuthMethods: string[] = [];
  _capabilities: string[] = [];
  socket: { readonly readyState: string } | false = false;
  _parse(chunk: string): string {
    return `parsed ${chunk}`;
  }
  _onCommand(command: { readonly statusCode: number | null }): string {
    return `command ${String(command.statusCode)}`;
  }
  connect(): string {
    return "connected";
  }
}

let unhook: () => void = () => undefined;
beforeEach(() => {
  unhook = rememberReply(Client.prototype);
});
afterEach(() => {
  unhook();
});

function clientWith(changes: Partial<Client> = {}): Client {
  const client = Object.assign(new Client(), changes);
  client.connect();
  client._envelope = { messageId: "m" };
  return client;
}
const says = (client: Client, words: string, statusCode: number | null = 550): void => {
  client._parse(words);
  client._onCommand({ statusCode });
};
const told = (
  exitCode: number = results.NS_ERROR_FAILURE,
  serverId: string | null = "smtp1",
  messageId = "m",
  begun = true,
) => refusalOf({ serverId, messageId, exitCode, begun });

describe("a reply", () => {
  it("is told line by line, with its code and the first enhanced one", () => {
    says(
      clientWith(),
      "550-5.7.1 relaying denied\r\n550-see https://help.example\r\n\r\n550 5.1.1 sorry\r\n",
    );
    expect(told()).toMatchObject({
      stage: "rcpt",
      code: 550,
      enhancedCode: "5.7.1",
      lines: ["relaying denied", "see https://help.example", "sorry"],
      fault: null,
    });
  });

  it("whose lines end without a carriage return is told line by line as well", () => {
    says(clientWith(), "550-5.7.1 relaying denied\n550 sorry\n");
    expect(told()).toMatchObject({ enhancedCode: "5.7.1", lines: ["relaying denied", "sorry"] });
  });

  it("in pieces is one", () => {
    const client = clientWith();
    client._parse("550 5.7.1 rel");
    says(client, "aying denied\r\n");
    expect(told().lines).toEqual(["relaying denied"]);
  });

  it("that is no refusal is not kept, nor mixed with the refusal after it", () => {
    const client = clientWith();
    says(client, "334 UGFzc3dvcmQ6\r\n", 334);
    expect(told().lines).toEqual([]);
    says(client, "399 almost\r\n", 399);
    says(client, "400 no\r\n", 400);
    expect(told()).toMatchObject({ code: 400, lines: ["no"] });
  });

  it("without a code, as of a server that speaks something else, is kept", () => {
    says(clientWith(), "HTTP/1.1 400 Bad Request\r\n", null);
    expect(told()).toMatchObject({ code: null, lines: ["HTTP/1.1 400 Bad Request"] });
  });

  it("of a connection before is forgotten with the next", () => {
    const client = clientWith();
    says(client, "421 busy\r\n", 421);
    client.connect();
    client._envelope = { messageId: "m" };
    expect(told().lines).toEqual([]);
  });

  it("without end is kept by its end: fifty lines, sixteen thousand characters", () => {
    const client = clientWith();
    says(client, Array.from({ length: 80 }, (_, line) => `550-${String(line)}\r\n`).join(""));
    expect(told().lines).toHaveLength(50);
    expect(told().lines.at(-1)).toBe("79");
    for (let chunk = 0; chunk < 10; chunk += 1) client._parse("x".repeat(16_384));
    client._onCommand({ statusCode: 550 });
    expect(told().lines.join("").length).toBe(16_384);
  });

  it.each([
    ["_actionGreeting", "greeting"],
    ["_actionEHLO", "ehlo"],
    ["_actionHELO", "ehlo"],
    ["_actionSTARTTLS", "starttls"],
    ["_actionMAIL", "mail"],
    ["_actionRCPT", "rcpt"],
    ["_actionDATA", "data"],
    ["_actionStream", "data"],
    ["_actionAUTHComplete", "auth"],
  ] as const)("while %s is awaited: stage %s", (name, stage) => {
    says(clientWith({ _currentAction: { name } }), "550 no\r\n");
    expect(told().stage).toBe(stage);
  });
});

describe("whose it is", () => {
  it("another entry's is not told", () => {
    says(clientWith({ _server: { key: "smtp2" } }), "550 no\r\n");
    expect(told().lines).toEqual([]);
    expect(told(results.NS_ERROR_FAILURE, "smtp2").lines).toEqual(["no"]);
  });

  it("of two connections of one entry, the message's own counts, also when it is the older one", () => {
    says(clientWith(), "550 mine\r\n");
    const other = clientWith();
    other._envelope = { messageId: "other" };
    says(other, "550 theirs\r\n");
    expect(told().lines).toEqual(["mine"]);
  });

  it("of many connections the last sixteen are known", () => {
    says(clientWith(), "550 first\r\n");
    for (let more = 0; more < 15; more += 1) clientWith()._envelope = { messageId: `other ${String(more)}` };
    expect(told().lines).toEqual(["first"]);
    clientWith()._envelope = { messageId: "one too many" };
    expect(told().lines).toEqual([]);
  });

  it("without an outgoing server there is none", () => {
    expect(told(results.NS_ERROR_FAILURE, null, "m", false)).toMatchObject({
      stage: "connect",
      fault: "no-server",
    });
  });

  it("is told by its message where Thunderbird cannot say any more which server it had", () => {
    says(clientWith(), "550 relaying denied\r\n");
    expect(told(results.NS_ERROR_FAILURE, null)).toMatchObject({ lines: ["relaying denied"], fault: null });
    expect(told(results.NS_ERROR_FAILURE, null, "another")).toMatchObject({ lines: [], fault: "other" });
    expect(told(results.NS_ERROR_FAILURE, null, "")).toMatchObject({ lines: [], fault: "other" });
    expect(told(results.NS_ERROR_NET_TIMEOUT, null, "another")).toMatchObject({ fault: "timeout" });
  });
});

describe("without a word", () => {
  it.each([
    [results.NS_ERROR_CONNECTION_REFUSED, "connect", "unreachable"],
    [results.NS_ERROR_UNKNOWN_HOST, "connect", "unreachable"],
    [results.NS_ERROR_NET_TIMEOUT, "connect", "timeout"],
    [results.NS_ERROR_NET_RESET, "connect", "interrupted"],
    [results.NS_ERROR_NET_INTERRUPT, "connect", "interrupted"],
    [0x805a2ff4, "starttls", "certificate"],
    [results.NS_ERROR_FAILURE, "unknown", "other"],
  ] as const)("%i: %s, %s", (exitCode, stage, fault) => {
    clientWith();
    expect(told(exitCode)).toMatchObject({ stage, fault, code: null, lines: [] });
  });

  it("of a server that nobody has connected to, the end of the send alone tells", () => {
    expect(told(results.NS_ERROR_NET_TIMEOUT)).toMatchObject({
      fault: "timeout",
      secure: null,
      offeredAuth: null,
    });
    expect(told()).toMatchObject({ stage: "unknown", fault: "other" });
  });

  it.each([
    [false, [], "starttls", "starttls-not-offered"],
    [false, ["STARTTLS"], "auth", "sign-in-not-offered"],
    [true, [], "auth", "sign-in-not-offered"],
  ] as const)("given up after EHLO, secure %s, offering %j: %s, %s", (secure, capabilities, stage, fault) => {
    const client = clientWith({ _currentAction: { name: "_actionEHLO" }, _secureTransport: secure });
    client._capabilities = [...capabilities];
    expect(told()).toMatchObject({ stage, fault });
  });
});

describe("the connection", () => {
  const speaking = (): Client => {
    const client = clientWith({ _secureTransport: true, _supportedAuthMethods: ["PLAIN"] });
    says(client, "220 hello\r\n", 220);
    return client;
  };

  it("is told as it was, once the server has spoken on it", () => {
    speaking();
    expect(told()).toMatchObject({ secure: true, offeredAuth: ["PLAIN"] });
  });

  it("made anew is nothing known of until the server speaks", () => {
    speaking().connect();
    expect(told(results.NS_ERROR_NET_TIMEOUT)).toMatchObject({ secure: null, offeredAuth: null });
  });

  it("that is used again has been spoken on", () => {
    const client = speaking();
    client.socket = { readyState: "open" };
    client.connect();
    expect(told()).toMatchObject({ secure: true });
    client.socket = { readyState: "closed" };
    client.connect();
    expect(told()).toMatchObject({ secure: null });
  });
});

describe("reading along", () => {
  it("changes nothing of what Thunderbird does", () => {
    const client = clientWith();
    expect([client._parse("x"), client._onCommand({ statusCode: 550 }), client.connect()]).toEqual([
      "parsed x",
      "command 550",
      "connected",
    ]);
  });

  it("a client of another shape is sent with all the same", () => {
    const client = clientWith();
    Object.defineProperty(client, "socket", {
      get() {
        throw new Error("no such thing any more");
      },
    });
    expect(client.connect()).toBe("connected");
  });

  it("ends with the hooks, and forgets what was heard", () => {
    says(clientWith(), "550 no\r\n");
    unhook();
    expect(told().lines).toEqual([]);
    says(clientWith(), "550 no\r\n");
    expect(told().lines).toEqual([]);
  });
});
