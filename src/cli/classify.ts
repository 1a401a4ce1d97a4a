// `npm run --silent classify`: JSON lines {"id","text","kind"?} in, {"id","category"} out, one by one as a stream
// (DESIGN §6); for a returned mail (kind "dsn") "own" may name the user's servers, and "event" and "by" are answered too.
// The decision is the engine's; only lines and exit status are handled here. A line that is no such object is answered
// {"id":null,"error"} in its place, and the exit status is 1; an empty line is no line.

import { answerTo } from "./entry.js";
import { linesOf } from "./lines.js";

/** A megabyte of text fits, even with every letter escaped; memory stays bounded whatever comes. */
const maximumLineLength = 8 << 20;

// The reader went away (`| head`): nothing left to do.
process.stdout.on("error", () => process.exit(0));

for await (const line of linesOf(process.stdin as AsyncIterable<Uint8Array>, maximumLineLength)) {
  if (line?.trim() === "") continue;
  const answered = answerTo(line);
  if ("error" in answered) process.exitCode = 1;
  // A slow reader slows the reading down.
  if (!process.stdout.write(`${JSON.stringify(answered)}\n`)) {
    await new Promise<void>((resolve) => process.stdout.once("drain", resolve));
  }
}
