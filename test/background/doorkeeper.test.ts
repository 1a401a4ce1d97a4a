// What a wake loads: nothing, until there is something to do.

import { expect, it, vi } from "vitest";
import { doorkeeper, type Background, type Doorkeeper } from "../../src/background/doorkeeper.js";
import { casesKey } from "../../src/app/case/any-case.js";
import { hasGoneOut } from "../../src/app/case/gone-out.js";
import { FakeStore } from "../fakes/fake-store.js";
import { Interruptions } from "../fakes/interruptions.js";

interface Door {
  readonly keeper: Doorkeeper<string>;
  /** What was loaded, and what it was told, in order. */
  readonly told: string[];
  readonly session: FakeStore;
}

function door(): Door {
  const told: string[] = [];
  const session = new FakeStore(new Interruptions());
  const tell = async (what: string): Promise<void> => Promise.resolve(void told.push(what));
  const background: Background<string> = {
    failed: (failed) => tell(`failed ${failed}`),
    ended: (windowId, sent) => tell(`ended ${String(windowId)} ${String(sent)}`),
    windowClosed: (windowId) => tell(`closed ${String(windowId)}`),
    arrived: (mails) => tell(`arrived ${String(mails.length)}`),
    permissionGiven: () => tell("permission"),
    asked: (windowId) => tell(`asked ${String(windowId)}`),
    installed: (isNew) => tell(`installed ${String(isNew)}`),
    answer: async (message) => Promise.resolve(message),
  };
  const keeper = doorkeeper(async () => {
    told.push("loaded");
    return Promise.resolve(background);
  }, session);
  return { keeper, told, session };
}

it("keeps the names of what has gone out, all of those that go at once, and loads nothing for it", async () => {
  const { keeper, told, session } = door();
  await Promise.all(["<one@example.test>", "two@example.test"].map((id) => keeper.goneOut(id)));
  expect(await hasGoneOut(session, "one@example.test")).toBe(true);
  expect(await hasGoneOut(session, "<two@example.test>")).toBe(true);
  expect(await hasGoneOut(session, "three@example.test")).toBe(false);
  for (let count = 0; count < 200; count += 1) await keeper.goneOut(`${String(count)}@example.test`);
  expect(await hasGoneOut(session, "two@example.test")).toBe(false);
  expect(await hasGoneOut(session, "199@example.test")).toBe(true);
  expect(told).toEqual([]);
});

it("what could not be noted or loaded once does not stand in the way of the next", async () => {
  const { keeper, session } = door();
  const write = vi.spyOn(session, "write").mockRejectedValueOnce(new Error("no room"));
  await expect(keeper.goneOut("one@example.test")).rejects.toThrow("no room");
  await keeper.goneOut("two@example.test");
  write.mockRestore();
  expect(await hasGoneOut(session, "two@example.test")).toBe(true);

  const load = vi
    .fn()
    .mockRejectedValueOnce(new Error("not now"))
    .mockResolvedValue({ failed: () => Promise.resolve() });
  const again = doorkeeper<string>(load, session);
  await expect(again.failed("a send")).rejects.toThrow("not now");
  await again.failed("a send");
  expect(load).toHaveBeenCalledTimes(2);
});

const mail = { messageId: 1, author: "Mailer-Daemon", subject: "Returned mail" };

it("loads nothing for a day on which nothing fails", async () => {
  const { keeper, told } = door();
  await keeper.started();
  await keeper.ended(7, true);
  await keeper.windowClosed(7);
  await keeper.arrived([]);
  await keeper.permissionGiven();
  expect(told).toEqual([]);
});

it("looks once for a case, and again where it could not be read", async () => {
  const { keeper, told, session } = door();
  await session.write(casesKey, [{}]);
  const read = vi.spyOn(session, "read").mockRejectedValueOnce(new Error("not now"));
  await expect(keeper.started()).rejects.toThrow("not now");
  await keeper.ended(7, true);
  expect(told).toEqual(["loaded", "ended 7 true"]);
  const other = door();
  const readThere = vi.spyOn(other.session, "read");
  await Promise.all([other.keeper.started(), other.keeper.ended(7, true)]);
  await other.keeper.windowClosed(7);
  expect([read.mock.calls.length, readThere.mock.calls.length]).toEqual([2, 1]);
  await other.keeper.failed("550");
  await other.keeper.windowClosed(7);
  expect(other.told).toEqual(["loaded", "failed 550", "closed 7"]);
});

it.each([
  ["a failed send", (keeper: Doorkeeper<string>) => keeper.failed("550"), "failed 550"],
  [
    "a send that ended without its message",
    (keeper: Doorkeeper<string>) => keeper.ended(7, false),
    "ended 7 false",
  ],
  ["a mail that may have come back", (keeper: Doorkeeper<string>) => keeper.arrived([mail]), "arrived 1"],
  ["the menu", (keeper: Doorkeeper<string>) => keeper.asked(5), "asked 5"],
  ["the installation", (keeper: Doorkeeper<string>) => keeper.installed(true), "installed true"],
])("loads the rest once, for %s", async (_, happens, what) => {
  const { keeper, told } = door();
  await happens(keeper);
  await happens(keeper);
  expect(told).toEqual(["loaded", what, what]);
});

it("tells what crosses in time in the order in which it came", async () => {
  const { keeper, told } = door();
  await Promise.all([keeper.failed("550"), keeper.ended(7, true), keeper.windowClosed(7)]);
  expect(told).toEqual(["loaded", "failed 550", "ended 7 true", "closed 7"]);
});

it("takes up at once what a case waits for, and tells it of its window", async () => {
  const { keeper, told, session } = door();
  await session.write(casesKey, [{}]);
  await keeper.started();
  await keeper.ended(7, true);
  expect(told).toEqual(["loaded", "ended 7 true"]);
});

it("answers pages, and loads for the note of something undone", async () => {
  const { keeper, told } = door();
  expect(await keeper.answer("hello")).toBe("hello");
  const other = door();
  await other.keeper.reminded();
  expect([...told, ...other.told]).toEqual(["loaded", "loaded"]);
});
