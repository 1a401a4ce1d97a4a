// The way of an add-on from a failed send to a proven fix, in the real program: the event, Thunderbird's alert, its page, the
// click on "Fix and send again", the proof, the settings written. Timed by Thunderbird's clock, and including what the
// remote control takes to press the two buttons.

import { setTimeout as sleep } from "node:timers/promises";
import { openCompose, outcomeOfSend, pressSend } from "../e2e/thunderbird/compose.js";
import { clickAction, waitForState } from "../e2e/thunderbird/page.js";
import { refusalTimes, watchRefusals } from "../e2e/thunderbird/refusal-time.js";
import { effectiveSettings } from "../e2e/thunderbird/settings.js";
import type { Thunderbird } from "../e2e/thunderbird/thunderbird.js";

export interface Fix {
  /** From the failure, as Thunderbird logs it, to the settings written: nothing is written before the proof. */
  readonly milliseconds: number;
  /** Of these, until the page offered the fix. */
  readonly untilOffered: number;
  /** From the moment Thunderbird's alert was closed until then. */
  readonly sinceAlert: number;
  /** From the click to the settings written: the proof. */
  readonly untilProven: number;
  /** "host:port" now in use. */
  readonly found: string;
}

/** Sends from `id1` with the profile's wrong settings, and fixes. `written`: when that was done, by Thunderbird's clock. */
export async function fixOf(
  thunderbird: Thunderbird,
  recipient: string,
  written: (thunderbird: Thunderbird) => Promise<number> = settingsWritten,
): Promise<Fix> {
  await watchRefusals(thunderbird);
  await watchSettings(thunderbird);
  const { closedAt, offeredAt } = await offerOf(thunderbird, recipient);
  const clickedAt = Date.now();
  await clickAction(thunderbird, "fix-and-send");
  const writtenAt = await written(thunderbird);
  const failedAt = (await refusalTimes(thunderbird))[0];
  if (failedAt === undefined) throw new Error("Thunderbird logged no failure");
  // Let the message go, so that its window does not stand in the way of the end.
  await sleep(1_000);
  const settings = (await effectiveSettings(thunderbird))["id1"];
  return {
    milliseconds: writtenAt - failedAt,
    untilOffered: offeredAt - failedAt,
    sinceAlert: offeredAt - closedAt,
    untilProven: writtenAt - clickedAt,
    found: `${settings?.host ?? "?"}:${String(settings?.port ?? 0)}`,
  };
}

/** Sends from `id1`: when Thunderbird's alert was closed, once it had been read so long, and when the page had its verdict. */
export async function offerOf(
  thunderbird: Thunderbird,
  recipient: string,
  readMilliseconds = 0,
): Promise<{ readonly closedAt: number; readonly offeredAt: number }> {
  await openCompose(thunderbird, { identity: "id1", to: recipient, subject: "bench" });
  await pressSend(thunderbird);
  await sleep(readMilliseconds);
  const neverSent = (): Promise<boolean> => Promise.resolve(false);
  const alert = await outcomeOfSend(thunderbird, "alert", neverSent, () => Promise.resolve());
  const offered = await waitForState(thunderbird, ["problem"], 30_000);
  if (alert === undefined) throw new Error("Thunderbird has shown no alert");
  return { closedAt: alert.closedAt, offeredAt: offered.readAt };
}

async function watchSettings(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`
    const w = Services.wm.getMostRecentWindow("mail:3pane");
    w.benchWrittenAt = [];
    w.benchObserver = { observe(subject, topic, name) {
      if (/^mail\\.(smtpserver\\.|identity\\..*\\.smtpServer$)/.test(name)) w.benchWrittenAt.push(Date.now());
    } };
    Services.prefs.addObserver("mail.", w.benchObserver);`);
}

/** The last of the writes that come together. */
function settingsWritten(thunderbird: Thunderbird): Promise<number> {
  return thunderbird.run<number>(`
    const w = Services.wm.getMostRecentWindow("mail:3pane");
    await until("the settings to be written", 30000, () =>
      w.benchWrittenAt.length && Date.now() - w.benchWrittenAt.at(-1) > 300);
    return w.benchWrittenAt.at(-1);`);
}
