// What a pasted text, a returned mail and a failed send are taken for: whose, about which message, and once.

import { describe, expect, it } from "vitest";
import { findCase, readCases, type Case } from "../../../src/app/case/case-file.js";
import { hasGoneOut, noteGoneOut } from "../../../src/app/case/gone-out.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { checkAccounts } from "../../../src/app/notice/check-accounts.js";
import { hostsOf, judgeText } from "../../../src/app/notice/judge-text.js";
import { judged as judgedAnew, lookAgain } from "../../../src/app/notice/look-again.js";
import { tellMissingParts } from "../../../src/app/notice/missing-parts.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { noticeArrivedMails } from "../../../src/app/notice/returned-mail.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { maximumReplyLength } from "../../../src/engine/replies/maximum-length.js";
import type { ReturnedMail } from "../../../src/engine/model/returned-mail.js";
import type { RequestOf } from "../../../src/protocol.js";
import { evidence, sending } from "../../engine/rules/sample.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { guidedPorts } from "../guided.js";
import { failedSend, profile, sharing, thunderbird } from "../profile.js";
import { bounce, seenBounce } from "./bounce.js";

const toolbar = { kind: "toolbar" } as const;
const compose = { kind: "compose", windowId: 7 } as const;
const denied = "550 relay not permitted";

async function caseAbout(fake: FakeThunderbird, request: Partial<RequestOf<"judgeText">>): Promise<Case> {
  const answer = await judgeText(fake.ports, {
    text: denied,
    identityId: null,
    place: toolbar,
    ...request,
  });
  const entry = answer.kind === "case" ? await findCase(fake.session, answer.caseId) : null;
  if (entry === null) throw new Error(answer.kind);
  await investigated(fake.ports, entry.caseId);
  return entry;
}

describe("a pasted text", () => {
  it("in Thunderbird's own words is the own server's, in the language it runs in", async () => {
    const fake = thunderbird();
    fake.alertSentences = {
      smtpServerError: "Fehler beim Senden der Nachricht. Der Mail-Server antwortete:  %s. Bitte prüfen Sie.",
    };
    const text =
      "Fehler beim Senden der Nachricht. Der Mail-Server antwortete:  relay not permitted. Bitte prüfen Sie.";
    const { evidence: seen } = await caseAbout(fake, { text, identityId: "id1" });
    expect(seen.refusal?.lines).toEqual(["relay not permitted"]);
    expect(seen.reported).toEqual({
      found: "pasted",
      by: "own-server",
      reportingServer: null,
      refusingServer: null,
      ownMessage: "unknown",
    });
  });

  it("in a window is about the message there: its account, its From, those it was for", async () => {
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, { ...failedSend(7), from: "info@example.test" });
    await investigated(fake.ports, "window-7");
    expect(await caseAbout(fake, { place: compose })).toMatchObject({
      caseId: "window-7",
      windowId: 7,
      startedBy: "failed-send",
      evidence: {
        sender: { identityId: "id1", from: "info@example.test" },
        refusal: { recipients: ["carol@elsewhere.test"] },
      },
    });
    expect(await readCases(fake.session)).toHaveLength(1);
  });

  it("is about the address that the user chooses, whatever failed in the window", async () => {
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, failedSend(7));
    await investigated(fake.ports, "window-7");
    const { evidence: seen } = await caseAbout(fake, { place: compose, identityId: "id2" });
    expect(seen.sender.identityId).toBe("id2");
  });

  it("in a window where nothing failed has nobody it was for, and opens the window's case", async () => {
    expect(await caseAbout(thunderbird(), { place: compose, identityId: "id1" })).toMatchObject({
      caseId: "window-7",
      startedBy: "failed-send",
      evidence: { sender: { from: "alice@example.test" }, refusal: { recipients: [] } },
    });
    expect(await caseAbout(thunderbird(), { identityId: "id1" })).toMatchObject({
      caseId: "text-id1",
      windowId: null,
      startedBy: "text",
    });
  });

  it("that names a recipient is about that one", async () => {
    const text =
      "The following message could not be delivered:\n\n<dave@far.test>: host mx.far.test[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)";
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, failedSend(7));
    await investigated(fake.ports, "window-7");
    const { evidence: seen } = await caseAbout(fake, { text, place: compose });
    expect(seen.refusal?.recipients).toEqual(["dave@far.test"]);
  });

  it("is about the account whose address or server it names", async () => {
    for (const [text, identityId] of [
      [`${denied} for bob@other.test`, "id2"],
      [`${denied} for alice@example.test`, "id1"],
    ] as const) {
      expect((await caseAbout(thunderbird(), { text })).evidence.sender.identityId).toBe(identityId);
    }
  });

  it("about an account that is gone asks for the address", async () => {
    const { ports } = thunderbird();
    expect(await judgeText(ports, { text: denied, identityId: "id9", place: toolbar })).toEqual({
      kind: "address-unclear",
    });
  });

  it("is read as far as is reasonable: who is named far behind is not looked for", async () => {
    const text = `${denied}${" ".repeat(maximumReplyLength)}bob@other.test`;
    expect(await judgeText(thunderbird().ports, { text, identityId: null, place: toolbar })).toEqual({
      kind: "address-unclear",
    });
  });

  it("is by a server of the user's where that is the one for sending, or for receiving", () => {
    const all = evidence(sending({ host: "smtp.one.test" }));
    expect(hostsOf(all)).toEqual(["smtp.one.test", "mail.example.test"]);
    expect(hostsOf({ ...all, incoming: null })).toEqual(["smtp.one.test"]);
    expect(hostsOf({ ...all, outgoing: { kind: "none" }, incoming: null })).toEqual([]);
  });
});

describe("a mail that came back", () => {
  const open = async (mail: ReturnedMail, prepare?: (fake: FakeThunderbird) => void) => {
    const fake = thunderbird();
    fake.mails.set(1, mail);
    prepare?.(fake);
    const { cases } = await openPage(fake.ports, { kind: "message", tabId: 3 });
    return { fake, view: cases[0] };
  };

  it("is for whoever sent it; else whoever it came to, in any letters; else the account it lies in", async () => {
    const without = { ...bounce, returned: "" };
    expect((await open({ ...without, to: ["ALICE@Example.test"] })).view?.from).toBe("alice@example.test");
    expect((await open({ ...without, to: ["list@far.test"], accountId: "account1" })).view?.from).toBe(
      "alice@example.test",
    );
    expect((await open({ ...without, to: ["list@far.test"] })).view?.from).toBe("bob@other.test");
    expect((await open({ ...without, to: [], accountId: "local" })).view).toBeUndefined();
  });

  /** Nothing of how it came: only a message that is known vouches for it. */
  const plain: ReturnedMail = {
    ...bounce,
    headers: { from: ["postmaster-dsn@other.test"] },
    status: bounce.status.replace("dns; mail.other.test", "dns; other.test"),
  };

  it("is looked for by everybody's addresses in small letters, and not where it is known to have gone", async () => {
    const asked: unknown[] = [];
    const spying = (fake: FakeThunderbird): void => {
      fake.ports.returnedMails.hasCopyOf = async (...question) => {
        asked.push(question);
        return Promise.resolve(true);
      };
    };
    const loud = profile.identities.map((one) => ({ ...one, address: one.address.toUpperCase() }));
    const { view } = await open(plain, (fake) => {
      spying(fake);
      fake.servers.identities = loud;
    });
    expect(asked).toEqual([["one@other.test", ["alice@example.test", "bob@other.test"]]]);
    expect(view?.reported?.ownMessage).toBe("yes");
    asked.length = 0;
    const known = thunderbird();
    known.mails.set(1, plain);
    spying(known);
    await noteGoneOut(known.session, "<one@other.test>");
    await openPage(known.ports, { kind: "message", tabId: 3 });
    expect(asked).toEqual([]);
  });

  it("is not waited for longer than a moment where the folders are large", async () => {
    const { view, fake } = await open(plain, ({ ports }) => {
      ports.returnedMails.hasCopyOf = async () => new Promise(() => undefined);
    });
    expect(view?.reported?.ownMessage).toBe("unknown");
    await noticeArrivedMails(fake.ports, [{ ...seenBounce, messageId: 9 }]);
    expect(fake.badge).toBe(false);
  });

  it("by one of the user's own servers is told as that one's refusal, and as from inside", async () => {
    const { view } = await open(bounce);
    expect(Object.keys(view?.reported ?? {})).not.toContain("isFromOutside");
    const outside = { ...bounce, headers: { received: ["from x by mx.far.test with ESMTP; now"] } };
    expect((await open(outside)).view?.reported).toMatchObject({ isFromOutside: true });
  });

  it("twice is one case, and marks the button the first time", async () => {
    const fake = thunderbird();
    fake.mails.set(1, bounce);
    await noticeArrivedMails(fake.ports, [seenBounce]);
    expect(fake.badge).toBe(true);
    fake.badge = false;
    const told = fake.timesTold;
    await noticeArrivedMails(fake.ports, [seenBounce, { ...seenBounce, messageId: 9 }]);
    expect([fake.badge, fake.timesTold]).toEqual([false, told]);
    expect(await readCases(fake.session)).toHaveLength(1);
  });
});

it("of what has gone out the last two hundred are remembered, whoever writes the brackets", async () => {
  const { session } = thunderbird();
  for (let number = 0; number <= 200; number += 1) {
    await noteGoneOut(session, `<${String(number)}@example.test>`);
  }
  const known = async (id: string): Promise<boolean> => hasGoneOut(session, id);
  expect([
    await known("0@example.test"),
    await known("<1@example.test>"),
    await known("200@example.test"),
  ]).toEqual([false, true, true]);
});

describe("a failed send", () => {
  it("that did not fail after all leaves no trace, and keeps nobody waiting", async () => {
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, Promise.resolve(null));
    await fake.ports.underWay.noticing;
    expect(await readCases(fake.session)).toEqual([]);
  });

  it("from the Outbox says how many lie there, any other nothing of it", async () => {
    const fake = thunderbird();
    fake.unsent = ["m1@example.test", "m2@example.test"];
    await noticeFailedSend(fake.ports, { ...failedSend(null), inOutbox: true });
    expect(await findCase(fake.session, "send-id1")).toMatchObject({
      unsent: 2,
      messageId: "m1@example.test",
    });
    await noticeFailedSend(fake.ports, failedSend());
    expect(Object.keys((await findCase(fake.session, "window-7")) ?? {})).not.toContain("unsent");
  });
});

describe("a check", () => {
  it("tells accounts once that share an entry, and each identity that has none of its own", async () => {
    const lines = async (fake: FakeThunderbird, ports = fake.ports as never): Promise<readonly string[]> => {
      await checkAccounts(ports);
      const cases = await readCases(fake.session);
      await Promise.all(cases.map(async ({ caseId }) => investigated(ports, caseId)));
      return cases.map(({ caseId }) => caseId);
    };
    const onOne = sharing.identities.map((one) => ({ ...one, chosen: "smtp2" }));
    expect(await lines(thunderbird({ ...sharing, identities: onOne }))).toEqual(["check-id1", "check-id2"]);
    const gone = onOne.map((one) => ({ ...one, chosen: "smtp9" }));
    expect(await lines(thunderbird({ ...sharing, identities: gone }))).toEqual([
      "check-id1",
      "check-id1b",
      "check-id2",
    ]);
    const fake = thunderbird(sharing);
    expect(await lines(fake, guidedPorts(fake) as never)).toEqual(["check-id1"]);
  });

  it("leaves a check with a change to undo, or one that is being mended, as it is", async () => {
    const fake = thunderbird();
    const settled = async (): Promise<unknown> =>
      Promise.all(["check-id1", "check-id2"].map(async (id) => investigated(fake.ports, id)));
    await checkAccounts(fake.ports);
    await settled();
    const [first, second] = await readCases(fake.session);
    await fake.ports.session.write("cases", [
      { ...first, changeId: "change-1", at: 1 },
      { ...second, state: "fixing", at: 2 },
    ]);
    await checkAccounts(fake.ports);
    expect((await readCases(fake.session)).map(({ at }) => at)).toEqual([1, 2]);
    await settled();
  });
});

describe("judged anew", () => {
  it("a case that is gone stays gone; one whose account is gone keeps what it had", async () => {
    const fake = thunderbird();
    await lookAgain(fake.ports, "nobody");
    expect(await readCases(fake.session)).toEqual([]);
    const entry = await caseAbout(fake, { identityId: "id1" });
    fake.servers.identities = [];
    expect((await judgedAnew(fake.ports, entry)).evidence).toMatchObject({
      sender: { identityId: "id1" },
      refusal: entry.evidence.refusal,
    });
  });

  it("keeps the steps that were ticked where the user mends by hand, and none where there are none to do", async () => {
    const fake = thunderbird();
    const entry = await caseAbout(fake, { identityId: "id1" });
    const { plan } = entry.diagnosis;
    if (plan === null) throw new Error("The sample has no plan.");
    const ticked: Case = { ...entry, guide: { plan, done: [0, 2] } };
    expect((await judgedAnew(guidedPorts(fake), ticked)).guide).toEqual({ plan, done: [0, 2] });
    expect((await judgedAnew(fake.ports, entry)).guide).toBeUndefined();
  });

  it("one that was sent has no refusal any more, any other keeps its own, with who told it", async () => {
    const fake = thunderbird();
    const entry = await caseAbout(fake, { identityId: "id1" });
    expect((await judgedAnew(fake.ports, { ...entry, state: "sent" })).evidence.refusal).toBeNull();
    const anew = await judgedAnew(fake.ports, { ...entry, endSeen: true });
    expect(anew).toMatchObject({
      caseId: entry.caseId,
      startedBy: "text",
      at: entry.at,
      endSeen: true,
      evidence: { refusal: entry.evidence.refusal, reported: entry.evidence.reported },
    });
  });
});

it("what this Thunderbird lacks is told once for each version, and what of it", async () => {
  const fake = thunderbird();
  const kinds = async (
    missing: Parameters<typeof tellMissingParts>[1],
    version: string,
  ): Promise<unknown> => {
    await tellMissingParts(fake.ports, missing, async () => Promise.resolve(version));
    return (await openPage(fake.ports, toolbar)).notices.map(({ kind }) => kind);
  };
  expect(await kinds([], "140")).toEqual([]);
  expect(await fake.lasting.read("missing-parts-told")).toBeUndefined();
  expect(await kinds(["notice"], "140")).toEqual(["not-noticed"]);
  expect(await kinds(["notice"], "140")).toEqual([]);
  expect(await kinds(["notice"], "141")).toEqual(["not-noticed"]);
});
