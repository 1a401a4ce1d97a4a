// What administrators are told they may set is what the code reads, and the lab's policies are made of it.
import { describe, expect, it } from "vitest";
import { companyPolicy } from "../../src/engine/model/company-policy.js";
import { policyServers } from "../../src/engine/discovery/policy.js";
import { files, read, readJson } from "./tree.js";

interface Schema {
  readonly properties: {
    readonly outgoingServers: {
      readonly items: {
        readonly required: readonly string[];
        readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
      };
    };
  };
}
const schema = readJson("src/company/managed-storage.schema.json") as Schema;
const server = schema.properties.outgoingServers.items;
const good = { domain: "a.example", host: "smtp.a.example", port: 587, security: "starttls" };
const read1 = (entry: object) => policyServers({ outgoingServers: [entry] }, "a.example");

it("the adapter asks for what the schema names, and for nothing else", () => {
  const lists = [...read("src/adapters/managed-storage.ts").matchAll(/\[("\w+"(?:, "\w+")*)\]/g)];
  const names = lists.flatMap(([, list = ""]) => JSON.parse(`[${list}]`) as string[]);
  expect(names.sort()).toEqual(Object.keys(schema.properties).sort());
});

describe("a company's server", () => {
  it("is read with what the schema requires, and not without", () => {
    expect(Object.keys(good).sort()).toEqual([...server.required].sort());
    expect(read1(good)).toHaveLength(1);
    for (const name of server.required) {
      expect(read1({ ...good, [name]: undefined }), name).toHaveLength(0);
    }
  });

  it.each(["security", "signIn"])("may have every value of %s that the schema has", (name) => {
    const values = server.properties[name]?.enum ?? [];
    expect(values.length).toBeGreaterThan(2);
    for (const value of values) expect(read1({ ...good, [name]: value }), value).toHaveLength(1);
    expect(read1({ ...good, [name]: "another" })).toHaveLength(0);
  });
});

it("the policies of the lab's cases and of the page for administrators keep to the schema", () => {
  const page = read("src/company/README.md");
  const [, block = "{}"] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const example = JSON.parse(block) as {
    policies: { "3rdparty": { Extensions: Record<string, Readonly<Record<string, unknown>>> } };
  };
  const policies = [
    ...Object.values(example.policies["3rdparty"].Extensions),
    ...files("test/e2e/cases", ".json").flatMap((path) => {
      const { policy } = readJson(path) as { policy?: Readonly<Record<string, unknown>> };
      return policy === undefined ? [] : [policy];
    }),
  ];
  expect(policies.length).toBeGreaterThan(1);
  for (const policy of policies) {
    expect(Object.keys(policy).filter((name) => !(name in schema.properties))).toEqual([]);
    const { quiet = null, supportAddress = null } = policy;
    expect(companyPolicy(policy)).toMatchObject({ quiet, supportAddress });
    const servers = (policy["outgoingServers"] ?? []) as readonly object[];
    for (const one of servers) {
      expect(Object.keys(one).filter((name) => !(name in server.properties))).toEqual([]);
    }
  }
});
