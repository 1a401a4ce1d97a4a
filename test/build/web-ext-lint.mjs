// `web-ext lint` as a second opinion on a built edition. It is made for Firefox and knows nothing of Thunderbird,
// so these codes, and no others, are accepted; everything else fails, whatever its severity.
// Usage: node test/build/web-ext-lint.mjs <folder>

import { execFile } from "node:child_process";

const accepted = new Map([
  ["MANIFEST_PERMISSIONS", "Thunderbird's own permissions are unknown to it"],
  ["UNSUPPORTED_API", "Thunderbird's own namespaces are unknown to it"],
  ["MISSING_DATA_COLLECTION_PERMISSIONS", "asked for by Firefox's store only"],
  ["KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION", "there is no Thunderbird of that kind"],
  ["MANIFEST_FIELD_PRIVILEGED", "any Experiment; Thunderbird loads them"],
  ["STRICT_MAX_VERSION", "wanted with an Experiment"],
]);

const [folder = "dist/full"] = process.argv.slice(2);
// Its exit status is 1 with any Experiment: only the report tells.
const report = await new Promise((resolve) => {
  const command = [
    "--no",
    "web-ext",
    "lint",
    "--source-dir",
    folder,
    "--output",
    "json",
    "--no-config-discovery",
  ];
  execFile("npx", command, { maxBuffer: 1 << 26 }, (_error, stdout, stderr) => resolve({ stdout, stderr }));
});
let findings;
try {
  const { errors, warnings, notices } = JSON.parse(report.stdout);
  findings = [...errors, ...warnings, ...notices];
} catch {
  process.stderr.write(`web-ext lint gave no report\n${report.stdout}${report.stderr}`);
  process.exit(1);
}
const refused = findings.filter(({ code }) => !accepted.has(code));
for (const { _type, code, message, file, line } of refused) {
  process.stdout.write(`${_type} ${code} ${file ?? ""}:${line ?? ""} ${message}\n`);
}
process.exitCode = refused.length > 0 ? 1 : 0;
