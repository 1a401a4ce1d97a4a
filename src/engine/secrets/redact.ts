// The one redactor: masks a secret wherever a text repeats it, in any form a server or a file may give it back in.
// Every text from outside that leaves the memory it came to (reply, transcript, report, page) passes here first.

import { decodeBase64 } from "../octets/base64.js";
import { formsOf } from "./forms-of.js";
import { ordinaryWords } from "./ordinary-words.js";

export const mask = "***";

/**
 * A shorter password is not looked for: it stands in ordinary words, and the gap in "relay *** permitted" would both hide
 * what the server means and tell the reader the password. A whole log-in that carries it is masked all the same.
 */
const shortest = 4;

/** What may be a word, or several: it is masked as a whole one only, and not as a part of a host's name. */
const mayBeWords = /^(?:(?:\p{Lu}?\p{Ll}+|\p{Lu}+)(?: (?!$)|$))+$/u;
const endsInWord = /[\p{L}\p{N}_-]$|[\p{L}\p{N}_-]\.$/u;
const goesOn = /^(?:[\p{L}\p{N}_-]|\.[\p{L}\p{N}])/u;

/** Where a server repeats a log-in: "password: …", "pass='…'", "alice@example.com/…". */
const repeats =
  /(?:pass\w{0,6}|pwd|secret|kennwort|contrase[nñ]a|senha|has[lł]o|пароль|密码|パスワード) ?(?:[:=] ?["'<(]?|["'<(])$|@[\w.-]{1,255}[:/|=]$/iu;
/** More than any of these is long. */
const lookBack = 300;
/** A sentence that goes on speaks of something else: "wrong password: login denied". */
const saysMore = /^ \p{L}/u;

/** A token says what it is (RFC 6750 §2.1), also where nobody told us of it. */
const bearer = String.raw`\bbearer [\w.~+/=-]{16,}`;

/** Who speaks, the reply's code (RFC 5321 §4.2) and the enhanced one (RFC 2034 §4). */
const codesBefore = /^(?:[CS]: )?(?:[2-5]\d\d[ -]?)?(?:[245]\.\d{1,3}\.\d{1,3}(?: |$))?/;

/** Long enough for base 64 of a log-in, and bounded. */
const codedWord = /[\w+/-]{8,2000}={0,2}/g;

export class Redactor {
  /** To be masked wherever they stand. */
  readonly #forms = new Set<string>();
  /** In lower case; whether everybody says it: then only where a log-in is repeated. */
  readonly #words = new Map<string, boolean>();
  /** Made when it is first needed: of hundreds of secrets it is a long one. */
  #pattern: RegExp | null = null;

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) {
      this.hide(secret);
    }
  }

  hide(secret: string): void {
    if (secret.length < shortest) {
      return;
    }
    const isWords = mayBeWords.test(secret);
    if (isWords) {
      const word = secret.toLowerCase();
      this.#words.set(
        word,
        word.split(" ").every((one) => ordinaryWords.has(one)),
      );
    }
    for (const form of formsOf(secret).filter(({ length }) => length >= shortest)) {
      if (!isWords || form.toLowerCase() !== secret.toLowerCase()) {
        this.#forms.add(form);
      }
    }
    this.#pattern = null;
  }

  text(text: string): string {
    return withoutLogIns(masked(text, this.#places(text)));
  }

  /** Lines of one reply: a secret may begin in one and end in the next. */
  lines(lines: readonly string[]): readonly string[] {
    const parted = this.#parted(lines);
    let start = 0;
    return lines.map((line) => {
      const offset = start;
      start += line.length;
      const here = parted
        .map(({ from, to }) => ({
          from: Math.max(from - offset, 0),
          to: Math.min(to - offset, line.length),
        }))
        .filter(({ from, to }) => from < to);
      return withoutLogIns(masked(line, apart([...here, ...this.#places(line)])));
    });
  }

  /** Lines of a transcript, or as received: the codes before a line's text do not part a secret that goes on in it. */
  transcript(lines: readonly string[]): readonly string[] {
    const codes = lines.map((line) => codesBefore.exec(line)?.[0] ?? "");
    const texts = this.lines(lines.map((line, index) => line.slice(codes[index]?.length ?? 0)));
    return texts.map((text, index) => (codes[index] ?? "") + text);
  }

  /** In one line. */
  #places(text: string): readonly Place[] {
    return apart([...found(text, this.#secrets()), ...this.#wordsIn(text)]);
  }

  #wordsIn(text: string): readonly Place[] {
    const lower = lowerCase(text);
    return [...this.#words].flatMap(([word, isOrdinary]) =>
      occurrences(lower, word).filter(({ from, to }) => {
        const before = text.slice(Math.max(from - lookBack, 0), from);
        const after = text.slice(to, to + 2);
        const isWhole = !endsInWord.test(before.slice(-2)) && !goesOn.test(after);
        return isOrdinary ? repeats.test(before) && !goesOn.test(after) && !saysMore.test(after) : isWhole;
      }),
    );
  }

  /** A word that is parted by the end of a line has no ends of its own. */
  #parted(lines: readonly string[]): readonly Place[] {
    if (lines.length < 2) {
      return [];
    }
    const whole = lines.join("");
    let end = 0;
    const ends = lines.map((line) => (end += line.length));
    const words = [...this.#words.keys()].flatMap((word) => occurrences(lowerCase(whole), word));
    return [...found(whole, this.#secrets()), ...words].filter(({ from, to }) =>
      ends.some((one) => from < one && one < to),
    );
  }

  #secrets(): RegExp {
    this.#pattern ??= patternOf(this.#forms);
    return this.#pattern;
  }
}

function patternOf(forms: Iterable<string>): RegExp {
  // Longest first: a password may be part of its own encoding.
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  return new RegExp([...longestFirst.map(literally), bearer].join("|"), "gi");
}

function found(text: string, pattern: RegExp): readonly Place[] {
  const places: Place[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    places.push({ from: match.index, to: match.index + match[0].length });
    // One secret may begin in another, and would be half told.
    pattern.lastIndex = match.index + 1;
  }
  return places;
}

function occurrences(text: string, word: string): readonly Place[] {
  const places: Place[] = [];
  for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length)) {
    places.push({ from, to: from + word.length });
  }
  return places;
}

/** Letter by letter, so that places stay what they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function masked(text: string, places: readonly Place[]): string {
  return places.reduceRight((rest, { from, to }) => rest.slice(0, from) + mask + rest.slice(to), text);
}

/** In order, and joined where they overlap. */
function apart(places: readonly Place[]): readonly Place[] {
  const inOrder = [...places].sort((one, other) => one.from - other.from);
  return inOrder.reduce<readonly Place[]>((joined, place) => {
    const last = joined.at(-1);
    return last !== undefined && place.from < last.to
      ? [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, place.to) }]
      : [...joined, place];
  }, []);
}

/** Whoever's it is: AUTH PLAIN's two NULs (RFC 4616), XOAUTH2's `auth=Bearer`. */
function withoutLogIns(text: string): string {
  return text.replace(codedWord, (word) => {
    const digits = word.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/");
    const octets = decodeBase64(digits.padEnd(Math.ceil(digits.length / 4) * 4, "="));
    const said = octets === null ? "" : String.fromCharCode(...octets);
    // eslint-disable-next-line no-control-regex -- they are what a log-in is known by
    return /^[^\0]*\0[^\0]+\0[^\0]+$|\x01auth=bearer /i.test(said) ? mask : word;
  });
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
