// A SOCKS 5 proxy (RFC 1928: no log-in, CONNECT alone) that notes what it was asked for, by name or by address.
import { connect, createServer, type Socket } from "node:net";

export interface SocksProxy {
  readonly port: number;
  /** `mail.example.test:587`, or an address where the client had looked the name up itself. */
  asked(): readonly string[];
  stop(): Promise<void>;
}

const addressIsIPv4 = 1;
const addressIsName = 3;

/** Null where it is neither a name nor an IPv4 address. */
function targetOf(request: Buffer): { readonly host: string; readonly port: number } | null {
  const length = request[4] ?? 0;
  switch (request[3]) {
    case addressIsIPv4:
      return { host: [...request.subarray(4, 8)].join("."), port: request.readUInt16BE(8) };
    case addressIsName:
      return { host: request.toString("latin1", 5, 5 + length), port: request.readUInt16BE(5 + length) };
    default:
      return null;
  }
}

const answer = (code: number): Buffer => Buffer.from([5, code, 0, addressIsIPv4, 0, 0, 0, 0, 0, 0]);

export async function startSocksProxy(): Promise<SocksProxy> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const keep = (socket: Socket): void => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    client.once("data", () => {
      client.write(Buffer.from([5, 0]));
      client.once("data", (request: Buffer) => {
        const target = targetOf(request);
        if (target === null) {
          client.end(answer(8));
          return;
        }
        asked.push(`${target.host}:${String(target.port)}`);
        const there = connect(target.port, target.host);
        keep(there);
        there.once("error", () => client.end(answer(5)));
        there.once("connect", () => {
          client.write(answer(0));
          client.pipe(there).pipe(client);
        });
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
