// Builds the gallery of the popup into dist/gallery: popup.html as shipped, on sample pages, without Thunderbird.
// `node test/ui/gallery/build.mjs && npx --no esbuild --servedir=dist/gallery`, then open the address it prints
// (?dir=rtl for right to left, ?open for the details, ?only=name,name for some).

import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "../../..");
const target = join(root, "dist/gallery");
await mkdir(target, { recursive: true });
for (const [entry, script] of [
  ["gallery.ts", "popup.js"],
  ["axe.ts", "axe.js"],
]) {
  await build({
    absWorkingDir: root,
    entryPoints: [`test/ui/gallery/${entry}`],
    outfile: join(target, script),
    bundle: true,
    format: "iife",
    target: "firefox153",
    charset: "utf8",
    logLevel: "warning",
  }).catch(() => process.exit(1));
}
// A page from disk may not load modules; the bundle is a plain script there.
const page = await readFile(join(root, "src/ui/page/popup.html"), "utf8");
await writeFile(join(target, "popup.html"), page.replace('type="module"', "defer"));
await writeFile(
  join(target, "axe.html"),
  page.replace('<script type="module" src="popup.js">', '<script defer src="axe.js">'),
);
await cp(join(root, "src/ui/page/popup.css"), join(target, "popup.css"));
await cp(join(root, "test/ui/gallery/index.html"), join(target, "index.html"));
