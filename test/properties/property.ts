// A property of one parser, checked on many made-up inputs: a sample in `npm test`, a hundred thousand in
// `npm run test:long`, or as many as PROPERTY_CASES says. The seed is fixed, so that a failure is the same everywhere; fast-check prints it with the
// smallest counterexample it finds, which then becomes an ordinary test of that parser.

import { appendFileSync } from "node:fs";
import fc from "fast-check";
import { it } from "vitest";

export const sample = 300;
/** How many inputs each property is given. */
export const cases = Number(
  process.env["PROPERTY_CASES"] ?? (process.env["TEST_LONG"] === undefined ? sample : 100_000),
);
export const seed = Number(process.env["PROPERTY_SEED"] ?? 20_261_124);

const hour = 3_600_000;

/** `holds` throws (an `expect` does) where the property does not hold; it may take its time. */
export function property<Input>(
  parser: string,
  name: string,
  inputs: fc.Arbitrary<Input>,
  holds: (input: Input) => void | Promise<void>,
): void {
  it(`${parser}: ${name}`, { timeout: hour }, async () => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => holds(input)),
      { numRuns: cases, seed },
    );
    tell(parser, name, cases);
  });
}

/** One line for each property that held, for the table of the long run. */
export function tell(parser: string, name: string, inputs: number): void {
  const file = process.env["PROPERTY_RESULTS"];
  if (file !== undefined) {
    appendFileSync(file, `${JSON.stringify({ parser, name, inputs, seed })}\n`);
  }
}
