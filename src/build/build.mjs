// Builds the editions into dist/: bundles (unminified, so that a reviewer can read them), manifest, one .xpi each.
// The same sources give the same bytes: fixed order, fixed times. Usage: node src/build/build.mjs [folder]

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { archiveOf } from "./archive.mjs";
import { indexMadeBefore } from "./index-made-before.mjs";
import { mergePatch, ofProject } from "./manifest.mjs";
import { loadedLater } from "./loaded-later.mjs";
import { nativeApi } from "./native-api.mjs";
import { notesInOneList } from "./notes-in-one-list.mjs";
import { noticeFor } from "./notice.mjs";
import { askedByKey, inLines, keysOfOthers, shippedTexts, textsAt } from "./translation.mjs";
import { withoutQuotations } from "./without-quotations.mjs";

const root = resolve(import.meta.dirname, "../..");
const source = join(root, "src");
const dist = resolve(root, process.argv[2] ?? "dist");
const english = textsAt("_locales/en/messages.json");

/** The pages of both editions; where nothing is ever changed, there is no page of changes. */
const scripts = {
  "wake.js": "ui/kit/wake.ts",
  "popup.js": "ui/page/popup.ts",
  "options.js": "ui/options/options.ts",
};
const copies = {
  "popup.html": "ui/page/popup.html",
  "popup.css": "ui/page/popup.css",
  "options.html": "ui/options/options.html",
  "options.css": "ui/options/options.css",
  "thunderbird-labels.json": "ui/kit/thunderbird-labels.json",
  "icons/relay-doctor.svg": "icons/relay-doctor.svg",
};

/**
 * What each edition is made of; `patch` is laid over the base manifest, which is the store edition's own; `instead`: which
 * file a name beginning with "#" is.
 */
const editions = [
  {
    name: "store",
    patch: null,
    hasOwnUpdates: false,
    instead: {
      "#public-suffixes": "adapters/shipped-public-suffixes.ts",
      "#own-changes": "ui/case/no-own-changes.ts",
    },
    scripts: { "background.js": "editions/store.ts", "work.js": "editions/store-background.ts", ...scripts },
    experiments: {},
    copies: { ...copies, "alert-sentences.json": "adapters/alert-sentences.json" },
  },
  {
    name: "full",
    patch: "editions/full.manifest.json",
    hasOwnUpdates: true,
    instead: {
      "#public-suffixes": "adapters/thunderbirds-public-suffixes.ts",
      "#own-changes": "ui/case/own-changes.ts",
    },
    scripts: {
      "background.js": "editions/full.ts",
      "work.js": "editions/full-background.ts",
      ...scripts,
      "history.js": "ui/history/history.ts",
    },
    experiments: {
      "experiment/outgoingServers/parent/ext-outgoing-servers.js":
        "experiment/outgoingServers/parent/ext-outgoing-servers.ts",
    },
    copies: {
      ...copies,
      "history.html": "ui/history/history.html",
      "history.css": "ui/history/history.css",
      "experiment/outgoingServers/schema/outgoing-servers.json":
        "experiment/outgoingServers/schema/outgoing-servers.json",
    },
  },
];

/** @type {import("esbuild").BuildOptions} */
const readable = {
  bundle: true,
  write: false,
  target: "firefox153",
  charset: "utf8",
  legalComments: "inline",
  plugins: [nativeApi, withoutQuotations, notesInOneList, indexMadeBefore, loadedLater],
  metafile: true,
  logLevel: "warning",
};

/** Every source file that went into the scripts of the edition at hand. */
const bundled = new Set();
/** The files of each edition, and which of them name texts. @type {{name: string, files: Map<string, Uint8Array>, naming: string}[]} */
const built = [];

for (const edition of editions) {
  const files = new Map();
  bundled.clear();
  files.set("manifest.json", await manifestOf(edition));
  for (const [target, entry] of Object.entries(edition.scripts)) {
    files.set(target, await bundle(entry, edition.instead));
  }
  for (const [target, entry] of Object.entries(edition.experiments)) {
    files.set(target, await bundleExperiment(entry));
  }
  for (const [target, from] of Object.entries(edition.copies)) {
    files.set(target, await copied(join(source, from)));
  }
  const naming = [...files].flatMap(([path, bytes]) =>
    /\.(?:js|html|json)$/.test(path) ? [String(bytes)] : [],
  );
  files.set("LICENSE", await readFile(join(root, "LICENSE")));
  const notice = await noticeFor(root, bundled);
  if (notice !== null) {
    files.set("NOTICE.txt", notice);
  }
  built.push({ name: edition.name, files, naming: naming.join("\n") });
}
for (const { name, files, naming } of built) {
  const left = keysOfOthers(
    english,
    naming,
    built.map((other) => other.naming),
  );
  const original = shippedTexts("en", english, english, left);
  for (const language of (await readdir(join(root, "_locales"))).filter((entry) => !entry.includes("."))) {
    const path = `_locales/${language}/messages.json`;
    const texts = shippedTexts(language, english, textsAt(path), left);
    const packed = language === "en" ? texts : inLines(original, texts, askedByKey(naming));
    files.set(path, Buffer.from(JSON.stringify(packed)));
  }
  await writeEdition(name, files);
}

/**
 * Data ships on one line.
 * @param {string} path
 */
async function copied(path) {
  const bytes = await readFile(path);
  return path.endsWith(".json") && !path.includes("schema")
    ? Buffer.from(JSON.stringify(JSON.parse(String(bytes))))
    : bytes;
}

/**
 * Version, author and addresses come from package.json alone.
 * @param {{patch: string | null, hasOwnUpdates: boolean}} edition
 */
async function manifestOf({ patch, hasOwnUpdates }) {
  const base = JSON.parse(await readFile(join(root, "manifest.json"), "utf8"));
  const laid = patch === null ? {} : JSON.parse(await readFile(join(source, patch), "utf8"));
  const merged = mergePatch(base, laid);
  const project = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return Buffer.from(`${JSON.stringify(ofProject(merged, project, hasOwnUpdates), null, 2)}\n`);
}

/**
 * @param {string} entry
 * @param {Readonly<Record<string, string>>} instead What "#public-suffixes" and the like are in this bundle.
 */
async function bundle(entry, instead) {
  const alias = Object.entries(instead).map(([name, path]) => [name, join(source, path)]);
  const result = await build({
    ...readable,
    format: "esm",
    alias: Object.fromEntries(alias),
    absWorkingDir: root,
    entryPoints: [join("src", entry)],
  });
  for (const path of Object.keys(result.metafile?.inputs ?? {})) {
    bundled.add(path);
  }
  return Buffer.from(
    withoutLintComments(/** @type {{text: string}[]} */ (result.outputFiles)[0]?.text ?? ""),
  );
}

/**
 * What our lint was told stands in the sources; another lint, such as the store's, takes it for its own.
 * @param {string} script
 */
function withoutLintComments(script) {
  return script.replaceAll(/^[ \t]*\/\/ eslint-(?:disable|enable).*\n/gm, "");
}

/**
 * Thunderbird loads an Experiment's parent script as a classic script and takes the class from the global of the
 * namespace's name: the bundle hands its one export over there, in the form that Thunderbird's own drafts have.
 * @param {string} entry
 */
async function bundleExperiment(entry) {
  const publicSuffixes = "experiment/outgoingServers/parent/public-suffixes.ts";
  const script = (await bundle(entry, { "#public-suffixes": publicSuffixes })).toString("utf8");
  const exported = /^export \{\n {2}(\w+)\n\};\n$/m;
  const [, name] = exported.exec(script) ?? [];
  if (name === undefined) {
    throw new Error(`${entry} does not have one export`);
  }
  const handedOver = script.replace(exported, `exports.${name} = ${name};\n`);
  return Buffer.from(`"use strict";\n(function (exports) {\n${handedOver}})(this);\n`);
}

/**
 * @param {string} name
 * @param {Map<string, Uint8Array>} files
 */
async function writeEdition(name, files) {
  await rm(join(dist, name), { recursive: true, force: true });
  for (const [path, bytes] of files) {
    await mkdir(join(dist, name, path, ".."), { recursive: true });
    await writeFile(join(dist, name, path), bytes);
  }
  const archive = join(dist, `relay-doctor-${name}.xpi`);
  const packed = await archiveOf(files, join(root, "node_modules/.cache/relay-doctor/deflated"));
  await writeFile(archive, packed);
  process.stdout.write(`${relative(root, archive)}  ${String(packed.length)} bytes\n`);
}
