// The store's review, as far as a script can judge it, on the built archive; and each check on an add-on with the one
// mistake it is for, because a check that finds nothing anywhere would look just as good.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type AddOn, addOnOf, manifestValue, openAddOn } from "./store-review/add-on.js";
import { type Check, type Tested } from "./store-review/check.js";
import { checks, schemaChecks } from "./store-review/checks.js";
import { good, wrong } from "./store-review/examples.js";
import { incompleteLocales, uploadForm } from "./store-review/manifest.js";
import { installedSchemas, knownPermissions, resolveCall } from "./store-review/schemas.js";

const root = join(import.meta.dirname, "../..");
const schemas = installedSchemas("published");
const wholeSchemas = installedSchemas("all");
const bySchemas = schemas === null ? [] : schemaChecks(schemas);
const all: readonly Check[] = [...checks, ...bySchemas];
const isTested = (check: Check): check is Tested => check.kind === "tested";

const folder = mkdtempSync(join(tmpdir(), "relay-doctor-review-"));
afterAll(() => rmSync(folder, { recursive: true }));
execFileSync("node", ["src/build/build.mjs", folder], { cwd: root, stdio: "pipe" });

describe.each(all.filter(isTested))("$id", ({ id, find }) => {
  it("lets the good add-on pass", () => {
    expect(find(addOnOf(new Map(Object.entries(good))))).toEqual([]);
  });

  it("finds the mistake it is for", () => {
    const files = Object.entries({ ...good, ...wrong[id] }).filter(
      (file): file is [string, string] => file[1] !== null,
    );
    expect(find(addOnOf(new Map(files))), id).not.toEqual([]);
  });
});

it.skipIf(schemas === null)(
  "the schemas of the installed Thunderbird are of the version the manifest asks for",
  () => {
    expect(schemas?.version).toMatch(/^\d+\./);
    expect(bySchemas.length).toBeGreaterThan(0);
  },
);

it.skipIf(schemas === null)(
  "an API that the program carries and its makers do not publish is unknown",
  () => {
    const judged = [schemas, wholeSchemas].flatMap((one) => one ?? []);
    const call = ["publicSuffix", "getDomain"];
    expect(judged.map((one) => resolveCall(one, call).kind)).toEqual(["unknown", "known"]);
    expect(judged.map((one) => knownPermissions(one).has("publicSuffix"))).toEqual([false, true]);
  },
);

it("a language that lacks a text is found", () => {
  const german = JSON.stringify({ other: { message: "Anderes" } });
  const files = new Map([...Object.entries(good), ["_locales/de/messages.json", german] as const]);
  expect(incompleteLocales(addOnOf(files))).toEqual(["de: name"]);
  files.set("_locales/de/messages.json", JSON.stringify({ texts: { message: "Briefe für Thunderbird" } }));
  expect(incompleteLocales(addOnOf(files))).toEqual([]);
});

/** What the full edition has by its nature: an Experiment, which the store would refuse at once, and updates of its own. */
const experimentOnly = new Set(["experiment-not-allowed", "non-experiment-strict-max-version", "update-url"]);
const isExperiment = (path: string): boolean => path.startsWith("experiment/");

describe.each(["store", "full"].filter((edition) => existsSync(join(folder, edition))))(
  "the %s edition",
  (edition) => {
    const addOn = openAddOn(readFileSync(join(folder, `relay-doctor-${edition}.xpi`)));
    const judged = edition === "full" ? withoutExperiment(addOn) : addOn;
    const applies = ({ id }: Check): boolean => edition === "store" || !experimentOnly.has(id);

    // Only what is submitted is held to what is published.
    const bySchemasOf = edition === "store" ? schemas : wholeSchemas;
    const judging = [...checks, ...(bySchemasOf === null ? [] : schemaChecks(bySchemasOf))];

    it.each(judging.filter(isTested).filter((check) => check.verdict !== "manual" && applies(check)))(
      "$verdict $id: nothing",
      ({ find }) => {
        expect(find(judged)).toEqual([]);
      },
    );

    it.each(all.filter((check) => check.kind === "not-applicable").filter(() => edition === "store"))(
      "$id is not applicable: $because",
      ({ unless }) => {
        expect(unless(judged)).toEqual([]);
      },
    );

    it("is what the upload takes", () => {
      expect(uploadForm(addOn)).toEqual([]);
    });

    it("has every text in every language it brings", () => {
      expect(incompleteLocales(addOn)).toEqual([]);
    });

    it("has its options where Thunderbird looks for them", () => {
      expect(addOn.files.has(String(manifestValue(addOn, "options_ui.page")))).toBe(true);
    });
  },
);

/** The Experiment's files run with other rights and by other rules; the rest of the full edition is judged as usual. */
function withoutExperiment(addOn: AddOn): AddOn {
  const files = new Map([...addOn.files].filter(([path]) => !isExperiment(path)));
  return { ...addOn, files, scripts: addOn.scripts.filter(({ path }) => !isExperiment(path)) };
}

it("names every check of the review tool, once", () => {
  const known = readFileSync(join(import.meta.dirname, "store-review/check-ids.txt"), "utf8")
    .trim()
    .split(/\s+/);
  const named = [...checks, ...(schemas === null ? [] : bySchemas)].map(({ id }) => id);
  expect([...new Set(named)]).toEqual(named);
  expect(known.filter((id) => !named.includes(id))).toEqual(schemas === null ? expect.anything() : []);
  expect(named.filter((id) => !known.includes(id))).toEqual([]);
});
