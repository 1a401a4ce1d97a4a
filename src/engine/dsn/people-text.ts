// What a notice tells people of each recipient: an address, and what is said of it below or beside. Postfix, Exim,
// qmail, Sendmail, OpenSMTPD, chasquid, Exchange, Domino and the many that write like one of them.

export interface ToldRecipient {
  readonly recipient: string;
  /** What stands between this address and the next; "" where nothing does. */
  readonly words: string;
}

const maximumRecipients = 100;
const address = String.raw`([^\s<>"'(),;:@（），：]{1,64}@[^\s<>"'(),;:@（），：]{1,255})`;

/** Where a line begins with the address that the words are about. */
const heads: readonly RegExp[] = [
  // Postfix, qmail, Courier, GMX, Yahoo: "<user@example.com>: …", also "<…> (expanded from <…>): …"
  new RegExp(
    String.raw`^[ \t]{0,12}[<"']${address}[>"'](?: ?\((?:expanded|generated) from[^)\n]{0,340}\))?:[ \t]{0,4}(.{0,2000})$`,
  ),
  // OpenSMTPD: "user@example.com: 550 …"
  new RegExp(String.raw`^[ \t]{0,12}${address}: ?(.{0,2000})$`),
  // Exim, Outlook, Sendmail: alone on a line, with bullets or brackets
  new RegExp(String.raw`^[ \t]{0,24}(?:[-*•>]{1,3} )?<?${address}>?(?:<mailto:[^>\n]{0,320}>)?()[ \t]{0,8}$`),
  // McAfee, X1: "<user@example.com>   (Unknown user)", "user@example.com [User unknown]"
  new RegExp(String.raw`^[ \t]{0,8}<?${address}>? {1,4}[([](.{1,500})[)\]][ \t]{0,4}$`),
  // chasquid: "- "user@example.com" (EMAIL) failed permanently with error:"
  new RegExp(String.raw`^[ \t]{0,4}- "${address}" \([A-Z]{2,12}\)(.{0,200})$`),
  // Sun, Oracle: "Recipient address: user@example.com"; Haraka: "Intended Recipients: <user@example.com>"
  new RegExp(
    String.raw`^[ \t]{0,8}(?:recipient(?:s|'s)?(?: address)?|intended recipients?|address(?:ed to)?|failed recipient) ?: {0,24}<?${address}>?(.{0,200})$`,
    "i",
  ),
  // Exchange 2003: "user@example.com on Thu, 29 Apr 2010 16:51:51 -0500"
  new RegExp(String.raw`^[ \t]{0,8}${address} on [^\n]{6,60}()$`),
  // MailFoundry, SES, Gmail: "… to <user@example.com>:"
  new RegExp(
    String.raw`^.{0,60}\b(?:to|for|address|recipient)(?: address)?:? {1,4}[<"']?${address}[>"']?(?: (?:was|has|could|because|wasn't|couldn't)\b|:|\. |\.?$)(.{0,500})$`,
    "i",
  ),
];

/** In the order of the text; an address named twice keeps the longer words. */
export function toldRecipients(text: string): readonly ToldRecipient[] {
  if (!text.includes("@")) return [];
  const found = new Map<string, string>();
  let open: string | null = null;
  let words: string[] = [];
  let depth = 99;
  const close = (): void => {
    if (open === null) return;
    const said = words.join("\n").trim();
    if (said.length > (found.get(open)?.length ?? -1)) found.set(open, said);
  };
  for (const line of text.split("\n")) {
    const head = headOf(line);
    const indent = head === null ? 0 : line.search(/\S/);
    // "    <user@example.com>: Relay access denied": a reply's second line, not another recipient.
    if (head === null || head.recipient === open || (indent > depth && words.some((one) => one !== ""))) {
      words.push(line);
      continue;
    }
    close();
    if (found.size >= maximumRecipients) break;
    open = head.recipient;
    depth = indent;
    words = [head.words];
  }
  close();
  return [...found].map(([recipient, words]) => ({ recipient, words }));
}

function headOf(line: string): ToldRecipient | null {
  if (!line.includes("@")) return null;
  for (const pattern of heads) {
    const match = pattern.exec(line);
    if (match !== null) {
      return { recipient: (match[1] ?? "").toLowerCase().replace(/\.$/, ""), words: match[2] ?? "" };
    }
  }
  return null;
}
