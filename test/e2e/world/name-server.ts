// The lab's name server (RFC 1035, RFC 2782), for what /etc/hosts cannot say: MX and SRV records, the names of the web
// server, and silence. Any other name does not exist, which it says at once. Every question is a line of `names.log`.
import { createSocket } from "node:dgram";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { labDirectory } from "./lab-directory.js";
import { exchangers, mx, srv, unanswered } from "./published.js";
import { pageNames, pagesAddress } from "./settings-pages.js";

const types = { a: 1, mx: 15, srv: 33 };

const log = (): string => join(labDirectory(), "names.log");

/** Every name that was asked for so far. */
export function nameQuestions(): readonly string[] {
  return readFileSync(log(), "utf8").split("\n").filter(Boolean);
}

export async function startNameServer(): Promise<void> {
  appendFileSync(log(), "");
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const answer = answerTo(query);
    if (answer !== null) socket.send(answer, from.port, from.address);
  });
  socket.unref();
  await new Promise<void>((resolve) => socket.bind(53, "127.0.0.53", resolve));
}

/** Null: silence. Queries hold one question, without compression. */
function answerTo(query: Buffer): Buffer | null {
  const { name, end } = readName(query);
  appendFileSync(log(), `${name}\n`);
  if (unanswered.some((silent) => name === silent || name.endsWith(`.${silent}`))) return null;
  const type = query.readUInt16BE(end);
  const records = recordsOf(name, type);
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8580 | (isKnown(name) ? 0 : 3), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, query.subarray(12, end + 4), ...records.map((data) => record(type, data))]);
}

function isKnown(name: string): boolean {
  return addressOf(name) !== undefined || name in mx || name in srv;
}

function addressOf(name: string): string | undefined {
  return pageNames.includes(name) ? pagesAddress : exchangers[name];
}

function recordsOf(name: string, type: number): readonly Buffer[] {
  const exchanger = mx[name];
  const address = addressOf(name);
  if (type === types.a && address !== undefined) return [Buffer.from(address.split(".").map(Number))];
  if (type === types.mx && exchanger !== undefined)
    return [Buffer.concat([numbers(10), writeName(exchanger)])];
  if (type !== types.srv) return [];
  return (srv[name] ?? []).map(({ priority, weight, port, target }) =>
    Buffer.concat([numbers(priority, weight, port), writeName(target)]),
  );
}

function record(type: number, data: Buffer): Buffer {
  // A pointer to the question's name; class IN; a minute to live.
  return Buffer.concat([numbers(0xc00c, type, 1, 0, 60, data.length), data]);
}

function numbers(...values: readonly number[]): Buffer {
  return Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));
}

function writeName(name: string): Buffer {
  const labels = name.split(".").filter(Boolean);
  return Buffer.concat([
    ...labels.map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);
}

function readName(query: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  return { name: labels.join("."), end: at + 1 };
}
