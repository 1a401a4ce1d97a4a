// Why what lies here is no release: `npm run package` refuses it, and makes a trial of it with `-- trial`.

import { spawnSync } from "node:child_process";
import { isReserved } from "./addresses.mjs";
import { releaseNotes } from "./release-notes.mjs";

/**
 * @param {object} state
 * @param {{homepage: string, version: string}} state.project package.json
 * @param {string} state.changelog
 * @param {string} state.changes what git says is not committed
 * @param {readonly string[]} state.tags those of the present commit
 * @returns {string[]}
 */
export function whyNoRelease({ project, changelog, changes, tags }) {
  const why = [];
  if (isReserved(project.homepage)) {
    why.push(`package.json: the home page is still the reserved ${project.homepage}`);
  }
  try {
    releaseNotes(changelog, project.version);
  } catch (error) {
    why.push(error instanceof Error ? error.message : String(error));
  }
  if (changes.trim() !== "") {
    why.push(`not committed:\n${changes.trimEnd()}`);
  }
  if (!tags.includes(`v${project.version}`)) {
    why.push(`the commit has no tag v${project.version}`);
  }
  return why;
}

/**
 * @param {string} root
 * @param {...string} words
 */
export function git(root, ...words) {
  const { status, stdout } = spawnSync("git", words, { cwd: root, encoding: "utf8" });
  return status === 0 ? stdout : "?? no git repository";
}
