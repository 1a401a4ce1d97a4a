// Our own mistakes are said, kept, and shown; and nothing of the user's is in what is said of them.

import { describe, expect, it } from "vitest";
import { bugOf, bugSaid } from "../../../src/engine/model/our-bug.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { defineRule } from "../../../src/engine/rules/rule.js";
import { bugsOf, findCase } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { readBugs, reporting } from "../../../src/app/report/bugs.js";
import { reportOf } from "../../../src/app/report/report.js";
import { failedSend, thunderbird } from "../profile.js";

const secret = "alice@example.test said swordfish";

describe("a mistake of ours", () => {
  it("is named by its kind and its places, never by its message", () => {
    const bug = bugOf(new TypeError(secret), "a test");
    expect(bug).toMatchObject({ what: "TypeError", where: "a test" });
    expect(bug.places[0]).toMatch(/^bugs\.test\.ts:\d+:\d+$|^test\.ts:\d+:\d+$/);
    expect(bugSaid(bug)).not.toContain("swordfish");
  });

  it.each(["TypeError", "AbortError2"])("keeps the name of its kind: %s", (name) => {
    expect(bugOf(Object.assign(new Error(secret), { name }), "a test").what).toBe(name);
  });

  it.each([`Error: ${secret}`, `${secret}: Error`, "", "x".repeat(61)])(
    "whose kind is no plain name is called an error: %s",
    (name) => {
      expect(bugOf(Object.assign(new Error(secret), { name }), "a test").what).toBe("error");
    },
  );

  it.each([null, undefined, secret, { message: secret }])("may be thrown in any shape: %j", (thrown) => {
    expect(bugSaid(bugOf(thrown, "a test"))).not.toContain("swordfish");
  });

  it("is said in the console, kept, and thrown on", async () => {
    const fake = thunderbird();
    const broken = async (): Promise<never> => Promise.reject(new RangeError(secret));
    await expect(reporting(fake.ports, "a failed send", broken)).rejects.toThrow(RangeError);
    expect(fake.bugsSaid).toMatchObject([{ what: "RangeError", where: "a failed send" }]);
    expect(await readBugs(fake.ports)).toEqual(fake.bugsSaid);
    expect(fake.session.text).not.toContain("swordfish");
  });

  it("that cannot be kept is said all the same", async () => {
    const fake = thunderbird();
    fake.session.write = () => Promise.reject(new Error("full"));
    await expect(
      reporting(fake.ports, "a test", async () => Promise.reject(new TypeError())),
    ).rejects.toThrow();
    expect(fake.bugsSaid.map(({ where }) => where)).toEqual(["a test", "keeping a bug"]);
  });

  it("while servers are asked loses no verdict, and stands in Details and in the report", async () => {
    const fake = thunderbird();
    fake.look = () => Promise.reject(new TypeError(secret));
    await noticeFailedSend(fake.ports, failedSend());
    await investigated(fake.ports, "window-7");
    const [view] = (await openPage(fake.ports, { kind: "compose", windowId: 7 })).cases;
    expect(view?.state).toBe("problem");
    expect(view?.bugs).toMatchObject([{ what: "TypeError", where: "asking servers" }]);
    const entry = await findCase(fake.session, "window-7");
    const manner = { kind: "written", today: "2026-11-28" } as const;
    const said =
      entry === null ? "" : reportOf(entry, manner, bugsOf(entry, await readBugs(fake.ports))).tools;
    expect(said).toContain("Our own mistake: TypeError in asking servers");
    expect(said).not.toContain("swordfish");
  });
});

it("of a rule stands in its finding, and the diagnosis goes on", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend());
  const entry = await findCase(fake.session, "window-7");
  const broken = defineRule({
    id: "port-25",
    needs: [],
    judge: () => {
      throw new TypeError(secret);
    },
  });
  const diagnosis = entry === null ? null : diagnose(entry.evidence, [broken]);
  expect(diagnosis?.findings).toMatchObject([
    {
      rule: "port-25",
      verdict: "skipped",
      missing: "rule-failed",
      bug: { what: "TypeError", where: "port-25" },
    },
  ]);
});
