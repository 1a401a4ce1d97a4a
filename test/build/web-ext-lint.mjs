// `web-ext lint` as a second opinion on built editions. It is made for Firefox and knows nothing of Thunderbird,
// so these codes, and no others, are accepted; everything else fails, whatever its severity.
// Usage: node test/build/web-ext-lint.mjs <folder>...

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const accepted = new Map([
  ["MANIFEST_PERMISSIONS", "Thunderbird's own permissions are unknown to it"],
  ["UNSUPPORTED_API", "Thunderbird's own namespaces are unknown to it"],
  ["MISSING_DATA_COLLECTION_PERMISSIONS", "asked for by Firefox's store only"],
  ["KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION", "there is no Thunderbird of that kind"],
]);
const acceptedWithExperiment = new Map([
  ["MANIFEST_FIELD_PRIVILEGED", "any Experiment; Thunderbird loads them"],
  ["STRICT_MAX_VERSION", "wanted with an Experiment"],
]);

for (const folder of process.argv.slice(2)) {
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const hasExperiment = manifest.experiment_apis !== undefined;
  // What brings its own update address is hosted outside the store: web-ext's own switch for that.
  const hosted = manifest.browser_specific_settings?.gecko?.update_url !== undefined;
  const fits = (code) => accepted.has(code) || (hasExperiment && acceptedWithExperiment.has(code));
  for (const { _type, code, message, file, line } of (
    await findingsIn(folder, hosted ? ["--self-hosted"] : [])
  ).filter((one) => !fits(one.code))) {
    process.stdout.write(`${folder}: ${_type} ${code} ${file ?? ""}:${line ?? ""} ${message}\n`);
    process.exitCode = 1;
  }
}

async function findingsIn(folder, more) {
  // Its exit status is 1 with any Experiment: only the report tells.
  const report = await new Promise((resolve) => {
    const options = ["--source-dir", folder, "--output", "json", "--no-config-discovery", ...more];
    execFile(
      "npx",
      ["--no", "web-ext", "lint", ...options],
      { maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => resolve({ stdout, stderr }),
    );
  });
  try {
    const { errors, warnings, notices } = JSON.parse(report.stdout);
    return [...errors, ...warnings, ...notices];
  } catch {
    process.stderr.write(`web-ext lint gave no report\n${report.stdout}${report.stderr}`);
    process.exit(1);
  }
}
