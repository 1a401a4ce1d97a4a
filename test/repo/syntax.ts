// A look into TypeScript sources without types: enough to read literals and calls.

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

export interface TextCall {
  readonly key: string;
  /** How many values are passed; null where a spread hides it. */
  readonly values: number | null;
}

/** Calls `text("key", …)`, `texts.text("key", …)` and `texts.optional("key", …)` whose key can be read off. */
export function textCallsIn(source: ts.SourceFile): readonly TextCall[] {
  const found: TextCall[] = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !/^(?:text|.*\.(?:text|optional))$/.test(node.expression.getText())) {
      return;
    }
    const [first, ...values] = node.arguments;
    const count = values.some((value) => ts.isSpreadElement(value)) ? null : values.length;
    for (const key of first === undefined ? [] : literalsOf(first, source)) {
      found.push({ key, values: count });
    }
  });
  return found;
}

/** A literal, either branch of a condition, or a constant of this file that is one of these. */
function literalsOf(node: ts.Expression, source: ts.SourceFile): readonly string[] {
  if (ts.isStringLiteralLike(node)) {
    return [node.text];
  }
  if (ts.isConditionalExpression(node)) {
    return [...literalsOf(node.whenTrue, source), ...literalsOf(node.whenFalse, source)];
  }
  if (!ts.isIdentifier(node)) {
    return [];
  }
  const constants: ts.Expression[] = [];
  visit(source, (one) => {
    if (ts.isVariableDeclaration(one) && one.name.getText() === node.text && one.initializer !== undefined) {
      constants.push(one.initializer);
    }
  });
  const [only, ...others] = constants;
  return only === undefined || others.length > 0 || ts.isIdentifier(only) ? [] : literalsOf(only, source);
}
