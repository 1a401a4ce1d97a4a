// The start of the background: what was cut off is settled first, each event does its own, and a mistake of ours is told
// and stops nothing else.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { editCases, findCase, readCases } from "../../src/app/case/case-file.js";
import { giveNotice } from "../../src/app/case/notices.js";
import { readJournal } from "../../src/app/change/journal.js";
import { investigated } from "../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../src/app/notice/notice-failed-send.js";
import { fix } from "../../src/app/send/fix.js";
import { start } from "../../src/background/start.js";
import { guidedPorts } from "../app/guided.js";
import { bounce, seenBounce } from "../app/notice/bounce.js";
import { failedSend, thunderbird } from "../app/profile.js";
import type { FakeThunderbird } from "../fakes/fake-thunderbird.js";

/** Our lines in the Tools menu. */
const menu: object[] = [];

beforeEach(() => {
  menu.length = 0;
  vi.stubGlobal("messenger", {
    menus: {
      removeAll: async () => Promise.resolve(void menu.splice(0)),
      create: (line: object) => menu.push(line),
    },
    i18n: { getMessage: (key: string) => key },
    management: { getSelf: async () => Promise.resolve({ installType: "normal" }) },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const id = "window-7";
const page = { kind: "page", request: { place: { kind: "toolbar" } } };

async function failed(): Promise<FakeThunderbird> {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  await investigated(fake.ports, id);
  return fake;
}

describe("at the start", () => {
  it("a change that a crash has cut off is taken back before a page is answered, and told", async () => {
    const fake = await failed();
    const before = fake.snapshot();
    fake.prove = () => ({ kind: "not-provable" });
    await fix(fake.ports, id, "send", null);
    fake.restart();
    const told = (await start(fake.ports).answer(page)) as { readonly notices: readonly unknown[] };
    expect(fake.snapshot()).toEqual(before);
    expect((await readJournal(fake.lasting)).map(({ state }) => state)).toEqual(["undone"]);
    expect(told.notices).toEqual([{ kind: "taken-back", accountName: "Alice" }]);
  });

  it.each([
    ["is there, and in today's language", false],
    ["is hidden where the other edition has its own", true],
  ])("our line in the Tools menu %s, whatever was kept of it", async (_, takesOver) => {
    menu.push({ id: "check-sending", title: "Senden prüfen" });
    const fake = thunderbird();
    start({ ...fake.ports, sibling: { takesOver: async () => Promise.resolve(takesOver) } });
    const line = {
      id: "check-sending",
      contexts: ["tools_menu"],
      title: "action_title",
      visible: !takesOver,
    };
    await vi.waitFor(() => {
      expect(menu).toEqual([line]);
    });
  });

  it("what is untold is marked again: badges do not outlive Thunderbird", async () => {
    const fake = thunderbird();
    await giveNotice(fake.ports, { kind: "kept", accountName: "Alice" });
    fake.badge = false;
    start(fake.ports);
    await vi.waitFor(
      () => {
        expect(fake.badge).toBe(true);
      },
      { interval: 1 },
    );
  });

  it("what this Thunderbird lacks is on the first page, however early that asks", async () => {
    const fake = thunderbird();
    const notice = { kind: "by-hand", version: "158.0" } as const;
    const background = start(fake.ports, async (ports) => giveNotice(ports, notice));
    const answer = background.answer({ kind: "page", request: { place: { kind: "toolbar" } } });
    expect(await answer).toMatchObject({ notices: [notice] });
  });

  it("an edition that writes nothing takes up what was under way, and leaves the journal alone", async () => {
    const fake = await failed();
    await fix(fake.ports, id, "send", null);
    const works = fake.snapshot();
    await editCases(fake.ports, (cases) => cases.map((one) => ({ ...one, state: "fixing" })));
    fake.sleep();
    await start(guidedPorts(fake)).answer(page);
    expect(fake.snapshot()).toEqual(works);
    expect((await findCase(fake.session, id))?.state).not.toBe("fixing");
  });

  it("what cannot be settled keeps no page waiting, and is said to be our own mistake", async () => {
    const fake = thunderbird();
    const { read } = fake.lasting;
    let isBroken = true;
    fake.lasting.read = async (key) => {
      if (key === "journal" && isBroken) throw new RangeError("the store is broken");
      return read.call(fake.lasting, key);
    };
    const background = start(fake.ports);
    await background.ended(99, true);
    await new Promise((resolve) => setImmediate(resolve));
    isBroken = false;
    expect(await background.answer(page)).toMatchObject({ cases: expect.any(Array) as unknown });
    expect(fake.bugsSaid.map(({ where }) => where)).toContain("settling what was cut off");
  });
});

describe("told of", () => {
  it("a failed send, its end and its window's, it does what each calls for", async () => {
    const fake = thunderbird();
    const background = start(fake.ports);
    await background.failed(Promise.resolve(null));
    expect(await readCases(fake.session)).toEqual([]);
    await background.failed(failedSend());
    expect((await readCases(fake.session)).map(({ caseId }) => caseId)).toEqual([id]);
    await background.ended(7, false);
    expect(fake.pagesShown).toEqual([7]);
    await background.windowClosed(7);
    expect(await readCases(fake.session)).toEqual([]);
  });

  it("arrived mail, a permission, the installation", async () => {
    const fake = thunderbird();
    fake.mails.set(1, bounce);
    const background = start(fake.ports);
    await background.arrived([seenBounce]);
    expect(fake.badge).toBe(true);
    await background.permissionGiven();
    await background.installed(true);
    expect(fake.pagesShown).toEqual(["welcome"]);
    expect(background.answer({ kind: "no request of ours" })).toBeUndefined();
  });

  it.each([
    ["a failed send", "failed"],
    ["the end of a send", "ended"],
    ["a closed window", "windowClosed"],
    ["arrived mail", "arrived"],
    ["a permission", "permissionGiven"],
    ["the installation", "installed"],
  ] as const)("%s, a mistake of ours is told as just that, and goes no further", async (where, event) => {
    const fake = thunderbird();
    fake.ports.sibling.takesOver = async () => Promise.reject(new RangeError("ours"));
    const { session } = fake;
    const { read } = session;
    session.read = async (key) => {
      if (["cases", "look-up-wanted"].includes(key)) throw new RangeError("ours");
      return read.call(session, key);
    };
    const background = start(fake.ports);
    await {
      failed: async () => background.failed(failedSend()),
      ended: async () => background.ended(7, false),
      windowClosed: async () => background.windowClosed(7),
      arrived: async () => background.arrived([seenBounce]),
      permissionGiven: async () => background.permissionGiven(),
      installed: async () => background.installed(true),
    }[event]();
    expect(fake.bugsSaid.map((bug) => bug.where)).toContain(where);
  });

  it("a request of a page, a mistake of ours is told, and to the page as well", async () => {
    const fake = thunderbird();
    fake.ports.accounts.identities = async () => Promise.reject(new RangeError("ours"));
    await expect(start(fake.ports).answer(page)).rejects.toThrow("ours");
    expect(fake.bugsSaid.map(({ where }) => where)).toContain("a request of a page");
  });
});
