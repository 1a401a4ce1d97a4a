// Crowds: returned mails by the dozen, a mail merge that fails message by message, thirty windows.

import { describe, expect, it } from "vitest";
import { withoutSurplus } from "../../../src/engine/case/crowd.js";
import { nameOf } from "../../../src/engine/case/name-of.js";
import type { Case } from "../../../src/engine/model/case.js";
import { caseIn, opened } from "./samples.js";

const mails = Array.from({ length: 35 }, (_, count): Case => ({
  ...opened,
  caseId: `mail-${String(count)}`,
  windowId: null,
  startedBy: "arrived-mail",
}));

describe("of too many cases", () => {
  it("returned mails push out each other, the oldest first, and nobody else", () => {
    const kept = withoutSurplus([caseIn("problem"), ...mails]);
    expect(kept[0]?.caseId).toBe("window-7");
    expect(kept.slice(1).map(({ caseId }) => caseId)).toEqual(mails.slice(-30).map(({ caseId }) => caseId));
  });

  it.each(["fixing", "sending"] as const)("one that is %s stays, however old", (state) => {
    const others = Array.from({ length: 60 }, (_, count) => ({
      ...opened,
      caseId: `text-${String(count + 100)}`,
      windowId: null,
    }));
    const underHand = { ...caseIn(state), windowId: null };
    const kept = withoutSurplus([underHand, ...others]);
    expect(kept).toHaveLength(30);
    expect(kept[0]).toEqual(underHand);
  });
});

it("a mail that was opened by hand is one of the mails", () => {
  const kept = withoutSurplus([
    ...mails.map((mail): Case => ({ ...mail, startedBy: "returned-mail" })),
    ...mails,
  ]);
  expect(kept.map(({ startedBy }) => startedBy)).toEqual(Array.from({ length: 30 }, () => "arrived-mail"));
});

describe("however many there are", () => {
  it.each([
    ["windows", { startedBy: "failed-send", windowId: 7 }],
    ["accounts that were checked", { startedBy: "check", windowId: null }],
  ] as const)("%s are all kept", (_, about) => {
    const all = Array.from({ length: 60 }, (_one, count) => ({
      ...opened,
      caseId: `case-${String(count)}`,
      ...about,
    }));
    expect(withoutSurplus(all)).toHaveLength(60);
  });

  it("sends that failed from the Outbox, one for each address, are all kept: nobody else tells of them", () => {
    const all = Array.from({ length: 60 }, (_, count): Case => {
      const { evidence } = opened;
      const sender = { ...evidence.sender, identityId: `id${String(count)}` };
      const failed: Case = { ...opened, windowId: null, unsent: 60, evidence: { ...evidence, sender } };
      return { ...failed, caseId: nameOf(failed, []) };
    });
    expect(withoutSurplus(all)).toEqual(all);
  });
});

describe("a send that fails without a window", () => {
  const failed: Case = { ...opened, caseId: "", windowId: null, messageId: "m2" };
  const name = `send-${opened.evidence.sender.identityId}`;
  const known: Case = { ...failed, caseId: name, messageId: "m1" };

  it("is its identity's one case", () => {
    expect(nameOf(failed, [])).toBe(name);
    expect(nameOf(failed, [known])).toBe(name);
  });

  it.each(["fixing", "sending"] as const)("has one of its own while the other is %s", (state) => {
    expect(nameOf(failed, [{ ...known, state }])).toBe(`${name}-next`);
  });

  it("has one of its own beside another of the Outbox that was refused for another reason, and keeps it", () => {
    const [inOutbox, first] = [failed, known].map((one): Case => ({ ...one, unsent: 2 }));
    if (inOutbox === undefined || first === undefined) throw new Error("There are two.");
    const spam: Case["diagnosis"] = {
      ...inOutbox.diagnosis,
      classification: {
        reason: "not-a-client-config-problem",
        subReason: "spam",
        confidence: "certain",
        basis: "",
      },
    };
    const second: Case = { ...inOutbox, diagnosis: spam };
    expect(nameOf(inOutbox, [first])).toBe(name);
    expect(nameOf(second, [first])).toBe(`${name}-next`);
    expect(nameOf(second, [{ ...first, changeId: "change-1" }])).toBe(name);
    expect(nameOf({ ...second, messageId: "m1" }, [first])).toBe(name);
    expect(nameOf({ ...second, unsent: null }, [{ ...first, unsent: null }])).toBe(name);
    // Whatever it is refused for from now on, and whichever of them is being sent.
    const told: Case = { ...second, caseId: `${name}-next`, state: "sending" };
    expect(nameOf(inOutbox, [first, told])).toBe(`${name}-next`);
    expect(nameOf({ ...inOutbox, messageId: "m3" }, [first, told])).toBe(name);
  });

  it("is its window's where it has one, and nobody else's", () => {
    expect(nameOf({ ...failed, windowId: 9 }, [known])).toBe("window-9");
    expect(nameOf(failed, [{ ...opened, state: "fixing" }, known])).toBe(name);
  });

  it("is the same case where it is the very message that is being sent", () => {
    expect(nameOf({ ...failed, messageId: "m1" }, [{ ...known, state: "sending" }])).toBe(name);
  });
});
