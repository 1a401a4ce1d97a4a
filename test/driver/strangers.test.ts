import { createServer as createHttpServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { driveSession } from "../../src/engine/smtp/drive-session.js";
import { patience } from "../../src/engine/smtp/limits.js";
import { probe } from "../../src/engine/smtp/probe.js";
import { nodeStream } from "./node-stream.js";
import { barePeer, closedPort, closePeers, startedPeer } from "./peers.js";
import { realTimer, runProbe, runProof } from "./run-session.js";

const hurried = { patience: { ...patience, connect: 0.3, greeting: 0.1, ehlo: 0.1, unknown: 0.3 } };
const plain = "none";

afterEach(closePeers);

describe("no server at all", () => {
  it("an unknown host", async () => {
    const result = await runProbe({ host: "no-such-host.invalid", port: 587, security: plain });
    expect(result.server).toEqual({ kind: "fault", stage: "connect", fault: { kind: "unknown-host" } });
  });

  it("a refused connection", async () => {
    const result = await runProbe({ port: await closedPort(), security: plain });
    expect(result.server).toEqual({ kind: "fault", stage: "connect", fault: { kind: "refused" } });
  });

  it("a silent server", async () => {
    const peer = await barePeer(() => undefined);
    const result = await runProbe({ port: peer.port, security: plain }, hurried);
    expect(result.server).toEqual({ kind: "fault", stage: "greeting", fault: { kind: "timeout" } });
  });

  it("a silent port that wants TLS and says so when poked", async () => {
    const peer = await barePeer((socket) => {
      socket.on("data", () => socket.end(Uint8Array.of(0x15, 3, 1, 0, 2, 2, 70)));
    });
    const result = await runProbe({ port: peer.port, security: plain }, hurried);
    expect(result.server).toMatchObject({ stage: "greeting", fault: { kind: "not-smtp", peer: "tls" } });
  });

  it("a server that hangs up", async () => {
    const peer = await barePeer((socket) => socket.end());
    const result = await runProbe({ port: peer.port, security: plain });
    expect(result.server).toEqual({ kind: "fault", stage: "greeting", fault: { kind: "closed" } });
  });
});

describe("another service on that port", () => {
  it.each([
    ["imap", "* OK [CAPABILITY IMAP4rev1] ready\r\n"],
    ["pop3", "+OK ready\r\n"],
    ["ssh", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["ftp", "220 ProFTPD Server\r\n"],
  ])("%s", async (peerKind, banner) => {
    const peer = await barePeer((socket) => socket.write(banner));
    const result = await runProbe({ port: peer.port, security: plain });
    expect(result.server).toMatchObject({ stage: "greeting", fault: { kind: "not-smtp", peer: peerKind } });
  });

  it("http, which waits to be spoken to", async () => {
    const server = createHttpServer((_request, response) => response.end());
    const peer = await startedPeer(server, () => {
      server.closeAllConnections();
    });
    const result = await runProbe({ port: peer.port, security: plain }, hurried);
    expect(result.server).toMatchObject({ stage: "greeting", fault: { kind: "not-smtp", peer: "http" } });
  });
});

describe("a hostile server", () => {
  it("that never stops talking is left", async () => {
    const peer = await barePeer((socket) => {
      const talk = (): void => {
        while (socket.write("220-x\r\n".repeat(1000)));
        socket.once("drain", talk);
      };
      talk();
    });
    const result = await runProbe({ port: peer.port, security: plain });
    expect(result.server).toMatchObject({ fault: { kind: "limit", limit: "lines" } });
  });

  it("with a 10 MB line is left", async () => {
    const peer = await barePeer((socket) => socket.write(`220 ${"x".repeat(10_000_000)}\r\n`));
    const result = await runProbe({ port: peer.port, security: plain });
    expect(result.server).toMatchObject({ fault: { kind: "limit", limit: "line" } });
  });

  it("on the way that adds words to STARTTLS gets no password", async () => {
    const heard: string[] = [];
    const peer = await barePeer((socket) => {
      socket.write("220 x\r\n");
      socket.on("data", (data) => {
        heard.push(data.toString());
        const starting = data.toString().startsWith("STARTTLS");
        socket.write(starting ? "220 go ahead\r\n250-x\r\n250 AUTH PLAIN\r\n" : "250-x\r\n250 STARTTLS\r\n");
      });
    });
    const result = await runProof({ port: peer.port, security: "starttls" });
    expect(result).toMatchObject({ outcome: { fault: { kind: "injected" } }, logIns: 0 });
    expect(heard.join("")).not.toContain("AUTH");
  });

  it("that adds them in a packet of their own gets no password either", async () => {
    const peer = await barePeer((socket) => {
      socket.setNoDelay();
      socket.write("220 x\r\n");
      socket.on("data", (data) => {
        if (!data.toString().startsWith("STARTTLS")) {
          socket.write("250-x\r\n250 STARTTLS\r\n");
          return;
        }
        socket.write("220 go ahead\r\n");
        setTimeout(() => socket.write("250-x\r\n250 AUTH PLAIN\r\n"), 20);
      });
    });
    const result = await runProof({ port: peer.port, security: "starttls" });
    expect(result).toMatchObject({ outcome: { kind: "fault", stage: "starttls" }, logIns: 0 });
  });
});

describe("cancelling", () => {
  it("closes the connection at once", async () => {
    const cancel = new AbortController();
    const ended = new Promise<string>((resolve) => {
      void barePeer((socket) => {
        socket.on("close", () => {
          resolve("closed");
        });
        socket.resume();
        cancel.abort();
      }).then(async ({ port }) => {
        const to = { host: "localhost", port, security: plain } as const;
        const driven = await driveSession(probe({ security: plain, envelope: null }), nodeStream(to), {
          timer: realTimer,
          signal: cancel.signal,
        });
        expect(driven).toEqual({ kind: "cancelled" });
      });
    });
    expect(await ended).toBe("closed");
  });
});
