// A look into TypeScript sources without types: enough to read literals.

import ts from "typescript";
import { read } from "./tree.js";

export function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
}

export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** Every string literal of a file, the fixed parts of templates left out. */
export function stringsIn(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  visit(source, (node) => {
    if (ts.isStringLiteralLike(node)) {
      found.push(node.text);
    }
  });
  return found;
}
