// Every state with every event. The table is printed into transitions.txt and read there as a whole: a changed line is a
// changed promise.

import { describe, expect, it } from "vitest";
import { mayFollow, type StateOrNone } from "../../../src/engine/case/may-follow.js";
import { transition } from "../../../src/engine/case/transition.js";
import type { CaseEvent, EventKind } from "../../../src/engine/case/event.js";
import type { Case } from "../../../src/engine/model/case.js";
import type { Refusal, SmtpStage } from "../../../src/engine/model/refusal.js";
import { caseIn, everyEvent, everyState, opened, variants } from "./samples.js";

const kinds = Object.keys(everyEvent) as EventKind[];

function entryIn(state: StateOrNone): Case | null {
  return state === "none" ? null : caseIn(state);
}

function line(name: string, entry: Case | null, event: CaseEvent): string {
  const { case: next, effects, taken } = transition(entry, event);
  const effectsSaid = effects.map(({ kind }) => kind).join(", ");
  const becomes = taken ? (next?.state ?? "none") : "-";
  return `  ${name.padEnd(20)} ${becomes.padEnd(14)} ${effectsSaid}`.trimEnd();
}

const rows: readonly (readonly [string, Case | null])[] = [
  ...everyState.map((state) => [state, entryIn(state)] as const),
  ...Object.entries(variants),
];

it("is printed, every state with every event", async () => {
  const table = kinds.map((kind) =>
    [kind, ...rows.map(([name, entry]) => line(name, entry, everyEvent[kind]))].join("\n"),
  );
  await expect(`${table.join("\n\n")}\n`).toMatchFileSnapshot("transitions.txt");
});

describe.each(kinds)("%s", (kind) => {
  it("where it may not follow changes nothing and begins nothing", () => {
    for (const state of everyState.filter((one) => !mayFollow[kind].includes(one))) {
      const entry = entryIn(state);
      const { case: next, effects, taken } = transition(entry, everyEvent[kind]);
      expect(next).toBe(entry);
      expect(taken).toBe(false);
      expect(effects).toEqual([]);
    }
  });

  it("changes neither the case it is given nor the event", () => {
    for (const state of everyState) {
      const [entry, event] = [entryIn(state), everyEvent[kind]];
      const before = structuredClone([entry, event]);
      transition(entry, event);
      expect([entry, event]).toEqual(before);
    }
  });
});

describe("a second refusal of which nobody tells why", () => {
  const refusal = opened.evidence.refusal;
  if (refusal === null) throw new Error("the sample has no refusal");
  const untold: Refusal = { ...refusal, fault: "untold", stage: "unknown", lines: [] };
  const fresh: Case = { ...opened, evidence: { ...opened.evidence, refusal: untold } };

  it("leads who mends by hand back to the settings, and is shown once its alert is closed", () => {
    const guided: Case = { ...caseIn("sending"), changeId: null };
    const failed = transition(guided, { kind: "send-failed", fresh });
    expect(failed.case).toMatchObject({
      state: "problem",
      diagnosis: guided.diagnosis,
      outcome: { kind: "refused-again", settings: "none" },
    });
    const ended = transition(failed.case, { kind: "send-ended", sent: false, at: 2 });
    expect(ended.effects).toEqual([
      { kind: "set-sign", windowId: 7 },
      { kind: "show-page", at: 7 },
    ]);
  });

  it("is asked for anew where there was nothing to mend", () => {
    const entry: Case = {
      ...caseIn("sending"),
      changeId: null,
      diagnosis: { ...opened.diagnosis, plan: null },
    };
    expect(transition(entry, { kind: "send-failed", fresh }).case?.evidence.refusal?.fault).toBe("untold");
  });
});

describe("Not now", () => {
  it("keeps the case as long as the window with its message is open", () => {
    const problem = caseIn("problem");
    expect(transition(problem, { kind: "dismissed" }).case).toBe(problem);
    expect(transition({ ...problem, windowId: null }, { kind: "dismissed" }).case).toBeNull();
    expect(transition(problem, { kind: "window-closed", at: 2 }).case).toBeNull();
  });

  it("leaves what can still be undone after its window", () => {
    const failed: Case = { ...caseIn("failed"), changeId: "change-1" };
    expect(transition(failed, { kind: "window-closed", at: 2 }).case).toMatchObject({
      windowId: null,
      changeId: "change-1",
    });
  });
});

/** What a refusal that comes after a proof means, by reason, in words that every server's dialect shares. */
const refusals: readonly (readonly [string, string, boolean])[] = [
  ["relaying", "550 5.7.1 relaying denied", true],
  ["sign-in wanted", "530 5.7.0 authentication required", true],
  ["sign-in refused", "535 5.7.8 authentication credentials invalid", true],
  ["spam", "550 5.7.1 message rejected as spam", false],
  ["unknown recipient", "550 5.1.1 user unknown", false],
  ["full mailbox", "552 5.2.2 mailbox full", false],
  ["too large", "552 5.3.4 message size exceeds fixed maximum message size", false],
  ["greylisting", "451 4.7.1 greylisted, try again later", false],
];
const stages: readonly SmtpStage[] = ["mail", "rcpt", "data"];

describe("proven settings, and the message refused once more", () => {
  it.each(
    refusals.flatMap(([name, words, isBack]) => stages.map((stage) => ({ name, words, isBack, stage }))),
  )("$name at $stage: taken back $isBack", ({ words, isBack, stage }) => {
    const refused = { ...caseIn("sending"), outcome: refusedWith(words, stage) };
    const turn = transition(refused, { kind: "send-ended", sent: false, at: 3 });
    const done = turn.effects.map(({ kind }) => kind);
    expect(done.includes("take-back")).toBe(isBack);
    expect(done.includes("keep-change")).toBe(!isBack);
    expect(done.includes("ask-servers")).toBe(!isBack);
  });

  it("a message that is refused for the passwords in it is no refused sign-in", () => {
    const outcome = refusedWith("550 5.7.1 rejected: contains username and password", "data");
    const turn = transition({ ...caseIn("sending"), outcome }, { kind: "send-ended", sent: false, at: 3 });
    expect(turn.effects.map(({ kind }) => kind)).toContain("keep-change");
  });

  it("a broken connection speaks against them", () => {
    const refusal: Refusal = {
      ...refusedWith("", "connect").refusal,
      code: null,
      lines: [],
      fault: "unreachable",
    };
    const refused: Case = {
      ...caseIn("sending"),
      outcome: { kind: "refused-again", refusal, settings: "in-place" },
    };
    const { effects } = transition(refused, { kind: "send-ended", sent: false, at: 3 });
    expect(effects.map(({ kind }) => kind)).toContain("take-back");
  });

  it("what no log-in had proven is not yet kept where the user stops the sending", () => {
    const ended: CaseEvent = { kind: "send-ended", sent: false, at: 3 };
    const kept = (isProven: boolean): readonly string[] =>
      transition({ ...caseIn("sending"), isProven }, ended).effects.map(({ kind }) => kind);
    expect(kept(false)).toEqual(["set-sign", "show-page", "tell-pages"]);
    expect(kept(true)).toContain("keep-change");
  });

  it("what no log-in had proven goes back whatever the refusal says", () => {
    const refused: Case = {
      ...caseIn("sending"),
      isProven: false,
      outcome: refusedWith("550 5.1.1 user unknown", "rcpt"),
    };
    const { effects } = transition(refused, { kind: "send-ended", sent: false, at: 3 });
    expect(effects.map(({ kind }) => kind)).toContain("take-back");
  });
});

function refusedWith(
  words: string,
  stage: SmtpStage,
): Extract<NonNullable<Case["outcome"]>, { kind: "refused-again" }> {
  const [, code = "550", enhanced = null, text = words] = /^(\d{3}) (\d\.\d+\.\d+)? ?(.*)$/.exec(words) ?? [];
  const refusal: Refusal = {
    stage,
    code: Number(code),
    enhancedCode: enhanced,
    lines: [text],
    fault: null,
    secure: true,
    offeredSignIn: ["PLAIN"],
    recipients: ["carol@elsewhere.test"],
  };
  return { kind: "refused-again", refusal, settings: "in-place" };
}

describe("two clicks that cross", () => {
  const sending = everyEvent["send-clicked"];

  it("Send again twice is one message", () => {
    const first = transition(caseIn("fixed"), sending);
    expect(first.effects).toContainEqual({ kind: "send-from-window", windowId: 7 });
    expect(transition(first.case, sending)).toMatchObject({ taken: false, effects: [] });
  });

  it("Check again leaves a fix that has begun alone, and what it has come to", () => {
    const fixing = transition(caseIn("problem"), everyEvent["fix-clicked"]).case;
    const looked = everyEvent["looked-again"];
    expect(transition(fixing, looked)).toMatchObject({ case: fixing, taken: false });
    expect(transition(caseIn("fixed"), looked)).toMatchObject({ case: caseIn("fixed"), taken: false });
    expect(transition(caseIn("problem"), looked).taken).toBe(true);
  });

  it("Check again puts no old refusal in the place of one that came while the settings were read", () => {
    const again: Case = { ...caseIn("problem"), at: 5 };
    expect(transition(again, everyEvent["looked-again"])).toMatchObject({ case: again, taken: false });
  });

  it("a fix that ends after its cancel and the next click ends nothing", () => {
    const second: Case = { ...caseIn("fixing"), operationId: "fix-2" };
    const turn = transition(second, everyEvent["fix-ended"]);
    expect(turn).toEqual({ case: second, taken: false, effects: [] });
  });

  describe("a click is for what the page showed", () => {
    const clicked = everyEvent["fix-clicked"];
    const { plan } = opened.diagnosis;
    const asking = { host: "smtp.elsewhere.test", passwordOf: "alice@example.test" };
    const asks = (host: string): Case => {
      if (plan === null) throw new Error("The sample has no plan.");
      const diagnosis = {
        ...opened.diagnosis,
        plan: { ...plan, settings: { ...plan.settings, host }, asksAbout: { ...asking, host } },
      };
      return { ...caseIn("problem"), diagnosis };
    };

    it("agrees to the question that was shown", () => {
      const entry = asks(asking.host);
      const click = { ...clicked, shown: entry.diagnosis.plan, agreed: asking };
      expect(transition(entry, click)).toMatchObject({ taken: true, case: { state: "fixing" } });
    });

    it.each([
      ["none was shown", null],
      ["another host was", { ...asking, host: "smtp.other.test" }],
      ["another user's password was", { ...asking, passwordOf: "bob@example.test" }],
    ])("and begins nothing where %s", (_, agreed) => {
      const entry = asks(asking.host);
      const turn = transition(entry, { ...clicked, shown: entry.diagnosis.plan, agreed });
      expect(turn).toEqual({ case: entry, taken: false, effects: [{ kind: "tell-pages" }] });
    });

    it("and begins nothing where a server's answer has made another server of it", () => {
      const entry = asks(asking.host);
      const click = { ...clicked, shown: asks("smtp.other.test").diagnosis.plan, agreed: asking };
      expect(transition(entry, click).taken).toBe(false);
    });
  });

  it("a failed send in the middle of a fix is not its case", () => {
    const fixing = caseIn("fixing");
    expect(transition(fixing, everyEvent["send-failed"])).toMatchObject({ case: fixing, taken: false });
  });

  it("a page is opened once for the end of one sending, however often that is told", () => {
    const ended = everyEvent["send-ended"];
    const first = transition({ ...opened, state: "problem" }, ended);
    expect(first.effects).toEqual([
      { kind: "set-sign", windowId: 7 },
      { kind: "show-page", at: 7 },
    ]);
    expect(transition(first.case, ended)).toMatchObject({ taken: false, effects: [] });
  });
});

it("a send that the user may have cancelled, and has then sent again by a click, comes to its end as any other", () => {
  const doubtful: Case = { ...caseIn("problem"), isDoubtful: true };
  const sending = transition(doubtful, everyEvent["send-clicked"]).case;
  const { case: stopped, effects } = transition(sending, everyEvent["send-ended"]);
  expect(stopped).toMatchObject({ state: "problem", outcome: { kind: "not-sent", because: "stopped" } });
  expect(effects.map(({ kind }) => kind)).toContain("show-page");
});

describe("what is opened anew", () => {
  const openedAs = (startedBy: Case["startedBy"]): CaseEvent => ({
    kind: "opened",
    fresh: { ...opened, startedBy, at: 2 },
  });
  const known: Case = { ...caseIn("problem"), changeId: null };

  it.each(["arrived-mail", "returned-mail"] as const)("a mail is judged once: %s", (startedBy) => {
    expect(transition(known, openedAs(startedBy))).toMatchObject({ case: known, taken: false });
    expect(transition(null, openedAs(startedBy)).taken).toBe(true);
  });

  it("a check takes the place of the last one, not of a change that can be undone", () => {
    expect(transition(known, openedAs("check")).case?.at).toBe(2);
    const changed = { ...known, changeId: "change-1" };
    expect(transition(changed, openedAs("check"))).toMatchObject({ case: changed, taken: false });
    expect(transition(changed, openedAs("text")).case?.at).toBe(2);
  });
});

describe("what servers answer", () => {
  const { evidence } = opened;
  const answered = (more: boolean): CaseEvent => ({
    kind: "servers-answered",
    asked: evidence,
    seen: evidence,
    ...(more ? { more } : {}),
  });

  it("ends the gathering with the last of them", () => {
    const checking = caseIn("checking");
    expect(transition(checking, answered(true)).case).toMatchObject({ gathering: true });
    expect(transition(checking, answered(false)).case).toMatchObject({ gathering: false });
  });

  it("leaves what a click has begun", () => {
    const fixing: Case = { ...caseIn("fixing"), gathering: true };
    expect(transition(fixing, answered(true))).toMatchObject({ case: fixing, taken: false });
    expect(transition(fixing, answered(false)).case).toEqual({ ...fixing, gathering: false });
  });

  it("is told of a check as untried where nobody could be asked, and of nothing else", () => {
    const offline: CaseEvent = { kind: "servers-answered", asked: evidence, seen: evidence, offline: true };
    const told = (entry: Case): unknown => transition(entry, offline).case?.outcome;
    const check: Case = { ...caseIn("checking"), startedBy: "check", outcome: null };
    expect(told(check)).toMatchObject({ kind: "tested", came: "offline" });
    expect(told({ ...check, outcome: { kind: "undone" } })).toEqual({ kind: "undone" });
    expect(told({ ...check, startedBy: "failed-send" })).toBeNull();
    expect(transition(check, answered(false)).case?.outcome).toBeNull();
  });

  it("about an earlier refusal says nothing of this one", () => {
    const other: CaseEvent = {
      kind: "servers-answered",
      asked: { ...evidence, refusal: null },
      seen: evidence,
    };
    expect(transition(caseIn("problem"), other)).toMatchObject({ taken: false, effects: [] });
  });
});

describe("Cancel", () => {
  it("ends the operation, log-in and all, and nothing else", () => {
    const fixing: Case = { ...caseIn("fixing"), outcome: { kind: "testing" } };
    const turn = transition(fixing, everyEvent["cancel-clicked"]);
    expect(turn.effects).toEqual([{ kind: "end-operation", operationId: "fix-1" }, { kind: "tell-pages" }]);
    expect(turn.case).toMatchObject({ operationId: null, outcome: null });
    const without = transition({ ...fixing, operationId: null }, everyEvent["cancel-clicked"]);
    expect(without.effects).toEqual([{ kind: "tell-pages" }]);
  });

  it("keeps what the last try came to", () => {
    const outcome = refusedWith("550 5.7.1 relaying denied", "rcpt");
    expect(transition({ ...caseIn("fixing"), outcome }, everyEvent["cancel-clicked"]).case).toMatchObject({
      outcome,
    });
  });

  it("of a message that has gone out by hand leaves no case", () => {
    expect(transition({ ...caseIn("fixing"), hasGone: true }, everyEvent["cancel-clicked"]).case).toBeNull();
  });
});

it("a step that is ticked is ticked once, and can be taken back", () => {
  const ticked = (entry: Case | null, step: number, done: boolean): Case | null =>
    transition(entry, { kind: "step-ticked", step, done }).case;
  const twice = ticked(ticked(ticked(caseIn("problem"), 1, true), 2, true), 1, true);
  expect(twice?.guide?.done).toEqual([2, 1]);
  expect(ticked(twice, 2, false)?.guide?.done).toEqual([1]);
});

it("an Undo that could not be made is told, but not over what is on its way", () => {
  const refused = everyEvent["undo-refused"];
  expect(transition(caseIn("fixed"), refused).case).toMatchObject({ outcome: { kind: "not-undone" } });
  const outcome = refusedWith("550 5.7.1 relaying denied", "rcpt");
  const sending: Case = { ...caseIn("sending"), outcome };
  expect(transition(sending, refused).case).toBe(sending);
});

describe("a background that starts", () => {
  const started = everyEvent["background-started"];

  it("asks the Outbox about what was to go from there, and Thunderbird about nothing else", () => {
    const inOutbox: Case = { ...caseIn("sending"), windowId: null, unsent: 1 };
    expect(transition(inOutbox, started).effects).toEqual([{ kind: "ask-outbox" }]);
    expect(transition({ ...inOutbox, unsent: null }, started).effects).toEqual([]);
    expect(transition(caseIn("sending"), started).effects).toEqual([]);
  });

  it("takes back what a second refusal had called for", () => {
    const ended: Case = { ...caseIn("sending"), endSeen: true };
    expect(transition(ended, started).effects).toEqual([{ kind: "take-back", changeId: "change-1" }]);
  });
});

describe("a refusal that is told after the end of its sending", () => {
  const givenUp: Case = {
    ...caseIn("problem"),
    windowId: null,
    changeId: null,
    endSeen: false,
    endedAt: 100,
    outcome: null,
  };
  const event: CaseEvent = {
    kind: "send-failed",
    fresh: { ...opened, at: 100, evidence: { ...opened.evidence, refusal: relayDeniedNow() } },
  };

  function relayDeniedNow(): Refusal {
    const { refusal } = opened.evidence;
    if (refusal === null) throw new Error("The sample has no refusal.");
    return { ...refusal, lines: ["another word"] };
  }
  const becomes = (entry: Case): unknown => transition(entry, event).case?.outcome?.kind ?? "a new case";

  it("belongs to a message that was given up, with a change or without, and to none that is under way", () => {
    const asNew = becomes({ ...givenUp, endedAt: 99 });
    expect(becomes({ ...caseIn("fixed"), windowId: null, endedAt: 100, outcome: null })).toBe(
      "settings-work",
    );
    expect(becomes(givenUp)).toBe("refused-again");
    expect(asNew).toBe("a new case");
    expect(becomes({ ...givenUp, endSeen: true })).toBe("a new case");
    expect(becomes({ ...givenUp, changeId: "change-1" })).toBe("a new case");
    expect(becomes({ ...givenUp, state: "sent" })).toBe("a new case");
  });
});

it("of a test of sending that was cancelled nothing is told; of any other what it came to", () => {
  const testing: Case = { ...caseIn("fixing"), before: "problem", outcome: { kind: "testing" } };
  const ended = (came: "cancelled" | "offline", operationId = "fix-1"): Case | null =>
    transition(testing, { kind: "test-ended", operationId, came }).case;
  expect(ended("cancelled")).toMatchObject({ state: "problem", outcome: null, operationId: null });
  expect(ended("offline")).toMatchObject({ state: "problem", outcome: { kind: "tested", came: "offline" } });
  expect(ended("offline", "fix-2")).toBe(testing);
});

describe("a message that has gone out, told once more", () => {
  it("stays sent, with its undo, and nothing is done twice", () => {
    const sent = caseIn("sent");
    const { case: next, effects } = transition(sent, { kind: "send-ended", sent: true, at: 4 });
    expect(next).toBe(sent);
    expect(effects).toEqual([]);
  });
});

describe("while Thunderbird is offline", () => {
  const clicked = { kind: "send-clicked", isOffline: true, unsent: 1 } as const;

  it("a message in its window is not sent, and the page says so", () => {
    const { case: next, effects } = transition(caseIn("fixed"), clicked);
    expect(next).toMatchObject({ state: "fixed", outcome: { kind: "not-sent", because: "offline" } });
    expect(effects.map(({ kind }) => kind)).toEqual(["tell-pages"]);
  });

  it("the Outbox is Thunderbird's to send, which asks whether to go online", () => {
    const { case: next, effects } = transition(variants["fixed, Outbox"] ?? null, clicked);
    expect(next?.state).toBe("sending");
    expect(effects.map(({ kind }) => kind)).toContain("send-outbox");
  });
});

it.each([
  ["done", "failed"],
  ["failed", "failed"],
  ["by-hand", "by-hand"],
] as const)("mail that was fetched (%s) for a message without a window sends nothing: %s", (got, because) => {
  const entry: Case = { ...caseIn("sending"), windowId: null, outcome: { kind: "getting-mail" } };
  const { case: next, effects } = transition(entry, { kind: "mail-fetched", got });
  expect(next?.outcome).toEqual({ kind: "mail-not-fetched", because });
  expect(effects.map(({ kind }) => kind)).toEqual(["tell-pages"]);
});
