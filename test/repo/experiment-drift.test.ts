// The Experiment is described three times: schema, implementation, types. Thunderbird checks none against another:
// a function missing from one of them fails at the user's, at the call.

import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse, visit } from "./syntax.js";
import { files, read, readJson } from "./tree.js";

const folder = "src/experiment/outgoingServers";

interface Typed {
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly choices?: readonly Typed[];
  readonly items?: Typed;
  readonly optional?: boolean;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Typed>>;
  readonly parameters?: readonly Typed[];
}
interface Namespace {
  readonly namespace: string;
  readonly types: readonly Typed[];
  readonly functions: readonly Typed[];
  readonly events: readonly Typed[];
}

const schemas = readJson(`${folder}/schema/outgoing-servers.json`) as readonly Namespace[];
const schema = schemas[0] ?? { namespace: "", types: [], functions: [], events: [] };
const declared = files(folder, ".d.ts").map(parse);
const implemented = parse(`${folder}/parent/ext-outgoing-servers.ts`);

const functionsDeclared = new Map<string, readonly string[]>();
const eventsDeclared: string[] = [];
const unionsDeclared = new Map<string, readonly string[]>();
const membersDeclared = new Map<string, ReadonlyMap<string, ts.PropertySignature>>();
const noteDeclaration = (node: ts.Node): void => {
  if (ts.isFunctionDeclaration(node)) {
    functionsDeclared.set(
      node.name?.text ?? "",
      node.parameters.map(({ name }) => name.getText()),
    );
  } else if (ts.isVariableDeclaration(node)) {
    eventsDeclared.push(node.name.getText());
  } else if (ts.isTypeAliasDeclaration(node)) {
    unionsDeclared.set(node.name.text, literalsOf(node.type));
  } else if (ts.isInterfaceDeclaration(node)) {
    const members = node.members.filter((member) => ts.isPropertySignature(member));
    membersDeclared.set(node.name.text, new Map(members.map((member) => [member.name.getText(), member])));
  }
};
for (const file of declared) {
  visit(file, noteDeclaration);
}

/** The string literals of a union, the ones behind a name of this file included. */
function literalsOf(type: ts.TypeNode | undefined): readonly string[] {
  if (type === undefined) {
    return [];
  }
  if (ts.isUnionTypeNode(type)) {
    return type.types.flatMap(literalsOf);
  }
  if (ts.isTypeReferenceNode(type)) {
    return unionsDeclared.get(type.typeName.getText()) ?? [];
  }
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [];
}

/** What `getAPI` binds under the namespace. */
function boundNames(): readonly string[] {
  const bound: string[] = [];
  visit(implemented, (node) => {
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === schema.namespace &&
      ts.isObjectLiteralExpression(node.initializer)
    ) {
      bound.push(...node.initializer.properties.map((property) => property.name?.getText() ?? "?"));
    }
  });
  return bound;
}

describe("the schema", () => {
  it("is one namespace, named as the manifest's key, path and exported class", () => {
    const { experiment_apis: apis } = readJson("src/editions/full.manifest.json") as {
      experiment_apis: Record<string, { schema: string; parent: { paths: string[][]; script: string } }>;
    };
    expect(schemas.map(({ namespace }) => namespace)).toEqual(Object.keys(apis));
    expect(apis[schema.namespace]).toEqual({
      schema: "experiment/outgoingServers/schema/outgoing-servers.json",
      parent: {
        scopes: ["addon_parent"],
        paths: [[schema.namespace]],
        script: "experiment/outgoingServers/parent/ext-outgoing-servers.js",
      },
    });
    expect(implemented.text).toContain(`export const ${schema.namespace} = class extends`);
  });

  it("describes every node: type, property, function, parameter, answer and event", () => {
    const named = (nodes: readonly Typed[]) =>
      nodes.flatMap((node) => described(node.id ?? node.name ?? "", node));
    const nodes = [...named(schema.types), ...named(schema.functions), ...named(schema.events)];
    expect(nodes.length).toBeGreaterThan(150);
    expect(nodes.filter(({ description }) => description.length < 8).map(({ at }) => at)).toEqual([]);
  });
});

/** A node and everything inside it; the choices of a node and the callback of a function are no nodes of their own. */
function described(at: string, node: Typed): readonly { at: string; description: string }[] {
  const inside = ({ choices = [], properties = {}, parameters = [], items }: Typed) => [
    ...Object.entries(properties).flatMap(([name, property]) => described(`${at}.${name}`, property)),
    ...parameters.flatMap((parameter) =>
      parameter.type === "function"
        ? (parameter.parameters ?? []).flatMap((answer) => described(`${at} answers`, answer))
        : described(`${at}(${parameter.name ?? ""})`, parameter),
    ),
    ...[...choices, ...(items === undefined ? [] : [items])].flatMap(insideOf),
  ];
  const insideOf = (part: Typed): ReturnType<typeof described> => inside(part);
  return [{ at, description: node.description ?? "" }, ...inside(node)];
}

describe("the implementation", () => {
  it("binds every function and event of the schema, and nothing else", () => {
    const named = [...schema.functions, ...schema.events].map(({ name }) => name);
    expect([...boundNames()].sort()).toEqual([...named].sort());
  });

  it("keeps every event through the background's sleep", () => {
    visit(implemented, (node) => {
      if (ts.isPropertyDeclaration(node) && node.name.getText() === "PERSISTENT_EVENTS") {
        const kept = node.initializer?.getText();
        expect(schema.events.filter(({ name = "?" }) => !kept?.includes(`${name}:`))).toEqual([]);
      }
    });
    expect(implemented.text).toContain("PERSISTENT_EVENTS");
  });
});

describe("the page about it", () => {
  const page = read(`${folder}/README.md`);

  it("has a heading for every function, with its parameters, and for every event", () => {
    const headings = [
      ...schema.functions.map(({ name = "", parameters = [] }) => {
        const names = parameters.filter(({ type }) => type !== "function").map((parameter) => parameter.name);
        return `${name}(${names.join(", ")})`;
      }),
      ...schema.events.map(({ name = "" }) => name),
    ];
    const told = [...page.matchAll(/^### (.*)$/gm)].map(([, heading = ""]) => heading);
    expect([...told].sort()).toEqual([...headings].sort());
  });

  it("opens with the table that drafts have", () => {
    const items = [...page.matchAll(/^\| (\w+) +\| \S/gm)].map(([, item = ""]) => item);
    expect(items.slice(0, 5)).toEqual(["Item", "Description", "Status", "Compatibility", "Tracking"]);
  });

  it("explains every error value", () => {
    const refused = schema.types.find(({ id }) => id === "Refused")?.enum ?? [];
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter((value) => !new RegExp(`^\\| \`${value}\` +\\|`, "m").test(page))).toEqual([]);
  });
});

describe("the draft", () => {
  const demo = readJson("src/experiment/drafts/notice-and-read/manifest.json") as Record<string, unknown>;
  const proposal = read("src/experiment/PROPOSAL.md");

  it("has a sample add-on that brings the API along under the same names", () => {
    expect(Object.keys(demo["experiment_apis"] as object)).toEqual([schema.namespace]);
    expect(JSON.stringify(demo["experiment_apis"])).toContain(
      "experiments/outgoingServers/schema/outgoing-servers.json",
    );
  });

  it("is proposed with every function and event there is", () => {
    const named = [...schema.functions, ...schema.events].map(({ name = "" }) => name);
    expect(named.filter((name) => !proposal.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("the types", () => {
  it("declare the schema's functions with its parameters", () => {
    expect(functionsDeclared).toEqual(
      new Map(
        schema.functions.map(({ name = "", parameters = [] }) => [
          name,
          parameters.filter(({ type }) => type !== "function").map((parameter) => parameter.name ?? ""),
        ]),
      ),
    );
  });

  it("declare the schema's events", () => {
    expect(eventsDeclared).toEqual(schema.events.map(({ name }) => name));
  });

  it.each(schema.types.filter((type) => type.enum !== undefined))("$id has the schema's values", (type) => {
    expect(unionsDeclared.get(type.id ?? "")).toEqual(type.enum);
  });

  it.each(schema.types.filter((type) => type.properties !== undefined))(
    "$id has the schema's properties, optional where it says so, with its values",
    ({ id = "", properties = {} }) => {
      const members = membersDeclared.get(id) ?? new Map<string, ts.PropertySignature>();
      expect([...members.keys()]).toEqual(Object.keys(properties));
      for (const [name, property] of Object.entries(properties)) {
        const member = members.get(name);
        expect(member?.questionToken !== undefined, name).toBe(property.optional ?? false);
        const values = property.enum ?? property.choices?.flatMap((choice) => choice.enum ?? []) ?? [];
        if (values.length > 0) {
          expect(literalsOf(member?.type), name).toEqual(values);
        }
      }
    },
  );
});
