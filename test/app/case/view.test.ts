// What a page is offered of a case: no Undo while something is under way, no password asked for twice, and what has to be
// told before anything can be judged.

import { describe, expect, it } from "vitest";
import { viewOf, type Manner } from "../../../src/app/case/case-file.js";
import { isAnyCase } from "../../../src/app/case/any-case.js";
import type { Case } from "../../../src/engine/model/case.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { CaseView } from "../../../src/protocol.js";
import { caseIn, everyState, opened } from "../../engine/case/samples.js";

const written: Manner = { kind: "written", lookUps: "made", today: "2026-11-28", sentences: {} };

describe("Undo", () => {
  it("is offered for a change, not while it is being made or tried", () => {
    const offered = everyState.filter(
      (state) => state !== "none" && viewOf({ ...caseIn(state), changeId: "change-1" }, written).canUndo,
    );
    expect(offered).toEqual(["problem", "settings-fine", "need-input", "healthy", "fixed", "sent", "failed"]);
  });

  it("is not offered where nothing was changed", () => {
    expect(viewOf({ ...caseIn("problem"), changeId: null }, written).canUndo).toBe(false);
  });
});

it("the domain that is looked up is the identity's own, whatever address is in From", () => {
  const { evidence } = opened;
  const sender = { ...evidence.sender, address: "alice@Example.test", from: "alice@elsewhere.test" };
  const shown = viewOf({ ...caseIn("problem"), evidence: { ...evidence, sender } }, written);
  expect(shown).toMatchObject({ domain: "example.test", from: "alice@elsewhere.test" });
});

describe("a password", () => {
  const wanted = { ...caseIn("need-input"), outcome: null };
  const { sender } = opened.evidence;
  const saved = {
    host: "imap.example.test",
    port: 993,
    security: "tls",
    signIn: "password",
    userName: sender.address,
    savedPassword: "yes",
  } as const;
  const withSaved = { ...wanted, evidence: { ...opened.evidence, incoming: saved } } as Case;

  it("may be left out as long as one that is saved has not been refused", () => {
    expect(viewOf(withSaved, written).asksPassword).toMatchObject({ optional: true });
    expect(viewOf({ ...withSaved, before: "problem" }, written).asksPassword).toMatchObject({
      optional: false,
    });
  });

  it("is asked for only where it is missing", () => {
    expect(viewOf({ ...withSaved, state: "problem" }, written).asksPassword).toBeNull();
  });
});

describe("what the user is asked to tell", () => {
  const unreadable: Evidence = { ...opened.evidence, outgoing: { kind: "unreadable" } };
  const asks = (evidence: Evidence): unknown => viewOf({ ...caseIn("need-input"), evidence }, written).asks;

  it("is the alert, where nobody told why the message was refused", () => {
    const { refusal } = opened.evidence;
    if (refusal === null) throw new Error("The sample has no refusal.");
    expect(asks({ ...unreadable, refusal: { ...refusal, fault: "untold" } })).toBe("alert");
  });

  it("is the settings where they cannot be read, also without a failed send", () => {
    expect(asks({ ...unreadable, refusal: null })).toBe("settings");
    expect(asks({ ...opened.evidence, refusal: null })).toBeNull();
  });

  it("is nothing in any other state", () => {
    expect(viewOf({ ...caseIn("problem"), evidence: unreadable }, written).asks).toBeNull();
  });
});

it("the server in use is named where there is one", () => {
  const host = opened.evidence.outgoing.kind === "smtp" ? opened.evidence.outgoing.server.host : "";
  expect(viewOf(opened, written).serverHost).toBe(host);
  const none: Evidence = { ...opened.evidence, outgoing: { kind: "none" } };
  expect(viewOf({ ...opened, evidence: none }, written).serverHost).toBeNull();
});

it("where the add-on mends by itself no steps are told, nor a mistake of ours that nobody made", () => {
  expect(viewOf(opened, written)).toMatchObject({ mending: { kind: "written" }, bugs: [] });
  expect(viewOf(opened, written).mending).toEqual({ kind: "written" });
});

it("mistakes of ours are told, of rules first, then any other", () => {
  const ofRule = { what: "TypeError", where: "port-25", places: [] };
  const other = { what: "RangeError", where: "getting mail", places: [] };
  const finding = { rule: "port-25", verdict: "skipped", missing: "probe", bug: ofRule } as const;
  const entry: Case = { ...opened, diagnosis: { ...opened.diagnosis, findings: [finding] } };
  expect(viewOf(entry, { ...written, bugs: [other] }).bugs).toEqual([ofRule, other]);
});

it.each([
  ["none kept", undefined, false],
  ["the last one gone", [], false],
  ["one", [opened], true],
])("whether there is a case at all: %s", async (_, kept, is) => {
  expect(await isAnyCase({ read: async () => Promise.resolve(kept) })).toBe(is);
});

describe("where the user mends by hand", () => {
  const guided: Manner = { ...written, kind: "guided" };
  const { plan } = opened.diagnosis;
  if (plan === null) throw new Error("The sample has no plan.");
  const port: Case = {
    ...caseIn("problem"),
    diagnosis: {
      ...opened.diagnosis,
      plan: { ...plan, kind: "in-place", changes: [{ field: "port", from: "25", to: "587" }] },
    },
  };
  const mending = (entry: Case, manner = guided): Extract<CaseView["mending"], { kind: "guided" }> => {
    const shown = viewOf(entry, manner).mending;
    if (shown.kind !== "guided") throw new Error("This edition writes.");
    return shown;
  };

  it("the entry in use is named where there is one, else a new one is added", () => {
    const { outgoing } = opened.evidence;
    expect(mending(port).steps).toContainEqual({
      kind: "edit",
      host: outgoing.kind === "smtp" ? outgoing.server.host : "",
    });
    const none: Case = { ...port, evidence: { ...port.evidence, outgoing: { kind: "none" } } };
    expect(mending(none).steps.map(({ kind }) => kind)).toContain("add");
    const further = { ...none.evidence, sender: { ...none.evidence.sender, isFurther: true as const } };
    expect(mending({ ...none, evidence: further }).steps.at(-1)).toMatchObject({
      kind: "choose-for-identity",
      address: further.sender.address,
    });
  });

  it("what is ticked stays so, and hosts are named only while nobody has agreed", () => {
    expect(mending(port)).toMatchObject({ done: [], hostsToAsk: [] });
    expect(mending({ ...port, guide: { plan, done: [1] } }).done).toEqual([1]);
    expect(mending(port, { ...guided, lookUps: "to-ask" }).hostsToAsk.length).toBeGreaterThan(0);
    const nothing = { ...port, diagnosis: { ...port.diagnosis, plan: null } };
    expect(mending(nothing, { ...guided, lookUps: "to-ask" })).toMatchObject({ steps: [], hostsToAsk: [] });
  });

  it("nothing is tested, and sending again is offered where the message is", () => {
    expect(viewOf(caseIn("problem"), guided).canTest).toBe(false);
    expect(viewOf({ ...port, windowId: null }, guided).canSend).toBe(false);
    expect(viewOf({ ...port, windowId: null, unsent: 1 }, guided)).toMatchObject({
      canSend: true,
      unsent: 1,
    });
    expect(viewOf(port, guided)).toMatchObject({ fateMeanings: [], reported: null, supportAddress: null });
  });
});
