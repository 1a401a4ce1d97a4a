// Which files are there, which are named, and which can be read: checks of the archive as a whole.

import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { type AddOn, isRecord, lastName, manifestValue, stringsOf, walk } from "./add-on.js";

interface Reference {
  readonly from: string;
  readonly to: string;
}

const documents =
  /(?:^|\/)(?:licen[cs]e|readme|notice|changelog|copying|authors|vendor)[^/]*(?:\.(?:md|txt|rst)|\/?)$/i;
const manifestPages = ["background.page", "options_ui.page", "options_page"];
const buttons = ["action", "browser_action", "compose_action", "message_display_action"];

/** Files the manifest names, as the review tool reads it: key by key, not every string. */
function manifestReferences(addOn: AddOn): readonly Reference[] {
  const value = (name: string): unknown => manifestValue(addOn, name);
  const pictures = (one: unknown): readonly unknown[] => (isRecord(one) ? Object.values(one) : [one]);
  const themed = buttons.flatMap((button) => {
    const icons = value(`${button}.theme_icons`);
    return Array.isArray(icons)
      ? icons.flatMap((icon: unknown) => (isRecord(icon) ? [icon["light"], icon["dark"]] : []))
      : [];
  });
  const named: readonly unknown[] = [
    ...stringsOf(value("background.scripts")),
    ...manifestPages.map(value),
    ...buttons.map((button) => value(`${button}.default_popup`)),
    ...buttons.flatMap((button) => pictures(value(`${button}.default_icon`))),
    ...pictures(value("icons") ?? {}),
    ...themed,
  ];
  return named
    .filter((one): one is string => typeof one === "string")
    .map((path) => ({ from: "manifest.json", to: plain(path) }));
}

function plain(path: string): string {
  return normalize(path.replace(/[?#].*$/, "").replace(/^\/+/, ""));
}

/** What a page, a style or a script names; a computed name is followed by nobody. */
function referencesOf(addOn: AddOn, path: string): readonly Reference[] {
  const content = addOn.files.get(path) ?? "";
  const beside = (name: string): Reference => ({
    from: path,
    to: name.startsWith("/") ? plain(name) : normalize(join(dirname(path), plain(name))),
  });
  if (path.endsWith(".html")) {
    const visible = content.replaceAll(/<!--.*?-->|<template[\s>].*?<\/template>/gs, "");
    return matches(visible, /<(?:script|link|img|source|iframe)\b[^>]*?\b(?:src|href)="([^"]+)"/g).map(
      beside,
    );
  }
  if (path.endsWith(".css")) {
    return matches(content, /(?:@import\s+|url\()["']?([^"')\s]+)/g)
      .filter((name) => !/^(?:data:|#)/.test(name))
      .map(beside);
  }
  const tree = addOn.scripts.find((script) => script.path === path)?.tree;
  return tree === undefined ? [] : scriptReferences(tree, path, beside);
}

/** Calls that load a file of the add-on by a literal name: the argument or the properties that hold it. */
const loaders: Readonly<Record<string, readonly string[]>> = {
  getURL: [],
  setPopup: ["popup"],
  setIcon: ["path"],
  create: ["url"],
  executeScript: ["file", "files"],
  insertCSS: ["file", "files"],
};

function scriptReferences(
  tree: ts.SourceFile,
  path: string,
  beside: (name: string) => Reference,
): readonly Reference[] {
  const found: Reference[] = [];
  const fromRoot = (name: string): void => {
    found.push({ from: path, to: plain(name) });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push(beside(node.moduleSpecifier.text));
    }
    if (!ts.isCallExpression(node)) {
      return;
    }
    const [first] = node.arguments;
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword && first && ts.isStringLiteralLike(first)) {
      found.push(beside(first.text));
    }
    const keys = loaders[lastName(node.expression) ?? ""];
    if (keys === undefined || first === undefined) {
      return;
    }
    if (ts.isStringLiteralLike(first) && keys.length === 0) {
      fromRoot(first.text);
    }
    for (const argument of node.arguments.filter((one) => ts.isObjectLiteralExpression(one))) {
      for (const property of argument.properties) {
        if (ts.isPropertyAssignment(property) && keys.includes(property.name.getText())) {
          literalsIn(property.initializer).filter(isLocal).forEach(fromRoot);
        }
      }
    }
  });
  return found;
}

function literalsIn(node: ts.Node): readonly string[] {
  const found: string[] = [];
  walk(node, (one) => {
    if (ts.isStringLiteralLike(one)) {
      found.push(one.text);
    }
  });
  return found;
}

const isLocal = (name: string): boolean => !/^[a-z][a-z0-9+.-]*:/i.test(name);

function matches(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = ""]) => name).filter(isLocal);
}

function allReferences(addOn: AddOn): { readonly reached: ReadonlySet<string>; readonly missing: string[] } {
  const reached = new Set<string>(["manifest.json"]);
  const missing: string[] = [];
  for (const path of reached) {
    const references = path === "manifest.json" ? manifestReferences(addOn) : referencesOf(addOn, path);
    for (const { from, to } of references) {
      if (addOn.files.has(to)) {
        reached.add(to);
      } else {
        missing.push(`${from} names ${to}`);
      }
    }
  }
  return { reached, missing };
}

export function unusedFiles(addOn: AddOn): readonly string[] {
  const { reached } = allReferences(addOn);
  return [...addOn.files.keys()].filter(
    (path) => !reached.has(path) && !path.startsWith("_locales/") && !documents.test(path),
  );
}

export function bundledFiles(addOn: AddOn): readonly string[] {
  return allReferences(addOn).missing;
}

export function unrecognizedFileType(addOn: AddOn): readonly string[] {
  const scripts = stringsOf(manifestValue(addOn, "background.scripts"));
  const inPages = [...addOn.files]
    .filter(([path]) => path.endsWith(".html"))
    .flatMap(([, page]) => matches(page, /<script\b[^>]*?\bsrc="([^"]+)"/g));
  return [...scripts, ...inPages].filter((path) => !/\.m?js$/.test(plain(path)));
}

export function unparsableFile(addOn: AddOn): readonly string[] {
  const broken = addOn.scripts.filter(({ tree }) => {
    const { parseDiagnostics = [] } = tree as { parseDiagnostics?: readonly unknown[] };
    return parseDiagnostics.length > 0;
  });
  return broken.map(({ path }) => path);
}

/** A line over 500 characters that holds ten statements or more; a long line of data is no such line. */
export function minifiedCode(addOn: AddOn): readonly string[] {
  const scripts = addOn.scripts.flatMap(({ path, tree }) => {
    const lines = tree.text.split("\n");
    const statements = new Map<number, number>();
    walk(tree, (node) => {
      if (node.kind >= ts.SyntaxKind.FirstStatement && node.kind <= ts.SyntaxKind.LastStatement) {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
        statements.set(line, (statements.get(line) ?? 0) + 1);
      }
    });
    return [...statements]
      .filter(([line, count]) => count >= 10 && (lines[line]?.length ?? 0) > 500)
      .map(([line]) => `${path}:${String(line + 1)}`);
  });
  const styles = [...addOn.files]
    .filter(([path]) => path.endsWith(".css"))
    .flatMap(([path, text]) =>
      text
        .split("\n")
        .flatMap((line, index) =>
          line.length > 500 && line.split("}").length > 10 ? [`${path}:${String(index + 1)}`] : [],
        ),
    );
  return [...scripts, ...styles];
}
