// No file leads back to itself by its imports, types counted: what goes in circles cannot be read in order.

import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { files, read } from "./tree.js";

const sources = files("src", ".ts");
const known = new Set(sources);

const importsOf = new Map(
  sources.map((path) => [
    path,
    [...read(path).matchAll(/(?:from|import\() ?"(\.[^"]+)"/g)]
      .map(([, name = ""]) => join(dirname(path), name).replace(/\.js$/, ".ts"))
      .filter((target) => known.has(target)),
  ]),
);

/** The first circle that is met, as the way around it. */
function circle(): readonly string[] {
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) {
      return [...way.slice(way.indexOf(path)), path];
    }
    if (done.has(path)) {
      return [];
    }
    const found = (importsOf.get(path) ?? [])
      .map((target) => follow(target, [...way, path]))
      .find(({ length }) => length > 0);
    done.add(path);
    return found ?? [];
  };
  return sources.map((path) => follow(path, [])).find(({ length }) => length > 0) ?? [];
}

it("sees imports", () => {
  expect([...importsOf.values()].flat().length).toBeGreaterThan(500);
});

it("there is no circle of imports", () => {
  expect(circle()).toEqual([]);
});
