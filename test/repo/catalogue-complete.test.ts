// A file of reasons/ or providers/ that the catalogue does not take in is silent: its sentences are never matched.
// Files are listed as they lie there: a new one is missed before it is committed.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { matters, reasons, subReasons } from "../../src/engine/model/reason.js";
import { catalogue } from "../../src/engine/replies/catalogue.js";
import type { Phrase } from "../../src/engine/replies/phrase.js";
import { files, read, root } from "./tree.js";

const paths = ["reasons", "providers"].flatMap((folder) =>
  readdirSync(join(root, "src/engine/replies", folder)).map((name) => `${folder}/${name}`),
);

describe("the catalogue", () => {
  it.each(paths)("takes in every phrase of %s", async (path) => {
    const module = (await import(join(root, "src/engine/replies", path))) as Record<
      string,
      readonly Phrase[]
    >;
    const phrases = Object.values(module).flat();
    expect(phrases).not.toEqual([]);
    expect(phrases.filter((phrase) => !catalogue.includes(phrase)).map(({ pattern }) => pattern)).toEqual([]);
  });

  it.each([...reasons, ...subReasons].filter((name) => name !== "not-a-client-config-problem"))(
    "has words that mean %s",
    (name) => {
      const known = catalogue.some((phrase) =>
        [phrase.means, phrase.inBounce, phrase.inReply, phrase.atGreeting].includes(name),
      );
      expect(known).toBe(true);
    },
  );

  // Some are judged from more than one sentence: by the code beside the catalogue.
  const told = files("src/engine/replies", ".ts").map(read).join("\n");
  it.each(matters)("or the code beside it tells %s", (matter) => {
    expect(told.includes(`"${matter}"`)).toBe(true);
  });
});
