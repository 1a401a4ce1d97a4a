// What of chasquid's debug log is kept, in the form that commands.ts reads: the commands (it leaves out the passwords
// itself), whose connection and whether it is encrypted, and what is logged without debugging.

/** For one host's log, line by line as it comes. */
export function labLog(): (line: string) => readonly string[] {
  /** Ports of clients whose connection is encrypted. */
  const encrypted = new Set<string>();
  return (line) => {
    const [, port = "", words = ""] = /SMTP\.Conn [\d.]+:(\d+): (.*)$/.exec(line) ?? [];
    if (words.includes("jump to TLS") || words.includes("mode: submission+TLS")) encrypted.add(port);
    const verb = /^-> (AUTH|MAIL|RCPT|DATA)\b/.exec(words)?.[1];
    if (verb !== undefined)
      return [`LAB ${verb} connection=${port} cipher=${encrypted.has(port) ? "TLS" : ""} sni=`];
    if (words.startsWith("error: AUTH failed: 535")) return [`authenticator failed: ${words}`];
    return line.startsWith(". ") ? [] : [line];
  };
}
