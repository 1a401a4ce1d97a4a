// What is said of the settings after a message was refused again: always what stands now.

import { describe, expect, it } from "vitest";
import { findCase } from "../../../src/app/case/case-file.js";
import { findChange, readJournal, record } from "../../../src/app/change/journal.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { fix } from "../../../src/app/send/fix.js";
import { takeBackFor } from "../../../src/app/send/take-back-for.js";
import { recover } from "../../../src/app/change/recover.js";
import type { RecordedChange } from "../../../src/engine/fixes/step.js";
import { answerLater } from "../../fakes/answer-later.js";
import type { FakeProfile, FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { guidedPorts } from "../guided.js";
import { failedSend, profile, relayDenied, sharing, thunderbird } from "../profile.js";

const id = "window-7";

/** A fix has been written, the message sent with it, and refused: nothing has been taken back yet. */
async function refusedAgain(of: FakeProfile = profile): Promise<{
  readonly fake: FakeThunderbird;
  readonly before: unknown;
  readonly change: RecordedChange;
}> {
  const fake = thunderbird(of);
  await recover(fake.ports);
  const before = fake.snapshot();
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, id);
  await fix(fake.ports, id, "send", null);
  await noticeFailedSend(fake.ports, { ...failedSend(), refusal: { ...relayDenied, lines: ["still no"] } });
  const change = (await readJournal(fake.lasting)).at(-1);
  if (change === undefined) throw new Error("Nothing was changed.");
  return { fake, before, change };
}

async function said(fake: FakeThunderbird, changeId: string | null): Promise<unknown> {
  await takeBackFor(fake.ports, id, changeId);
  const { outcome } = (await findCase(fake.session, id)) ?? {};
  return outcome?.kind === "refused-again" ? outcome.settings : outcome?.kind;
}

describe("the settings", () => {
  it("are as before, and are", async () => {
    const { fake, before, change } = await refusedAgain();
    expect(await said(fake, change.changeId)).toBe("as-before");
    expect(fake.snapshot()).toEqual(before);
  });

  it("are none of ours where nothing was changed, or nothing is known of it", async () => {
    const { fake } = await refusedAgain();
    const works = fake.snapshot();
    expect(await said(fake, null)).toBe("none");
    expect(fake.snapshot()).toEqual(works);
    const other = await refusedAgain();
    expect(await said(other.fake, "nobody")).toBe("none");
  });

  it("stay in place where another window's message has gone out with them", async () => {
    const { fake, change } = await refusedAgain();
    await record(fake.ports, { ...change, state: "kept" });
    const works = fake.snapshot();
    expect(await said(fake, change.changeId)).toBe("in-place");
    expect(fake.snapshot()).toEqual(works);
  });

  it("that were kept without a message go back with the first that is refused", async () => {
    const { fake, before, change } = await refusedAgain();
    await record(fake.ports, { ...change, state: "kept", untilSent: true });
    expect(await said(fake, change.changeId)).toBe("as-before");
    expect(fake.snapshot()).toEqual(before);
  });

  it("that were undone since, and made by the user's own hand then, stay", async () => {
    const { fake, change } = await refusedAgain();
    const works = fake.snapshot();
    await record(fake.ports, { ...change, state: "undone", untilSent: true });
    await takeBackFor(fake.ports, id, change.changeId);
    expect(fake.snapshot()).toEqual(works);
  });

  it("that somebody has changed since are called changed, and left alone", async () => {
    const { fake, change } = await refusedAgain();
    await fake.servers.update("smtp1", { port: 2525 });
    const theirs = fake.snapshot();
    expect(await said(fake, change.changeId)).toBe("changed");
    expect(fake.snapshot()).toEqual(theirs);
  });

  it("of an entry of its own that somebody has changed since stay whole, and nobody is sent back to the old one", async () => {
    const { fake, change } = await refusedAgain(sharing);
    const made = fake.servers.entries.at(-1)?.id ?? "";
    await fake.servers.update(made, { port: 2525 });
    const theirs = fake.snapshot();
    expect(await said(fake, change.changeId)).toBe("changed");
    expect(fake.snapshot()).toEqual(theirs);
  });

  it("that work, and of which the user has put back a part by hand, are called changed", async () => {
    const { fake, change } = await refusedAgain(sharing);
    await record(fake.ports, { ...change, state: "kept" });
    await fake.servers.assign("id1", null);
    const theirs = fake.snapshot();
    expect(await said(fake, change.changeId)).toBe("changed");
    expect(fake.snapshot()).toEqual(theirs);
  });

  it("that Thunderbird does not give back are in place, and are taken back later", async () => {
    const { fake, change } = await refusedAgain();
    fake.servers.busy.add("smtp1");
    expect(await said(fake, change.changeId)).toBe("in-place");
    expect((await findChange(fake.lasting, change.changeId))?.state).toBe("made");
  });

  it("of which a part is back are not called as before", async () => {
    const { fake, change } = await refusedAgain(sharing);
    fake.interruptions.refuseWrite(2, "busy");
    expect(await said(fake, change.changeId)).toBe("in-place");
  });

  it("that are back but for the password are as before; the rest goes at the next start, without a word", async () => {
    const { fake, before, change } = await refusedAgain();
    fake.logIns.locked = true;
    expect(await said(fake, change.changeId)).toBe("as-before");
    expect(await findChange(fake.lasting, change.changeId)).toMatchObject({ state: "made", told: true });
    fake.restart();
    fake.logIns.locked = false;
    await recover(fake.ports);
    expect(fake.snapshot()).toEqual(before);
    expect(fake.badge).toBe(false);
  });

  it("are in place, and the case at its end, where the disk takes no record of taking them back", async () => {
    const { fake, change } = await refusedAgain();
    const works = fake.snapshot();
    fake.lasting.room = 0;
    expect(await said(fake, change.changeId)).toBe("in-place");
    expect(fake.snapshot()).toEqual(works);
    expect(await findCase(fake.session, id)).toMatchObject({ state: "failed", changeId: change.changeId });
    expect(fake.bugsSaid).toEqual([]);
  });

  it("are as before, and the case at its end, where the saved log-ins take nothing back", async () => {
    const { fake, change } = await refusedAgain();
    Object.assign(fake.ports.servers, { removePassword: async () => Promise.reject(new Error("full")) });
    expect(await said(fake, change.changeId)).toBe("as-before");
    expect((await findCase(fake.session, id))?.state).toBe("failed");
    expect(fake.bugsSaid).toHaveLength(1);
  });

  it("are as before where the disk is full only after they are back", async () => {
    const { fake, before, change } = await refusedAgain();
    fake.lasting.room = 1;
    expect(await said(fake, change.changeId)).toBe("as-before");
    expect(fake.snapshot()).toEqual(before);
    fake.lasting.room = Number.POSITIVE_INFINITY;
    fake.restart();
    await recover(fake.ports);
    expect(fake.snapshot()).toEqual(before);
  });

  it("are taken back in the line of all changes: not while another one is being written", async () => {
    const { fake, before, change } = await refusedAgain();
    const works = fake.snapshot();
    const other = answerLater<null>();
    const written = fake.ports.underWay.inLine("changes", async () => other.promise);
    const back = said(fake, change.changeId);
    for (let turns = 0; turns < 20; turns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(fake.snapshot()).toEqual(works);
    other.resolve(null);
    await written;
    expect(await back).toBe("as-before");
    expect(fake.snapshot()).toEqual(before);
  });

  it("are none of ours in an edition that changes none", async () => {
    const { fake, change } = await refusedAgain();
    const works = fake.snapshot();
    await takeBackFor(guidedPorts(fake), id, change.changeId);
    expect((await findCase(fake.session, id))?.outcome).toMatchObject({ settings: "none" });
    expect(fake.snapshot()).toEqual(works);
  });
});
