// Builds the gallery of the popup into dist/gallery: popup.html as shipped, on sample pages, without Thunderbird.
// `node test/ui/gallery/build.mjs && npx --no esbuild --servedir=dist/gallery`, then open the address it prints
// (?language=de for another language, ?dir=rtl for right to left, ?open for the details, ?only=name,name for some).

import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { labelLanguageOf } from "../../../src/build/languages.mjs";
import { shippedTexts, textsAt } from "../../../src/build/translation.mjs";

const root = resolve(import.meta.dirname, "../../..");
const target = join(root, "dist/gallery");
await mkdir(target, { recursive: true });
for (const [entry, script] of [
  ["gallery.ts", "popup.js"],
  ["axe.ts", "axe.js"],
  ["fits.ts", "fits.js"],
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
// A page from disk may not load modules or data; the bundle is a plain script there, and so are the texts.
const languages = (await readdir(join(root, "_locales"))).filter((name) => !name.includes("."));
const texts = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      messages: shippedTexts(
        language,
        textsAt("_locales/en/messages.json"),
        textsAt(`_locales/${language}/messages.json`),
      ),
      labels: labelLanguageOf(language),
    },
  ]),
);
await writeFile(join(target, "texts.js"), `globalThis.shippedTexts = ${JSON.stringify(texts)};\n`);
const page = await readFile(join(root, "src/ui/page/popup.html"), "utf8");
for (const name of ["popup", "axe", "fits"]) {
  await writeFile(
    join(target, `${name}.html`),
    page
      .replace('<script async src="wake.js"></script>', "")
      .replace(
        '<script type="module" src="popup.js">',
        `<script defer src="texts.js"></script><script defer src="${name}.js">`,
      ),
  );
}
for (const name of ["history", "options"]) {
  const other = await readFile(join(root, `src/ui/${name}/${name}.html`), "utf8");
  await writeFile(
    join(target, `axe-${name}.html`),
    other.replace(`<script type="module" src="${name}.js">`, '<script defer src="axe.js">'),
  );
  await cp(join(root, `src/ui/${name}/${name}.css`), join(target, `${name}.css`));
}
await cp(join(root, "src/ui/page/popup.css"), join(target, "popup.css"));
await cp(join(root, "test/ui/gallery/index.html"), join(target, "index.html"));
