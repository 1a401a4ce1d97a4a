// Makes an edition's manifest: the base (the store edition's own) with a small patch laid over it.
// Pure; reading and writing files is build.mjs's.

import { addressesOf, isReserved } from "./addresses.mjs";

/**
 * JSON merge patch (RFC 7396): objects merge, null removes, anything else replaces; arrays in the patch
 * under a key that ends in "+" are appended to the base's instead (permissions).
 * @param {unknown} base
 * @param {unknown} patch
 * @returns {unknown}
 */
export function mergePatch(base, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  const merged = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      delete merged[key];
    } else if (key.endsWith("+") && Array.isArray(value)) {
      const plain = key.slice(0, -1);
      const before = merged[plain];
      merged[plain] = [...(Array.isArray(before) ? before : []), ...value];
    } else {
      merged[key] = mergePatch(merged[key], value);
    }
  }
  return merged;
}

/**
 * The manifest with what package.json says. A reserved name is nobody's page: it is not shown to users.
 * @param {unknown} manifest
 * @param {{version: string, author: string, homepage: string}} project
 * @param {boolean} hasOwnUpdates
 * @returns {unknown}
 */
export function ofProject(manifest, { version, author, homepage }, hasOwnUpdates) {
  const { home, updates } = addressesOf(homepage);
  return mergePatch(manifest, {
    version,
    author,
    ...(!isReserved(homepage) && { homepage_url: home }),
    // The store updates what it hosts; what is installed from a file would otherwise be looked for there, by its id.
    ...(hasOwnUpdates && { browser_specific_settings: { gecko: { update_url: updates } } }),
  });
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
