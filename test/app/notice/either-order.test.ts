// Facts come in either order: the background may still be starting when the second of them happens. Every pair of what
// Thunderbird tells is told both ways, one after the other and side by side, and comes to the same.

import { describe, expect, it, vi } from "vitest";
import { readCases, type Case } from "../../../src/app/case/case-file.js";
import { recover } from "../../../src/app/change/recover.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeArrivedMails } from "../../../src/app/notice/returned-mail.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { permissionGiven } from "../../../src/app/page/agree-to-look-up.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { afterSend, windowClosed } from "../../../src/app/send/after-send.js";
import { fix } from "../../../src/app/send/fix.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { answerLater } from "../../fakes/answer-later.js";
import { bounce, seenBounce } from "./bounce.js";
import { failedSend, relayDenied, sharing, thunderbird } from "../profile.js";

type Fact = (fake: FakeThunderbird) => Promise<unknown>;

const failedAt = 1_700_000_000_000;
const spam = {
  ...relayDenied,
  stage: "data",
  lines: ["5.7.1 rejected as spam"],
  enhancedCode: "5.7.1",
} as const;

const refused: Fact = async (fake) => noticeFailedSend(fake.ports, { ...failedSend(), at: failedAt });
const asSpam: Fact = async (fake) =>
  noticeFailedSend(fake.ports, { ...failedSend(), at: failedAt, refusal: spam });
const ended: Fact = async (fake) => afterSend(fake.ports, 7, false);
const sent: Fact = async (fake) => afterSend(fake.ports, 7, true);
const closed: Fact = async (fake) => windowClosed(fake.ports, 7);
const started: Fact = async (fake) => recover(fake.ports);
const permitted: Fact = async (fake) => permissionGiven(fake.ports);
const opened: Fact = async (fake) => openPage(fake.ports, { kind: "compose", windowId: 7 });
/** Of another account, and none of this message. */
const arrived: Fact = async (fake) => {
  fake.mails.set(1, bounce);
  await noticeArrivedMails(fake.ports, [seenBounce]);
};
const inOutbox = { ...failedSend(null), inOutbox: true };
const refusedInOutbox: Fact = async (fake) =>
  noticeFailedSend(fake.ports, { ...inOutbox, at: failedAt, refusal: spam });
const wentOut: Fact = async (fake) => {
  fake.goOut("m1@example.test");
  await Promise.resolve();
};
const openedMain: Fact = async (fake) => {
  await openPage(fake.ports, { kind: "case", caseId: "send-id1" });
};

async function nothingYet(): Promise<FakeThunderbird> {
  const fake = thunderbird(sharing);
  await recover(fake.ports);
  return fake;
}

/** One of our own is on its way, with new settings. */
async function sending(): Promise<FakeThunderbird> {
  const fake = await nothingYet();
  await noticeFailedSend(fake.ports, { ...failedSend(), at: failedAt - 5_000 });
  await afterSend(fake.ports, 7, false);
  await investigated(fake.ports, "window-7");
  await fix(fake.ports, "window-7", "send", null);
  fake.pagesShown.length = 0;
  return fake;
}

let outboxEnds = answerLater<{ readonly kind: "ended" }>();

/** One of our own is on its way out of the Outbox; Thunderbird ends once both facts are there. */
async function sendingFromOutbox(): Promise<FakeThunderbird> {
  const fake = await nothingYet();
  fake.unsent = ["m1@example.test"];
  outboxEnds = answerLater();
  fake.sendUnsent = async () => outboxEnds.promise;
  await noticeFailedSend(fake.ports, { ...inOutbox, at: failedAt - 5_000 });
  await investigated(fake.ports, "send-id1");
  void fix(fake.ports, "send-id1", "send", null);
  await vi.waitFor(
    async () => {
      expect((await readCases(fake.session)).map(({ state }) => state)).toEqual(["sending"]);
    },
    { interval: 1 },
  );
  return fake;
}

const windowFacts = { refused, asSpam, ended, sent, closed, started, permitted, opened, arrived };
const outboxFacts = { refusedInOutbox, wentOut, started, permitted, openedMain, arrived };

/** Of two that cannot both be true of one send, the later holds. */
const exclusive = [
  ["refused", "asSpam"],
  ["refused", "sent"],
  ["asSpam", "sent"],
  ["ended", "sent"],
  ["refusedInOutbox", "wentOut"],
].map(String);
/** A window that is gone shows nothing; what is left of the settings is the same. */
const shownElsewhere = [["ended", "closed"]].map(String);

function pairsOf(facts: Readonly<Record<string, Fact>>): readonly (readonly [string, Fact, Fact])[] {
  const named = Object.entries(facts);
  return named
    .flatMap(([one, first], index) =>
      named.slice(index + 1).map(([other, second]) => [[one, other], first, second] as const),
    )
    .filter(([names]) => !exclusive.includes(String(names)))
    .map(([names, first, second]) => [String(names), first, second]);
}

const inOutboxOnItsWay = ({ unsent, state }: Case): boolean => unsent != null && state === "sending";

interface Left {
  readonly settings: unknown;
  readonly shown: unknown;
}

/** Until nothing is gathered or on its way, and twenty turns in which something could have been done have left all as it is. */
async function atRest(fake: FakeThunderbird): Promise<void> {
  for (let still = 0, before = ""; still < 20;) {
    await new Promise(setImmediate);
    const cases = await readCases(fake.session);
    const now = JSON.stringify(cases);
    const busy = cases.some((one) => one.gathering || inOutboxOnItsWay(one));
    still = busy || now !== before ? 0 : still + 1;
    before = now;
  }
}

/** What the user is left with, once everything has come to rest. */
async function leftWith(begin: () => Promise<FakeThunderbird>, first: Fact, second: Fact): Promise<Left> {
  const fake = await begin();
  fake.time = failedAt + 100;
  // Both have happened; the second is told while the first is still being taken up, as Thunderbird does.
  const begun = first(fake);
  await Promise.all([begun, second(fake)]);
  outboxEnds.resolve({ kind: "ended" });
  await investigated(fake.ports, "window-7");
  await atRest(fake);
  const cases = (await readCases(fake.session)).filter(({ startedBy }) => startedBy !== "check");
  const { entries, identities } = fake.servers;
  // Log-ins have a name of their own each time.
  const logIns = fake.logIns.list.map(({ origin, userName, password }) => ({ origin, userName, password }));
  return {
    settings: { entries, identities, logIns },
    shown: {
      // The newest stands first, which is an order of its own.
      cases: cases
        .map(({ caseId, state, outcome, windowId }) => ({ caseId, state, outcome, windowId }))
        .sort((one, other) => one.caseId.localeCompare(other.caseId)),
      pages: [...new Set(fake.pagesShown)].sort(),
    },
  };
}

async function oneAfterTheOther(
  begin: () => Promise<FakeThunderbird>,
  first: Fact,
  second: Fact,
): Promise<Left> {
  return leftWith(
    begin,
    async (fake) => {
      await first(fake);
      await second(fake);
    },
    async () => Promise.resolve(),
  );
}

describe.each([
  ["nothing yet", nothingYet, windowFacts],
  ["while sending", sending, windowFacts],
  ["while sending from the Outbox", sendingFromOutbox, outboxFacts],
] as const)("%s", (_, begin, facts) => {
  it.each(pairsOf(facts))("%s come to the same in either order", async (names, one, other) => {
    const seen = ({ settings, shown }: Left): unknown =>
      shownElsewhere.includes(names) ? settings : { settings, shown };
    const inOrder = seen(await oneAfterTheOther(begin, one, other));
    expect(seen(await oneAfterTheOther(begin, other, one))).toEqual(inOrder);
    expect(seen(await leftWith(begin, one, other))).toEqual(inOrder);
    expect(seen(await leftWith(begin, other, one))).toEqual(inOrder);
  });
});

it("the closed alert, told twice, comes to the same in either order", async () => {
  const twice: Fact = async (fake) => (await ended(fake), ended(fake));
  expect(await leftWith(nothingYet, twice, refused)).toEqual(await leftWith(nothingYet, refused, twice));
});

it("the page comes where the alert is closed before the refusal is known", async () => {
  const fake = await nothingYet();
  fake.time = failedAt + 89;
  await ended(fake);
  fake.sleep();
  await refused(fake);
  expect(fake.pagesShown).toEqual([7]);
});

it("an end from before is not the end of a later failure: its alert is open", async () => {
  const fake = await nothingYet();
  fake.time = failedAt - 1_000;
  await ended(fake);
  await refused(fake);
  expect(fake.pagesShown).toEqual([]);
});
