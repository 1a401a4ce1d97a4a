// The update manifest of the full edition, which Thunderbird asks for once a day (updates.json, as Mozilla describes it for
// self-hosted add-ons): every version there has been, each with the Thunderbirds it is for and the hash of its file. No
// signature is asked for in Thunderbird: over HTTPS this hash is what a downloaded file is held to.

import { createHash } from "node:crypto";

/**
 * @typedef {object} Update
 * @property {string} version
 * @property {string} update_link
 * @property {string} update_hash
 * @property {{gecko: {strict_min_version: string, strict_max_version: string}}} applications
 *
 * @typedef {{addons: Record<string, {updates: Update[]}>}} UpdateManifest
 */

/**
 * @param {{version: string, browser_specific_settings: {gecko: {id: string, strict_min_version: string, strict_max_version: string}}}} manifest of the built edition
 * @param {Uint8Array} file
 * @param {string} link where the file will lie
 * @param {UpdateManifest | null} before what is published now: older Thunderbirds keep the versions made for them
 * @returns {UpdateManifest}
 */
export function updateManifest({ version, browser_specific_settings: { gecko } }, file, link, before) {
  const { id, strict_min_version, strict_max_version } = gecko;
  const earlier = (before?.addons[id]?.updates ?? []).filter((update) => update.version !== version);
  const update = {
    version,
    update_link: link,
    update_hash: `sha256:${createHash("sha256").update(file).digest("hex")}`,
    applications: { gecko: { strict_min_version, strict_max_version } },
  };
  return { addons: { [id]: { updates: [...earlier, update] } } };
}
