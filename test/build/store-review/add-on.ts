// An add-on as the review tool sees it: the files of the archive, the manifest, every script as a syntax tree.

import { strFromU8, unzipSync } from "fflate";
import ts from "typescript";

export interface Script {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

export interface AddOn {
  /** By path; the content of every text file, and "" for pictures. */
  readonly files: ReadonlyMap<string, string>;
  /** Null where manifest.json is missing or cannot be read. */
  readonly manifest: Readonly<Record<string, unknown>> | null;
  readonly scripts: readonly Script[];
}

const pictures = /\.(?:png|jpe?g|gif|webp|ico|woff2?)$/i;

export function openAddOn(archive: Uint8Array): AddOn {
  const files = Object.entries(unzipSync(archive)).map(([path, bytes]): [string, string] => [
    path,
    pictures.test(path) ? "" : strFromU8(bytes),
  ]);
  return addOnOf(new Map(files));
}

export function addOnOf(files: ReadonlyMap<string, string>): AddOn {
  const scripts = [...files]
    .filter(([path]) => /\.(?:m?js|cjs)$/.test(path))
    .map(([path, code]) => ({ path, tree: ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true) }));
  return { files, manifest: manifestOf(files.get("manifest.json")), scripts };
}

function manifestOf(text: string | undefined): AddOn["manifest"] {
  try {
    const manifest: unknown = JSON.parse(text ?? "");
    return typeof manifest === "object" && manifest !== null ? { ...manifest } : null;
  } catch {
    return null;
  }
}

/** What is there under a dotted name, such as "background.type"; undefined where it is not. */
export function manifestValue({ manifest }: AddOn, name: string): unknown {
  return name
    .split(".")
    .reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), manifest ?? undefined);
}

export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => walk(child, see));
}

/** Every node of every script for which `pick` has something to say: `path:line what`. */
export function findIn(addOn: AddOn, pick: (node: ts.Node, script: Script) => string | null): string[] {
  const found: string[] = [];
  for (const script of addOn.scripts) {
    walk(script.tree, (node) => {
      const what = pick(node, script);
      if (what !== null) {
        const { line } = script.tree.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${script.path}:${String(line + 1)} ${what}`);
      }
    });
  }
  return found;
}

/** Names a script gives itself: what hides a global of the same name. */
export function declaredNames({ tree }: Script): ReadonlySet<string> {
  const names = new Set<string>();
  walk(tree, (node) => {
    if (
      (ts.isVariableDeclaration(node) ||
        ts.isParameter(node) ||
        ts.isFunctionDeclaration(node) ||
        ts.isClassDeclaration(node) ||
        ts.isBindingElement(node) ||
        ts.isImportSpecifier(node) ||
        ts.isImportClause(node)) &&
      node.name !== undefined &&
      ts.isIdentifier(node.name)
    ) {
      names.add(node.name.text);
    }
  });
  return names;
}

/** The last name of what is called, assigned or read: `open` of `window.open`, `fetch` of `fetch`. */
export function lastName(node: ts.Node): string | null {
  if (ts.isIdentifier(node)) {
    return node.text;
  }
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text;
  }
  return ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
    ? node.argumentExpression.text
    : null;
}

/** True for `Services` in `Services.io`, false for `x.Services` and `{ Services: 1 }`. */
export function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  return !(
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node) ||
    (ts.isPropertyDeclaration(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}
