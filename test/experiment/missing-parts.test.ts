// The Experiment looks for what it calls in the Thunderbird at hand, and leaves out the part that lacks any of it.

import { beforeEach, expect, it } from "vitest";
import type { Internal } from "../../src/build/shapes.mjs";
import { readJson } from "../repo/tree.js";

const internals = readJson("src/experiment/internals.json") as Internal[];
const { isMissing, missingParts } =
  await import("../../src/experiment/outgoingServers/parent/missing-parts.js");

/** Modules by address, each member where 153 has it: on a class's prototype. */
let modules: Map<string, Record<string, { prototype: Record<string, unknown> }>>;

let loaded: string[] = [];

beforeEach(() => {
  loaded = [];
  modules = new Map();
  for (const { module, name, functions } of internals) {
    const prototype = Object.fromEntries(functions.map((member) => [member, () => undefined]));
    modules.set(module, { ...modules.get(module), [name]: { prototype } });
  }
  Object.assign(globalThis, {
    ChromeUtils: {
      importESModule: (module: string) => {
        loaded.push(module);
        const found = modules.get(module);
        if (found === undefined) throw new Error(`no ${module}`);
        return found;
      },
    },
  });
});

it("nothing, where every member is there", () => {
  expect(missingParts()).toEqual([]);
});

it.each(internals.filter(({ functions }) => functions.length > 0))(
  "$part, without any one of what it calls in $name",
  ({ part, module, name, functions }) => {
    for (const member of functions) {
      const prototype = modules.get(module)?.[name]?.prototype ?? {};
      const { [member]: taken, ...others } = prototype;
      modules.set(module, { ...modules.get(module), [name]: { prototype: others } });
      expect(missingParts(), member).toEqual([part]);
      modules.set(module, { ...modules.get(module), [name]: { prototype: { ...others, [member]: taken } } });
    }
  },
);

it.each(internals)("$part, without the module of $name", ({ part, module }) => {
  modules.delete(module);
  expect(missingParts()).toEqual([part]);
});

it.each(["notice", "read", "change", "ask"] as const)(
  "%s alone is looked at where only it is asked for",
  (part) => {
    const own = internals.filter((internal) => internal.part === part).map(({ module }) => module);
    expect(isMissing(part)).toBe(false);
    expect(loaded).toEqual(own);
    for (const { module } of internals.filter((internal) => !own.includes(internal.module)))
      modules.delete(module);
    expect(isMissing(part)).toBe(false);
    modules.delete(own[0] ?? "");
    expect(isMissing(part)).toBe(true);
  },
);
