// A server at the other end of a fake socket: greets, and answers every line with what the test prepared for its command.
import type { FakeTransport } from "./sockets.js";

export interface Peer {
  /** Null: says nothing before it is spoken to. */
  readonly greeting?: string | null;
  /** By the command's first word; an answer that is a function may do something else with the connection. Others get 500. */
  readonly answers: Readonly<Record<string, string | ((transport: FakeTransport) => void)>>;
  /** Once TLS has begun. */
  readonly insideTls?: Peer["answers"];
}

export function speakSmtp(transport: FakeTransport, { greeting, answers, insideTls }: Peer): void {
  transport.connect();
  const { output } = transport;
  let read = 0;
  output.onWritten = () => {
    for (const line of Buffer.from(output.written.slice(read))
      .toString("latin1")
      .split("\r\n")
      .slice(0, -1)) {
      const known = transport.startedTls ? (insideTls ?? answers) : answers;
      const answer = known[line.split(/[ :]/)[0]?.toUpperCase() ?? ""] ?? "500 what?";
      if (typeof answer === "string") {
        setImmediate(() => transport.say(`${answer}\r\n`));
      } else {
        answer(transport);
      }
    }
    read = output.written.length;
  };
  if (greeting !== null) {
    setImmediate(() => transport.say(`${greeting ?? "220 mail.example ESMTP"}\r\n`));
  }
}
