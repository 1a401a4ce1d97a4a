// One look at a server through Thunderbird's sockets: what it offers and whom it turns away, without a password and without a
// message, within seconds, and over at once when the user cancels.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { prepareProgram, results } from "./program.js";
import { speakSmtp, type Peer } from "./smtp-peer.js";
import { afterwards, network, noError, onlyTransport, resetNetwork, socketParts } from "./sockets.js";

prepareProgram(socketParts);
const { lookAtServer } = await import("../../src/experiment/outgoingServers/parent/look-at-server.js");
const { endOperation } = await import("../../src/experiment/outgoingServers/parent/operations.js");

type Security = messenger.outgoingServers.Security;
const aborted = results.NS_BINDING_ABORTED;
const envelope = { from: "alice@firm.example", to: "bob@other.example" };
let operation = 0;

beforeEach(() => {
  resetNetwork();
  network.hosts.set("mail.example", ["192.0.2.1", "192.0.2.2"]);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  operation += 1;
});
afterEach(() => {
  vi.useRealTimers();
});

const id = (): string => `look ${String(operation)}`;
const serve = (peer: Peer): void => {
  network.opened = (transport) => speakSmtp(transport, peer);
};
const look = (security: Security, asked: typeof envelope | null = null, port = 0) =>
  lookAtServer({ hostname: "mail.example", port, security }, asked, id());

const polite: Peer["answers"] = {
  EHLO: "250-mail.example\r\n250 AUTH PLAIN LOGIN",
  MAIL: "250 ok",
  RCPT: "250 ok",
  RSET: "250 ok",
  QUIT: "221 bye",
};
const nothingMore = { toStranger: null, reply: null, certificate: null, speaks: null };

describe("a server that answers", () => {
  it("is told with its ways to sign in and its addresses", async () => {
    serve({ answers: polite });
    expect(await look("none")).toEqual({
      ...nothingMore,
      answer: "answers",
      offeredAuth: ["PLAIN", "LOGIN"],
      addresses: ["192.0.2.1", "192.0.2.2"],
    });
    const { closings, said } = onlyTransport();
    expect(said).not.toMatch(/^(?:AUTH|MAIL|DATA)/m);
    vi.advanceTimersByTime(60_000);
    expect(closings).toEqual([aborted]);
  });

  it.each([
    ["none", 0, 587],
    ["starttls", 0, 587],
    ["tls", 0, 465],
    ["tls", 2465, 2465],
  ] as const)("%s, port %i: asked at port %i", async (security, port, effective) => {
    serve({ greeting: "554 no", answers: { QUIT: "221 bye" } });
    await look(security, null, port);
    expect(onlyTransport().port).toBe(effective);
  });

  it("with STARTTLS, what it offers inside TLS counts", async () => {
    serve({
      answers: { ...polite, EHLO: "250-mail.example\r\n250 STARTTLS", STARTTLS: "220 go" },
      insideTls: { ...polite, EHLO: "250-mail.example\r\n250 AUTH XOAUTH2" },
    });
    expect(await look("starttls")).toMatchObject({ answer: "answers", offeredAuth: ["XOAUTH2"] });
  });

  it("by an exception of the user is one: nothing secret is said", async () => {
    network.opened = (transport) => {
      speakSmtp(transport, { answers: polite });
      transport.security = { ...noError, overridableErrorCategory: 1, serverCert: certificateFor("x") };
    };
    expect(await look("tls")).toMatchObject({ answer: "answers", certificate: null });
  });
});

function certificateFor(commonName: string): GeckoCertificate {
  return { commonName, getRawDER: () => [] };
}

describe("asked whether it takes mail of somebody who has not signed in", () => {
  it("says yes", async () => {
    serve({ answers: polite });
    expect(await look("none", envelope)).toMatchObject({ answer: "answers", toStranger: "accepted" });
    expect(onlyTransport().said).toContain("MAIL FROM:<alice@firm.example>");
    expect(onlyTransport().said).toContain("RCPT TO:<bob@other.example>");
    expect(onlyTransport().said).not.toContain("DATA");
  });

  it("says no, in its own words", async () => {
    serve({ answers: { ...polite, RCPT: "550-5.7.1 relay\r\n550 5.7.1 not permitted" } });
    expect(await look("none", envelope)).toMatchObject({
      answer: "answers",
      offeredAuth: ["PLAIN", "LOGIN"],
      toStranger: "refused",
      reply: { code: 550, enhancedCode: "5.7.1", lines: ["relay", "not permitted"] },
    });
  });

  it("says nothing: then nothing is told of it", async () => {
    const cut = { ...polite, MAIL: (transport: { end(status: number): void }) => transport.end(aborted) };
    serve({ answers: cut });
    expect(await look("none", envelope)).toMatchObject({ answer: "answers", toStranger: null, reply: null });
  });
});

describe("a server that does not let anybody in", () => {
  it("turns away with its greeting", async () => {
    serve({ greeting: "554 5.3.2 come another day", answers: { QUIT: "221 bye" } });
    expect(await look("none")).toMatchObject({
      answer: "turned-away",
      reply: { code: 554, enhancedCode: "5.3.2", lines: ["come another day"] },
    });
  });

  it("refuses STARTTLS", async () => {
    const answers = { EHLO: "250-mail.example\r\n250 STARTTLS", STARTTLS: "454 not now", QUIT: "221 bye" };
    serve({ answers });
    expect(await look("starttls")).toMatchObject({
      answer: "turned-away",
      reply: { code: 454, lines: ["not now"] },
    });
  });

  it("says more than was asked before TLS begins: nothing of it is believed", async () => {
    const answers = {
      EHLO: "250-mail.example\r\n250 STARTTLS",
      STARTTLS: "220 go ahead\r\n250 AUTH PLAIN",
      QUIT: "221 bye",
    };
    serve({ answers });
    expect(await look("starttls")).toMatchObject({ ...nothingMore, answer: "broken", offeredAuth: [] });
  });

  it("offers no STARTTLS", async () => {
    serve({ answers: polite });
    expect(await look("starttls", envelope)).toMatchObject({
      answer: "starttls-not-offered",
      toStranger: null,
    });
    expect(onlyTransport().said).not.toContain("MAIL");
  });

  it("has another's certificate: its names are told", async () => {
    network.opened = (transport) => {
      transport.connect();
      const serverCert = certificateFor("shared.example");
      transport.security = { ...noError, errorCodeString: "SSL_ERROR_BAD_CERT_DOMAIN", serverCert };
      setImmediate(() => transport.end(0x805a2ff4));
    };
    expect(await look("tls")).toMatchObject({
      answer: "certificate",
      certificate: { reason: "other-name", names: ["shared.example"] },
    });
  });

  it.each([
    ["does not exist", (): void => void network.hosts.delete("mail.example"), "unknown-host"],
    ["refuses the connection", refusing(results.NS_ERROR_CONNECTION_REFUSED), "refused"],
    ["never answers the connection", refusing(results.NS_ERROR_NET_TIMEOUT), "silent"],
  ])("%s", async (_, prepare, answer) => {
    prepare();
    expect(await look("none")).toMatchObject({ answer, offeredAuth: [], toStranger: null });
  });

  it("is no SMTP server", async () => {
    serve({ greeting: "HTTP/1.1 400 Bad Request\r\nServer: nginx", answers: {} });
    expect(await look("none")).toMatchObject({ answer: "not-smtp", speaks: "http" });
  });

  it.each([
    ["hangs up", (transport: { end(status: number): void }) => transport.end(results.NS_ERROR_NET_RESET)],
    ["loses the network", (transport: { end(status: number): void }) => transport.end(0x804b0047)],
    ["talks without end", "250-x\r\n".repeat(500)],
  ])("%s in the middle", async (_, EHLO) => {
    serve({ answers: { EHLO, HELO: EHLO } });
    expect(await look("none")).toMatchObject({ answer: "broken" });
  });
});

function refusing(status: number): () => void {
  return () => {
    network.opened = (transport) => transport.refuse(status);
  };
}

describe("a handshake that failed", () => {
  const noTls = (thenInClear: string): void => {
    network.opened = (transport) => {
      if (transport.types[0] === "ssl") {
        transport.connect();
        transport.security = { ...noError, errorCodeString: "SSL_ERROR_RX_RECORD_TOO_LONG" };
        setImmediate(() => transport.end(0x805a2ffa));
      } else {
        speakSmtp(transport, { greeting: thenInClear, answers: { QUIT: "221 bye" } });
      }
    };
  };

  it("because the server has no room is told in the server's words, and only QUIT is said in clear", async () => {
    noTls("421 too many connections");
    const seen = await look("tls");
    expect(seen).toMatchObject({
      answer: "turned-away",
      reply: { code: 421, enhancedCode: null, lines: ["too many connections"] },
      addresses: ["192.0.2.1", "192.0.2.2"],
    });
    const [, inClear] = network.transports;
    expect([inClear?.port, inClear?.types, inClear?.said]).toEqual([465, ["starttls"], "QUIT\r\n"]);
  });

  it("on a port that speaks in clear stays one", async () => {
    noTls("220 mail.example");
    expect(await look("tls", null, 587)).toMatchObject({ answer: "tls-failed", reply: null });
    expect(network.transports.map(({ port }) => port)).toEqual([587, 587]);
  });

  it("after STARTTLS nothing is asked in clear", async () => {
    serve({
      answers: {
        ...polite,
        EHLO: "250-mail.example\r\n250 STARTTLS",
        STARTTLS: (transport) => {
          transport.startTlsFails = 0x805a2ffa;
          setImmediate(() => transport.say("220 go\r\n"));
        },
      },
    });
    expect(await look("starttls")).toMatchObject({ answer: "tls-failed" });
    expect(network.transports).toHaveLength(1);
  });
});

describe("patience", () => {
  it.each(["none", "tls"] as const)(
    "%s: a server that says nothing is silent after six seconds",
    async (security) => {
      serve({ greeting: null, answers: {} });
      let seen: unknown = null;
      const looking = look(security).then((answer) => (seen = answer.answer));
      await afterwards();
      await vi.advanceTimersByTimeAsync(5_900);
      expect(seen).toBeNull();
      await vi.advanceTimersByTimeAsync(100);
      await afterwards();
      // One last question: is it a port that wants to be spoken to first?
      await vi.advanceTimersByTimeAsync(3_000);
      await looking;
      expect(seen).toBe("silent");
      await vi.advanceTimersByTimeAsync(60_000);
      expect(onlyTransport().closings).toEqual([aborted]);
    },
  );

  it("addresses are not waited for longer than five seconds", async () => {
    network.hosts.set("mail.example", "silent");
    network.proxy = { host: "p", type: "socks", flags: 2 };
    serve({ answers: polite });
    const looking = look("none");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await looking).toMatchObject({ answer: "answers", addresses: [] });
  });

  it("a name with more addresses than anybody needs is cut short", async () => {
    network.hosts.set(
      "mail.example",
      Array.from({ length: 40 }, (_, index) => `192.0.2.${String(index)}`),
    );
    serve({ answers: polite });
    expect((await look("none")).addresses).toHaveLength(16);
  });
});

describe("cancelled", () => {
  it("in the middle: the connection is cut once, and nobody is waited for, not even the resolver", async () => {
    network.hosts.set("mail.example", "silent");
    network.proxy = { host: "p", type: "socks", flags: 2 };
    serve({ greeting: null, answers: {} });
    const looking = look("tls", envelope);
    await vi.waitUntil(() => network.transports.length > 0, { interval: 1 });
    endOperation(id());
    expect(await looking).toEqual({ ...nothingMore, answer: "cancelled", offeredAuth: [], addresses: [] });
    vi.advanceTimersByTime(60_000);
    expect(onlyTransport().closings).toEqual([aborted]);
  });

  it("while a server without room is asked in clear: it is no more than a handshake that failed", async () => {
    network.opened = (transport) => {
      transport.connect();
      if (transport.types[0] === "ssl") {
        transport.security = { ...noError, errorCodeString: "SSL_ERROR_RX_RECORD_TOO_LONG" };
        setImmediate(() => transport.end(0x805a2ffa));
      }
    };
    const looking = look("tls");
    await vi.waitUntil(() => network.transports.length > 1, { interval: 1 });
    endOperation(id());
    expect(await looking).toMatchObject({ answer: "tls-failed", reply: null });
  });

  it("before it began: nobody is asked", async () => {
    endOperation(id());
    expect(await look("none")).toMatchObject({ answer: "cancelled" });
    expect(network.transports).toEqual([]);
  });
});
