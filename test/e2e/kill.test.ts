// Kills Thunderbird at many moments around a fix, starts it again on the same profile, and looks for anything lost.
// `npm test` runs a few of them, `npm run test:long` all (in two halves), and writes test/results/kill.md.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { tablePart } from "./how-long.js";
import { readCaseFile, type CaseFile } from "./case-file.js";
import { armKillSwitch } from "./kill/kill-switch.js";
import { moments, nameOf, type Moment, type Scenario } from "./kill/moments.js";
import { keepRow, writeTable, type Row } from "./kill/table.js";
import { installAddOn } from "./thunderbird/add-on.js";
import { openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { comparable, toldOnce, undoIsExact, untilAction } from "./thunderbird/afterwards.js";
import { settledJournal } from "./thunderbird/journal.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { quietPrefs } from "./thunderbird/quiet-prefs.js";
import { snapshot, type Snapshot } from "./thunderbird/settings.js";
import { newProfile } from "./thunderbird/template.js";
import { startThunderbird, type Thunderbird } from "./thunderbird/thunderbird.js";
import { userJs } from "./thunderbird/user-js.js";
import { deliveries } from "./world/deliveries.js";
import type { MailHost } from "./world/mail-host.js";
import { startMailHosts, stopMailHosts } from "./world/start.js";

const filters = (process.env["LAB_FILTER"] ?? "").split(" ");
const isWanted = filters.some((filter) => "kill".includes(filter));

function chosen(): readonly Moment[] {
  if (tablePart === null) return isWanted ? moments.filter(({ isSample }) => isSample) : [];
  const [which = 1, of = 1] = tablePart.split("/").map(Number);
  const size = Math.ceil(moments.length / of);
  return moments.slice((which - 1) * size, which * size);
}

const subject = "Lab: written before the crash";

interface Failed {
  readonly hosts: readonly MailHost[];
  readonly thunderbird: Thunderbird;
  readonly before: Snapshot;
}

/** A message that is saved as a draft and refused, with the page open on it. */
async function untilTheClick(scenario: Scenario, name: string): Promise<Failed> {
  const file = readCaseFile(join(import.meta.dirname, "cases", `${scenario}.json`));
  const drafts = "mailbox://nobody@Local%20Folders/Drafts";
  const prefs = Object.fromEntries(
    file.profile.accounts.flatMap(({ identities }) =>
      identities.map(({ key }) => [`mail.identity.${key}.draft_folder`, drafts]),
    ),
  );
  const hosts = await startMailHosts(file.world);
  let thunderbird: Thunderbird | null = null;
  try {
    thunderbird = await startThunderbird(
      newProfile(name, userJs({ ...profilePrefs(file.profile), ...prefs })),
    );
    const before = await refused(thunderbird, file);
    return { hosts, thunderbird, before };
  } catch (error) {
    await thunderbird?.stop();
    await stopMailHosts(hosts);
    throw error;
  }
}

async function refused(thunderbird: Thunderbird, file: CaseFile): Promise<Snapshot> {
  if (file.send === undefined) throw new Error(`${file.name} sends nothing`);
  await prepareProfile(thunderbird, file.profile);
  const before = await snapshot(thunderbird);
  await installAddOn(thunderbird, addOnFile());
  await openCompose(thunderbird, { ...file.send, subject });
  await saveDraft(thunderbird);
  await pressSend(thunderbird);
  const never = (): Promise<boolean> => Promise.resolve(false);
  await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
  await waitForState(thunderbird, ["problem", "need-input"], 30_000);
  await untilAction(thunderbird, "fix-and-send");
  // What was there before is on the disk, as in life, where it was written long ago; the profile must not set it anew.
  await thunderbird.run(`Services.prefs.savePrefFile(null); await sleep(1600);`);
  writeFileSync(join(thunderbird.profile, "user.js"), userJs(quietPrefs));
  return before;
}

async function saveDraft(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const w = Services.wm.getMostRecentWindow("msgcompose");
     w.gMsgCompose.editor.insertText?.("A line that must not be lost.");
     w.setTimeout(() => w.goDoCommand("cmd_saveAsDraft"), 0);`,
  );
  await expect.poll(() => draftIsSaved(thunderbird.profile), { timeout: 10_000 }).toBe(true);
}

/** In Thunderbird's own file: the draft, not marked as deleted. */
function draftIsSaved(profile: string): boolean {
  const path = join(profile, "Mail", "Local Folders", "Drafts");
  if (!existsSync(path)) return false;
  return readFileSync(path, "latin1")
    .split(/^From /m)
    .some((message) => {
      const flags = Number.parseInt(/^X-Mozilla-Status: (\w+)/m.exec(message)?.[1] ?? "0", 16);
      return message.includes(`Subject: ${subject}`) && (flags & 0x8) === 0;
    });
}

/** The settings after the same fix, undisturbed: what "all new" is compared with. */
const whole = new Map<Scenario, unknown>();
async function allNew(scenario: Scenario): Promise<unknown> {
  if (!whole.has(scenario)) {
    const { hosts, thunderbird } = await untilTheClick(scenario, `whole-${scenario}`);
    try {
      await clickAction(thunderbird, "fix-and-send");
      await expect.poll(() => deliveries(hosts).length, { timeout: 15_000 }).toBe(1);
      whole.set(scenario, comparable(await snapshot(thunderbird)));
    } finally {
      await thunderbird.stop();
      await stopMailHosts(hosts);
      rmSync(thunderbird.profile, { recursive: true, force: true });
    }
  }
  return whole.get(scenario);
}

async function survives(moment: Moment): Promise<Row> {
  const settingsNew = await allNew(moment.scenario);
  const name = `kill-${nameOf(moment).replaceAll(/\W+/g, "-")}`;
  const { hosts, thunderbird, before } = await untilTheClick(moment.scenario, name);
  let again: Thunderbird | null = null;
  try {
    await armKillSwitch(thunderbird, moment.trigger);
    // The answer to the click may die with the program.
    await clickAction(thunderbird, "fix-and-send").catch(() => undefined);
    const end = await Promise.race([thunderbird.ended.then(() => "killed"), sleep(20_000, "alive")]);
    expect(end, "Thunderbird after the moment").toBe("killed");
    await sleep(300);
    again = await startThunderbird(thunderbird.profile);
    const journal = await settledJournal(again);
    const now = await snapshot(again);
    const isOld = JSON.stringify(now) === JSON.stringify(before);
    if (!isOld) expect(comparable(now), "neither all old nor all new").toEqual(settingsNew);
    for (const login of before.logins)
      expect(
        now.logins.map(({ origin, userName, passwordHash }) => ({ origin, userName, passwordHash })),
        "a saved log-in is lost",
      ).toContainEqual({
        origin: login.origin,
        userName: login.userName,
        passwordHash: login.passwordHash,
      });
    const arrived = deliveries(hosts).length;
    const isDraft = draftIsSaved(again.profile);
    expect(arrived, "the message arrived more than once").toBeLessThanOrEqual(1);
    expect(isDraft || arrived === 1, "the message is lost").toBe(true);
    const told = await toldOnce(again, journal);
    const undo = isOld ? "nothing to undo" : await undoIsExact(again, before);
    return {
      moment: nameOf(moment),
      journal:
        journal
          .map(({ state, steps }) => `${steps.map(({ kind }) => kind).join(", ")} → ${state}`)
          .join("; ") || "empty",
      settings: isOld ? "old" : "new",
      message: [isDraft ? "in Drafts" : "", arrived === 1 ? "arrived" : ""].filter(Boolean).join(" and "),
      told,
      undo,
    };
  } finally {
    await again?.stop();
    if (again === null) await thunderbird.stop();
    await stopMailHosts(hosts);
    rmSync(thunderbird.profile, { recursive: true, force: true });
  }
}

const table = chosen();
test.runIf(table.length > 0)("there are moments to kill at", () => {
  expect(moments.length).toBeGreaterThanOrEqual(50);
});
for (const moment of table)
  test(nameOf(moment), { timeout: 300_000 }, async () => {
    const row = await survives(moment);
    if (tablePart === null) return;
    keepRow(row);
    writeTable();
  });
