// What the code of a WebExtension must not do, whatever it is for.

import ts from "typescript";
import {
  type AddOn,
  declaredNames,
  findIn,
  isReference,
  lastName,
  manifestValue,
  type Script,
} from "./add-on.js";

const coreSymbols = new Set(
  "Services Components Cc Ci Cu Cr Cm ChromeUtils XPCOMUtils ctypes IOUtils PathUtils ChromeWorker".split(
    " ",
  ),
);
const htmlProperties = new Set(["innerHTML", "outerHTML", "srcdoc"]);
const htmlCalls = new Set([
  "insertAdjacentHTML",
  "createContextualFragment",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
]);

export function coreSymbol(addOn: AddOn): readonly string[] {
  const declared = new Map(addOn.scripts.map((script) => [script.path, declaredNames(script)]));
  return findIn(addOn, (node, { path }) =>
    ts.isIdentifier(node) &&
    coreSymbols.has(node.text) &&
    isReference(node) &&
    declared.get(path)?.has(node.text) !== true
      ? node.text
      : null,
  );
}

export function evalCall(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => (calls(node, "eval") ? "eval" : null));
}

export function functionConstructor(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) =>
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === "Function"
      ? "Function"
      : null,
  );
}

export function stringTimer(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => {
    if (!calls(node, "setTimeout") && !calls(node, "setInterval")) {
      return null;
    }
    const [first] = node.arguments;
    return first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
      ? "timer with a text"
      : null;
  });
}

export function remoteEval(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => {
    const loads =
      ts.isCallExpression(node) &&
      (node.expression.kind === ts.SyntaxKind.ImportKeyword || lastName(node.expression) === "importScripts");
    const [first] = loads ? node.arguments : [];
    return loads && !(first !== undefined && ts.isStringLiteralLike(first) && !isRemote(first.text))
      ? "code from elsewhere, or from a computed place"
      : null;
  });
}

const isRemote = (url: string): boolean => /^(?:[a-z]+:)?\/\//i.test(url);

export function debuggerStatement(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => (ts.isDebuggerStatement(node) ? "debugger" : null));
}

export function syncXhr(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) =>
    calls(node, "open") && node.arguments[2]?.kind === ts.SyntaxKind.FalseKeyword ? "open(…, false)" : null,
  );
}

export function unsafeHtml(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const name = lastName(node.left) ?? "";
      return htmlProperties.has(name) ? name : null;
    }
    if (!ts.isCallExpression(node)) {
      return null;
    }
    const name = lastName(node.expression) ?? "";
    const written = /^document\.write(?:ln)?$/.test(node.expression.getText());
    return htmlCalls.has(name) || written ? node.expression.getText() : null;
  });
}

/** `runtime.onMessage` takes a promise for an answer; an async listener answers messages that are not its own. */
export function asyncOnMessage(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node, script) => {
    if (!ts.isCallExpression(node) || !/\bonMessage\.addListener$/.test(node.expression.getText())) {
      return null;
    }
    const [listener] = node.arguments;
    return listener !== undefined && isAsync(listener, script) ? "async listener" : null;
  });
}

function isAsync(listener: ts.Expression, { tree }: Script): boolean {
  if (ts.isArrowFunction(listener) || ts.isFunctionExpression(listener)) {
    return listener.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;
  }
  return (
    ts.isIdentifier(listener) &&
    new RegExp(`\\basync function ${listener.text}\\b|\\b${listener.text} = async\\b`).test(tree.text)
  );
}

/** `var x = (() => {…})()`, used as `x.member` and no other way, is taken for an obfuscator's table. */
export function obfuscatedCode(addOn: AddOn): readonly string[] {
  const tables = findIn(addOn, (node, { tree }) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || tree.text.length < 1000) {
      return null;
    }
    const call = node.initializer;
    const called = call !== undefined && ts.isCallExpression(call) ? call.expression : null;
    if (called === null || !ts.isParenthesizedExpression(called)) {
      return null;
    }
    const { name } = node;
    const uses = tree.text.match(new RegExp(`(?<![\\w.])${name.text}(?![\\w])`, "g")) ?? [];
    const members = tree.text.match(new RegExp(`(?<![\\w.])${name.text}\\.\\w`, "g")) ?? [];
    return members.length > 0 && uses.length === members.length + 1
      ? `${name.text} looks like a table`
      : null;
  });
  const names = findIn(addOn, (node) =>
    ts.isIdentifier(node) && /^_0x[0-9a-f]{4,}$/.test(node.text) ? node.text : null,
  );
  return [...tables, ...names];
}

export function backgroundModule(addOn: AddOn): readonly string[] {
  return manifestValue(addOn, "background.type") === "module"
    ? []
    : withModuleSyntax(addOn, "background.scripts");
}

function withModuleSyntax(addOn: AddOn, key: string): readonly string[] {
  const named = manifestValue(addOn, key);
  return addOn.scripts
    .filter(({ path }) => Array.isArray(named) && named.includes(path))
    .filter(({ tree }) =>
      tree.statements.some((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one)),
    )
    .map(({ path }) => path);
}

/** What eslint's no-redeclare and no-unreachable find in code that runs all the same; off by default at the store. */
export function codeSanity(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => {
    if (!ts.isBlock(node)) {
      return null;
    }
    const end = node.statements.findIndex((one) => ts.isReturnStatement(one) || ts.isThrowStatement(one));
    const after = end < 0 ? [] : node.statements.slice(end + 1);
    return after.some((one) => !ts.isFunctionDeclaration(one)) ? "code that is never reached" : null;
  });
}

function calls(node: ts.Node, name: string): node is ts.CallExpression {
  return ts.isCallExpression(node) && lastName(node.expression) === name;
}
