// What the store is told, held to the facts: the manifest, the built files, the limits of the store's form.

import { notes as providers } from "../../src/engine/providers/notes/index.js";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { read, readJson, root } from "../repo/tree.js";
import { openAddOn } from "./store-review/add-on.js";
import { callsOf } from "./store-review/calls.js";
import { checks } from "./store-review/checks.js";
import { installedSchemas, resolveCall } from "./store-review/schemas.js";

const schemas = installedSchemas("published");
const folder = mkdtempSync(join(tmpdir(), "relay-doctor-listing-"));
afterAll(() => rmSync(folder, { recursive: true }));
execFileSync("node", ["src/build/build.mjs", folder], { cwd: root, stdio: "pipe" });

const archive = join(folder, "relay-doctor-store.xpi");
const there = existsSync(archive);
const listing = read("src/store/listing.md");
const notes = read("src/store/reviewer-notes.md");
const policy = read("src/store/privacy-policy.md");
const permissions = read("src/store/permissions.md");

/** The text under a heading, up to the next one of its kind. */
function section(page: string, heading: string): string {
  const [, after = ""] = page.split(new RegExp(`^${heading}$`, "m"));
  return (after.split(/^##? /m)[0] ?? "").trim();
}

const headings = (page: string): readonly string[] =>
  [...page.matchAll(/^### (\S+)$/gm)].map(([, name = ""]) => name.replaceAll(/[\\`]/g, ""));

describe("the listing", () => {
  it("has the add-on's own name", () => {
    const messages = readJson("_locales/en/messages.json") as Record<string, { message: string }>;
    expect(section(listing, "## Name")).toBe(messages["extension_name"]?.message);
  });

  it("has a summary of one paragraph that the form takes", () => {
    const summary = section(listing, "## Summary");
    expect(summary).toMatch(/^[^\n]{40,250}$/);
  });

  it("tells where the add-on is found, how it is used, and what leaves the computer", () => {
    const description = section(listing, "## Description");
    expect(description).toContain("WHERE YOU FIND IT");
    expect(description).toContain("HOW IT GOES");
    expect(description).toContain("WHAT LEAVES YOUR COMPUTER");
  });

  it("counts the languages whose alerts are read", () => {
    const { languages } = readJson("src/adapters/alert-sentences.json") as { languages: object };
    expect(listing).toContain(`alert in ${String(Object.keys(languages).length)} languages`);
  });

  it("names the buttons as they are named", () => {
    const messages = readJson("_locales/en/messages.json") as Record<string, { message: string }>;
    for (const key of ["action_title", "compose_action_title"]) {
      expect(listing).toContain(`"${messages[key]?.message ?? key}"`);
      expect(notes).toContain(`_${messages[key]?.message ?? key}_`);
    }
  });
});

describe("the pictures", () => {
  const size = (path: string): readonly [number, number] => {
    const bytes = readFileSync(join(root, path));
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };

  it.each([16, 32, 48, 64, 96, 128])("the icon is there in %i pixels", (pixels) => {
    expect(size(`src/store/icons/relay-doctor-${String(pixels)}.png`)).toEqual([pixels, pixels]);
  });

  const shots = existsSync(join(root, "src/store/screenshots"))
    ? readdirSync(join(root, "src/store/screenshots")).sort()
    : [];

  it("each screenshot has a caption, and each caption a screenshot", () => {
    const captions = [...section(listing, "## Screenshots").matchAll(/^\| `?(\S+\.png)`? +\| (.{20,})\|$/gm)];
    expect(captions.map(([, name]) => name)).toEqual(shots);
  });

  it.each(shots)("%s is of a sensible size", (name) => {
    const path = `src/store/screenshots/${name}`;
    const [width, height] = size(path);
    expect(width).toBeGreaterThanOrEqual(600);
    expect(width / height).toBeGreaterThan(1);
    expect(statSync(join(root, path)).size).toBeLessThan(150_000);
  });
});

describe.skipIf(!there)("the built store edition", () => {
  const addOn = there
    ? openAddOn(readFileSync(archive))
    : openAddOn(readFileSync(join(folder, "relay-doctor-full.xpi")));
  const manifest = addOn.manifest as Readonly<Record<string, readonly string[] | undefined>>;

  it("has every permission explained, and no other", () => {
    const asked = [
      "permissions",
      "optional_permissions",
      "host_permissions",
      "optional_host_permissions",
    ].flatMap((key) => manifest[key] ?? []);
    expect(asked.filter((permission) => !headings(permissions).includes(permission))).toEqual([]);
    expect(headings(permissions).filter((permission) => !asked.includes(permission))).toEqual([]);
  });

  it("makes every call that an explanation names", () => {
    const made = callsOf(addOn).map(({ segments }) => segments.join("."));
    const told = [...permissions.matchAll(/`([a-z]\w*\.[a-z]\w*)`/gi)].map(([, name = ""]) => name);
    expect(told.length).toBeGreaterThan(3);
    expect(told.filter((name) => !made.some((call) => `${call}.`.startsWith(`${name}.`)))).toEqual([]);
  });

  it.skipIf(schemas === null)(
    "has every call explained that needs a permission, under that permission",
    () => {
      const calls = new Set(callsOf(addOn).map(({ segments }) => segments.join(".")));
      const untold = [...calls].flatMap((call) => {
        const resolved = schemas === null ? null : resolveCall(schemas, call.split("."));
        const needs = resolved?.kind === "known" ? resolved.needs : [];
        return needs
          .filter((permission) => !permission.startsWith("manifest:") && !tells(permission, call))
          .map((permission) => `${permission}: ${call}`);
      });
      expect(calls.size).toBeGreaterThan(20);
      expect(untold).toEqual([]);
    },
  );

  it("follows no redirect, as the notes and the policy say", () => {
    // Its own files are no look-up.
    const fetches = addOn.scripts.flatMap(({ tree }) => [
      ...tree.text.matchAll(/\bfetch\((?!\w+\.runtime\.getURL\("[\w./-]+"\)).*?\}\);/gs),
    ]);
    expect(fetches.map(([text]) => text.includes(`redirect: "manual"`))).toEqual([true]);
    expect(notes).toContain("A redirect is not followed");
    expect(policy.replaceAll(/\s+/g, " ")).toContain("redirect, it is not followed");
  });

  it("has an answer to each question that its review leaves to a human", () => {
    const asked = checks
      .filter((check) =>
        check.kind === "tested"
          ? check.verdict === "manual" && check.find(addOn).length > 0
          : check.kind === "manual",
      )
      .map(({ id }) => id);
    expect(asked.filter((id) => !headings(notes).includes(id))).toEqual([]);
    const known = checks.map(({ id }) => id);
    expect(headings(notes).filter((id) => !known.includes(id))).toEqual([]);
  });

  it("contacts no host that the privacy policy does not name", () => {
    const code = addOn.scripts.map(({ tree }) => tree.text).join("\n");
    const hosts = [...code.matchAll(/["'`]https:\/\/([\w.-]+\.\w+)\//g)].map(([, host = ""]) => host);
    const links = new Set(linkedOnly(code));
    expect(hosts.filter((host) => !links.has(host) && !policy.includes(host))).toEqual([]);
  });

  it("names the libraries inside it", () => {
    const named = [...(addOn.files.get("NOTICE.txt") ?? "").matchAll(/^(\S+) \d+\.\d+\.\d+, licence/gm)];
    const libraries = named.map(([, name = ""]) => name);
    expect(libraries.filter((name) => !notes.includes(name))).toEqual([]);
  });
});

/** Whether the text under a permission's heading names the call, or the part of the API it belongs to. */
function tells(permission: string, call: string): boolean {
  const [, after = ""] = permissions.split(`\n### ${permission}\n`);
  const names = [...(after.split("\n### ")[0] ?? "").matchAll(/`([a-z]\w*\.[a-z]\w*)`/gi)];
  return names.some(([, name = ""]) => `${call}.`.startsWith(`${name}.`));
}

/** Hosts of help pages, to which the user may go by a click, from a table of whole addresses. */
function linkedOnly(code: string): readonly string[] {
  const support = [...code.matchAll(/["'`]https:\/\/(support\.[\w.-]+)\//g)].map(([, host = ""]) => host);
  return [...support, ...providers.map(({ page }) => new URL(page).hostname)];
}
