// The API schemas of the Thunderbird that is installed here: what each namespace offers, needs, and no longer does.
// Read from its omni.ja; without one the checks that need them are skipped.

import { existsSync, readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { publishedToolkitSchemas } from "./published.js";

const home = "/usr/lib/thunderbird";

export interface Member {
  readonly name: string;
  readonly permissions?: readonly string[];
  readonly unsupported?: boolean;
  readonly deprecated?: string | boolean;
  readonly max_manifest_version?: number;
}

export interface Type {
  readonly id?: string;
  readonly $extend?: string;
  readonly $import?: string;
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly choices?: readonly Type[];
  readonly items?: Type;
  readonly properties?: Readonly<Record<string, Type>>;
  readonly patternProperties?: Readonly<Record<string, Type>>;
  readonly optional?: boolean;
  readonly max_manifest_version?: number;
}

interface Block {
  readonly namespace: string;
  readonly permissions?: readonly string[];
  readonly max_manifest_version?: number;
  readonly functions?: readonly Member[];
  readonly events?: readonly Member[];
  readonly properties?: Readonly<Record<string, Omit<Member, "name">>>;
  readonly types?: readonly Type[];
}

export interface Schemas {
  readonly version: string;
  readonly blocks: readonly Block[];
}

export type Resolved =
  | { readonly kind: "known"; readonly needs: readonly string[]; readonly deprecated: boolean }
  | { readonly kind: "unknown" };

/** `published`: those the store's review knows; `all`: whatever the program carries. Null where none is installed. */
export function installedSchemas(which: "published" | "all"): Schemas | null {
  if (!existsSync(`${home}/omni.ja`)) {
    return null;
  }
  const files = unzipSync(readFileSync(`${home}/omni.ja`), {
    filter: ({ name }) => {
      const [, owner, file = ""] =
        /\/(extensions|content\/messenger)\/schemas\/([^/]+)\.json$/.exec(name) ?? [];
      return owner === "extensions"
        ? which === "all" || publishedToolkitSchemas.has(file)
        : owner !== undefined;
    },
  });
  const version = /^Version=(.*)$/m.exec(readFileSync(`${home}/application.ini`, "utf8"))?.[1] ?? "";
  return { version, blocks: Object.values(files).flatMap((bytes) => withoutComments(strFromU8(bytes))) };
}

function withoutComments(text: string): readonly Block[] {
  const bare = text.replaceAll(/^\s*\/\/.*$/gm, "").replaceAll(/\/\*.*?\*\//gs, "");
  return JSON.parse(bare) as readonly Block[];
}

/** What `compose.onAfterSend.addListener` is: the longest namespace the names begin with, and a member of it. */
export function resolveCall({ blocks }: Schemas, segments: readonly string[]): Resolved {
  for (let length = segments.length; length > 0; length--) {
    const namespace = segments.slice(0, length).join(".");
    const here = blocks.filter((block) => block.namespace === namespace && lives(block));
    if (here.length > 0) {
      return memberOf(here, segments[length]);
    }
  }
  return { kind: "unknown" };
}

function memberOf(blocks: readonly Block[], name: string | undefined): Resolved {
  const shared = blocks.flatMap(({ permissions = [] }) => permissions);
  if (name === undefined) {
    return { kind: "known", needs: shared, deprecated: false };
  }
  const member = blocks
    .flatMap(({ functions = [], events = [], properties = {} }): readonly Omit<Member, "name">[] => [
      ...[...functions, ...events].filter((one) => one.name === name),
      ...Object.entries(properties).flatMap(([key, one]) => (key === name ? [one] : [])),
    ])
    .find((one) => one.unsupported !== true && lives(one));
  return member === undefined
    ? { kind: "unknown" }
    : {
        kind: "known",
        needs: [...shared, ...(member.permissions ?? [])],
        deprecated: member.deprecated !== undefined && member.deprecated !== false,
      };
}

const lives = ({ max_manifest_version: last = 3 }: { readonly max_manifest_version?: number }): boolean =>
  last >= 3;

/** Every type of the namespace `manifest` with what other schemas add to it. */
function manifestTypes({ blocks }: Schemas, id: string): readonly Type[] {
  return blocks
    .filter(({ namespace }) => namespace === "manifest")
    .flatMap(({ types = [] }) => types.filter((type) => type.id === id || type.$extend === id));
}

export function knownPermissions(schemas: Schemas): ReadonlySet<unknown> {
  const ids = [
    "OptionalPermissionNoPrompt",
    "OptionalPermission",
    "PermissionNoPrompt",
    "Permission",
    "OptionalOnlyPermission",
  ];
  const types = ids.flatMap((id) => manifestTypes(schemas, id));
  return new Set(types.flatMap(({ choices = [] }) => choices.flatMap((choice) => choice.enum ?? [])));
}

/** The keys a manifest of version 3 may have at its top, with the types of their values. */
export function manifestKeys(schemas: Schemas): ReadonlyMap<string, Type> {
  const types = ["ManifestBase", "WebExtensionManifest"].flatMap((id) => manifestTypes(schemas, id));
  const keys = types.flatMap(({ properties = {} }) => Object.entries(properties));
  return new Map(keys.filter(([, type]) => lives(type)));
}

/** Whether a value has the type; formats and patterns are not looked at. */
export function fits(schemas: Schemas, value: unknown, type: Type): boolean {
  if (type.$ref !== undefined) {
    const id = type.$ref.replace(/^manifest\./, "");
    const types = manifestTypes(schemas, id);
    const choices = types.flatMap((one) => one.choices ?? [one]);
    return types.length === 0 || choices.some((one) => fits(schemas, value, one));
  }
  if (type.choices !== undefined) {
    return type.choices.some((one) => fits(schemas, value, one));
  }
  if (type.enum !== undefined) {
    return type.enum.some((one) => one === value || (isNamed(one) && one.name === value));
  }
  switch (type.type) {
    case "array":
      return (
        Array.isArray(value) &&
        (type.items === undefined || value.every((one) => fits(schemas, one, type.items ?? {})))
      );
    case "object":
      return (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        propertiesFit(schemas, value, type)
      );
    case "integer":
      return Number.isInteger(value);
    case undefined:
    case "any":
      return true;
    default:
      return typeof value === type.type;
  }
}

function propertiesFit(schemas: Schemas, value: object, { properties = {}, $import: base }: Type): boolean {
  const given: Readonly<Record<string, unknown>> = { ...value };
  const inherited = base === undefined ? {} : (manifestTypes(schemas, base)[0]?.properties ?? {});
  return Object.entries({ ...inherited, ...properties }).every(([key, type]) =>
    given[key] === undefined
      ? type.optional === true || "unsupported" in type
      : fits(schemas, given[key], type),
  );
}

function isNamed(one: unknown): one is { readonly name: string } {
  return typeof one === "object" && one !== null && "name" in one;
}
