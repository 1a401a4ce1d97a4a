// A client for Marionette, the remote control built into Thunderbird: length-prefixed JSON over TCP,
// `[type, id, command, parameters]` out, `[type, id, error, result]` back. One command at a time.
import type { Socket } from "node:net";
import { connect } from "node:net";

export interface Marionette {
  command(name: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown>;
  close(): void;
}

export class MarionetteError extends Error {
  override readonly name = "MarionetteError";
}

/** No command of the lab takes longer; an unexpected modal dialog blocks Marionette and shows up here. */
const commandTimeout = 60_000;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Splits the byte stream into messages: decimal length, colon, that many bytes of JSON. */
function onMessages(socket: Socket, handle: (message: unknown) => void): void {
  let buffered = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const colon = buffered.indexOf(":");
      if (colon < 0) return;
      const end = colon + 1 + Number(buffered.subarray(0, colon).toString());
      if (buffered.length < end) return;
      const message: unknown = JSON.parse(buffered.subarray(colon + 1, end).toString());
      buffered = buffered.subarray(end);
      handle(message);
    }
  });
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket)).once("error", reject);
  });
}

/** Connects to a listening Marionette; rejects while nothing listens yet. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await opened(port);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  onMessages(socket, (message) => {
    if (!Array.isArray(message)) return; // the greeting
    const [, id, error, result] = message as [number, number, { message: string } | null, unknown];
    const request = waiting.get(id);
    waiting.delete(id);
    if (error === null) request?.resolve(result);
    else request?.reject(new MarionetteError(error.message));
  });
  const fail = (): void => {
    for (const request of waiting.values())
      request.reject(new MarionetteError("Thunderbird closed the connection"));
    waiting.clear();
  };
  socket.on("close", fail).on("error", fail);
  return {
    command(name, parameters) {
      const id = ++lastId;
      const packet = JSON.stringify([0, id, name, parameters]);
      return new Promise((resolve, reject) => {
        const tooLong = setTimeout(
          () => reject(new MarionetteError(`${name} did not answer`)),
          commandTimeout,
        );
        const done = (settle: () => void): void => {
          clearTimeout(tooLong);
          settle();
        };
        waiting.set(id, {
          resolve: (value) => done(() => resolve(value)),
          reject: (e) => done(() => reject(e)),
        });
        socket.write(`${Buffer.byteLength(packet)}:${packet}`);
      });
    },
    close: () => socket.destroy(),
  };
}
