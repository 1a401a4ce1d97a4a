// What makes a release: where its files lie, the update manifest, the notes of its version, and what is refused.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addressesOf, isReserved } from "../../src/build/addresses.mjs";
import { releaseNotes } from "../../src/build/release-notes.mjs";
import { whyNoRelease } from "../../src/build/release-refused.mjs";
import { updateManifest } from "../../src/build/updates.mjs";
import { read, readJson, root } from "../repo/tree.js";

interface Project {
  readonly version: string;
  readonly author: string;
  readonly homepage: string;
}
const project = readJson("package.json") as Project;
const folder = mkdtempSync(join(tmpdir(), "relay-doctor-release-"));
afterAll(() => rmSync(folder, { recursive: true }));
execFileSync("node", ["src/build/build.mjs", folder], { cwd: root, stdio: "pipe" });

const builtManifest = (edition: string) =>
  JSON.parse(readFileSync(join(folder, edition, "manifest.json"), "utf8")) as {
    version: string;
    author: string;
    homepage_url?: string;
    update_url?: string;
    browser_specific_settings: {
      gecko: { id: string; strict_min_version: string; strict_max_version: string; update_url?: string };
    };
  };

describe("the built manifests", () => {
  it("of the full edition says where Thunderbird finds the next, so that nobody else's is taken for it", () => {
    const { browser_specific_settings: settings } = builtManifest("full");
    expect(settings.gecko.update_url).toBe(addressesOf(project.homepage).updates);
    expect(settings.gecko.update_url).toMatch(/^https:/);
  });

  it("of the store edition leaves updates to the store", () => {
    expect(JSON.stringify(builtManifest("store"))).not.toContain("update_url");
  });

  it.each(["full", "store"])("of the %s edition have what package.json says", (edition) => {
    const { version, author, homepage_url } = builtManifest(edition);
    expect({ version, author, homepage_url }).toEqual({
      version: project.version,
      author: project.author,
      homepage_url: isReserved(project.homepage) ? undefined : addressesOf(project.homepage).home,
    });
  });
});

it("one line says the version, and the lock file the same", () => {
  const lock = readJson("package-lock.json") as Project & { packages: Record<string, { version: string }> };
  expect([lock.version, lock.packages[""]?.version]).toEqual([project.version, project.version]);
});

describe("the addresses", () => {
  it("of a repository are its releases and its issues", () => {
    const { home, support, updates, fullEdition } = addressesOf("https://github.com/somebody/relay-doctor/");
    expect([home, support, updates, fullEdition("1.2.3")]).toEqual([
      "https://github.com/somebody/relay-doctor",
      "https://github.com/somebody/relay-doctor/issues",
      "https://github.com/somebody/relay-doctor/releases/latest/download/updates.json",
      "https://github.com/somebody/relay-doctor/releases/download/v1.2.3/relay-doctor-full.xpi",
    ]);
  });

  it("elsewhere are plain files", () => {
    const { updates, fullEdition } = addressesOf("https://doctor.example.org/add-on");
    expect([updates, fullEdition("1.2.3")]).toEqual([
      "https://doctor.example.org/add-on/updates.json",
      "https://doctor.example.org/add-on/relay-doctor-full-1.2.3.xpi",
    ]);
  });

  it("are HTTPS, or none", () => {
    expect(() => addressesOf("http://doctor.example.org/")).toThrow("not HTTPS");
  });

  it.each([
    ["https://relay-doctor.example", true],
    ["https://relay-doctor.example/there", true],
    ["https://relay-doctor.example.org", false],
    ["https://github.com/somebody/relay-doctor", false],
  ])("%s is reserved: %s", (homepage, reserved) => {
    expect(isReserved(homepage)).toBe(reserved);
  });
});

describe("the update manifest", () => {
  const manifest = builtManifest("full");
  const file = new TextEncoder().encode("the file");
  const link = "https://doctor.example.org/full.xpi";
  const { id } = manifest.browser_specific_settings.gecko;

  it("has version, link, hash and the Thunderbirds it is for", () => {
    expect(updateManifest(manifest, file, link, null)).toEqual({
      addons: {
        [id]: {
          updates: [
            {
              version: manifest.version,
              update_link: link,
              update_hash: `sha256:${createHash("sha256").update(file).digest("hex")}`,
              applications: {
                gecko: {
                  strict_min_version: manifest.browser_specific_settings.gecko.strict_min_version,
                  strict_max_version: manifest.browser_specific_settings.gecko.strict_max_version,
                },
              },
            },
          ],
        },
      },
    });
  });

  it("keeps what was published for older Thunderbirds, and replaces its own version", () => {
    const first = updateManifest({ ...manifest, version: "0.0.1" }, file, "https://a.example/1.xpi", null);
    const both = updateManifest(manifest, file, link, first);
    expect(both.addons[id]?.updates.map(({ version }) => version)).toEqual(["0.0.1", manifest.version]);
    const again = updateManifest(manifest, new Uint8Array([1]), link, both);
    expect(again.addons[id]?.updates).toHaveLength(2);
  });
});

describe("the release notes", () => {
  const changelog =
    "# Changes\n\nFor users.\n\n## 1.2.3 (2026-12-01)\n\n- New.\n\n## 1.2.2 (2026-11-01)\n\n- Old.\n";

  it("are the topmost part alone", () => {
    expect(releaseNotes(changelog, "1.2.3")).toBe("- New.\n");
  });

  it.each([
    ["Unreleased", changelog.replace("1.2.3 (2026-12-01)", "Unreleased")],
    ["another version", changelog.replace("1.2.3", "1.3.0")],
    ["no date", changelog.replace(" (2026-12-01)", "")],
    ["nothing", ""],
  ])("are refused where the changelog has %s on top", (_, text) => {
    expect(() => releaseNotes(text, "1.2.3")).toThrow("topmost part");
  });
});

describe("a release", () => {
  const good = {
    project: { homepage: "https://github.com/somebody/relay-doctor", version: "1.2.3" },
    changelog: "## 1.2.3 (2026-12-01)\n\n- New.\n",
    changes: "",
    tags: ["v1.2.3"],
  };

  it("is one where everything fits", () => {
    expect(whyNoRelease(good)).toEqual([]);
  });

  it.each([
    ["a reserved home page", { project: { ...good.project, homepage: "https://relay-doctor.example" } }],
    ["Unreleased on top", { changelog: "## Unreleased\n\n- New.\n" }],
    ["a dirty tree", { changes: " M src/ports.ts\n" }],
    ["another commit's tag", { tags: ["v1.2.2"] }],
  ])("is refused for %s", (_, change) => {
    expect(whyNoRelease({ ...good, ...change })).toHaveLength(1);
  });

  it("is not what lies here, as long as the home page is the reserved one", () => {
    const why = whyNoRelease({ project, changelog: read("CHANGELOG.md"), changes: "", tags: [] });
    expect(why.some((one) => one.includes("reserved"))).toBe(isReserved(project.homepage));
  });
});
