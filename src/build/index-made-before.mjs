// Ships the index of the catalogue's phrases ready made: making it cost a first verdict more
// than anything else did. As text, which is read when it is asked for.

import { build } from "esbuild";

/** @type {import("esbuild").Plugin} */
export const indexMadeBefore = {
  name: "index-made-before",
  setup({ onLoad }) {
    onLoad({ filter: /engine[\\/]replies[\\/]catalogue-index\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: "esm" });
      const [{ contents }] = /** @type {[import("esbuild").OutputFile]} */ (outputFiles);
      const { catalogueIndex } = await import(
        `data:text/javascript;base64,${Buffer.from(contents).toString("base64")}`
      );
      const made = JSON.stringify(JSON.stringify(catalogueIndex()));
      return { contents: `export const catalogueIndex = () => JSON.parse(${made});\n` };
    });
  },
};
