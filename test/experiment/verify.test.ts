// A proof as the parent script makes it, on a stream that plays a server: what it begins, and what it leaves behind for
// the next. The sessions themselves are tested in engine/smtp; where a password may go, in credential-rules.

import { beforeEach, describe, expect, it, vi } from "vitest";
import { newURI } from "./sockets.js";
import { logins, server, world } from "./thunderbird.js";
import type { ByteStream } from "../../src/engine/smtp/byte-stream.js";
import { endOperation } from "../../src/experiment/outgoingServers/parent/operations.js";
import type * as OAuthToken from "../../src/experiment/outgoingServers/parent/oauth-token.js";
import { refusedLogIns } from "../../src/experiment/outgoingServers/parent/refused-log-ins.js";
import { verify } from "../../src/experiment/outgoingServers/parent/verify.js";

/** What the server says, a reply for each line of ours, the greeting first; and what it was told. */
const peer = vi.hoisted(() => ({
  says: [] as string[],
  told: [] as string[],
  connections: 0,
  /** Whether each connection may rely on a certificate that the user has excepted. */
  exceptions: [] as string[],
}));
/** Whether Thunderbird knows a provider whose tokens are for the host. */
const provider = vi.hoisted(() => ({ isKnown: false }));

vi.mock("../../src/experiment/outgoingServers/parent/oauth-token.js", async (actual) => {
  const original = await actual<typeof OAuthToken>();
  return {
    ...original,
    isCovered: (host: string, name: string) => provider.isKnown || original.isCovered(host, name),
    silentToken: () => Promise.resolve("t0ken"),
  };
});

vi.mock("../../src/experiment/outgoingServers/parent/socket-stream.js", () => ({
  socketStream: ({ exceptions }: { readonly exceptions: string }): ByteStream => {
    peer.exceptions.push(exceptions);
    const replies = [...peer.says];
    return {
      open: () => {
        peer.connections += 1;
        return Promise.resolve({ kind: "connected", localAddress: null });
      },
      send: (bytes) => {
        peer.told.push(new TextDecoder().decode(bytes).trim());
        return Promise.resolve({ kind: "done" });
      },
      receive: () => {
        const reply = replies.shift();
        return Promise.resolve(
          reply === undefined
            ? { kind: "fault", fault: { kind: "closed" } }
            : { kind: "bytes", bytes: new TextEncoder().encode(`${reply}\r\n`) },
        );
      },
      startTls: () => Promise.resolve({ kind: "done" }),
      close: () => undefined,
    };
  },
}));

const user = "alice@example.test";
let clicks = 0;
let now = Date.now();

beforeEach(() => {
  // A quarter of an hour after whatever came before.
  now += 16 * 60_000;
  vi.spyOn(Date, "now").mockImplementation(() => now);
  Object.assign(peer, { says: [], told: [], connections: 0, exceptions: [] });
  provider.isKnown = false;
  logins.list = [];
  logins.isLoggedIn = true;
  logins.save("smtp://mail.example.test", user, "for sending");
  world.servers = [];
  world.accounts = [
    {
      key: "account1",
      identities: [{ key: "id1", email: user, smtpServerKey: "smtp1" }],
      incomingServer: { type: "imap", hostname: "mail.example.test", username: user },
    },
  ];
  server("smtp1", "mail.example.test", user);
  return () => vi.restoreAllMocks();
});

/** Another click each time, so that only what is remembered across clicks can stop it. */
async function proof(port = 465, operationId = "", recipients = ["bob@elsewhere.test"], from = user) {
  clicks += 1;
  return verify(
    {
      operationId: operationId || `click-${String(clicks)}`,
      identityId: "id1",
      properties: {
        hostname: "mail.example.test",
        port,
        security: "tls",
        authMethod: "passwordCleartext",
        username: user,
      },
      from,
      recipients,
      passwords: [{ outgoingServerId: "smtp1" }],
      password: null,
      agreed: null,
    },
    "caller@example",
  );
}

const tooMany = "554 Too many failed logins";
const offered = "250-mail.example.test\r\n250 AUTH PLAIN";

describe("words of lock-out", () => {
  it.each([
    ["in the greeting", ["421 4.7.0 Too many failed login attempts, try again later"], 0],
    ["to EHLO", ["220 mail.example.test", tooMany, tooMany], 0],
    ["to the log-in", ["220 mail.example.test", offered, "535 5.7.0 account temporarily locked"], 1],
    ["to the sender", ["220 mail.example.test", offered, "235 ok", "550 Too many failed login attempts"], 1],
  ])("%s close the door for the next click, at every port", async (_, says, logIns) => {
    peer.says = says;
    expect(await proof()).toMatchObject({ result: "refused", logIns });
    expect(peer.told.filter((line) => line.startsWith("AUTH"))).toHaveLength(logIns);

    expect(await proof(587)).toMatchObject({ result: "locked-out", logIns: 0 });
    expect(peer.connections).toBe(1);
  });

  it("are not every 421: another word before the log-in closes nothing", async () => {
    peer.says = ["421 4.3.2 Service shutting down"];
    expect(await proof()).toMatchObject({ result: "refused", logIns: 0 });
    peer.says = ["220 mail.example.test", offered, "235 ok", "250 ok", "250 ok", "250 ok", "221 bye"];
    expect(await proof()).toMatchObject({ result: "accepted", logIns: 1 });
  });
});

describe("nobody is connected to", () => {
  const properties = {
    hostname: "mail.example.test",
    port: 465,
    security: "tls",
    authMethod: "passwordCleartext",
    username: user,
  } as const;
  const token = { ...properties, authMethod: "oauth2" } as const;

  it.each([
    ["without TLS", { ...properties, security: "none" }, "needs-tls"],
    ["with a token, without TLS", { ...token, security: "none" }, "needs-tls"],
    ["with a token, at a host that no provider's permission covers", token, "needs-consent"],
    ["in a way that Thunderbird alone can try", { ...properties, authMethod: "gssapi" }, "not-supported"],
    ["as another user", { ...properties, username: "bob@other.test" }, "no-password"],
    ["without a host", { ...properties, hostname: "" }, "needs-consent"],
    ["without saying as whom", { ...properties, username: "" }, "no-password"],
  ] as const)("%s", async (_, wanted, result) => {
    clicks += 1;
    const request = {
      operationId: `click-${String(clicks)}`,
      identityId: "id1",
      properties: wanted,
      from: user,
      recipients: ["bob@elsewhere.test"],
      passwords: [{ outgoingServerId: "smtp1" }],
      password: null,
      agreed: null,
    };
    const proved = await verify(request, "caller@example");
    expect(proved).toMatchObject({ result, logIns: 0, passwordFrom: null, proofId: null });
    expect(peer.connections).toBe(0);
  });
});

it("a password that the server has rejected is not tried again by the next click", async () => {
  peer.says = ["220 mail.example.test", offered, "535 5.7.8 authentication failed"];
  expect(await proof()).toMatchObject({ result: "refused", stage: "auth", logIns: 1 });
  expect(await proof()).toMatchObject({ result: "no-password", logIns: 0 });
  expect(peer.connections).toBe(1);
});

it("what was said is told, without the password", async () => {
  peer.says = ["220 mail.example.test", offered, "535 5.7.8 authentication failed"];
  const { transcript } = await proof();
  expect(transcript).toEqual(
    expect.arrayContaining(["C: AUTH PLAIN ***", "S: 535 5.7.8 authentication failed"]),
  );
  expect(transcript.join()).not.toContain("for sending");
});

describe("a certificate that the user has excepted", () => {
  const [password, token] = [3, 10];
  async function mayRely(authMethod: number, wanted: "passwordCleartext" | "oauth2", username = user) {
    Object.assign(world.servers[0] ?? {}, { port: 465, socketType: 3, authMethod });
    clicks += 1;
    await verify(
      {
        operationId: `click-${String(clicks)}`,
        identityId: "id1",
        properties: {
          hostname: "mail.example.test",
          port: 465,
          security: "tls",
          authMethod: wanted,
          username,
        },
        from: user,
        recipients: [],
        passwords: [{ outgoingServerId: "smtp1" }],
        password: null,
        agreed: null,
      },
      "caller@example",
    );
    return peer.exceptions;
  }

  it("counts for the password, or the token, that goes there with every message", async () => {
    expect(await mayRely(password, "passwordCleartext")).toEqual(["accepted"]);
    peer.exceptions = [];
    expect(await mayRely(token, "oauth2")).toEqual(["accepted"]);
  });

  it("counts for no password where a token goes, nor for a token where a password goes", async () => {
    expect(await mayRely(token, "passwordCleartext")).toEqual(["refused"]);
    peer.exceptions = [];
    provider.isKnown = true;
    expect(await mayRely(password, "oauth2")).toEqual(["refused"]);
  });

  it("counts for no token of another user, which has never gone there", async () => {
    provider.isKnown = true;
    expect(await mayRely(token, "oauth2", "bob@example.test")).toEqual(["refused"]);
  });
});

it.each(["451 4.3.0 Try again later", "535 5.7.8 LDAP server unavailable", "535 Server busy"])(
  "a sign-in that was put off does not count as a rejected password: %s",
  async (said) => {
    peer.says = ["220 mail.example.test", offered, said];
    expect(await proof()).toMatchObject({ result: "refused", stage: "auth" });
    peer.says = ["220 mail.example.test", offered, "235 ok", "250 ok", "250 ok", "250 ok", "221 bye"];
    expect(await proof()).toMatchObject({ result: "accepted", passwordFrom: "outgoing" });
  },
);

describe("between the click and the log-in", () => {
  const accepts = ["220 mail.example.test", offered, "235 ok", "250 ok", "250 ok", "250 ok", "221 bye"];

  it("another click may have met words of lock-out while the primary password was typed", async () => {
    peer.says = accepts;
    logins.isLoggedIn = false;
    world.prompt = () => {
      logins.isLoggedIn = true;
      refusedLogIns.lockedOut({ host: "mail.example.test", userName: user });
    };
    expect(await proof()).toMatchObject({ result: "locked-out", logIns: 0 });
    expect(peer.connections).toBe(0);
  });

  it("the click may have been cancelled", async () => {
    peer.says = accepts;
    logins.isLoggedIn = false;
    world.prompt = () => {
      logins.isLoggedIn = true;
      endOperation("cancelled-at-the-prompt");
    };
    expect(await proof(465, "cancelled-at-the-prompt")).toMatchObject({ result: "cancelled", logIns: 0 });
    expect(peer.connections).toBe(0);
  });

  it("no third of three proofs at once is made", async () => {
    peer.says = accepts;
    const results = await Promise.all([1, 2, 3].map(() => proof(465, "three-at-once")));
    expect(results.map(({ result }) => result).sort()).toEqual(["accepted", "accepted", "too-many-log-ins"]);
    expect(peer.connections).toBe(2);
    expect(new Set(results.map(({ proofId }) => proofId)).size).toBe(3);
  });
});

describe("to a server that takes nothing but ASCII", () => {
  const accepts = ["220 mail.example.test", offered, "235 ok", "250 ok", "250 ok", "250 ok", "221 bye"];
  const envelope = (): readonly string[] => peer.told.filter((line) => /^(?:MAIL|RCPT)/.test(line));
  beforeEach(() => {
    peer.says = accepts;
    vi.spyOn(Services, "io", "get").mockReturnValue({ newURI, offline: false });
  });

  it("domains are said in ASCII, as Thunderbird says them: the settings are proven, not written on trust", async () => {
    expect(await proof(465, "", ["info@müller.test"], "alice@exämple.test")).toMatchObject({
      result: "accepted",
    });
    expect(envelope()).toEqual([
      "MAIL FROM:<alice@xn--exmple-cua.test>",
      "RCPT TO:<info@xn--mller-kva.test>",
    ]);
  });

  it.each([["bøb@elsewhere.test"], ['"bob the builder"@elsewhere.test'], ["bob@two words"]])(
    "%s keeps the others, or the user's own address, from nothing",
    async (odd) => {
      expect(await proof(465, "", [odd])).toMatchObject({ result: "accepted" });
      expect(envelope()).toEqual([`MAIL FROM:<${user}>`, `RCPT TO:<${user}>`]);
      peer.told = [];
      expect(await proof(465, "", [odd, "carol@elsewhere.test"])).toMatchObject({ result: "accepted" });
      expect(envelope()).toEqual([`MAIL FROM:<${user}>`, "RCPT TO:<carol@elsewhere.test>"]);
    },
  );
});

describe("a From with letters beyond ASCII before the @, at a server without SMTPUTF8", () => {
  const from = "älice@example.test";
  const before = ["220 mail.example.test", offered, "235 ok"];
  const envelope = (): readonly string[] => peer.told.filter((line) => /^(?:MAIL|RCPT)/.test(line));

  it("is said as Thunderbird says it: the settings are proven, not written on trust", async () => {
    peer.says = [...before, "250 ok", "250 ok", "250 ok", "221 bye"];
    expect(await proof(465, "", ["bob@elsewhere.test"], from)).toMatchObject({ result: "accepted" });
    expect(envelope()).toEqual([`MAIL FROM:<${from}>`, "RCPT TO:<bob@elsewhere.test>"]);
  });

  it("is refused in the server's own words", async () => {
    peer.says = [...before, "501 5.1.7 Bad sender address syntax", "250 ok", "221 bye"];
    expect(await proof(465, "", ["bob@elsewhere.test"], from)).toMatchObject({
      result: "refused",
      stage: "mail",
      reply: { code: 501 },
    });
  });

  it("is asked about alone where there is no recipient that Thunderbird would give the server", async () => {
    for (const { identities } of world.accounts) for (const one of identities) one.email = from;
    peer.says = [...before, "250 ok", "250 ok", "221 bye"];
    expect(await proof(465, "", [from, "bøb@elsewhere.test"], from)).toMatchObject({ result: "accepted" });
    expect(envelope()).toEqual([`MAIL FROM:<${from}>`]);
  });
});

it("a server with SMTPUTF8 is asked about the recipients as they are written, for Thunderbird sends to them there", async () => {
  vi.spyOn(Services, "io", "get").mockReturnValue({ newURI, offline: false });
  const [, ...rest] = offered.split("\r\n");
  peer.says = [
    "220 mail.example.test",
    ["250-mail.example.test", "250-SMTPUTF8", ...rest].join("\r\n"),
    "235 ok",
    "250 ok",
    "554 5.7.1 Relay access denied",
    "250 ok",
    "221 bye",
  ];
  expect(await proof(465, "", ["bøb@elsewhere.test"])).toMatchObject({ result: "refused", stage: "rcpt" });
  expect(peer.told).toContain("RCPT TO:<bøb@elsewhere.test>");
  peer.told = [];
  expect(await proof(465, "", ["bob@two words"])).toMatchObject({ result: "refused", stage: "rcpt" });
  expect(peer.told).toContain(`RCPT TO:<${user}>`);
});
