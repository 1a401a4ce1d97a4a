// Whether a parser's work grows with its input and no faster. Steps cannot be counted inside a pattern, so the time
// of the processor is compared: eight times the text may take at most 24 times as long (quadratic would be 64). The
// best of several runs counts, a suspicion must be confirmed, and what takes next to nothing has no ratio.

import { expect, it } from "vitest";
import { cases, sample, tell } from "./property.js";

/** Repeated, these make patterns try the same text again and again. */
const pumps: readonly string[] = [
  ...[
    " ",
    "a",
    "A",
    "0",
    "5",
    ".",
    "-",
    "@",
    "<",
    ">",
    "/",
    "&",
    "\n",
    "\r",
    "\r\n",
    "\t",
    "\0",
    "\u200b",
    "İ",
    "😀",
  ],
  ...[
    "a.",
    "a-",
    "a@",
    "@a",
    "<a",
    "<a>",
    "a:",
    "5.",
    "5.7.",
    "5.7.1 ",
    "550 ",
    "550-",
    "550 5.7.1 ",
    "\r\n550-x",
  ],
  ...[
    "http://",
    "http://a ",
    "://",
    "host a",
    "host a [",
    "host a [1]: ",
    "(reason: 550 ",
    "\n ",
    "\n  a@b",
    "\n<a@b",
  ],
  ...[
    "\nFinal-Recipient: rfc822; a",
    "\nDiagnostic-Code: smtp; 5",
    "connected to ",
    "remote host said: ",
    "\n--",
    "said: ",
  ],
  ...[
    "a b ",
    "not ",
    "relay ",
    "address ",
    "sender ",
    "message ",
    "user unknown ",
    "authentication ",
    "\\r",
    "+",
    "`",
  ],
  ...[
    "<!--",
    "-->",
    "<?",
    "<![CDATA[",
    "]]>",
    "&#65;",
    "&amp;",
    "<a b='c'/>",
    "<a><b></b></a>",
    "%EMAILADDRESS%",
    "220-",
  ],
];
const openings: readonly string[] = [
  "",
  "550 ",
  "<a>",
  "host ",
  "http://",
  "Final-Recipient: rfc822; ",
  "\n",
];
const endings: readonly string[] = ["", "!", "\n", "\0"];

const smallest = 2048;
const times = 8;
const largestRatio = 24;
/** Milliseconds of the processor for the longer text that are not worth judging. */
const nothing = 25;

interface Shape {
  readonly opening: string;
  readonly pump: string;
  readonly ending: string;
}

export function growsWithItsInput(parser: string, read: (text: string) => unknown): void {
  const all = openings.flatMap((opening) =>
    pumps.flatMap((pump) => endings.map((ending) => ({ opening, pump, ending }))),
  );
  // The sample: every pump once; the long run: with every opening and ending.
  const shapes = cases > sample ? all : pumps.map((pump) => ({ opening: "", pump, ending: "!" }));
  it(`${parser}: ${name}`, { timeout: 3_600_000 }, () => {
    expect(shapes.find((shape) => growsTooFast(read, shape))).toBeUndefined();
    tell(parser, name, shapes.length);
  });
}

const name = "its work grows with its input and no faster";

export function growsTooFast(read: (text: string) => unknown, { opening, pump, ending }: Shape): boolean {
  const ofLength = (length: number): string =>
    opening + pump.repeat(Math.ceil(length / pump.length)) + ending;
  const [short, long] = [ofLength(smallest), ofLength(times * smallest)];
  const suspect = (): boolean => {
    const took = best(() => read(long), 5);
    return took > nothing && took > largestRatio * best(() => read(short), 5);
  };
  return best(() => read(long), 1) > nothing && suspect() && suspect() && suspect();
}

/** Milliseconds of the processor: other programs do not count. */
function best(work: () => unknown, runs: number): number {
  const took: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  return Math.min(...took);
}
