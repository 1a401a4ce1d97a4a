// False alarms of the store edition, which must tell a failed send from what looks alike to an add-on: after each
// action no page, and no sign on its button but for the send that was cancelled while it ran. At the end, as the
// control, a refused send, which must open the page.
// `npm test` runs one of each of the first kinds, `npm run test:long` fifty, and writes test/results/false-alarms.md.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { isLong } from "./how-long.js";
import { readCaseFile, type CaseProfile } from "./case-file.js";
import { actions, closeCompose, openMessage, sampleSize, type Action } from "./false-alarms/actions.js";
import { alarm, sign, writeTable, type Row } from "./false-alarms/table.js";
import { heard, installWitness, keptInSession } from "./false-alarms/witness.js";
import { addOnErrors, installAddOn, sendToSleep } from "./thunderbird/add-on.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { readPage, waitForState } from "./thunderbird/page.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { camera } from "./thunderbird/screenshot.js";
import { newProfile } from "./thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "./thunderbird/thunderbird.js";
import { userJs } from "./thunderbird/user-js.js";
import { deliveries } from "./world/deliveries.js";
import type { MailHost } from "./world/mail-host.js";
import { startMailHosts, stopMailHosts } from "./world/start.js";

const filters = (process.env["LAB_FILTER"] ?? "").split(" ");
const isWanted = isLong || filters.some((filter) => "false-alarms".includes(filter));

const played: readonly Action[] = isLong
  ? Array.from({ length: 50 }, (_, index) => actions[index % actions.length]).filter(
      (one) => one !== undefined,
    )
  : actions.slice(0, sampleSize);

const healthy = readCaseFile(join(import.meta.dirname, "cases/healthy.json"));

/** Sends well as id1, meets silence as id2, is refused as id3. */
function profileOfThree(): CaseProfile {
  const { profile } = healthy;
  const [account] = profile.accounts;
  const { smtp1 } = profile.outgoing;
  if (account === undefined || smtp1 === undefined) throw new Error("healthy.json has changed");
  const [first] = account.identities;
  if (first === undefined) throw new Error("healthy.json has changed");
  const more = ["2", "3"].map((n) => ({ ...first, key: `id${n}`, outgoing: `smtp${n}` }));
  return {
    ...profile,
    accounts: [{ ...account, identities: [first, ...more] }],
    outgoing: {
      smtp1,
      smtp2: { ...smtp1, host: "smtp.silent.test" },
      smtp3: { ...smtp1, signIn: "none" },
    },
  };
}

/** The sign on our button in the compose window; "" where there is none. */
function signOnButton(thunderbird: Thunderbird): Promise<string> {
  return thunderbird.run(
    `const button = Services.wm.getMostRecentWindow("msgcompose")?.document.querySelector("[data-extensionid='" + args[0] + "']");
     return button?.getAttribute("badge") ?? "";`,
    thunderbird.addOnId,
  );
}

/** Longer than a real alarm takes (the control checks that), looked at all the while. */
const watchMilliseconds = 1500;

async function raised(thunderbird: Thunderbird): Promise<string> {
  const found = new Set<string>();
  for (const end = Date.now() + watchMilliseconds; Date.now() < end;) {
    if ((await signOnButton(thunderbird)) !== "") found.add(sign);
    if ((await readPage(thunderbird)) !== null) found.add(alarm);
    await sleep(100);
  }
  return [...found].join(" and ") || "nothing";
}

describe.runIf(isWanted)("false alarms of the store edition", () => {
  let thunderbird: Thunderbird;
  let hosts: readonly MailHost[];
  const rows: Row[] = [];
  const photograph = camera("dist/lab/false-alarms");

  beforeAll(async () => {
    hosts = await startMailHosts({ "smtp.silent.test": {} });
    const profile = profileOfThree();
    const folders = ["id1", "id2", "id3"].flatMap((key) => [
      [`mail.identity.${key}.draft_folder`, "mailbox://nobody@Local%20Folders/Drafts"],
      [`mail.identity.${key}.stationery_folder`, "mailbox://nobody@Local%20Folders/Templates"],
    ]);
    const prefs = {
      ...profilePrefs(profile),
      ...(Object.fromEntries(folders) as Record<string, string>),
      // Back online, the Outbox is left as it is, without a question.
      "offline.send.unsent_messages": 2,
    };
    thunderbird = await startThunderbird(newProfile("false-alarms", userJs(prefs)), "store");
    await prepareProfile(thunderbird, profile);
    await installAddOn(thunderbird, addOnFile("store"));
    await installWitness(thunderbird);
  });

  afterAll(async () => {
    await thunderbird.stop();
    await stopMailHosts(hosts);
  });

  test.each(played.map((action, index) => ({ ...action, number: index + 1 })))(
    "$number: $name",
    async ({ number, ...action }) => {
      const before = (await heard(thunderbird)).length;
      const subject = `Lab: no alarm ${String(number)}`;
      // Half of them with the background asleep; a compose window that opens wakes it.
      if (number % 2 === 0) await sendToSleep(thunderbird);
      const background = await thunderbird.run<string>(
        `return WebExtensionPolicy.getByID(args[0]).extension.backgroundState;`,
        thunderbird.addOnId,
      );
      await openMessage(thunderbird, action, subject);
      await action.play(thunderbird);
      await expect
        .poll(async () => (await heard(thunderbird)).length, { timeout: 15_000 })
        .toBe(before + action.ends);
      const row: Row = {
        action: action.name,
        background: background === "running" ? "awake" : "asleep",
        told: (await heard(thunderbird)).slice(before),
        raised: await raised(thunderbird),
      };
      rows.push(row);
      if (row.raised !== "nothing" && number < 20) await photograph(`alarm-${String(number)}`);
      await closeCompose(thunderbird);
      // A false alarm must not hide the next one.
      await thunderbird.run(
        `const { extensionStorageSession } = ChromeUtils.importESModule("resource://gre/modules/ExtensionStorage.sys.mjs");
         extensionStorageSession.remove(WebExtensionPolicy.getByID(args[0]).extension, "cases");`,
        thunderbird.addOnId,
      );
      const arrived = deliveries(hosts).some(
        (one) => one.subject.startsWith(`${subject} `) || one.subject === subject,
      );
      expect(arrived, "the message arrived").toBe(action.arrives);
      const expected = action.isToldAsFailed === true ? sign : "nothing";
      expect(row.raised, JSON.stringify(row.told)).toBe(expected);
    },
  );

  test("the control: a refused send opens the page", async () => {
    await sendToSleep(thunderbird);
    await openCompose(thunderbird, { identity: "id3", to: "friend@elsewhere.test", subject: "Lab: refused" });
    await pressSend(thunderbird);
    const failed = await outcomeOfSend(
      thunderbird,
      "alert",
      () => Promise.resolve(false),
      () => Promise.resolve(),
    );
    const page = await waitForState(thunderbird, ["need-input"], 10_000);
    await photograph("control");
    const took = page.readAt - (failed?.closedAt ?? 0);
    expect(took, "the watch is too short to see an alarm").toBeLessThan(watchMilliseconds);
    expect(await keptInSession(thunderbird, "cases", thunderbird.addOnId)).toHaveLength(1);
    expect(await addOnErrors(thunderbird)).toEqual([]);
    if (isLong)
      writeTable(rows, `a refused send, noticed ${String(took)} ms after Thunderbird's alert was closed`);
  });
});
