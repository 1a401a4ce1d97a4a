// What of Postfix's verbose log is kept, in the form that commands.ts reads: the commands, whose connection and what
// protects it, without the passwords in them, and what Postfix says unasked.

/** For one host's log, line by line as it comes. */
export function labLog(): (line: string) => readonly string[] {
  /** By process, which serves one connection after the other. */
  const connections = new Map<string, { readonly number: number; readonly cipher: string }>();
  let connected = 0;
  return (line) => {
    const found = /postfix(?:\/\S+)?\/(\w+)\[(\d+)\]: (.*)$/.exec(line);
    if (found === null) return [];
    const [, program = "", process = "", words = ""] = found;
    if (program !== "smtpd") return [`${program}: ${words}`];
    if (words.startsWith("connect from")) connections.set(process, { number: ++connected, cipher: "" });
    const current = connections.get(process) ?? { number: 0, cipher: "" };
    const cipher = /TLS connection established from .* with cipher (\S+)/.exec(words)?.[1];
    if (cipher !== undefined) connections.set(process, { ...current, cipher });
    const verb = /^< [^ ]+: (AUTH|MAIL|RCPT|DATA)\b/i.exec(words)?.[1]?.toUpperCase();
    if (verb !== undefined)
      return [`LAB ${verb} connection=${String(current.number)} cipher=${current.cipher} sni=`];
    if (/SASL \S+ authentication failed/.test(words)) return [`authenticator failed: ${words}`];
    return isTold.test(words) ? [`${program}: ${words}`] : [];
  };
}

/** Said without -v, too. */
const isTold =
  /^(?:connect from|disconnect from|lost connection|timeout|[0-9A-Z]+: (?:client|reject)|NOQUEUE|fatal|panic)/i;
