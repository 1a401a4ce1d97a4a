// What the stores and Thunderbird decide by the manifest: editions that install side by side, and a store edition
// that carries nothing of the full one.

import { describe, expect, it } from "vitest";
import { mergePatch } from "../../src/build/manifest.mjs";
import { files, read, readJson } from "./tree.js";

interface Manifest {
  readonly name: string;
  readonly default_locale: string;
  readonly permissions: readonly string[];
  readonly experiment_apis?: unknown;
  readonly version?: unknown;
  readonly browser_specific_settings: {
    readonly gecko: {
      readonly id: string;
      readonly strict_min_version: string;
      readonly strict_max_version?: string;
    };
  };
}

const store = readJson("manifest.json") as Manifest;
const patches = files("src/editions", ".manifest.json");
const full = mergePatch(store, readJson("src/editions/full.manifest.json")) as Manifest;

describe("the store edition's manifest", () => {
  it("has no Experiment, and so no highest version", () => {
    expect(store.experiment_apis).toBeUndefined();
    expect(store.browser_specific_settings.gecko.strict_max_version).toBeUndefined();
  });

  it("has its own id", () => {
    expect(store.browser_specific_settings.gecko.id).toBe("relay-doctor@relay-doctor.addon");
  });

  it("asks for the permissions that its code uses, and no host", () => {
    expect(store.permissions).toEqual([
      "accountsRead",
      "compose",
      "compose.send",
      "menus",
      "messagesRead",
      "storage",
    ]);
  });
});

describe("the full edition's manifest", () => {
  it("has its own id, the Experiment, and the highest version an Experiment needs", () => {
    expect(full.browser_specific_settings.gecko.id).toBe("relay-doctor-full@relay-doctor.addon");
    expect(Object.keys(full.experiment_apis ?? {})).toEqual(["outgoingServers"]);
    expect(full.browser_specific_settings.gecko.strict_max_version).toMatch(/^\d+\.\*$/);
  });

  it("has the versions that the pages of the Experiment and of the drafts tell", () => {
    const { strict_min_version: from, strict_max_version: to = "" } = full.browser_specific_settings.gecko;
    const [first, last] = [from, to].map((version) => version.split(".")[0] ?? "");
    const page = read("src/experiment/outgoingServers/README.md");
    expect(/^\| Compatibility *\| (.*?) *\|$/m.exec(page)?.[1]).toBe(
      `Thunderbird ${first ?? ""} to ${last ?? ""}`,
    );
    for (const path of files("src/experiment/drafts", "manifest.json")) {
      const { gecko } = (readJson(path) as Manifest).browser_specific_settings;
      expect([gecko.strict_min_version, gecko.strict_max_version], path).toEqual([from, to]);
    }
  });
});

it.each(["manifest.json", ...patches])(
  "%s keeps the name and English, and leaves version and addresses to the build",
  (path) => {
    const manifest = (path === "manifest.json" ? store : mergePatch(store, readJson(path))) as Manifest;
    expect(manifest.name).toBe("__MSG_extension_name__");
    expect(manifest.default_locale).toBe("en");
    expect(manifest.version).toBeUndefined();
    expect(JSON.stringify(manifest)).not.toMatch(/update_url|https?:\/\/(?!\*)/);
  },
);

it("the name is one the store takes: up to 45 characters, Thunderbird only after 'for'", () => {
  const messages = readJson("_locales/en/messages.json") as Record<string, { message: string }>;
  const name = messages["extension_name"]?.message ?? "";
  expect(name).toBe("Relay Doctor for Thunderbird");
  expect(name.length).toBeLessThanOrEqual(45);
});
