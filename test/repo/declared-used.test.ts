// An event that nothing makes, and a field of Evidence that nothing fills, compile and pass every other test: the state
// machine and the reader of reports know them, and no user ever meets them.

import { expect, it } from "vitest";
import { evidence } from "../../src/engine/model/evidence.js";
import type { Fields, Shape } from "../../src/engine/model/shape.js";
import { everyEvent } from "../engine/case/samples.js";
import { files, read } from "./tree.js";

function namesIn(shape: Shape): readonly string[] {
  const ofFields = (fields: Fields): readonly string[] =>
    Object.entries(fields).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
  switch (shape.is) {
    case "record":
      return ofFields(shape.fields);
    case "union":
      return Object.values(shape.kinds).flatMap(ofFields);
    case "nullable":
    case "list":
    case "optional":
      return namesIn(shape.inner);
    default:
      return [];
  }
}

it("every event of a case is made somewhere", () => {
  const makers = ["app", "background"].flatMap((part) => files(`src/${part}`, ".ts").map(read));
  const isMade = (kind: string): boolean => makers.some((code) => code.includes(`kind: "${kind}"`));
  expect(Object.keys(everyEvent).filter((kind) => !isMade(kind))).toEqual([]);
});

it("every field of Evidence is named somewhere besides its declaration", () => {
  const code = files("src", ".ts").filter((path) => !path.startsWith("src/engine/model/"));
  const words = new Set(code.flatMap((path) => read(path).match(/\w+/g) ?? []));
  expect([...new Set(namesIn(evidence))].filter((name) => !words.has(name))).toEqual([]);
});
