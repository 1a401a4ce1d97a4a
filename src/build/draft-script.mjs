// TypeScript as somebody would have written it in JavaScript for Thunderbird: without types, in the form its own code has,
// every comment kept, the licence above.

import { format } from "prettier";
import ts from "typescript";
import blankTypes from "ts-blank-space";

const licence = `/* This Source Code Form is subject to the terms of the Mozilla Public
 * License, v. 2.0. If a copy of the MPL was not distributed with this
 * file, You can obtain one at http://mozilla.org/MPL/2.0/. */

`;

/** @typedef {{start: number, end: number, text: string}} Edit */

/** @param {string} text */
export async function readable(text) {
  const script = edited(
    blankTypes(edited(text, ts.ScriptKind.TS, (node) => [...membersFromParameters(node), ...defaults(node)])),
    ts.ScriptKind.JS,
    dots,
  )
    .replace(/^[ \t]*\/\/ eslint-(?!disable-next-line no-control-regex).*\n/gm, "")
    // Comments name our files by the names that they have here, and no page of ours.
    .replace(/^[ \t]*(?:\/\/|\/?\*).*/gm, (comment) =>
      comment
        .replaceAll(/(?<=[\w-])\.ts\b/g, ".sys.mjs")
        .replaceAll("engine/", "")
        .replaceAll(/ \(DESIGN §[\d.]+\)/g, ""),
    );
  return formatted(`${licence}${script}`);
}

/** @param {string} script */
function formatted(script) {
  return format(script, {
    parser: "babel",
    arrowParens: "avoid",
    trailingComma: "es5",
    quoteProps: "consistent",
  });
}

/**
 * A script that is JavaScript already.
 * @param {string} script
 */
export function licensed(script) {
  return formatted(licence + script);
}

/**
 * Its descriptions are long lines in any case.
 * @param {object} value
 */
export function data(value) {
  return format(JSON.stringify(value), { parser: "json", printWidth: 140 });
}

/**
 * @param {string} script
 * @param {ts.ScriptKind} kind
 * @param {(node: ts.Node) => readonly Edit[]} editsAt
 */
function edited(script, kind, editsAt) {
  const file = ts.createSourceFile("script", script, ts.ScriptTarget.Latest, true, kind);
  /** @type {Edit[]} */
  const edits = [];
  const look = (/** @type {ts.Node} */ node) => {
    edits.push(...editsAt(node));
    node.forEachChild(look);
  };
  look(file);
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((done, { start, end, text }) => done.slice(0, start) + text + done.slice(end), script);
}

/**
 * `constructor(private readonly host: string)` both takes and keeps it.
 * @param {ts.Node} node
 */
function membersFromParameters(node) {
  if (!ts.isConstructorDeclaration(node) || node.body === undefined) {
    return [];
  }
  const kept = node.parameters.filter(({ modifiers = [] }) => modifiers.length > 0);
  const assignments = kept.map(({ name }) => `\nthis.${name.getText()} = ${name.getText()};`).join("");
  const start = node.body.getStart() + 1;
  return [
    ...kept.map((parameter) => ({ start: parameter.getStart(), end: parameter.name.getStart(), text: "" })),
    ...(kept.length === 0 ? [] : [{ start, end: start, text: `${assignments}\n` }]),
  ];
}

/**
 * Our compiler knows that a function's last `switch` names every case; who reads the script sees it at `default`.
 * @param {ts.Node} node
 */
function defaults(node) {
  if (!ts.isSwitchStatement(node) || !ts.isBlock(node.parent) || !ts.isFunctionLike(node.parent.parent)) {
    return [];
  }
  const { clauses } = node.caseBlock;
  const last = clauses.at(-1);
  const isLast = node.parent.statements.at(-1) === node;
  return isLast && last !== undefined && !clauses.some(ts.isDefaultClause)
    ? [{ start: last.getStart(), end: last.getStart(), text: "default:\n" }]
    : [];
}

/**
 * `object["name"]` is `object.name`: our compiler wants the former of what may be absent.
 * @param {ts.Node} node
 */
function dots(node) {
  if (!ts.isElementAccessExpression(node)) {
    return [];
  }
  const { argumentExpression: name, expression, questionDotToken } = node;
  const isName = ts.isStringLiteral(name) && /^[a-z_$][\w$]*$/i.test(name.text);
  return isName
    ? [
        {
          start: expression.end,
          end: node.end,
          text: `${questionDotToken === undefined ? "." : "?."}${name.text}`,
        },
      ]
    : [];
}
