// A plan as steps for the user's hand: which, and in what order.

import { describe, expect, it } from "vitest";
import { guidedSteps, holdsPlan } from "../../../src/engine/fixes/guided-steps.js";
import type { Plan } from "../../../src/engine/model/finding.js";
import type { OutgoingFound } from "../../../src/engine/model/evidence.js";

const plan: Plan = {
  kind: "in-place",
  serverId: "smtp1",
  settings: {
    host: "mail.example.test",
    port: 587,
    security: "starttls",
    signIn: "password",
    userName: "alice@example.test",
  },
  changes: [{ field: "port", from: "2525", to: "587" }],
  identityIds: ["id1"],
  untouchedAccounts: [],
  untouchedAddresses: [],
  source: null,
  asksAbout: null,
  alternatives: [],
};
const signInChanges: Plan = { ...plan, changes: [{ field: "signIn", from: "none", to: "password" }] };

const kinds = (steps: ReturnType<typeof guidedSteps>): readonly string[] => steps.map(({ kind }) => kind);

describe("the steps", () => {
  it("edit the entry in use where Thunderbird heeds the change at once", () => {
    expect(kinds(guidedSteps(plan, "mail.example.test", null))).toEqual([
      "open-list",
      "edit",
      "set",
      "confirm",
    ]);
  });

  it("add an entry where it would go on in the old way, or there is none", () => {
    const added = ["open-list", "add", "set", "set", "set", "confirm", "choose"];
    expect(kinds(guidedSteps(signInChanges, "mail.example.test", null))).toEqual(added);
    expect(kinds(guidedSteps(plan, null, null))).toEqual(added);
    expect(kinds(guidedSteps({ ...plan, kind: "new-entry" }, "mail.example.test", null))).toEqual(added);
  });

  it("tell what a value was where it changes, and what the new entry holds already", () => {
    const changed: Plan = {
      ...plan,
      kind: "new-entry",
      settings: { ...plan.settings, port: 2525 },
      changes: [
        { field: "port", from: "25", to: "2525" },
        { field: "signIn", from: "none", to: "password" },
      ],
    };
    expect(guidedSteps(changed, null, null)).toEqual([
      { kind: "open-list" },
      { kind: "add" },
      { kind: "set", change: { field: "host", from: null, to: "mail.example.test" } },
      { kind: "set", change: { field: "port", from: "25", to: "2525" } },
      { kind: "set", change: { field: "security", from: null, to: "starttls" } },
      { kind: "set", change: { field: "userName", from: null, to: "alice@example.test" } },
      { kind: "confirm", already: [{ field: "signIn", from: "none", to: "password" }] },
      { kind: "choose", host: "mail.example.test" },
    ]);
  });

  const fieldsOf = (settings: Partial<Plan["settings"]>): readonly (readonly string[])[] => {
    const changed: Plan = { ...plan, kind: "new-entry", settings: { ...plan.settings, ...settings } };
    const steps = guidedSteps(changed, null, null);
    const confirm = steps.find((step) => step.kind === "confirm");
    return [
      steps.flatMap((step) => (step.kind === "set" ? [step.change.field] : [])),
      confirm?.already.map(({ field }) => field) ?? [],
    ];
  };

  it.each([
    [{}, ["host", "security", "userName"], ["port", "signIn"]],
    [{ security: "tls", port: 465 }, ["host", "security", "userName"], ["port", "signIn"]],
    [{ port: 2525 }, ["host", "port", "security", "userName"], ["signIn"]],
    [{ security: "none" }, ["host", "userName"], ["port", "security", "signIn"]],
    [{ signIn: "oauth2" }, ["host", "security", "signIn", "userName"], ["port"]],
  ] as const)(
    "with %o ask to type only what the new entry's dialog does not hold by itself",
    (to, typed, there) => {
      expect(fieldsOf(to)).toEqual([typed, there]);
    },
  );

  it("end at the identity that was sent from, where it is not the account's main one", () => {
    expect(guidedSteps(signInChanges, "mail.example.test", "office@example.test").at(-1)).toEqual({
      kind: "choose-for-identity",
      host: "mail.example.test",
      address: "office@example.test",
    });
  });

  it("are none where nothing is to be typed", () => {
    const password: Plan = { ...plan, changes: [{ field: "password", from: null, to: "" }] };
    expect(guidedSteps(password, "mail.example.test", null)).toEqual([]);
  });
});

describe("mended", () => {
  const found = (settings: Partial<Plan["settings"]>): OutgoingFound => ({
    kind: "smtp",
    assigned: "chosen",
    server: {
      id: "told",
      type: "smtp",
      description: "",
      isDefault: false,
      identityIds: ["id1"],
      ...plan.settings,
      ...settings,
      locked: [],
      savedPassword: "locked",
    },
  });

  it("is what has every value of the plan, and nothing less", () => {
    expect(holdsPlan(found({}), plan)).toBe(true);
    for (const wrong of [
      { port: 2525 },
      { host: "smtp.other.test" },
      { signIn: "none" },
      { security: "none" },
      { userName: "alice" },
    ] as const) {
      expect(holdsPlan(found(wrong), plan)).toBe(false);
    }
    expect(holdsPlan({ kind: "none" }, plan)).toBe(false);
  });
});
