// What CHANGELOG.md says of one version, for the store's form and the release page; refused where it is not written.

/**
 * @param {string} changelog
 * @param {string} version
 * @returns {string} the text under the topmost heading, which has to be that version's, with its date
 */
export function releaseNotes(changelog, version) {
  const [, heading = "", text = ""] = /^## (.*)\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  if (!new RegExp(`^${version.replaceAll(".", "\\.")} \\(\\d{4}-\\d{2}-\\d{2}\\)$`).test(heading)) {
    throw new Error(`the topmost part of CHANGELOG.md is "${heading}", wanted "${version} (year-month-day)"`);
  }
  return `${text.trim()}\n`;
}
