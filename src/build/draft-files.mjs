// The Experiment as two drafts laid out like those of thunderbird/webext-experiments: first what only notices and reads, then
// what changes and asks, with all of the first in it. Each: schema, script, modules, page, and a sample add-on.

import { readFile, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { modulesFor } from "./draft-modules.mjs";
import { data, licensed } from "./draft-script.mjs";
import { pageOf, schemaOf } from "./draft-texts.mjs";

const root = resolve(import.meta.dirname, "../..");
const source = join(root, "src/experiment");
const place = "experiments/outgoingServers";
const script = "ext-outgoing-servers.js";

/** In this order: a later one has the sample add-on of those before it, with its own files over theirs. */
export const draftNames = ["notice-and-read", "change-and-ask"];

/** @param {string} path */
function textOf(path) {
  return readFile(join(source, path), "utf8");
}

/**
 * Texts by path.
 * @param {string} draft
 */
export async function filesOf(draft) {
  /** @type {Map<string, string>} */
  const files = new Map();
  const bound = boundIn(await textOf(`drafts/${script}`), draft);
  for (const [path, text] of await modulesFor(loadedBy(bound))) {
    files.set(`${place}/modules/${path}`, text);
  }
  files.set(`${place}/parent/${script}`, await licensed(bound));
  const whole = JSON.parse(await textOf("outgoingServers/schema/outgoing-servers.json"))[0];
  const changes = JSON.parse(await textOf(`drafts/${draft}/changes.json`));
  const names = new Set([...bound.matchAll(/^ {10}(\w+):/gm)].map(([, name = ""]) => name));
  files.set(`${place}/schema/outgoing-servers.json`, await data(schemaOf(whole, names, changes)));
  files.set("README.md", pageOf(await textOf("outgoingServers/README.md"), names, changes));
  files.set("LICENSE", await readFile(join(root, "LICENSE"), "utf8"));
  files.set("icon.svg", await readFile(join(root, "src/icons/relay-doctor.svg"), "utf8"));
  for (const folder of draftNames.slice(0, draftNames.indexOf(draft) + 1)) {
    for (const name of await readdir(join(source, "drafts", folder))) {
      if (name !== "changes.json") {
        const text = await textOf(`drafts/${folder}/${name}`);
        files.set(name, name.endsWith(".js") ? await licensed(text) : text);
      }
    }
  }
  return files;
}

/**
 * The script of a draft: what stands between "// NAME" and "// end" is in the draft of that name alone.
 * @param {string} text
 * @param {string} draft
 */
function boundIn(text, draft) {
  return text.replace(/^ *\/\/ ([\w-]+)\n([^]*?)^ *\/\/ end\n/gm, (_, name, part) =>
    name === draft ? part : "",
  );
}

/**
 * What the script takes from which module.
 * @param {string} bound
 */
function loadedBy(bound) {
  /** @type {Record<string, string[]>} */
  const loaded = {};
  for (const [, names = "", module = ""] of bound.matchAll(/const \{([^}]*)\} = this\.load\("([\w-]+)"\)/g)) {
    loaded[module] = [...(loaded[module] ?? []), ...names.split(",").map((name) => name.trim())];
  }
  return loaded;
}
