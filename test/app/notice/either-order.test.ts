// Facts that belong together come in either order: the background may still be starting when the second of them happens. Each
// pair is told both ways, at the same moments, and comes to the same.

import { describe, expect, it, vi } from "vitest";
import { readCases } from "../../../src/app/case/case-file.js";
import { recover } from "../../../src/app/change/recover.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { permissionGiven } from "../../../src/app/page/agree-to-look-up.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { afterSend, windowClosed } from "../../../src/app/send/after-send.js";
import { fix } from "../../../src/app/send/fix.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
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

const pairs: readonly (readonly [string, () => Promise<FakeThunderbird>, Fact, Fact])[] = [
  ["the refusal and the closed alert", nothingYet, refused, ended],
  [
    "the closed alert, told twice, and the refusal",
    nothingYet,
    async (fake) => (await ended(fake), ended(fake)),
    refused,
  ],
  ["a second refusal and the closed alert", sending, refused, ended],
  ["a second refusal, of the message itself, and the closed alert", sending, asSpam, ended],
  ["a second refusal and the closed window", sending, refused, closed],
  ["the message sent and the closed window", sending, sent, closed],
  ["a new background and the refusal", nothingYet, started, refused],
  ["a new background and the second refusal", sending, started, refused],
  ["a new background and the closed alert", sending, started, ended],
  ["a new background and the message sent", sending, started, sent],
  ["a permission and the refusal", nothingYet, permitted, refused],
  ["the page and the refusal", nothingYet, opened, refused],
  ["the page and the second refusal", sending, opened, refused],
  ["the page and the message sent", sending, opened, sent],
];

/** What the user is left with, once everything has come to rest. */
async function leftWith(begin: () => Promise<FakeThunderbird>, first: Fact, second: Fact): Promise<unknown> {
  const fake = await begin();
  fake.time = failedAt + 100;
  // Both have happened; the second is told while the first is still being taken up, as Thunderbird does.
  const begun = first(fake);
  await Promise.all([begun, second(fake)]);
  await investigated(fake.ports, "window-7");
  await vi.waitFor(async () => {
    expect((await readCases(fake.session)).some(({ gathering }) => gathering)).toBe(false);
  });
  const cases = (await readCases(fake.session)).filter(({ startedBy }) => startedBy !== "check");
  return {
    cases: cases.map(({ caseId, state, outcome, windowId }) => ({ caseId, state, outcome, windowId })),
    pages: [...new Set(fake.pagesShown)],
    entries: fake.servers.entries,
    identities: fake.servers.identities,
    // Log-ins have a name of their own each time.
    logIns: fake.logIns.list.map(({ origin, userName, password }) => ({ origin, userName, password })),
  };
}

async function oneAfterTheOther(
  begin: () => Promise<FakeThunderbird>,
  first: Fact,
  second: Fact,
): Promise<unknown> {
  return leftWith(
    begin,
    async (fake) => {
      await first(fake);
      await second(fake);
    },
    async () => Promise.resolve(),
  );
}

describe.each(pairs)("%s", (_, begin, one, other) => {
  it("come to the same in either order", async () => {
    const inOrder = await oneAfterTheOther(begin, one, other);
    expect(await oneAfterTheOther(begin, other, one)).toEqual(inOrder);
    expect(await leftWith(begin, one, other)).toEqual(inOrder);
    expect(await leftWith(begin, other, one)).toEqual(inOrder);
  });
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
