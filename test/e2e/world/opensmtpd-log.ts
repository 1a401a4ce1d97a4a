// What of OpenSMTPD's log with "-T smtp" is kept, in the form that commands.ts reads: the commands, whose connection and
// whether it is encrypted, without the passwords in them, and what is logged without the trace.

/** For one host's log, line by line as it comes. */
export function labLog(): (line: string) => readonly string[] {
  /** By the session's address in memory, which is used again. */
  const connections = new Map<string, { readonly number: number; readonly cipher: string }>();
  let connected = 0;
  return (line) => {
    if (/^[0-9a-f]{16} /.test(line))
      return [/command="AUTH .*result="535/.test(line) ? `authenticator failed: ${line}` : line];
    const [, session = "", words = ""] = /^smtp: (0x[0-9a-f]+): (.*)$/.exec(line) ?? [];
    if (session === "") return /^(?:warn|fatal)/.test(line) ? [line] : [];
    if (words.startsWith("connected to listener"))
      // Notices that it hands to itself come by no port.
      connections.set(session, { number: words.includes("port=0,") ? 0 : ++connected, cipher: "" });
    const current = connections.get(session) ?? { number: 0, cipher: "" };
    if (words.startsWith("STATE_TLS ->")) connections.set(session, { ...current, cipher: "TLS" });
    const verb = /^<<< (AUTH|MAIL|RCPT|DATA)\b/i.exec(words)?.[1]?.toUpperCase();
    return verb === undefined || current.number === 0
      ? []
      : [`LAB ${verb} connection=${String(current.number)} cipher=${current.cipher} sni=`];
  };
}
