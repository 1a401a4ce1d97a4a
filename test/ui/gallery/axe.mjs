// `npm test`'s stage `pages`: axe-core over every sample of every page in Chromium, light, dark and in high contrast; and whether everything has room in
// every language. Lists what it found; exits with 1 where that is anything, or where a page was not judged. Only some pages:
// node test/ui/gallery/axe.mjs [axe] [axe-history] [axe-options] [fits]

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "../../..");
const profile = await mkdtemp(join(tmpdir(), "relay-doctor-axe."));

/** `contrast`: colours forced by the system, as with Windows' contrast themes. */
const schemes = {
  light: ["--blink-settings=preferredColorScheme=1"],
  dark: ["--blink-settings=preferredColorScheme=0"],
  contrast: ["--force-high-contrast"],
};

/**
 * @param {string} page
 * @param {keyof typeof schemes} scheme
 * @returns {Promise<{judged: number, found: string[]}>}
 */
async function judged(page, scheme) {
  const { stdout } = await promisify(execFile)(
    "chromium",
    [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      `--user-data-dir=${profile}`,
      ...schemes[scheme],
      "--window-size=560,1600",
      "--virtual-time-budget=600000",
      "--dump-dom",
      `file://${join(root, "dist/gallery", `${page}.html`)}`,
    ],
    { maxBuffer: 1 << 28, timeout: 240_000 },
  );
  const [, json = '{"judged":0,"found":[]}'] =
    /<script type="application\/json" id="found">(.*?)<\/script>/s.exec(stdout) ?? [];
  return JSON.parse(json);
}

const only = process.argv.slice(2);
let failed = false;
/** @type {readonly (readonly [string, keyof typeof schemes])[]} */
const all = [
  ...["axe", "axe-history", "axe-options"].flatMap((page) =>
    /** @type {const} */ (["light", "dark", "contrast"]).map(
      (scheme) => /** @type {const} */ ([page, scheme]),
    ),
  ),
  ["fits", "light"],
];
for (const [page, scheme] of all.filter(([name]) => only.length === 0 || only.includes(name))) {
  const { judged: count, found } = await judged(page, scheme);
  failed ||= count === 0 || found.length > 0;
  process.stdout.write(
    [...found, `${page}, ${scheme}: ${String(count)} pages judged, ${String(found.length)} found`, ""].join(
      "\n",
    ),
  );
}
await rm(profile, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
