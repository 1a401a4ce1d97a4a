// Which mutants of an area are tried. One is in the sample when the hash of the seed and of what it is (file, place, change)
// falls below the share that is asked for: the same seed takes the same mutants of the same code, and a change in one file
// moves none in or out elsewhere. The list is Stryker's own. Only the sampled places are mutated in what is run: with
// all of them, what each of eight thousand tests passes through is more than Node can hold.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { Instrumenter } from "@stryker-mutator/instrumenter";
import { areas } from "./areas.mjs";

const { MUTANTS_AREA = "engine", MUTANTS_SEED = "20261128", MUTANTS_SHARE } = process.env;
export const area = MUTANTS_AREA;
export const seed = MUTANTS_SEED;
export const share = Number(MUTANTS_SHARE ?? areas[area].share);

/** What tells a mutant from every other, as long as its lines are not moved. */
function nameOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const place = [start.line, start.column, end.line, end.column];
  return [relative(process.cwd(), fileName), ...place, mutatorName, replacement].join(" ");
}

export function isSampled(mutant) {
  const hash = createHash("sha256")
    .update(`${seed} ${nameOf(mutant)}`)
    .digest();
  return hash.readUInt32BE() / 2 ** 32 < share;
}

const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };

/** How many mutants the area has, and the places of those in the sample as Stryker's `mutate` names them. */
export async function sampleOf({ folder, files: wanted = /./ }) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => wanted.test(name) && name.endsWith(".ts") && !name.endsWith(".d.ts"))
    .map((name) => resolve(folder, name));
  const { mutants } = await new Instrumenter(silent).instrument(
    files.map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const places = mutants.filter(isSampled).map(({ fileName, location: { start, end } }) => {
    const [from, to] = [start, end].map(({ line, column }) => `${line + 1}:${column}`);
    return `${relative(process.cwd(), fileName)}:${from}-${to}`;
  });
  return { all: mutants.length, places };
}
