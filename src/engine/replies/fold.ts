// Makes replies comparable: lower case, one space, plain quotes, no reply codes, addresses as "@".
// A reply with its codes and the same reply as Thunderbird shows it (codes stripped) fold to the same text.

// One kind of letter on both sides of the "@", each run of them tried once: what is left over is no address either.
const address = /<?(?<![\w.+%=*-])[\w.+%=*-]+@[\w.+%=*-]+>?/g;
// "to=<user@example.com>status=sent": what stands close on both sides must not become an address around the "@".
const addressBetween = /(?<=[\w.+%=*-])<[\w.+%=*-]+@[\w.+%=*-]+>(?=[\w.+%=*-])/g;
// "550-5.7.1 ", "550 ", "5.7.1 ": at the start, and repeated where lines were joined.
const code =
  /(?<![\w.:=/?-]|port )(?:#?[245]\d\d(?:[- +]{1,2}|(?=[,;:)"'\]]|$))(?:#?[245]\.\d{1,3}\.\d{1,3}(?![\d.]))?)+/g;
const enhanced = /(?<![\w.=/?])#?[245]\.\d{1,3}\.\d{1,3}(?![\d.])/g;
const escapedBreak = /\\r|\\n/g;
// A single plain space stays as it is; everything else that is blank or invisible becomes one.
const blank =
  /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{2,}|[^\S ]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const spaces = / {2,}/g;
const quote = /[\u2018\u2019\u201a\u201b`\u00b4]/g;
// IIS writes "550+5.7.60+SMTP;+Client+does+not" into its log.
const plusForSpace = /SMTPSVC|ConnectionResponse/;

/** The text as phrases see it; folded again it stays as it is. Linear in the length of `text`. */
export function fold(text: string): string {
  const spaced = text.includes("+") && plusForSpace.test(text) ? text.replaceAll("+", " ") : text;
  const lower = spaced.toLowerCase();
  const broken = lower.includes("\\") ? lower.replace(escapedBreak, " ") : lower;
  const unaddressed = broken.includes("@")
    ? broken.replace(addressBetween, "@ ").replace(address, "@")
    : broken;
  const oneLine = unaddressed.replace(quote, "'").replace(blank, " ").trim();
  return oneLine.replace(code, " ").replace(enhanced, " ").replace(spaces, " ").trim();
}
