// What of Postfix's verbose log is kept, in the form that commands.ts reads: the commands, whose connection and what
// protects it, without the passwords in them, and what Postfix says unasked. Its own times are whole seconds.

/** For one host's log, line by line as it comes. */
export function labLog(): (line: string, now: Date) => readonly string[] {
  /** By process, which serves one connection after the other. */
  const connections = new Map<string, { readonly number: number; readonly cipher: string }>();
  let connected = 0;
  return (line, now) => {
    const found = /postfix(?:\/\S+)?\/(\w+)\[(\d+)\]: (.*)$/.exec(line);
    if (found === null) return [];
    const [, program = "", process = "", words = ""] = found;
    // Local time, as Exim writes it.
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
    const time = local.toISOString().replace("T", " ").replace("Z", "");
    if (program !== "smtpd") return [`${time} ${program}: ${words}`];
    if (words.startsWith("connect from")) connections.set(process, { number: ++connected, cipher: "" });
    const current = connections.get(process) ?? { number: 0, cipher: "" };
    const cipher = /TLS connection established from .* with cipher (\S+)/.exec(words)?.[1];
    if (cipher !== undefined) connections.set(process, { ...current, cipher });
    const verb = /^< [^ ]+: (AUTH|MAIL|RCPT|DATA)\b/i.exec(words)?.[1]?.toUpperCase();
    if (verb !== undefined)
      return [`${time} LAB ${verb} connection=${String(current.number)} cipher=${current.cipher} sni=`];
    if (/SASL \S+ authentication failed/.test(words)) return [`${time} authenticator failed: ${words}`];
    return isTold.test(words) ? [`${time} ${program}: ${words}`] : [];
  };
}

/** Said without -v, too. */
const isTold =
  /^(?:connect from|disconnect from|lost connection|timeout|[0-9A-Z]+: (?:client|reject)|NOQUEUE|fatal|panic)/i;
