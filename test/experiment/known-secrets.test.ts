// Whatever a server or a file says leaves Thunderbird's process only with every password masked that the program knows, wherever
// it knows it from; and with nothing else masked.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { prepared, prepareProgram } from "./program.js";

const entry = { key: "smtp1", type: "smtp", wrappedJSObject: { password: "" } };
const incoming: { password: string | null } = { password: null };
let saved: readonly string[] = [];
prepareProgram({
  modules: {
    "resource:///modules/MailServices.sys.mjs": {
      MailServices: {
        outgoingServer: {
          servers: [
            { ...entry, QueryInterface: () => entry },
            // Of another kind: throws on everything.
            prepared("ews", { key: "ews1" }),
          ],
        },
        accounts: { accounts: [{ incomingServer: incoming }, { incomingServer: null }] },
      },
    },
  },
  globalServices: {
    prefs: prepared("prefs", {
      getCharPref: (name: string, fallback: string) => (name.includes("ews1") ? "ews" : fallback),
    }),
    logins: prepared("logins", {
      isLoggedIn: true,
      getAllLogins: () => Promise.resolve(saved.map((password) => ({ password }))),
    }),
  },
});
const { discoveryWithoutSecrets, failureWithoutSecrets, lookWithoutSecrets, verifiedWithoutSecrets } =
  await import("../../src/experiment/outgoingServers/parent/known-secrets.js");
const { endOperation, operationOf } =
  await import("../../src/experiment/outgoingServers/parent/operations.js");
const { rememberTokens } = await import("../../src/experiment/outgoingServers/parent/tokens-said.js");

vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
/** What is saved is read anew. */
const afterSomeSeconds = (): void => void vi.advanceTimersByTime(10_000);

const secret = "correct-Horse-7";
const token = "ya29.Token-0123456789";

beforeEach(() => {
  saved = [];
  afterSomeSeconds();
  entry.wrappedJSObject.password = "";
  incoming.password = null;
});

type Look = Parameters<typeof lookWithoutSecrets>[0];
const look: Look = {
  answer: "turned-away",
  offeredAuth: ["PLAIN", secret],
  toStranger: "refused",
  reply: { code: 535, enhancedCode: "5.7.8", lines: [`you said ${secret}`, "no"] },
  certificate: { reason: "other-name", names: [`${secret}.example`, "mail.example"] },
  speaks: secret,
  addresses: ["192.0.2.1"],
};

describe("a password is known", () => {
  const said = async (words: string): Promise<string> => {
    const reply = { code: 535, enhancedCode: null, lines: [words] };
    const masked = await lookWithoutSecrets({ ...look, reply });
    return masked.reply?.lines.join() ?? "";
  };

  it.each([
    ["that an outgoing server has in memory", () => (entry.wrappedJSObject.password = secret)],
    ["that an incoming server has in memory", () => (incoming.password = secret)],
    [
      "that is saved",
      () => {
        saved = [secret];
        afterSomeSeconds();
      },
    ],
    ["that an operation has said", () => operationOf("that an operation has said").said.add(secret)],
  ])("%s", async (known, prepare) => {
    expect(await said(`no ${secret}`)).toContain(secret);
    prepare();
    expect(await said(`no ${secret}`)).not.toContain(secret);
    expect(await said("no such user here")).toBe("no such user here");
    endOperation(known);
  });

  it("as a token that Thunderbird itself has said", async () => {
    const client = { _sendCommand: () => undefined };
    const unhook = rememberTokens(client);
    const coded = Buffer.from(`user=a@b.example\x01auth=Bearer ${token}\x01\x01`).toString("base64");
    (client as { _sendCommand(command: string): void })._sendCommand(`AUTH XOAUTH2 ${coded}`);
    expect(await said(`no ${token}`)).not.toContain(token);
    unhook();
  });

  it("no longer than its operation lives", async () => {
    operationOf("short").said.add(secret);
    endOperation("short");
    expect(await said(`no ${secret}`)).toContain(secret);
  });
});

describe("it is masked", () => {
  beforeEach(() => {
    entry.wrappedJSObject.password = secret;
  });

  it("in all that a look brings, and the names of methods are left alone", async () => {
    const masked = await lookWithoutSecrets(look);
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect(masked).toMatchObject({
      answer: "turned-away",
      reply: { code: 535, enhancedCode: "5.7.8" },
      addresses: ["192.0.2.1"],
    });
    expect([masked.offeredAuth[0], masked.reply?.lines[1], masked.certificate?.names[1]]).toEqual([
      "PLAIN",
      "no",
      "mail.example",
    ]);
  });

  it.each([
    "PLAIN",
    "login",
    "CRAM-MD5",
    "XOAUTH2",
    "OAUTHBEARER",
    "NTLM",
    "GSSAPI",
    "EXTERNAL",
    "SCRAM-SHA-256",
  ])("but not where the password is %s, which is a method's name", async (method) => {
    entry.wrappedJSObject.password = method;
    expect((await lookWithoutSecrets({ ...look, offeredAuth: [method] })).offeredAuth).toEqual([method]);
  });

  it("nor is anything made of what is not there", async () => {
    const empty: Look = { ...look, reply: null, certificate: null, speaks: null, offeredAuth: [] };
    expect(await lookWithoutSecrets(empty)).toEqual(empty);
  });

  it("in what a proof brings, its transcript too", async () => {
    const transcript = ["C: EHLO x", `S: 535 ${secret}`];
    const verified = { result: "refused", reply: look.reply, transcript } as Parameters<
      typeof verifiedWithoutSecrets
    >[0];
    const masked = await verifiedWithoutSecrets(verified);
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect(masked.transcript[0]).toBe("C: EHLO x");
    expect(masked.result).toBe("refused");
  });

  it("in what is published, but for the host, which is asked for as it is", async () => {
    const server = { hostname: "smtp.firm.example", port: 587, security: "tls", authMethods: [] } as const;
    const masked = await discoveryWithoutSecrets({
      result: "found",
      vouched: true,
      servers: [
        { ...server, authMethods: [], username: secret, ownNetworkOnly: false },
        { ...server, authMethods: [], username: null, ownNetworkOnly: false },
      ],
      pages: [
        { is: "enable", url: `https://help.example/${secret}`, words: `say ${secret}` },
        { is: "documentation", url: "https://help.example/", words: null },
      ],
    });
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect(masked.servers.map(({ hostname }) => hostname)).toEqual([
      "smtp.firm.example",
      "smtp.firm.example",
    ]);
    expect([masked.servers[1]?.username, masked.pages[1]?.words]).toEqual([null, null]);
  });

  it("in a failed send", async () => {
    const failure = { code: 535, lines: [`no ${secret}`, "try later"], offeredAuth: ["PLAIN", secret] };
    const masked = await failureWithoutSecrets(failure as Parameters<typeof failureWithoutSecrets>[0]);
    expect(JSON.stringify(masked)).not.toContain(secret);
    expect([masked.code, masked.lines[1], masked.offeredAuth?.[0]]).toEqual([535, "try later", "PLAIN"]);
    const silent = { lines: [], offeredAuth: null } as unknown as Parameters<typeof failureWithoutSecrets>[0];
    expect(await failureWithoutSecrets(silent)).toEqual(silent);
  });
});
