// Lint: typescript-eslint's strict type-aware rules, and the order of dependencies (src/README.md), as rules.
// In flat config a later block REPLACES a rule's options: the narrower block comes later and says all of it.

import { dirname, relative, resolve } from "node:path";
import js from "@eslint/js";
import tseslint from "typescript-eslint";

const source = resolve(import.meta.dirname, "src");

/** Who may import what from src, beside its own room; everything not named is refused. The longest name counts. */
const layers = {
  "engine/model": { may: [] },
  "engine/octets": { may: [] },
  "engine/secrets": { may: ["engine/octets/"] },
  "engine/passwords": { may: ["engine/model/"], packages: ["#public-suffixes"] },
  "engine/dsn": { may: ["engine/model/", "engine/octets/", "engine/passwords/"] },
  "engine/replies": { may: ["engine/model/", "engine/dsn/", "engine/passwords/"] },
  "engine/settings-text": { may: ["engine/model/"] },
  "engine/smtp": { may: ["engine/model/", "engine/octets/", "engine/secrets/"] },
  "engine/discovery": { may: ["engine/model/", "engine/passwords/"] },
  "engine/waiting": { may: ["engine/model/"] },
  "engine/fixes": { may: ["engine/model/", "engine/passwords/", "engine/discovery/", "engine/providers/"] },
  "engine/rules": {
    may: [
      "engine/model/",
      "engine/replies/",
      "engine/passwords/",
      "engine/discovery/",
      "engine/fixes/",
      "engine/providers/",
    ],
  },
  "engine/case": {
    may: ["engine/model/", "engine/replies/", "engine/rules/", "engine/fixes/", "engine/providers/"],
  },
  "under-way.ts": { may: ["engine/model/", "engine/case/event."] },
  "ports.ts": { may: ["engine/model/", "under-way."] },
  "protocol.ts": { may: ["engine/model/"] },
  "app/case": { may: inApp() },
  "app/find": { may: inApp("case") },
  "app/change": { may: inApp("case") },
  "app/notice": { may: inApp("case", "find") },
  "app/send": { may: inApp("case", "find", "change", "notice") },
  "app/page": { may: inApp("case", "find", "change", "notice", "send") },
  "app/report": { may: inApp("case") },
  adapters: { may: ["engine/", "ports.", "protocol."], packages: ["tldts"] },
  background: { may: ["app/", "adapters/", "ports.", "protocol."] },
  editions: { may: ["adapters/", "app/", "background/", "ports."] },
  "ui/kit": { may: ["engine/model/", "protocol."] },
  "ui/case": {
    may: ["engine/model/", "engine/waiting/", "protocol.", "ui/kit/"],
    packages: ["#own-changes"],
  },
  "ui/page": { may: ["engine/model/", "protocol.", "ui/kit/", "ui/case/"], packages: ["#own-changes"] },
  "ui/history": { may: ["engine/model/", "protocol.", "ui/kit/", "ui/case/"] },
  "ui/options": { may: ["engine/model/", "protocol.", "ui/kit/"] },
  experiment: { may: ["engine/"] },
  cli: { may: ["engine/"], packages: ["node:", "tldts"] },
};

function inApp(...rooms) {
  // A bug of ours may be met anywhere.
  return [
    "engine/",
    "ports.",
    "protocol.",
    "under-way.",
    "app/report/bugs.",
    ...rooms.map((room) => `app/${room}/`),
  ];
}

/** Importing the polyfill throws outside an extension, so one file does, and tests never load that one. */
const polyfill = { name: "webextension-polyfill", importer: "adapters/browser.ts" };

/** @type {import("eslint").Rule.RuleModule} */
const layerOrder = {
  meta: { type: "problem", messages: { order: "{{from}} must not import {{what}} (see src/README.md)." } },
  create(context) {
    const file = relative(source, context.filename);
    const folder =
      Object.keys(layers)
        .filter((room) => file === room || file.startsWith(`${room}/`))
        .sort((one, other) => other.length - one.length)[0] ?? file.split("/")[0];
    const layer = layers[folder];
    const allowed = (name) => {
      if (name === polyfill.name) {
        return file === polyfill.importer;
      }
      if (!name.startsWith(".")) {
        return (layer?.packages ?? []).some((one) =>
          one.endsWith(":") ? name.startsWith(one) : name === one,
        );
      }
      const target = relative(source, resolve(dirname(context.filename), name));
      const own = target === folder || target.startsWith(`${folder}/`);
      return own || (layer?.may ?? []).some((place) => target.startsWith(place));
    };
    const check = (node) => {
      if (node.source && !allowed(node.source.value)) {
        context.report({ node, messageId: "order", data: { from: folder, what: node.source.value } });
      }
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

/**
 * What fails is a value, or a mistake of ours that is told (app/report/bugs.ts). Whoever lets an error go unseen says beside
 * it which one is expected there.
 * @type {import("eslint").Rule.RuleModule}
 */
const errorsTold = {
  meta: { type: "problem", messages: { why: "Say beside it which error is expected here, or tell it." } },
  create(context) {
    const { sourceCode } = context;
    const statementOf = (node) =>
      /Statement$|Declaration$|^Property$|Definition$/.test(node.type) ? node : statementOf(node.parent);
    const isSaid = (node, around) =>
      sourceCode.getCommentsInside(node).length > 0 || sourceCode.getCommentsBefore(around).length > 0;
    return {
      CatchClause(node) {
        if (node.param === null && !isSaid(node, node)) {
          context.report({ node, messageId: "why" });
        }
      },
      "CallExpression[callee.property.name='catch'][arguments.0.params.length=0]"(node) {
        if (!isSaid(node, statementOf(node))) {
          context.report({ node, messageId: "why" });
        }
      },
    };
  },
};

const noEnum = { selector: "TSEnumDeclaration", message: "Use a closed union of strings." };
const noDefault = { selector: "ExportDefaultDeclaration", message: "Named exports only." };
const noHtml = {
  selector: "AssignmentExpression > MemberExpression.left[property.name=/^(?:inner|outer)HTML$|^srcdoc$/]",
  message: "Build the page from elements: server text is hostile.",
};
const noEdition = {
  selector: "IfStatement > *.test Identifier[name=/edition/i]",
  message: "Editions differ by what src/editions wires, not by flags.",
};

/** Module-level state. */
const noState = [
  "Program > VariableDeclaration[kind='let']",
  "Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
  "Program > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(?:Map|WeakMap)$/][arguments.length=0]",
  "Program > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(?:Set|WeakSet)$/][arguments.length=0]",
].map((selector) => ({
  selector,
  message: "State belongs to the object that the start of the background makes.",
}));

/** What the pure engine must not reach, beyond what its `lib` and `types` already hide (src/engine/tsconfig.json). */
const impureGlobals = ["Date", "console", "process", "globalThis", "setTimeout", "fetch", "performance"].map(
  (name) => ({ name, message: "The engine is pure: it is handed what it needs." }),
);

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "test/fixtures/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      // A default branch is an answer: what is not named there is meant to fall into it.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `() => send()` reads well, and nobody looks at what it answers.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-syntax": ["error", noEnum, noDefault, noHtml, noEdition],
    },
  },
  {
    // Tests take closures out of records of functions (`const { find } = await openPage()`); none uses `this`.
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/unbound-method": "off" },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        Buffer: "readonly",
        URL: "readonly",
        console: "readonly",
        fetch: "readonly",
      },
    },
  },
  {
    // The drafts for Thunderbird, as its authors write: plain scripts.
    files: ["src/experiment/drafts/**/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: Object.fromEntries(
        ["messenger", "document", "crypto", "console", "Option", "Services", "Ci", "ChromeUtils"].map(
          (name) => [name, "readonly"],
        ),
      ),
    },
  },
  {
    files: ["src/experiment/drafts/instead/*.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        ["ChromeUtils", "Services", "TextEncoder", "TextDecoder"].map((name) => [name, "readonly"]),
      ),
    },
  },
  {
    files: ["src/**/*.ts"],
    plugins: { layers: { rules: { order: layerOrder } }, errors: { rules: { told: errorsTold } } },
    rules: {
      "layers/order": "error",
      "errors/told": "error",
      "no-console": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    // Read by vitest, which wants a default export.
    files: ["**/*.config.ts", "test/e2e/global-setup.ts"],
    rules: { "no-restricted-syntax": ["error", noEnum] },
  },
  {
    // The hooks keep Thunderbird's own methods aside and call them with `call`; the browser console is the only log.
    files: ["src/experiment/**/*.ts"],
    rules: { "@typescript-eslint/unbound-method": "off", "no-console": ["error", { allow: ["error"] }] },
  },
  {
    // It sleeps, and what it held is gone: what is under way belongs to the object that its start makes.
    files: ["src/background/**/*.ts", "src/app/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", noEnum, noDefault, noHtml, noEdition, ...noState],
    },
  },
  {
    // Where the compiler hides the page and the network, the clock and chance of the language itself are left.
    files: ["src/app/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...impureGlobals] },
  },
  {
    files: ["src/engine/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...impureGlobals],
      "no-restricted-syntax": ["error", noEnum, noDefault, noHtml, noEdition, ...noState],
    },
  },
);
