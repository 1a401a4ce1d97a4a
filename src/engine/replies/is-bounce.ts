// Whether a mail is a bounce: a report of delivery (RFC 3464, RFC 6522 §3), or the plain text of Exim and qmail, told by
// its headers alone. A first look at author and subject keeps ordinary mail from being read at all.

/** Headers by lower-case name, as messages.getHeaders gives them. */
export type Headers = Readonly<Record<string, readonly string[] | undefined>>;

const bouncing = /mailer-?daemon|postmaster|mail delivery|microsoftexchange|mail.?(?:administrator|system)/i;
const aboutBouncing =
  /undeliver|delivery|deliver(?:ed|able)|failure notice|returned mail|mail failed|warning: message|unzustellbar|zustell|non remis|échec|no se puede entregar|non recapit|nedostav|не удалось доставить|недостав|退信|配信|配送|전달/i;

/** Cheap, on what Thunderbird keeps of every mail; a mail that only looks like one is sorted out by `isBounce`. */
export function mayBeBounce({
  author,
  subject,
}: {
  readonly author: string;
  readonly subject: string;
}): boolean {
  return bouncing.test(author.slice(0, 500)) || aboutBouncing.test(subject.slice(0, 500));
}

export function isBounce(headers: Headers): boolean {
  const first = (name: string): string => (headers[name]?.[0] ?? "").slice(0, 1000);
  const type = first("content-type").toLowerCase();
  if (/^\s*multipart\/report\b/.test(type)) {
    return /report-type\s*=\s*"?delivery-status\b/.test(type);
  }
  // Exim names the recipients; qmail and others send with an empty envelope sender, as every bounce must (RFC 5321 §4.5.5).
  const fromDaemon = bouncing.test(first("from")) && /^\s*<\s*>\s*$/.test(first("return-path") || "<>");
  return (
    first("x-failed-recipients") !== "" || (fromDaemon && !/auto-replied/i.test(first("auto-submitted")))
  );
}
