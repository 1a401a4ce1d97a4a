// Judges the drafts by the lint of the repository they are for: ESLint 8 and Mozilla's plugin, at the versions that its lock
// file names. They are 44 MB and would not go with our own ESLint: fetched by npm when first asked for, into a cache.

import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const cache = resolve(import.meta.dirname, "../../node_modules/.cache/relay-doctor/upstream-lint");

const packages = {
  eslint: "8.57.0",
  "eslint-plugin-mozilla": "3.7.5",
  "@microsoft/eslint-plugin-sdl": "0.2.2",
  "eslint-config-prettier": "9.1.0",
  "eslint-plugin-html": "8.1.1",
  "eslint-plugin-json": "3.1.0",
  "eslint-plugin-no-unsanitized": "4.0.2",
};

/** What that repository asks for on top of Mozilla's recommendations. */
const rules = {
  "mozilla/use-static-import": "off",
  "mozilla/prefer-boolean-length-check": "off",
  "mozilla/reject-chromeutils-import": "error",
  "no-console": "off",
  "no-trailing-spaces": "error",
  "eol-last": "error",
  "quote-props": ["error", "consistent-as-needed", { keywords: true }],
  quotes: ["error", "double", { avoidEscape: true }],
  "padded-blocks": ["error", "never"],
  indent: ["error", 2, { SwitchCase: 1 }],
  complexity: ["error", 80],
  "func-names": ["error", "never"],
  "prefer-const": ["error", { destructuring: "all" }],
};

const config = {
  root: true,
  env: { es2022: true, webextensions: true },
  globals: { messenger: true },
  plugins: ["mozilla"],
  extends: ["plugin:mozilla/recommended"],
  rules,
  overrides: [
    {
      files: ["**/experiments/*/parent/*.js"],
      globals: { global: true, Services: true },
      rules: { "mozilla/reject-importGlobalProperties": "off" },
    },
  ],
};

/**
 * Written when npm is through: an installation that was cut off leaves some of the packages, and is begun anew.
 * @param {string} folder
 */
export async function installOnce(folder, install = () => npmInstall(folder)) {
  const mark = join(folder, "installed.json");
  const wanted = JSON.stringify({ private: true, dependencies: packages });
  if ((await readFile(mark, "utf8").catch(() => "")) !== wanted) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), wanted);
    await install();
    await writeFile(mark, wanted);
  }
}

/** @param {string} folder */
async function npmInstall(folder) {
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder });
}

/**
 * Throws with what it said where there is an error.
 * @param {string} folder
 */
export async function lintDrafts(folder) {
  const eslint = join(cache, "node_modules/eslint/bin/eslint.js");
  await installOnce(cache);
  await writeFile(join(cache, "eslintrc.json"), JSON.stringify(config));
  const asked = [
    // Where to break a line and how far to indent it: their way and prettier's differ.
    "--fix",
    "--no-eslintrc",
    "--config",
    join(cache, "eslintrc.json"),
    "--resolve-plugins-relative-to",
    cache,
  ];
  const { stdout } = await run("node", [eslint, ...asked, "--ext", ".js,.mjs,.html,.json", "."], {
    cwd: folder,
  }).catch((/** @type {{stdout: string, stderr: string}} */ { stdout: told, stderr }) => {
    throw new Error(`The lint of thunderbird/webext-experiments is not content:\n${told}${stderr}`);
  });
  process.stdout.write(`lint of thunderbird/webext-experiments: 0 errors\n${stdout}`);
}
