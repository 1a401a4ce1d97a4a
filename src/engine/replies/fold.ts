// Makes replies comparable: lower case, one space, plain quotes, no reply codes, addresses as "@".
// A reply with its codes and the same reply as Thunderbird shows it (codes stripped) fold to the same text.

const address = /<?[\w.+%=*-]{1,64}@[\w.-]{1,255}>?/g;
// "550-5.7.1 ", "550 ", "5.7.1 ": at the start, and repeated where lines were joined.
const code =
  /(?<![\w.:=/?-]|port )#?[245]\d\d(?:[- +]{1,2}|(?=[,;:)"'\]]|$))(?:#?[245]\.\d{1,3}\.\d{1,3}(?![\d.]))?/g;
const enhanced = /(?<![\w.=/?])#?[245]\.\d{1,3}\.\d{1,3}(?![\d.])/g;
const escapedBreak = /\\r|\\n/g;
// A single plain space stays as it is; everything else that is blank or invisible becomes one.
const blank =
  /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{2,}|[^\S ]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const quote = /[\u2018\u2019\u201a\u201b`\u00b4]/g;
// IIS writes "550+5.7.60+SMTP;+Client+does+not" into its log.
const plusForSpace = /SMTPSVC|ConnectionResponse/;

/** The text as phrases see it. Linear in the length of `text`. */
export function fold(text: string): string {
  const spaced = text.includes("+") && plusForSpace.test(text) ? text.replaceAll("+", " ") : text;
  const lower = (spaced.includes("\\") ? spaced.replace(escapedBreak, " ") : spaced).toLowerCase();
  const unaddressed = lower.includes("@") ? lower.replace(address, "@") : lower;
  return unaddressed.replace(code, " ").replace(enhanced, " ").replace(quote, "'").replace(blank, " ").trim();
}
