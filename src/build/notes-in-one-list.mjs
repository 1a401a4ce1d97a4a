// Ships the provider notes as one list, a note a line. As modules of their own each would bring a heading, a variable and a
// place in the list: 1 kB of every package.

import { build } from "esbuild";

/** @type {import("esbuild").Plugin} */
export const notesInOneList = {
  name: "notes-in-one-list",
  setup({ onLoad }) {
    onLoad({ filter: /engine[\\/]providers[\\/]notes[\\/]index\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: "esm" });
      const [{ text }] = /** @type {[import("esbuild").OutputFile]} */ (outputFiles);
      const { notes } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
      const lines = /** @type {object[]} */ (notes).map((note) =>
        JSON.stringify(note).replaceAll(/"(\w+)":/g, "$1:"),
      );
      return { contents: `export const notes = [\n${lines.join(",\n")},\n];\n` };
    });
  },
};
