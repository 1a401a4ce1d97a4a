// Which API calls the code makes, read as the review tool reads them: chains of literal names that begin at
// `messenger`, `browser` or `chrome`, or at a variable that is nothing but one of these.

import ts from "typescript";
import { type AddOn, declaredNames, findIn, manifestValue, stringsOf, walk } from "./add-on.js";
import { resolveCall, type Schemas } from "./schemas.js";

const roots = new Set(["messenger", "browser", "chrome"]);

export interface Call {
  /** Where, as `path:line`. */
  readonly at: string;
  /** `["compose", "sendMessage"]`. */
  readonly segments: readonly string[];
}

export function callsOf(addOn: AddOn): readonly Call[] {
  return addOn.scripts.flatMap((script) => {
    const { path, tree } = script;
    const declared = declaredNames(script);
    const aliases = aliasesIn(tree);
    const found: Call[] = [];
    walk(tree, (node) => {
      const root = ts.isIdentifier(node) && isChainBase(node) ? node.text : null;
      if (root !== null && (aliases.has(root) || (roots.has(root) && !declared.has(root)))) {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
        found.push({ at: `${path}:${String(line + 1)}`, segments: chainFrom(node) });
      }
    });
    return found;
  });
}

/** `var api = messenger;`: seen through. Anything longer is not. */
function aliasesIn(tree: ts.SourceFile): ReadonlySet<string> {
  const aliases = new Set<string>();
  walk(tree, (node) => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer !== undefined &&
      ts.isIdentifier(node.initializer) &&
      roots.has(node.initializer.text) &&
      !roots.has(node.name.text)
    ) {
      aliases.add(node.name.text);
    }
  });
  return aliases;
}

function isChainBase({ parent, ...node }: ts.Node): boolean {
  return (
    (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) &&
    parent.expression.pos === node.pos &&
    parent.expression.end === node.end
  );
}

function chainFrom(root: ts.Node): readonly string[] {
  const segments: string[] = [];
  for (let node = root; isChainBase(node); node = node.parent) {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent)) {
      segments.push(parent.name.text);
    } else if (ts.isElementAccessExpression(parent) && ts.isStringLiteralLike(parent.argumentExpression)) {
      segments.push(parent.argumentExpression.text);
    } else {
      break;
    }
  }
  return segments;
}

/** Calls hidden from the review tool: the API taken apart, handed on whole, or read by a computed name. */
export function hiddenCalls(addOn: AddOn): readonly string[] {
  const declared = new Map(addOn.scripts.map((script) => [script.path, declaredNames(script)]));
  return findIn(addOn, (node, { path }) => {
    if (!ts.isIdentifier(node) || !roots.has(node.text) || declared.get(path)?.has(node.text) === true) {
      return null;
    }
    const { parent } = node;
    if (ts.isElementAccessExpression(parent) && !ts.isStringLiteralLike(parent.argumentExpression)) {
      return `${node.text} by a computed name`;
    }
    const alias =
      ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && parent.initializer === node;
    const property = ts.isPropertyAccessExpression(parent) && parent.name === node;
    return isChainBase(node) || alias || property ? null : `${node.text} handed on whole`;
  });
}

/** Where the Experiment's own namespace is called, the schemas of Thunderbird have nothing to say. */
function ownNamespaces(addOn: AddOn): readonly string[] {
  return Object.keys((manifestValue(addOn, "experiment_apis") as object | undefined) ?? {});
}

function judged(addOn: AddOn, schemas: Schemas) {
  return callsOf(addOn)
    .filter(({ segments: [first = ""] }) => !ownNamespaces(addOn).includes(first))
    .map((call) => ({
      ...call,
      resolved: resolveCall(schemas, call.segments),
      name: call.segments.join("."),
    }));
}

export function unknownApi(addOn: AddOn, schemas: Schemas): readonly string[] {
  return judged(addOn, schemas)
    .filter(({ resolved }) => resolved.kind === "unknown")
    .map(({ at, name }) => `${at} ${name}`);
}

export function deprecatedApi(addOn: AddOn, schemas: Schemas): readonly string[] {
  return judged(addOn, schemas)
    .filter(({ resolved }) => resolved.kind === "known" && resolved.deprecated)
    .map(({ at, name }) => `${at} ${name}`);
}

/** Needs that begin with "manifest:" are keys of the manifest, one of which must be there; the others permissions. */
function needs(addOn: AddOn, schemas: Schemas) {
  return judged(addOn, schemas).flatMap(({ at, name, resolved }) =>
    resolved.kind === "known" ? [{ at, name, needs: resolved.needs }] : [],
  );
}

const declaredPermissions = (addOn: AddOn): readonly string[] =>
  ["permissions", "optional_permissions"].flatMap((key) => stringsOf(manifestValue(addOn, key)));

const isKey = (need: string): boolean => need.startsWith("manifest:");
const isHost = (permission: string): boolean => permission.includes("://") || permission === "<all_urls>";

export function missingPermission(addOn: AddOn, schemas: Schemas): readonly string[] {
  const declared = declaredPermissions(addOn);
  return needs(addOn, schemas).flatMap(({ at, name, needs: all }) =>
    all
      .filter((need) => !isKey(need) && !declared.includes(need))
      .map((need) => `${at} ${name} needs ${need}`),
  );
}

export function missingManifestKey(addOn: AddOn, schemas: Schemas): readonly string[] {
  return needs(addOn, schemas).flatMap(({ at, name, needs: all }) => {
    const keys = all.filter(isKey).map((need) => need.slice("manifest:".length));
    const there = keys.some((key) => manifestValue(addOn, key) !== undefined);
    return keys.length > 0 && !there ? [`${at} ${name} needs the key ${keys.join(" or ")}`] : [];
  });
}

/** A permission that no call needs, as far as calls can be read. */
export function unusedPermission(addOn: AddOn, schemas: Schemas): readonly string[] {
  const used = new Set(needs(addOn, schemas).flatMap((call) => call.needs));
  return declaredPermissions(addOn).filter((permission) => !isHost(permission) && !used.has(permission));
}
