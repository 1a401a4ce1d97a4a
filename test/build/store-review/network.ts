// Where data could leave by: openly (fetch and its kin) and in disguise (an address that is loaded).

import ts from "typescript";
import { type AddOn, findIn, lastName, manifestValue } from "./add-on.js";

type Destination = "here" | "elsewhere" | "elsewhere-with-data" | "unknown";

const cleartext = /^(?:http|ws|ftp):\/\/(?!(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))/i;
const overtCalls = new Set(["fetch", "sendBeacon"]);
const overtClasses = new Set(["WebSocket", "EventSource"]);

/** The address a transmission goes to, or null where the node is none. */
function overtAddress(node: ts.Node): ts.Expression | undefined | null {
  if (ts.isCallExpression(node)) {
    const name = lastName(node.expression) ?? "";
    const [first, second] = node.arguments;
    if (overtCalls.has(name)) {
      return first;
    }
    const method = name === "open" && first !== undefined && ts.isStringLiteralLike(first) ? first.text : "";
    return /^(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)$/i.test(method) ? second : null;
  }
  return ts.isNewExpression(node) && overtClasses.has(lastName(node.expression) ?? "")
    ? node.arguments?.[0]
    : null;
}

/** The text an address begins with, and whether anything is computed after it. */
function beginning(node: ts.Expression | undefined): { readonly text: string; readonly whole: boolean } {
  if (node === undefined) {
    return { text: "", whole: false };
  }
  if (ts.isStringLiteralLike(node)) {
    return { text: node.text, whole: true };
  }
  if (ts.isTemplateExpression(node)) {
    return { text: node.head.text, whole: false };
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    return { text: beginning(node.left).text, whole: false };
  }
  return { text: "", whole: false };
}

function destination(node: ts.Expression | undefined): Destination {
  const { text, whole } = beginning(node);
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(text.replace(/^url\(["']?/, ""))) {
    return whole ? "elsewhere" : "elsewhere-with-data";
  }
  return whole ? "here" : "unknown";
}

export function cleartextTransmission(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => {
    const address = overtAddress(node);
    return address != null && cleartext.test(beginning(address).text) ? address.getText().slice(0, 60) : null;
  });
}

/** Every open transmission to another host, known or computed: a human reads the privacy policy then. */
export function transmissions(addOn: AddOn): readonly string[] {
  return findIn(addOn, (node) => {
    const address = overtAddress(node);
    const local = address != null && /\bgetURL\(/.test(address.getText());
    return address != null && !local && destination(address) !== "here"
      ? address.getText().slice(0, 60)
      : null;
  });
}

const disguises = {
  resource: (node: ts.Node) =>
    assigned(node, "src", "href", "action") ?? attribute(node, "src") ?? attribute(node, "href"),
  stylesheet: (node: ts.Node) => assigned(node, "background", "backgroundImage", "cssText"),
  window: (node: ts.Node) =>
    ts.isCallExpression(node) && /^(?:(?:window|self|globalThis)\.)?open$/.test(node.expression.getText())
      ? node.arguments[0]
      : undefined,
  navigation: (node: ts.Node) => {
    if (ts.isCallExpression(node) && /\blocation\.(?:assign|replace)$/.test(node.expression.getText())) {
      return node.arguments[0];
    }
    return assigned(node, "location");
  },
} as const;

/** An address elsewhere with something computed in it, loaded in a way that does not look like sending. */
export function disguised(addOn: AddOn, how: keyof typeof disguises): readonly string[] {
  return findIn(addOn, (node) => {
    const address = disguises[how](node);
    return address !== undefined && destination(address) === "elsewhere-with-data"
      ? address.getText().slice(0, 60)
      : null;
  });
}

function assigned(node: ts.Node, ...names: readonly string[]): ts.Expression | undefined {
  return ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    names.includes(lastName(node.left) ?? "")
    ? node.right
    : undefined;
}

function attribute(node: ts.Node, name: string): ts.Expression | undefined {
  const [first, second] = ts.isCallExpression(node) ? node.arguments : [];
  return ts.isCallExpression(node) &&
    lastName(node.expression) === "setAttribute" &&
    first !== undefined &&
    ts.isStringLiteralLike(first) &&
    first.text === name
    ? second
    : undefined;
}

/** Scripts, styles, pictures, fonts, frames and imports from another host. */
export function remoteResources(addOn: AddOn): readonly string[] {
  const remote = /(?:[a-z]+:)?\/\/[^\s"')]+/.source;
  const inHtml = new RegExp(`<(?!a\\b)[a-z]+\\b[^>]*\\b(?:src|href|srcset|data)=["']?${remote}`, "gi");
  const inCss = new RegExp(`(?:@import\\s+["']?|url\\(\\s*["']?)${remote}`, "gi");
  const inFiles = [...addOn.files].flatMap(([path, text]) => {
    const pattern = path.endsWith(".html") ? inHtml : path.endsWith(".css") ? inCss : null;
    return pattern === null ? [] : [...text.matchAll(pattern)].map(([what]) => `${path} ${what}`);
  });
  const imports = findIn(addOn, (node) =>
    ts.isImportDeclaration(node) &&
    ts.isStringLiteral(node.moduleSpecifier) &&
    destination(node.moduleSpecifier) === "elsewhere"
      ? node.moduleSpecifier.text
      : null,
  );
  return [...inFiles, ...imports];
}

function policies(addOn: AddOn): string {
  return JSON.stringify(manifestValue(addOn, "content_security_policy") ?? "");
}

export const cspUnsafeEval = (addOn: AddOn): readonly string[] =>
  policies(addOn).includes("'unsafe-eval'") ? [policies(addOn)] : [];

export const cspUnsafeInline = (addOn: AddOn): readonly string[] =>
  /script-src[^;]*'unsafe-inline'/.test(policies(addOn)) ? [policies(addOn)] : [];
