// The sources of a draft: from the functions that its script asks for, every module they need, in JavaScript that reads as
// it was written. Of each module only what is used; types are taken out, comments stay, nothing is joined.

import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { readable } from "./draft-script.mjs";

const source = join(import.meta.dirname, "..");
const parent = join(source, "experiment/outgoingServers/parent");
const instead = join(source, "experiment/drafts/instead");

/** What Thunderbird has of its own is used in core instead of ours: by our file, the one in `instead`. */
const replaced = new Map([
  ["engine/octets/base64.ts", "base64.sys.mjs"],
  ["engine/octets/text.ts", "text.sys.mjs"],
  ["engine/smtp/cram-md5.ts", "cram-md5.sys.mjs"],
  ["experiment/outgoingServers/parent/discover.ts", "discover.sys.mjs"],
  ["experiment/outgoingServers/parent/missing-parts.ts", "missing-parts.sys.mjs"],
]);

/**
 * By path below `modules/`. `asked`: of each module of ours, by its name in `parent`, what the draft's script takes from it.
 * @param {Readonly<Record<string, readonly string[]>>} asked
 */
export async function modulesFor(asked) {
  /** @type {Map<string, Set<string>>} */
  const wanted = new Map();
  const open = Object.entries(asked).map(([name, names]) => ({ path: join(parent, `${name}.ts`), names }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, names } = next;
    const known = wanted.get(path) ?? new Set();
    const added = names.filter((name) => !known.has(name));
    if (wanted.has(path) && added.length === 0) {
      continue;
    }
    wanted.set(path, new Set([...known, ...added]));
    const { imports } = partOf(path, await textOf(path), wanted.get(path) ?? known);
    for (const { from, used } of imports) {
      open.push({ path: from, names: used });
    }
  }
  /** @type {Map<string, string>} */
  const modules = new Map();
  for (const [path, names] of [...wanted].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const { text } = partOf(path, await textOf(path), names);
    modules.set(placeOf(path), await readable(text));
  }
  return modules;
}

/** @param {string} path */
function textOf(path) {
  const own = replaced.get(relative(source, path));
  return readFile(own === undefined ? path : join(instead, own), "utf8");
}

/** @param {string} path */
function placeOf(path) {
  const place = path.startsWith(parent) ? relative(parent, path) : relative(join(source, "engine"), path);
  return place.replace(/\.ts$/, ".sys.mjs");
}

/**
 * @param {string} path
 * @param {string} text
 * @param {ReadonlySet<string>} names What others take from it.
 */
function partOf(path, text, names) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const statements = file.statements.filter((one) => !isTypeAlone(one));
  const imported = statements.filter(ts.isImportDeclaration);
  const others = statements.filter((one) => !ts.isImportDeclaration(one));
  const used = new Set(names);
  const kept = new Set(others.filter((one) => namesOf(one).length === 0));
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const one of others) {
      if (namesOf(one).some((name) => used.has(name))) {
        kept.add(one);
      }
    }
    for (const one of kept) {
      noteNames(one, used);
    }
  }
  const header = headerOf(text);
  const imports = imported.flatMap((one) => {
    const bindings = one.importClause?.namedBindings;
    const elements = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : [];
    const taken = elements.filter(({ isTypeOnly, name }) => !isTypeOnly && used.has(name.text));
    return taken.length === 0
      ? []
      : [
          {
            from: fileOf(path, /** @type {ts.StringLiteral} */ (one.moduleSpecifier).text),
            used: taken.map(({ name, propertyName }) => (propertyName ?? name).text),
            written: taken.map((element) => element.getText()),
          },
        ];
  });
  const lines = imports.map(({ from, written }) => {
    const way = relative(dirname(placeOf(path)), placeOf(from));
    return `import { ${written.join(", ")} } from "${way.startsWith(".") ? way : `./${way}`}";`;
  });
  const body = others.filter((one) => kept.has(one)).map((one) => text.slice(startOf(one, header), one.end));
  return { imports, text: [header, lines.join("\n"), body.join("")].join("\n\n") };
}

/**
 * @param {ts.Statement} one
 * @param {string} header
 */
function startOf(one, header) {
  return Math.max(one.getFullStart(), header.length);
}

/** @param {ts.Statement} one */
function isTypeAlone(one) {
  return (
    ts.isInterfaceDeclaration(one) ||
    ts.isTypeAliasDeclaration(one) ||
    (ts.isImportDeclaration(one) && one.importClause?.isTypeOnly === true)
  );
}

/**
 * The comment that a file opens with, up to its first empty line.
 * @param {string} text
 */
function headerOf(text) {
  return /^(?:\/\/.*\n)+(?=\n)/.exec(text)?.[0] ?? "";
}

/**
 * @param {ts.Statement} one
 * @returns {readonly string[]}
 */
function namesOf(one) {
  if (ts.isVariableStatement(one)) {
    return one.declarationList.declarations.flatMap(({ name }) => bound(name));
  }
  return (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) && one.name !== undefined
    ? [one.name.text]
    : [];
}

/**
 * @param {ts.BindingName} name
 * @returns {readonly string[]}
 */
function bound(name) {
  return ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isBindingElement(element) ? bound(element.name) : []));
}

/**
 * Every name that stands in it as a value of the module.
 * @param {ts.Node} node
 * @param {Set<string>} names
 * @param {ReadonlySet<string>} own Names of the functions around it.
 */
function noteNames(node, names, own = new Set()) {
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) {
    return;
  }
  if (ts.isIdentifier(node) && !isPropertyName(node) && !own.has(node.text)) {
    names.add(node.text);
  }
  const inside = ts.isFunctionLike(node) ? new Set([...own, ...declaredIn(node)]) : own;
  node.forEachChild((child) => {
    noteNames(child, names, inside);
  });
}

/**
 * @param {ts.Node} node
 * @returns {readonly string[]}
 */
function declaredIn(node) {
  /** @type {string[]} */
  const declared = ts.isParameter(node) || ts.isVariableDeclaration(node) ? [...bound(node.name)] : [];
  node.forEachChild((child) => {
    declared.push(...declaredIn(child));
  });
  return declared;
}

/** @param {ts.Identifier} node */
function isPropertyName(node) {
  const { parent: around } = node;
  return (
    (ts.isPropertyAccessExpression(around) && around.name === node) ||
    ((ts.isPropertyAssignment(around) ||
      ts.isMethodDeclaration(around) ||
      ts.isPropertyDeclaration(around)) &&
      around.name === node)
  );
}

/**
 * @param {string} path
 * @param {string} specifier
 */
function fileOf(path, specifier) {
  return specifier === "#public-suffixes"
    ? join(parent, "public-suffixes.ts")
    : join(dirname(path), specifier).replace(/(?:\.sys\.mjs|\.js)$/, ".ts");
}
