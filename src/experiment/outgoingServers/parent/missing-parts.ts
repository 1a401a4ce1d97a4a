// Which parts of this API the Thunderbird at hand cannot carry: of every member of its code that a part calls, whether it is
// there, by the list that the drift watch keeps. What an instance alone would have cannot be seen before there is one.

import internals from "../../internals.json";

type Part = messenger.outgoingServers.Part;

export function missingParts(): Part[] {
  const parts = internals.filter((internal) => !isWhole(internal)).map(({ part }) => part as Part);
  return [...new Set(parts)];
}

/** Asked at every start: what no other part calls for is left unloaded. */
export function isMissing(part: Part): boolean {
  return internals.some((internal) => internal.part === part && !isWhole(internal));
}

function isWhole({ module, name, functions }: (typeof internals)[number]): boolean {
  try {
    const exported = ChromeUtils.importESModule(module) as Record<string, { prototype?: object } | undefined>;
    // On the object or class of that name, on what is made of it, or exported beside others.
    const places = [exported[name], exported[name]?.prototype, exported];
    return functions.every((member) => places.some((place) => place !== undefined && member in place));
  } catch {
    // There is no such module, or what it exports is no object any more.
    return false;
  }
}
