// The built files as a reviewer and Thunderbird meet them: readable, small, complete, the same bytes every time.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { deflateSync, strFromU8, strToU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { askedByKey, isNamesOnly, textsAt } from "../../src/build/translation.mjs";
import { catalogueIndex } from "../../src/engine/replies/catalogue-index.js";
import type { Messages } from "../../src/ui/kit/messages.js";
import { translatedTexts } from "../../src/ui/kit/translated.js";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "relay-doctor-build-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function built(name: string): string {
  const target = join(folder, name);
  execFileSync("node", ["src/build/build.mjs", target], { cwd: root, stdio: "pipe" });
  return target;
}

const first = built("first");
const archives = readdirSync(first).filter((name) => name.endsWith(".xpi"));

it("there is at least the full edition", () => {
  expect(archives).toContain("relay-doctor-full.xpi");
});

it("the same sources give the same bytes", () => {
  const second = built("second");
  for (const name of archives) {
    expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
  }
});

describe.each(archives)("%s", (name) => {
  const files = unzipSync(readFileSync(join(first, name)));
  const paths = Object.keys(files);
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const packedSizes = new Map<string, number>();
  unzipSync(readFileSync(join(first, name)), {
    filter: ({ name: path, size }) => {
      packedSizes.set(path, size);
      return false;
    },
  });
  const packedSize = (path: string): number => packedSizes.get(path) ?? 0;
  const manifest = JSON.parse(text("manifest.json")) as Record<string, unknown>;

  // The store edition brings along what the full one asks Thunderbird for: the list of public suffixes, some 50 kB, and
  // Thunderbird's alerts in every language it ships, 46 kB. Both bring Thunderbird's labels, 25 kB, and the index of
  // phrases, 11 kB.
  const ofStore = name.includes("store");
  const translations = paths.filter((path) => /^_locales\/(?!en\/)/.test(path));

  it("is small without its translations, and so is what a wake loads", () => {
    const packed = translations.reduce((sum, path) => sum + packedSize(path), 0);
    expect(statSync(join(first, name)).size - packed).toBeLessThan(ofStore ? 364_000 : 346_000);
    // The store edition weighs arriving mail itself, and asks first whether it may; the full one asks for what a failed send is
    // judged by before the rest is loaded.
    expect(text("background.js").length).toBeLessThan(ofStore ? 12_300 : 7_700);
  });

  it("has the index of phrases ready made, as the source would make it", () => {
    const [, made = ""] = /var catalogueIndex = \(\) => JSON\.parse\((.*)\);/.exec(text("work.js")) ?? [];
    expect(JSON.parse(made.replaceAll("'", ""))).toEqual(catalogueIndex());
  });

  it("has no sentence that a phrase was only written for", () => {
    expect(text("work.js")).not.toMatch(/^\s+said: "/m);
  });

  // What the provider notes brought, code, English texts and data, may be 15 kB of either package: 7.9 kB beside the data.
  it("packs the provider notes into less than 87 bytes each", () => {
    const work = text("work.js");
    const [list = ""] = /^var notes = \[\n[^]*?^\];\n/m.exec(work) ?? [];
    const packed = (script: string): number => deflateSync(strToU8(script), { level: 9 }).length;
    const lines = list.split("\n").length - 3;
    expect(lines).toBeGreaterThanOrEqual(80);
    expect((packed(work) - packed(work.replace(list, ""))) / lines).toBeLessThan(87);
  });

  // A language is 530 to 610 sentences, 12 kB packed as most write them; a letter of Greek or Cyrillic is two octets.
  it("packs most languages into 11.2 kB, 12.8 in the full edition, each into 13.8 and 15.8", () => {
    const sizes = translations.map(packedSize).sort((one, other) => one - other);
    expect(sizes.at(-1)).toBeLessThan(ofStore ? 13_800 : 15_800);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(ofStore ? 11_200 : 12_800);
  });

  it("speaks of its own changes only where it makes any", () => {
    const english = Object.keys(JSON.parse(text("_locales/en/messages.json")) as object);
    const ofChanges = /^ui_(?:undone|not_changed|not_undone|tested|not_proven|undo)_|^history_|^ui_undone$/;
    expect(english.filter((key) => ofChanges.test(key)).length).toBe(ofStore ? 0 : 53);
  });

  it("has every text in English that its scripts, pages and manifest name, and in another language what is translated", () => {
    const shippedEnglish = JSON.parse(text("_locales/en/messages.json")) as Messages;
    const english = Object.keys(shippedEnglish);
    const original = textsAt("_locales/en/messages.json");
    const naming = paths
      .filter((path) => /^[\w-]+\.(?:js|html|json)$/.test(path))
      .map(text)
      .join("\n");
    const named = new Set(naming.match(/\w+/g));
    const needed = Object.keys(original).filter((key) => named.has(key) || named.has(`__MSG_${key}__`));
    expect(needed.length).toBeGreaterThan(ofStore ? 350 : 400);
    expect(needed.filter((key) => !english.includes(key))).toEqual([]);
    for (const path of translations) {
      const { texts, ...asked } = JSON.parse(text(path)) as Messages;
      const lines = texts?.message ?? "";
      expect(lines.split("\n")).toHaveLength(english.length);
      const shipped = [...Object.keys(asked), ...Object.keys(translatedTexts(shippedEnglish, lines))];
      const missing = english.filter((key) => !shipped.includes(key));
      expect(missing.filter((key) => !isNamesOnly(original[key]?.message ?? ""))).toEqual([]);
      expect(new Set(shipped).size).toBe(shipped.length);
      expect([...askedByKey(naming)].filter((key) => key !== "texts" && !(key in asked))).toEqual([]);
    }
  });

  it("has a manifest of version 3 with the version of package.json", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(manifest).toMatchObject({ manifest_version: 3, version });
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it("holds every file that is named, and no file that is not", () => {
    const reached = reachable(paths, text);
    expect(reached.filter((path) => !paths.includes(path))).toEqual([]);
    const exempt = (path: string): boolean =>
      path.startsWith("_locales/") || /^(?:LICENSE|NOTICE\.txt)$/.test(path);
    expect(paths.filter((path) => !exempt(path) && !reached.includes(path))).toEqual([]);
  });

  it("is readable: not minified, no source maps", () => {
    const scripts = paths.filter((path) => path.endsWith(".js"));
    const minified = scripts.filter((path) =>
      text(path)
        .split("\n")
        .some((line) => line.length > 500 && line.split(";").length > 10),
    );
    expect(scripts.length).toBeGreaterThan(1);
    expect(minified).toEqual([]);
    expect(paths.filter((path) => path.endsWith(".map") || text(path).includes("sourceMappingURL"))).toEqual(
      [],
    );
  });

  it("names in NOTICE.txt every library that is inside its scripts, with the version", () => {
    const inside = paths
      .filter((path) => path.endsWith(".js"))
      .flatMap((path) => [...text(path).matchAll(/^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)])
      .map(([, library = ""]) => library);
    expect(paths.includes("NOTICE.txt")).toBe(inside.length > 0);
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { version: string } | undefined>;
    };
    const missing = [...new Set(inside)].filter(
      (library) =>
        !text("NOTICE.txt").includes(`\n${library} ${packages[`node_modules/${library}`]?.version ?? "?"}, `),
    );
    expect(missing).toEqual([]);
  });

  it("loads nothing from elsewhere", () => {
    const remote = paths.filter(
      (path) =>
        /\.(?:html|css)$/.test(path) &&
        /(?:src|href)="(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\//.test(text(path)),
    );
    expect(remote).toEqual([]);
  });
});

/** Follows names from the manifest on: files named in JSON, in pages' attributes, in url() of styles, opened in a tab. */
function reachable(paths: readonly string[], text: (path: string) => string): readonly string[] {
  const reached = new Set(["manifest.json"]);
  for (const path of reached) {
    if (paths.includes(path)) {
      for (const name of namesIn(path, text(path))) {
        reached.add(name);
      }
    }
  }
  return [...reached];
}

function namesIn(path: string, content: string): readonly string[] {
  if (path === "manifest.json") {
    const names = [...content.matchAll(/"([\w./-]+\.(?:js|html|css|svg|png|json))(?:\?[^"]*)?"/g)];
    return names.map(([, name = ""]) => name);
  }
  if (path.endsWith(".js")) {
    const opened = [
      ...content.matchAll(/tabs\.create\(\{ url: "([\w./-]+)"/g),
      ...content.matchAll(/\bimport\("\.\/([\w./-]+)"\)/g),
      ...content.matchAll(/\bgetURL\("([\w./-]+)"\)/g),
    ];
    return opened.map(([, name = ""]) => name);
  }
  if (!/\.(?:html|css)$/.test(path)) {
    return [];
  }
  const names = [...content.matchAll(/(?:\b(?:src|href)="|url\(["']?)([\w./-]+)/g)];
  return names.map(([, name = ""]) => normalize(join(dirname(path), name)));
}
