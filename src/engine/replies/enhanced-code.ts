// Enhanced mail system status codes (RFC 3463 §2): class "." subject "." detail.
// Parsing only; what a code means next to a basic code and words is `code-meaning.ts`.

/** One parsed code: `4.7.1` is `{ class: 4, subject: 7, detail: 1 }`. */
export interface EnhancedCode {
  readonly class: 2 | 4 | 5;
  readonly subject: number;
  readonly detail: number;
}

// Not inside an address such as 192.0.2.5.7.1, a version, or a time stamp.
const enhancedCode = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\.?\d)/;

/** The first enhanced code in `text`, or null where there is none. Accepts what RFC 3463 allows: no leading zeros. */
export function parseEnhancedCode(text: string): EnhancedCode | null {
  const match = enhancedCode.exec(text);
  if (!match) return null;
  const [, first, subject, detail] = match;
  if (/^0\d/.test(subject ?? "") || /^0\d/.test(detail ?? "")) return null;
  const codeClass = Number(first);
  if (codeClass !== 2 && codeClass !== 4 && codeClass !== 5) return null;
  return { class: codeClass, subject: Number(subject), detail: Number(detail) };
}
