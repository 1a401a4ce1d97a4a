// The schema and the page of a draft: of ours, what the draft has. Where a sentence of ours speaks of more, or is not true
// there, the draft's own stands in `changes.json` beside its script.

/**
 * @typedef {{id?: string, name?: string, description?: string}} Described
 * @typedef {{namespace: string, description: string, types: Described[], functions: Described[], events: Described[]}} Schema
 * @typedef {{description: string, types?: Described[], functions?: Record<string, string>, page: [string, string][]}} Changes
 */

/**
 * @param {Schema} whole
 * @param {ReadonlySet<string>} names Functions and events.
 * @param {Changes} changes
 */
export function schemaOf(whole, names, changes) {
  const functions = whole.functions
    .filter(({ name = "" }) => names.has(name))
    .map((one) => ({ ...one, description: changes.functions?.[one.name ?? ""] ?? one.description }));
  const events = whole.events.filter(({ name = "" }) => names.has(name));
  const own = new Map((changes.types ?? []).map((type) => [type.id, type]));
  const types = whole.types.map((type) => own.get(type.id) ?? type);
  const used = new Set();
  const note = (/** @type {unknown} */ part) => {
    for (const [, id] of JSON.stringify(part).matchAll(/"\$ref":"(\w+)"/g)) {
      if (!used.has(id)) {
        used.add(id);
        note(types.find((type) => type.id === id) ?? {});
      }
    }
  };
  note([functions, events]);
  return [
    {
      namespace: whole.namespace,
      description: changes.description,
      types: types.filter(({ id }) => used.has(id)),
      functions,
      events,
    },
  ];
}

/**
 * @param {string} whole
 * @param {ReadonlySet<string>} names
 * @param {Changes} changes
 */
export function pageOf(whole, names, changes) {
  const isThere = (/** @type {string} */ part) => {
    const name = /^### (\w+)/.exec(part)?.[1];
    return name === undefined ? !part.startsWith("## Error values") || names.has("create") : names.has(name);
  };
  const kept = whole
    .split(/^(?=#{2,3} )/m)
    .filter(isThere)
    .join("");
  return changes.page.reduce((page, [ours, theirs]) => {
    if (!page.includes(ours)) {
      throw new Error(`The page does not say: ${ours}`);
    }
    return page.replace(ours, theirs);
  }, kept);
}
