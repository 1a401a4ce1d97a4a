// Runs one case from its data: world, profile, mistake, send, page, click, truth.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CaseFile } from "./case-file.js";
import { checkClicks, checkErrors, checkPage, pageAsExpected } from "./checks.js";
import { addOnErrors, addOnIds, consoleTail, installAddOn, waitUntilAsleep } from "./thunderbird/add-on.js";
import type { FailedSend } from "./thunderbird/compose.js";
import type { Dialog } from "./thunderbird/dialogs.js";
import {
  composeIsOpen,
  openCompose,
  outcomeOfSend,
  pressSend,
  sendFromOutbox,
  sendLater,
} from "./thunderbird/compose.js";
import { clickAction, pasteText, readPage, verdictReadyAt, waitForState } from "./thunderbird/page.js";
import {
  awaitMail,
  countOutbox,
  openMail,
  settleInbox,
  pressMessageButton,
  toolbarMark,
} from "./thunderbird/inbox.js";
import { sendByAddOn } from "./thunderbird/sending-add-on.js";
import { prepareProfile } from "./thunderbird/prepare-profile.js";
import { profilePrefs } from "./thunderbird/profile.js";
import { alertTimes, refusalTimes, watchRefusals } from "./thunderbird/refusal-time.js";
import type { Camera } from "./thunderbird/screenshot.js";
import { camera } from "./thunderbird/screenshot.js";
import { effectiveSettings, snapshot } from "./thunderbird/settings.js";
import { newProfile } from "./thunderbird/template.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { startThunderbird } from "./thunderbird/thunderbird.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { userJs } from "./thunderbird/user-js.js";
import { mainLog } from "./world/deliveries.js";
import type { MailHost } from "./world/mail-host.js";
import { forgetLogIns } from "./world/logged-in.js";
import { writePolicy } from "./world/policy.js";
import { startMailHosts, stopMailHosts } from "./world/start.js";

/** Milliseconds, measured with the clock of the machine. */
export interface Timing {
  readonly name: string;
  readonly wholeCase: number;
  readonly refusedToAlert?: number | undefined;
  readonly refusedToVerdictReady?: number | undefined;
  readonly alertClosedToVerdict?: number | undefined;
  readonly clickToResult?: number | undefined;
}

/** What the checks look at. */
export interface Running {
  readonly file: CaseFile;
  readonly thunderbird: Thunderbird;
  readonly hosts: readonly MailHost[];
  readonly photograph: Camera;
}

type Pasted = NonNullable<CaseFile["paste"]>;

/** States in which the page has said its piece; `checking`, `fixing` and `sending` are on the way. */
const verdicts = ["problem", "settings-fine", "need-input", "healthy", "failed"];

export async function runCase(file: CaseFile, addOn: string): Promise<Timing> {
  const startedAt = Date.now();
  const hosts = await startMailHosts(file.world);
  writePolicy(addOnIds[file.edition ?? "full"], file.policy);
  forgetLogIns();
  const thunderbird = await startThunderbird(
    newProfile(file.name, userJs(profilePrefs(file.profile))),
    file.edition,
  );
  const photograph = camera(join("dist", "lab", file.name));
  try {
    const waits = await play({ file, thunderbird, hosts, photograph }, addOn);
    return { name: file.name, wholeCase: Date.now() - startedAt, ...waits };
  } catch (error) {
    const picture = await photograph("error");
    const heard = hosts.map((host) => host.heard()).filter((text) => text !== "");
    writeFileSync(join("dist", "lab", file.name, "exim.log"), [...mainLog(hosts), ...heard, ""].join("\n"));
    const said = await consoleTail(thunderbird).catch(() => []);
    if (error instanceof Error) error.message += `\n(screen: ${picture})\n${said.join("\n")}`;
    throw error;
  } finally {
    await thunderbird.stop();
    await stopMailHosts(hosts);
    writePolicy(addOnIds[file.edition ?? "full"], undefined);
    // The same case may run again at once.
    rmSync(thunderbird.profile, { recursive: true, force: true });
  }
}

async function play(running: Running, addOn: string): Promise<Omit<Timing, "name" | "wholeCase">> {
  const { file, thunderbird, photograph } = running;
  await prepareProfile(thunderbird, file.profile);
  const before = { snapshot: await snapshot(thunderbird), settings: await effectiveSettings(thunderbird) };
  await installAddOn(thunderbird, addOn);
  if (file.background === "asleep") await waitUntilAsleep(thunderbird);
  await watchRefusals(thunderbird);
  const failed = await provoke(running);
  const quietSince = (file.send?.alerts === undefined ? failed?.dialogs[0]?.shownAt : null) ?? Date.now();
  const page = await waitForState(thunderbird, verdicts, 30_000);
  // The panel takes its final size a little after the first picture in it.
  await sleep(400);
  await photograph(page.state);
  const readyAt = failed === undefined ? null : await verdictReadyAt(thunderbird);
  checkPage(file, await pageAsExpected(running, page));
  const clickToResult = await checkClicks(running, before, quietSince);
  checkErrors(await addOnErrors(thunderbird));
  const refusedAt = (await refusalTimes(thunderbird))[0];
  const alertAt = (await alertTimes(thunderbird))[0];
  return {
    refusedToAlert: refusedAt === undefined || alertAt === undefined ? undefined : alertAt - refusedAt,
    refusedToVerdictReady: refusedAt === undefined || readyAt === null ? undefined : readyAt - refusedAt,
    alertClosedToVerdict: failed === undefined ? undefined : page.readAt - failed.closedAt,
    clickToResult,
  };
}

/** The user name of the account that the identity belongs to. */
function receiverOf({ profile }: CaseFile, identity: string): string {
  const account = profile.accounts.find(({ identities }) => identities.some(({ key }) => key === identity));
  return account?.incoming.userName ?? "";
}

/** Waits for the bounce and opens the page where the user would: over it, or behind the marked toolbar button. */
async function openReturned(
  { file, thunderbird, photograph }: Running,
  identity: string,
  how: "displayed" | "arrived",
): Promise<void> {
  const userName = receiverOf(file, identity);
  await awaitMail(thunderbird, userName);
  if (how === "displayed") {
    await openMail(thunderbird, userName);
    await photograph("bounce");
    await pressMessageButton(thunderbird);
    return;
  }
  for (let tries = 0; (await toolbarMark(thunderbird)) === ""; tries++) {
    if (tries > 50) throw new Error("the toolbar button was not marked");
    await sleep(100);
  }
  if ((await readPage(thunderbird)) !== null) throw new Error("a page opened by itself");
  await photograph("marked");
  await pressToolbarButton(thunderbird);
}

async function paste({ thunderbird, photograph }: Running, { text, address }: Pasted): Promise<void> {
  await waitForState(thunderbird, verdicts, 30_000);
  await pasteText(thunderbird, text, address);
  await photograph("pasted");
  await clickAction(thunderbird, "check");
  // The box is in need-input, too.
  for (let tries = 0; tries < 100 && (await readPage(thunderbird))?.actions.includes("cancel"); tries++)
    await sleep(50);
}

/** The send that fails, or the toolbar button. */
async function provoke(running: Running): Promise<FailedSend | undefined> {
  const { file, thunderbird, photograph } = running;
  const { send } = file;
  if (send === undefined) {
    await pressToolbarButton(thunderbird);
    if (file.paste !== undefined) await paste(running, file.paste);
    return undefined;
  }
  const message = { ...send, subject: send.subject ?? `Lab: ${file.name}` };
  if (send.returned !== undefined) await settleInbox(thunderbird, receiverOf(file, send.identity));
  const windowless = send.fromOutbox === true || send.byAddOn === true;
  for (let number = 1; number <= (send.waiting ?? 0); number++) {
    await openCompose(thunderbird, { ...message, to: send.waitingTo ?? send.to });
    await sendLater(thunderbird);
  }
  if (send.byAddOn === true) await sendByAddOn(thunderbird, message);
  else await openCompose(thunderbird, message);
  await photograph("compose");
  if (send.fromOutbox === true) await sendFromOutbox(thunderbird);
  else if (send.byAddOn !== true) await pressSend(thunderbird);
  const sent = async (): Promise<boolean> => !windowless && !(await composeIsOpen(thunderbird));
  const last = file.expect.lastDialog ?? "alert";
  const look = async ({ kind }: Dialog): Promise<void> => {
    await photograph(kind);
  };
  let failed = await outcomeOfSend(thunderbird, last, sent, look);
  // Thunderbird goes on after a message that failed, and shows an alert for each.
  for (let number = 1; number < (send.alerts ?? (send.waiting ?? 0) + 1); number++)
    failed = await outcomeOfSend(thunderbird, last, sent, look);
  while (send.alerts !== undefined && (await countOutbox(thunderbird)) > send.alerts) await sleep(50);
  if (send.returned !== undefined) {
    if (failed !== undefined) throw new Error(`not sent: ${JSON.stringify(failed.dialogs)}`);
    await openReturned(running, send.identity, send.returned);
    return undefined;
  }
  if (send.accepted === true) {
    if (failed !== undefined) throw new Error(`not sent: ${JSON.stringify(failed.dialogs)}`);
    await sleep(1000);
    if ((await readPage(thunderbird)) !== null) throw new Error("a page opened though the message was sent");
    await pressToolbarButton(thunderbird);
    return undefined;
  }
  if (failed === undefined) throw new Error("the message was sent at once: the case's mistake is none");
  const alert = failed.dialogs.find(({ kind }) => kind === "alert")?.text ?? "";
  const expected = file.expect.alert ?? "";
  if (!alert.includes(expected)) throw new Error(`Thunderbird's alert lacks "${expected}": ${alert}`);
  return failed;
}
