// What must be true in a case: on the page, in the settings, in the password store, on the servers.
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { CaseFile } from "./case-file.js";
import type { Running } from "./run-case.js";
import { composeIsOpen } from "./thunderbird/compose.js";
import { openDialog } from "./thunderbird/dialogs.js";
import type { Page } from "./thunderbird/page.js";
import { clickAction, readPage, typePassword, waitForState } from "./thunderbird/page.js";
import type { EffectiveSettings, Snapshot } from "./thunderbird/settings.js";
import { effectiveSettings, snapshot } from "./thunderbird/settings.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import { rejectedSignIns, settledDeliveries } from "./world/deliveries.js";
import { passwords } from "./world/users.js";

interface Before {
  readonly snapshot: Snapshot;
  readonly settings: Readonly<Record<string, EffectiveSettings>>;
}

export function checkErrors(errors: readonly string[]): void {
  expect(errors, "errors of the add-on in the browser console").toEqual([]);
}

export function checkPage({ expect: expected }: CaseFile, page: Page): void {
  if (expected.state !== undefined)
    expect(page.state, `state of the page: ${page.text}`).toBe(expected.state);
  expect(page.text.split(/\s+/).length, `a sentence on the page: ${page.text}`).toBeGreaterThan(4);
  for (const action of expected.without ?? []) expect(page.actions, page.text).not.toContain(action);
  expect(page.findings, page.text).toMatchObject(expected.findings ?? {});
  if (expected.changes !== undefined) {
    expect(Object.keys(page.changes).sort(), `offered changes: ${page.text}`).toEqual(
      Object.keys(expected.changes).sort(),
    );
    expect(page.changes).toMatchObject(expected.changes);
  }
  if (expected.serverText !== undefined) expect(page.serverText).toContain(expected.serverText);
  for (const words of expected.says ?? []) expect(page.text.toLowerCase()).toContain(words.toLowerCase());
}

/** Presses what the case presses and checks everything under `then`. Resolves with the milliseconds it took. */
export async function checkClick(running: Running, before: Before): Promise<number | undefined> {
  const { file, thunderbird, photograph } = running;
  const pressedAt = Date.now();
  const rejectedBefore = rejectedSignIns(running.hosts);
  let took: number | undefined;
  if (file.click !== undefined) {
    if (file.click.password !== undefined) await typePassword(thunderbird, file.click.password);
    await clickAction(thunderbird, file.click.action);
    if (file.then?.state !== undefined) await waitForResult(running, file.then.state);
    took = Date.now() - pressedAt;
    await photograph(file.then?.state ?? "clicked");
  }
  await checkTruth(running, before);
  // A repair signs in with what it has proven: no host may be tried with a password it refuses.
  expect(rejectedSignIns(running.hosts), "refused sign-ins after the click").toEqual(rejectedBefore);
  if (file.then?.undo === true) await checkUndo(running, before);
  return took;
}

/** A sent message closes its window and the page in it, so "sent" may be gone before it can be read. */
async function waitForResult({ thunderbird, file }: Running, state: string): Promise<void> {
  if (state !== "sent" || file.send === undefined) {
    await waitForState(thunderbird, [state], 40_000);
    return;
  }
  let last: Page | null = null;
  for (let tries = 0; tries < 400; tries++) {
    last = (await readPage(thunderbird)) ?? last;
    if (last?.state === "sent" || !(await composeIsOpen(thunderbird))) return;
    if (last?.state === "failed") break;
    const dialog = await openDialog(thunderbird);
    if (dialog !== null) throw new Error(`Thunderbird opened a dialog (${dialog.kind}): ${dialog.text}`);
    await sleep(100);
  }
  throw new Error(`not sent; the page says: ${JSON.stringify(last)}`);
}

async function checkTruth({ file, thunderbird, hosts }: Running, before: Before): Promise<void> {
  const { then, send } = file;
  if (then === undefined) return;
  const arrived = await settledDeliveries(hosts, then.delivered);
  expect(
    arrived.filter(({ to }) => to === send?.to),
    `deliveries to ${send?.to ?? "anyone"}, all: ${JSON.stringify(arrived)}`,
  ).toHaveLength(then.delivered);
  const now = await snapshot(thunderbird);
  if (then.unchanged === true) expect(now).toEqual(before.snapshot);
  if (then.settings !== undefined) expect(await effectiveSettings(thunderbird)).toMatchObject(then.settings);
  for (const login of then.logins ?? []) {
    const password = passwords[login.userName] ?? file.click?.password ?? "";
    expect(now.logins, "saved log-ins").toContainEqual({ ...login, passwordHash: await sha256(password) });
  }
  // Whatever the case: no password that was saved may be lost.
  for (const login of before.snapshot.logins)
    expect(now.logins, "a saved password was lost").toContainEqual(login);
}

/** Undo on the page that is open, or on the one behind the toolbar button when the first went with its window. */
async function checkUndo({ thunderbird, photograph }: Running, before: Before): Promise<void> {
  if ((await readPage(thunderbird)) === null) await pressToolbarButton(thunderbird);
  for (let tries = 0; tries < 100 && !(await readPage(thunderbird))?.actions.includes("undo"); tries++)
    await sleep(100);
  await photograph("before-undo");
  await clickAction(thunderbird, "undo");
  await expect.poll(() => effectiveSettings(thunderbird), { timeout: 10_000 }).toEqual(before.settings);
  await photograph("undone");
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(digest).toString("base64");
}
