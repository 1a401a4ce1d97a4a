// What a Thunderbird's own modules look like where the Experiment touches them (../experiment/internals.json), read from the
// text of its omni.ja: each function by a hash of its source without comments and spaces, each field by being named at all.
// Interfaces of compiled code are not in that file; the running program is asked for those.

import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import ts from "typescript";

/**
 * @typedef {object} Internal
 * @property {string} part notice, read, change or ask
 * @property {string} module
 * @property {string} name what is taken out of it
 * @property {string[]} functions
 * @property {string[]} fields
 *
 * @typedef {Record<string, string>} Shapes by `name.member`; "missing" where it is not there
 */

/**
 * @param {Uint8Array} omni
 * @param {readonly Internal[]} internals
 * @returns {Shapes}
 */
export function shapesIn(omni, internals) {
  const paths = new Set(internals.map(({ module }) => pathOf(module)));
  const files = unzipSync(omni, { filter: ({ name }) => paths.has(name) });
  /** @type {Shapes} */
  const shapes = {};
  for (const { module, name, functions, fields } of internals) {
    const bytes = files[pathOf(module)];
    const text = bytes === undefined ? "" : strFromU8(bytes);
    const written = functionsIn(text);
    for (const member of functions) {
      const sources = written.get(member) ?? [];
      shapes[`${name}.${member}`] = sources.length === 0 ? "missing" : hash(sources.join("\n"));
    }
    for (const member of fields) {
      shapes[`${name}.${member}`] = new RegExp(`\\b${member}\\b`).test(text) ? "named" : "missing";
    }
  }
  return shapes;
}

/**
 * What has changed against the versions that the lab has run on: gone, or in none of their shapes.
 * @param {Shapes} shapes
 * @param {Record<string, Shapes>} known by version
 * @returns {{gone: string[], changed: string[]}}
 */
export function drift(shapes, known) {
  const seen = Object.values(known);
  const members = Object.entries(shapes);
  return {
    gone: members.filter(([, shape]) => shape === "missing").map(([member]) => member),
    changed: members
      .filter(([member, shape]) => shape !== "missing" && !seen.some((one) => one[member] === shape))
      .map(([member]) => member),
  };
}

/**
 * Where a resource address lies in omni.ja.
 * @param {string} module
 */
export function pathOf(module) {
  return module
    .replace(/^resource:\/\/(?:gre)?\/modules\//, "modules/")
    .replace(/^resource:\/\/passwordmgr\//, "chrome/toolkit/passwordmgr/");
}

/**
 * Every function that has a name, with its source: methods, accessors, declarations, properties that hold one.
 * @param {string} text
 */
function functionsIn(text) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  const tree = ts.createSourceFile("module.mjs", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  /** @param {ts.Node} node */
  const visit = (node) => {
    const name = nameOfFunction(node);
    if (name !== null) {
      found.set(name, [...(found.get(name) ?? []), bare(node, tree)]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** @param {ts.Node} node */
function nameOfFunction(node) {
  if (
    ts.isMethodDeclaration(node) ||
    ts.isGetAccessor(node) ||
    ts.isSetAccessor(node) ||
    ts.isFunctionDeclaration(node)
  ) {
    return node.name?.getText() ?? null;
  }
  if (!ts.isPropertyAssignment(node) && !ts.isPropertyDeclaration(node)) {
    return null;
  }
  const { initializer, name } = node;
  return initializer !== undefined &&
    (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    ? name.getText()
    : null;
}

/**
 * The words of a node alone: neither comments nor how it is laid out.
 * @param {ts.Node} node
 * @param {ts.SourceFile} tree
 * @returns {string}
 */
function bare(node, tree) {
  const children = node.getChildren(tree).filter((child) => !ts.isJSDoc(child));
  return children.length === 0 ? node.getText(tree) : children.map((child) => bare(child, tree)).join(" ");
}

/** @param {string} text */
function hash(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
