// A connection over Thunderbird's socket transport: each end of it is told as what it is, once, and nothing is read, sent or
// left open after it.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Security } from "../../src/engine/model/server-settings.js";
import { prepareProgram, results } from "./program.js";
import { network, noError, onlyTransport, resetNetwork, socketParts, type FakeTransport } from "./sockets.js";

prepareProgram(socketParts);
const { socketStream } = await import("../../src/experiment/outgoingServers/parent/socket-stream.js");

const aborted = results.NS_BINDING_ABORTED;
const closed = { kind: "fault", fault: { kind: "closed" } };
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const bytes = (words: string): object => ({ kind: "bytes", bytes: text(words) });

beforeEach(() => {
  resetNetwork();
  network.hosts.set("mail.example", ["192.0.2.1"]);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function streamTo(host: string, security: Security = "none", exceptions: "accepted" | "refused" = "refused") {
  return socketStream({ host, port: 587, security, exceptions });
}

/** Connected, and what Thunderbird's side of it looks like. */
async function connected(security: Security = "none", exceptions: "accepted" | "refused" = "refused") {
  network.opened = (transport) => transport.connect();
  const stream = streamTo("mail.example", security, exceptions);
  expect(await stream.open()).toEqual({ kind: "connected", localAddress: "192.0.2.9" });
  return { stream, transport: onlyTransport() };
}

const certificate: GeckoCertificate = {
  commonName: "other.example",
  getRawDER: () => [],
};
const excepted: GeckoSecurityInfo = { ...noError, overridableErrorCategory: 2, serverCert: certificate };
const valid: GeckoSecurityInfo = { ...noError, serverCert: certificate };
const expired: GeckoSecurityInfo = {
  ...noError,
  errorCodeString: "SEC_ERROR_EXPIRED_CERTIFICATE",
  handshakeCertificates: [certificate],
};
const expiredStatus = 0x805a1ff5;

describe("opening", () => {
  it.each([
    ["none", "starttls"],
    ["starttls", "starttls"],
    ["tls", "ssl"],
  ] as const)(
    "security %s takes a %s socket to the name that was looked up before",
    async (security, type) => {
      network.opened = (transport) => transport.connect();
      await streamTo("MAIL.example", security).open();
      expect(onlyTransport()).toMatchObject({
        types: [type],
        host: "mail.example",
        port: 587,
        proxy: null,
        record: { addresses: ["192.0.2.1"] },
      });
    },
  );

  it("behind a proxy it has no address of its own to tell", async () => {
    network.opened = (transport) => {
      transport.ownAddress = null;
      transport.connect();
    };
    expect(await streamTo("mail.example").open()).toEqual({ kind: "connected", localAddress: null });
  });

  it.each([
    ["a name that does not resolve", results.NS_ERROR_UNKNOWN_HOST, "unknown-host"],
    ["a resolver that fails", results.NS_ERROR_FAILURE, "refused"],
  ])("%s is told, and nothing is connected", async (_, status, kind) => {
    network.hosts.set("mail.example", status);
    expect(await streamTo("mail.example").open()).toEqual({ kind: "fault", fault: { kind } });
    expect(network.transports).toEqual([]);
  });

  it.each(["no host name", "%", ""])("%j is no host", async (host) => {
    expect(await streamTo(host).open()).toEqual({ kind: "fault", fault: { kind: "refused" } });
  });

  it("a port that there is not is refused", async () => {
    const to = { host: "mail.example", port: 70_000, security: "none", exceptions: "refused" } as const;
    expect(await socketStream(to).open()).toEqual({ kind: "fault", fault: { kind: "refused" } });
  });

  it.each([
    [results.NS_ERROR_CONNECTION_REFUSED, "refused"],
    [results.NS_ERROR_NET_TIMEOUT, "timeout"],
    [results.NS_ERROR_UNKNOWN_HOST, "unknown-host"],
    [results.NS_ERROR_NET_RESET, "refused"],
  ])("a connection that ends with %i before it came about: %s", async (status, kind) => {
    network.opened = (transport) => transport.refuse(status);
    expect(await streamTo("mail.example").open()).toEqual({ kind: "fault", fault: { kind } });
  });
});

describe("the user's proxy", () => {
  const through = async (proxy: GeckoProxyInfo): Promise<FakeTransport> => {
    network.hosts.set("proxy.example", ["192.0.2.7"]);
    network.proxy = proxy;
    network.opened = (transport) => transport.connect();
    await streamTo("mail.example").open();
    return onlyTransport();
  };

  it("is taken, and its own name looked up", async () => {
    const proxy = { host: "proxy.example", type: "http", flags: 0 };
    expect(await through(proxy)).toMatchObject({ proxy, record: { addresses: ["192.0.2.7"] } });
  });

  it.each(["socks4", "socks"])("%s is told the address of the host", async (type) => {
    const proxy = { host: "proxy.example", type, flags: 0 };
    expect(await through(proxy)).toMatchObject({ proxy, record: { addresses: ["192.0.2.1"] } });
  });

  it("one that looks names up itself is asked to, also for a name that only it knows", async () => {
    network.hosts.delete("mail.example");
    const proxy = { host: "proxy.example", type: "socks", flags: 2 };
    expect(await through(proxy)).toMatchObject({ proxy, host: "mail.example", record: null });
  });

  it.each(["mail.example", "2001:db8::1"])(
    "is asked for as Thunderbird does: for %s, SOCKS first",
    async (host) => {
      network.opened = (transport) => transport.connect();
      await streamTo(host).open();
      const { RESOLVE_PREFER_SOCKS_PROXY, RESOLVE_ALWAYS_TUNNEL } = Ci[
        "nsIProtocolProxyService"
      ] as GeckoProxyWords;
      const flags = RESOLVE_PREFER_SOCKS_PROXY | RESOLVE_ALWAYS_TUNNEL;
      expect(network.proxyAsked).toEqual([{ host, flags }]);
    },
  );

  it("none is none", async () => {
    expect(await through({ host: "", type: "direct", flags: 0 })).toMatchObject({ proxy: null });
  });
});

const networkFault = { kind: "network" };

describe("reading and writing", () => {
  it("gives what came and takes what is sent", async () => {
    const { stream, transport } = await connected();
    const received = stream.receive();
    transport.say("220 mail.example\r\n");
    expect(await received).toEqual(bytes("220 mail.example\r\n"));
    expect(await stream.send(text("QUIT\r\n"))).toEqual({ kind: "done" });
    expect(transport.said).toBe("QUIT\r\n");
  });

  it("reads only when it is asked", async () => {
    const { stream, transport } = await connected();
    transport.say("220 one\r\n");
    await new Promise((resolve) => setImmediate(resolve));
    expect(transport.input.available()).toBe(9);
    transport.say("220 two\r\n");
    expect(await stream.receive()).toEqual(bytes("220 one\r\n220 two\r\n"));
  });

  it("what was said before the end is read before the end", async () => {
    const { stream, transport } = await connected();
    transport.say("421 bye\r\n");
    transport.end(results.NS_BASE_STREAM_CLOSED);
    expect(await stream.receive()).toEqual(bytes("421 bye\r\n"));
    expect(await stream.receive()).toEqual(closed);
  });

  it.each([
    ["in order", results.NS_BASE_STREAM_CLOSED, { kind: "closed" }],
    ["by cutting it", results.NS_ERROR_NET_RESET, { kind: "closed" }],
    ["by a fault of the network", results.NS_ERROR_NET_INTERRUPT, networkFault],
    ["in a way without a name", 0x804b9999, networkFault],
  ])("a connection that ends %s", async (_, status, fault) => {
    const { stream, transport } = await connected();
    const received = stream.receive();
    transport.input.end(status);
    expect(await received).toEqual({ kind: "fault", fault });
    expect(await stream.receive()).toEqual({ kind: "fault", fault });
    expect(await stream.send(text("NOOP\r\n"))).toEqual({ kind: "fault", fault });
    expect(await stream.startTls()).toEqual({ kind: "fault", fault });
    expect([transport.said, transport.startedTls]).toEqual(["", false]);
  });

  it("what cannot be written any more says why", async () => {
    const { stream, transport } = await connected();
    transport.output.end = results.NS_ERROR_NET_INTERRUPT;
    expect(await stream.send(text("NOOP\r\n"))).toEqual({ kind: "fault", fault: networkFault });
  });

  it("a write that fails without a reason is a fault all the same", async () => {
    const { stream, transport } = await connected();
    transport.output.onWritten = () => {
      throw new TypeError("not XPCOM's");
    };
    expect(await stream.send(text("NOOP\r\n"))).toEqual({ kind: "fault", fault: networkFault });
  });

  it("before it is opened there is nothing to read, and nothing to make safe", async () => {
    const stream = streamTo("mail.example");
    expect(await stream.receive()).toEqual(closed);
    expect(await stream.startTls()).toEqual(closed);
  });
});

describe("TLS", () => {
  const failing = (transport: FakeTransport): void => {
    transport.connect();
    transport.security = expired;
    setImmediate(() => transport.end(expiredStatus));
  };

  it("a wrong certificate at the start is the answer, whoever asks first", async () => {
    network.opened = failing;
    const stream = streamTo("mail.example", "tls");
    await stream.open();
    expect(await stream.receive()).toMatchObject({ fault: { kind: "certificate", reason: "expired" } });
  });

  it("a wrong certificate after STARTTLS is the answer to the next read", async () => {
    const { stream, transport } = await connected("starttls");
    expect(await stream.startTls()).toEqual({ kind: "done" });
    expect(transport.startedTls).toBe(true);
    const received = stream.receive();
    transport.security = expired;
    transport.end(expiredStatus);
    expect(await received).toMatchObject({
      fault: { kind: "certificate", reason: "expired", names: ["other.example"] },
    });
  });

  it("what was said in clear before the handshake is dropped", async () => {
    const { stream, transport } = await connected("starttls");
    transport.security = valid;
    transport.say("250 injected\r\n");
    await stream.startTls();
    const received = stream.receive();
    transport.say("250 safe\r\n");
    expect(await received).toEqual(bytes("250 safe\r\n"));
  });

  it("a handshake that cannot even be begun is told", async () => {
    const { stream, transport } = await connected("starttls");
    transport.startTlsFails = 0x805a2fff;
    expect(await stream.startTls()).toEqual({ kind: "fault", fault: { kind: "tls" } });
  });

  it("a connection cut in the middle of the handshake is no TLS, one cut later is just over", async () => {
    const cut: GeckoSecurityInfo = { ...noError, errorCodeString: "PR_END_OF_FILE_ERROR" };
    const early = await connected("starttls");
    await early.stream.startTls();
    early.transport.security = cut;
    early.transport.end(results.NS_ERROR_NET_RESET);
    expect(await early.stream.receive()).toEqual({
      kind: "fault",
      fault: { kind: "tls" },
    });

    resetNetwork();
    network.hosts.set("mail.example", ["192.0.2.1"]);
    const late = await connected("tls");
    late.transport.security = valid;
    late.transport.say("220 hello\r\n");
    await late.stream.receive();
    late.transport.security = cut;
    late.transport.end(results.NS_ERROR_NET_RESET);
    expect(await late.stream.receive()).toEqual(closed);
  });

  it.each(["tls", "starttls"] as const)(
    "%s: a certificate that holds only by an exception is a fault where none counts, before a word is handed over",
    async (security) => {
      const { stream, transport } = await connected(security, "refused");
      if (security === "starttls") await stream.startTls();
      transport.security = excepted;
      transport.say("250 AUTH PLAIN\r\n");
      expect(await stream.receive()).toMatchObject({ fault: { kind: "certificate", reason: "other-name" } });
      expect(transport.closings).toEqual([aborted]);
      expect(await stream.send(text("AUTH PLAIN …"))).toMatchObject({ kind: "fault" });
      expect(transport.said).toBe("");
      stream.close();
      vi.advanceTimersByTime(60_000);
      expect(transport.closings).toEqual([aborted]);
      expect(await stream.receive()).toMatchObject({ fault: { kind: "certificate" } });
    },
  );

  it("where exceptions count it is as good as any", async () => {
    const { stream, transport } = await connected("tls", "accepted");
    transport.security = excepted;
    transport.say("220 hello\r\n");
    expect(await stream.receive()).toEqual(bytes("220 hello\r\n"));
    expect(transport.closings).toEqual([]);
  });

  it("a certificate that was found good is not asked for at every read", async () => {
    const { stream, transport } = await connected("tls");
    transport.security = valid;
    transport.say("220 hello\r\n");
    await stream.receive();
    transport.security = noError;
    transport.say("250 more\r\n");
    expect(await stream.receive()).toEqual(bytes("250 more\r\n"));
  });
});

describe("closing", () => {
  const aTurn = async (): Promise<void> => new Promise(setImmediate);

  it("answers whoever waits, writes out what was said, and cuts the line after two seconds, once", async () => {
    const { stream, transport } = await connected();
    const received = stream.receive();
    stream.close();
    expect(await received).toEqual(closed);
    expect([transport.output.closed, transport.closings]).toEqual([1, []]);
    vi.advanceTimersByTime(1_999);
    expect(transport.closings).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(transport.closings).toEqual([aborted]);
  });

  it("takes the answer to what was said last, hands it to nobody, and cuts the line once the peer has ended it", async () => {
    const { stream, transport } = await connected();
    await stream.send(text("QUIT\r\n"));
    stream.close();
    transport.say("221 bye\r\n");
    expect([await stream.receive(), transport.closings]).toEqual([closed, []]);
    await aTurn();
    transport.end(results.NS_BASE_STREAM_CLOSED);
    await aTurn();
    expect(transport.closings).toEqual([aborted]);
    vi.advanceTimersByTime(60_000);
    expect(transport.closings).toEqual([aborted]);
  });

  it("does not listen for ever to a peer that goes on talking", async () => {
    const { stream, transport } = await connected();
    stream.close();
    for (let piece = 0; piece < 9; piece++) {
      expect(transport.closings).toEqual([]);
      transport.say("250 and another thing\r\n");
      await aTurn();
    }
    expect(transport.closings).toEqual([aborted]);
  });

  it("closed twice it is closed once", async () => {
    const { stream, transport } = await connected();
    stream.close();
    stream.close();
    vi.advanceTimersByTime(60_000);
    expect([transport.output.closed, transport.closings]).toEqual([1, [aborted]]);
  });

  it("what comes afterwards is nobody's", async () => {
    const { stream, transport } = await connected();
    stream.close();
    transport.say("250 too late\r\n");
    expect(await stream.receive()).toEqual(closed);
    expect(await stream.send(text("DATA\r\n"))).toEqual(closed);
    expect(await stream.startTls()).toEqual(closed);
    expect([transport.said, transport.startedTls]).toEqual(["", false]);
  });

  it("cuts at once where there is no connection yet, and the opening is over", async () => {
    const stream = streamTo("mail.example");
    const opening = stream.open();
    await vi.waitUntil(() => network.transports.length > 0, { interval: 1 });
    stream.close();
    expect(await opening).toEqual(closed);
    expect(onlyTransport().closings).toEqual([aborted]);
  });

  it("cuts at once in the middle of a handshake, which would hold back what is written", async () => {
    const { stream, transport } = await connected("starttls");
    await stream.startTls();
    stream.close();
    expect(transport.closings).toEqual([aborted]);
  });

  it("closed while the name is looked up it never connects", async () => {
    const opened = vi.fn();
    network.opened = opened;
    const stream = streamTo("mail.example");
    const opening = stream.open();
    stream.close();
    expect(await opening).toEqual(closed);
    expect(opened).not.toHaveBeenCalled();
  });
});
