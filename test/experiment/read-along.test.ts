// What is read along in Thunderbird's SmtpClient, in the shapes that 153 and 157 have: where the access token travels, and
// at which step a server refuses it.
import { afterEach, expect, it } from "vitest";
import type { SmtpClientInternals } from "../../src/experiment/outgoingServers/parent/last-reply.js";

Object.assign(globalThis, {
  ChromeUtils: {
    importESModule: () => ({ setTimeout: () => 0, clearTimeout: () => undefined }),
  },
  Components: { isSuccessCode: () => false },
  Ci: {},
  Cc: {},
  Cr: {},
});
const { rememberTokens, tokensSaid } =
  await import("../../src/experiment/outgoingServers/parent/tokens-said.js");
const { refusalOf, rememberReply } =
  await import("../../src/experiment/outgoingServers/parent/last-reply.js");

let unhook = (): void => undefined;
afterEach(() => {
  unhook();
});

const coded = (token: string): string =>
  Buffer.from(`user=alice@firm.example\x01auth=Bearer ${token}\x01\x01`).toString("base64");

it.each([
  ["on the line of the method", [`AUTH XOAUTH2 ${coded("t0ken")}`], ["t0ken"]],
  [
    "on a line of its own, as 157 sends a long one",
    ["AUTH XOAUTH2", coded("x".repeat(600))],
    ["x".repeat(600)],
  ],
  ["with another method of the same form", [`AUTH OAUTHBEARER ${coded("other")}`], ["other"]],
  [
    "but no password, name or command",
    ["AUTH PLAIN AGEAYg==", "YWxpY2U=", "MAIL FROM:<a@b.example>", ""],
    [],
  ],
] as const)("a token is known %s", (_, commands, tokens) => {
  const said: string[] = [];
  const client = { _sendCommand: (command: string) => said.push(command) };
  unhook = rememberTokens(client);
  for (const command of commands) client._sendCommand(command);
  expect(tokensSaid()).toEqual(tokens);
  expect(said).toEqual(commands);
});

function clientOf(name: string | null, messageId: string): SmtpClientInternals {
  return {
    _server: { key: "smtp1" },
    _currentAction: name === null ? null : { name },
    _envelope: { messageId },
    _supportedAuthMethods: [],
    _capabilities: [],
    socket: false,
    _parse: () => undefined,
    _onCommand: () => undefined,
    connect: () => undefined,
  };
}

it.each([
  ["_actionAUTH_XOAUTH2", "auth"],
  // 157 waits for the 334 of a bare AUTH XOAUTH2 with a function that has no name; so do both for GSSAPI.
  ["", "auth"],
  ["_actionRCPT", "rcpt"],
  ["_actionNobodyKnows", "unknown"],
  [null, "unknown"],
] as const)("a refusal while %j is awaited is one of the step %s", (name, stage) => {
  const client = clientOf(name, "m");
  unhook = rememberReply(client);
  client._parse("535 5.7.8 no\r\n");
  client._onCommand({ statusCode: 535 });
  expect(refusalOf({ serverId: "smtp1", messageId: "m", exitCode: 0, begun: true }).stage).toBe(stage);
});

it("a log-in refused on a connection made anew is known, though the client still holds the message before", () => {
  const client = clientOf("_actionAUTHComplete", "sent before");
  unhook = rememberReply(client);
  client.connect();
  client._parse("535 5.7.8 no\r\n");
  client._onCommand({ statusCode: 535 });
  expect(refusalOf({ serverId: "smtp1", messageId: "m", exitCode: 0, begun: true })).toMatchObject({
    stage: "auth",
    lines: ["no"],
  });
});

it("what a message was told is not said of another one on the same entry", () => {
  const client = { ...clientOf("_actionRCPT", "of an earlier one") };
  unhook = rememberReply(client);
  client.connect();
  Object.assign(client, { _envelope: { messageId: "one" } });
  client._parse("550 no\r\n");
  client._onCommand({ statusCode: 550 });
  expect(refusalOf({ serverId: "smtp1", messageId: "another", exitCode: 0, begun: true }).lines).toEqual([]);
  expect(refusalOf({ serverId: "smtp1", messageId: "one", exitCode: 0, begun: true }).lines).toEqual(["no"]);
});
