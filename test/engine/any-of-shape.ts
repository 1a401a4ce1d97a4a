// Values of every kind a description allows, made from the description itself: a field added there is in them.

import fc from "fast-check";
import type { NumberMeaning, Shape, TextMeaning } from "../../src/engine/model/shape.js";

/** What texts and numbers to make, and which kinds of a union more often than once in their number. */
export interface Makings {
  readonly texts: Readonly<Record<TextMeaning, fc.Arbitrary<string>>>;
  readonly numbers: Readonly<Record<NumberMeaning, fc.Arbitrary<number>>>;
  readonly weights: Readonly<Record<string, number>>;
  /** Lists have at most so many entries. */
  readonly most: number;
}

export function anyOf(shape: Shape, makings: Makings): fc.Arbitrary<unknown> {
  switch (shape.is) {
    case "text":
      return makings.texts[shape.means];
    case "number":
      return makings.numbers[shape.means];
    case "choice":
      return fc.constantFrom(...shape.among);
    case "nullable":
      return fc.option(anyOf(shape.inner, makings), { freq: 4 });
    case "optional":
      // Taken out by the record around it.
      return fc.option(anyOf(shape.inner, makings), { freq: 1, nil: undefined });
    case "list":
      return fc.array(anyOf(shape.inner, makings), { maxLength: makings.most });
    case "record":
      return fieldsOf(shape.fields, makings);
    case "union":
      return fc.oneof(
        ...Object.entries(shape.kinds).map(([kind, fields]) => ({
          weight: makings.weights[kind] ?? 1,
          arbitrary: fieldsOf(fields, makings).map((rest) => ({ kind, ...rest })),
        })),
      );
  }
}

function fieldsOf(
  fields: Readonly<Record<string, Shape>>,
  makings: Makings,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  return fc
    .record(Object.fromEntries(Object.entries(fields).map(([name, shape]) => [name, anyOf(shape, makings)])))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)));
}
