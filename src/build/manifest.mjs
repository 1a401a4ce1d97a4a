// Makes an edition's manifest: the base (the store edition's own) with a small patch laid over it.
// Pure; reading and writing files is build.mjs's.

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
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
