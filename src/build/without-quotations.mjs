// Leaves out of the bundles which sentence each phrase was written for and who says it: 11 kB of every package that only
// readers of the source and tests need (`engine/replies/phrase.ts`).

import { readFile } from "node:fs/promises";

const phraseFiles = /engine[\\/]replies[\\/](?:(?:reasons|providers)[\\/][\w-]+|lock-out-words)\.ts$/;
const quotation = /(?:said|by):\s*"(?:[^"\\]|\\.)*",/g;

/** @type {import("esbuild").Plugin} */
export const withoutQuotations = {
  name: "without-quotations",
  setup({ onLoad }) {
    onLoad({ filter: phraseFiles }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(quotation, ""),
      loader: "ts",
    }));
  },
};
