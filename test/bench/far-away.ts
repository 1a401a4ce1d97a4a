// A TCP proxy that makes a server of the loopback as far away as one in the world: every byte takes its time, each
// way, and so does the connection's own handshake. Also the stopwatch: both clients are timed here, from their
// connection to their goodbye, so that the time a program takes to start counts for neither.

import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface FarAway {
  readonly port: number;
  /** Milliseconds from connection to close, of the session that ends next. Ask before the client starts. */
  nextSession(): Promise<number>;
  stop(): Promise<void>;
}

interface Server {
  readonly address: string;
  readonly port: number;
}

/** SYN, SYN-ACK and ACK: a client of the loopback is connected at once, so its first byte is held back for three. */
const crossingsOfHandshake = 3;

/** Listens on the server's own address, so that its name, and with it its certificate, stay right. */
export async function farAway(server: Server, oneWay: number): Promise<FarAway> {
  const waiting: ((milliseconds: number) => void)[] = [];
  const open = new Set<Socket>();
  const listener = createServer((client) => {
    const since = performance.now();
    open.add(client);
    let ended = false;
    const end = (): void => {
      if (ended) return;
      ended = true;
      waiting.shift()?.(performance.now() - since);
    };
    client.setNoDelay(true).on("end", end).on("close", end);
    later(oneWay * crossingsOfHandshake, () => {
      const upstream = connect(server.port, server.address).setNoDelay(true);
      open.add(upstream);
      carry(client, upstream, oneWay);
      carry(upstream, client, oneWay);
    });
  });
  listener.listen(0, server.address);
  await once(listener, "listening");
  return {
    port: (listener.address() as AddressInfo).port,
    nextSession: () => new Promise((resolve) => waiting.push(resolve)),
    async stop() {
      for (const socket of open) socket.destroy();
      listener.close();
      await once(listener, "close");
    },
  };
}

function carry(from: Socket, to: Socket, oneWay: number): void {
  from.on("data", (bytes) => later(oneWay, () => to.writable && to.write(bytes)));
  from.on("end", () => later(oneWay, () => to.end()));
  from.on("error", () => to.destroy());
  from.on("close", () => later(oneWay, () => to.destroy()));
}

/** Timers of one length fire in the order in which they were set: the bytes keep theirs. */
function later(milliseconds: number, work: () => void): void {
  if (milliseconds === 0) work();
  else setTimeout(work, milliseconds);
}
