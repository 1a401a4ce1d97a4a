// Lines of a byte stream, one at a time, however the chunks fall: LF or CRLF, a BOM at the start, a last line without
// an end. A line longer than asked for is never held: what is too long is told, and the rest of it thrown away.

/** A line without its end, or null in the place of one that was longer than `maximumLength`. */
export type Line = string | null;

/** @param maximumLength in UTF-16 units */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  maximumLength: number,
): AsyncGenerator<Line, void, undefined> {
  // Takes the BOM off; bytes that are no UTF-8 become U+FFFD.
  const decoder = new TextDecoder();
  let started: Line = "";
  const lengthened = (more: string): void => {
    if (started !== null) started = started.length + more.length > maximumLength ? null : started + more;
  };
  for await (const chunk of chunks) {
    const [first = "", ...others] = decoder.decode(chunk, { stream: true }).split("\n");
    lengthened(first);
    for (const other of others) {
      yield withoutReturn(started);
      started = "";
      lengthened(other);
    }
  }
  lengthened(decoder.decode());
  if (started !== "") yield withoutReturn(started);
}

function withoutReturn(line: Line): Line {
  return line?.endsWith("\r") === true ? line.slice(0, -1) : line;
}
