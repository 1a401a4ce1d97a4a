// What must be true in a case: on the page, in the settings, in the password store, on the servers.
import { isDeepStrictEqual } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { CaseFile } from "./case-file.js";
import type { Running } from "./run-case.js";
import { composeIsOpen, outcomeOfSend } from "./thunderbird/compose.js";
import { countOutbox } from "./thunderbird/inbox.js";
import { openDialog } from "./thunderbird/dialogs.js";
import type { Page } from "./thunderbird/page.js";
import { clickAction, readPage, typePassword, waitForState } from "./thunderbird/page.js";
import type { EffectiveSettings, SavedLogin, Snapshot } from "./thunderbird/settings.js";
import { effectiveSettings, snapshot } from "./thunderbird/settings.js";
import { pressToolbarButton } from "./thunderbird/toolbar.js";
import type { Command } from "./world/commands.js";
import { commands, proofLogIns, secretsHeard } from "./world/commands.js";
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
  for (const words of expected.detailsSay ?? []) expect(page.details).toContain(words);
  for (const words of expected.saysNot ?? [])
    expect(page.text.toLowerCase()).not.toContain(words.toLowerCase());
}

/** The page once it says what the case expects, or as it is when the time for that is over. */
export async function pageAsExpected({ file, thunderbird }: Running, first: Page): Promise<Page> {
  const until = Date.now() + 1000 * (file.expect.within ?? 3);
  for (let page = first; ;) {
    page = (await readPage(thunderbird)) ?? page;
    try {
      checkPage(file, page);
      return page;
    } catch {
      if (Date.now() > until) return page;
    }
    await sleep(100);
  }
}

/**
 * Presses what the case presses and checks everything under `then`, and the log-ins.
 * Resolves with the milliseconds from the last click to its result.
 */
export async function checkClicks(
  running: Running,
  before: Before,
  quietSince: number,
): Promise<number | undefined> {
  const { file, thunderbird, photograph } = running;
  const clicks = file.click ?? [];
  const pressedAt: number[] = [];
  const rejectedBefore = rejectedSignIns(running.hosts).length;
  let took: number | undefined;
  for (const [index, click] of clicks.entries()) {
    const state = index === clicks.length - 1 ? file.then?.state : click.state;
    await untilOffered(thunderbird, click.action);
    if (click.password !== undefined) await typePassword(thunderbird, click.password);
    const at = Date.now();
    pressedAt.push(at);
    await clickAction(thunderbird, click.action, click.card);
    if (click.alert !== undefined) await closeAlert(running, click.alert, click.reads);
    if (state !== undefined) await waitForResult(running, state);
    took = Date.now() - at;
    await photograph(state ?? "clicked");
  }
  await checkTruth(running, before);
  checkLogIns(running, quietSince, pressedAt);
  const rejected = rejectedSignIns(running.hosts).slice(rejectedBefore);
  expect(rejected, "refused log-ins after the click").toHaveLength(file.then?.logIns?.refused ?? 0);
  // Whatever the case: what was changed can be undone, bit for bit.
  const now = await snapshot(running.thunderbird);
  if (file.then?.forGood === true) expect(now.prefs, "removed for good").not.toEqual(before.snapshot.prefs);
  else if (!isDeepStrictEqual(now, before.snapshot)) await checkUndo(running, before);
  else expect(file.then?.undo, "nothing was changed, so nothing could be undone").not.toBe(true);
  return took;
}

/** A page that opens by itself, or in a tab, takes a moment. */
async function untilOffered(thunderbird: Running["thunderbird"], action: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await readPage(thunderbird))?.actions.includes(action) === true) return;
    await sleep(100);
  }
}

async function closeAlert(
  { thunderbird, photograph }: Running,
  expected: string,
  seconds = 0,
): Promise<void> {
  const failed = await outcomeOfSend(
    thunderbird,
    "alert",
    () => Promise.resolve(false),
    async ({ kind }) => {
      await photograph(kind);
      await sleep(seconds * 1_000);
    },
  );
  expect(failed?.dialogs.at(-1)?.text).toContain(expected);
}

/** A sent message closes its window and the page in it, so "sent" may be gone before it can be read. */
async function waitForResult({ thunderbird, file }: Running, state: string): Promise<void> {
  if (
    state !== "sent" ||
    file.send === undefined ||
    file.send.fromOutbox === true ||
    file.send.byAddOn === true
  ) {
    await waitForState(thunderbird, [state], 25_000);
    return;
  }
  let last: Page | null = null;
  for (const end = Date.now() + 25_000; Date.now() < end;) {
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
    arrived.map(({ to }) => to),
    `deliveries: ${JSON.stringify(arrived)}`,
  ).toEqual(Array.from({ length: then.delivered }, () => send?.to));
  if (then.outbox !== undefined)
    expect(await countOutbox(thunderbird), "messages in the Outbox").toBe(then.outbox);
  const text =
    then.says === undefined ? "" : ((await readPage(thunderbird))?.text ?? "no page").toLowerCase();
  for (const words of then.says ?? []) expect(text, "the page in the end").toContain(words.toLowerCase());
  const now = await snapshot(thunderbird);
  if (then.unchanged === true) expect(now).toEqual(before.snapshot);
  if (then.settings !== undefined) expect(await effectiveSettings(thunderbird)).toMatchObject(then.settings);
  for (const { origin, userName, password = passwords[userName] ?? "" } of then.logins ?? []) {
    expect(now.logins, "saved log-ins").toContainEqual({
      origin,
      userName,
      realm: origin,
      passwordHash: await sha256(password),
    });
  }
  // Whatever the case: no password that was saved may be lost.
  const replaced = (login: SavedLogin): boolean =>
    (then.replaced ?? []).some(
      ({ origin, userName }) => origin === login.origin && userName === login.userName,
    );
  for (const login of before.snapshot.logins.filter((saved) => !replaced(saved)))
    expect(now.logins, "a saved password was lost").toContainEqual(login);
}

/** DESIGN §5, by the servers' logs; whatever the case. `quietSince`: Thunderbird's own send is over. */
function checkLogIns({ file, hosts }: Running, quietSince: number, clicks: readonly number[]): void {
  const all = commands(hosts);
  const between = (from: number, to: number): readonly Command[] =>
    all.filter(({ at }) => at >= from && at < to);
  // Were the logs not understood, everything below would hold.
  // A set-up that never signs in, and stays as it was, sends without.
  const ownWay = file.then?.unchanged === true ? [] : ["AUTH"];
  if ((file.then?.delivered ?? 0) > 0)
    expect(all.map(({ verb }) => verb)).toEqual(expect.arrayContaining([...ownWay, "MAIL", "RCPT", "DATA"]));
  const unasked = between(quietSince, clicks[0] ?? Infinity);
  expect(
    unasked.filter(({ verb }) => verb === "AUTH" || verb === "DATA"),
    "log-ins and messages without a click",
  ).toEqual([]);
  for (const [index, at] of clicks.entries()) {
    const after = between(at, clicks[index + 1] ?? Infinity);
    const logIns = proofLogIns(after);
    expect(logIns.length, `log-ins after a click: ${JSON.stringify(logIns)}`).toBeLessThanOrEqual(
      file.then?.logIns?.max ?? 2,
    );
    const messages = after.filter(({ verb }) => verb === "DATA");
    expect(messages.length, `messages after a click: ${JSON.stringify(messages)}`).toBeLessThanOrEqual(
      1 + (file.send?.waiting ?? 0),
    );
  }
  if (file.then?.logIns?.at !== undefined)
    expect([...new Set(all.filter(({ verb }) => verb === "AUTH").map(({ host }) => host))].sort()).toEqual(
      [...file.then.logIns.at].sort(),
    );
  const wasOpen = Object.values(file.profile.outgoing).some(
    ({ security, signIn }) => (security ?? "none") === "none" && signIn === "password",
  );
  // Where the user's own set-up goes by an exception, the certificate is what he excepted.
  const excepted = (file.profile.exceptions ?? []).filter(({ host, port }) =>
    Object.values(file.profile.outgoing).some((entry) => entry.host === host && entry.port === port),
  );
  const exposed = all.filter(
    ({ verb, host, ...command }) =>
      verb === "AUTH" && !command.protected && !excepted.some((exception) => exception.host === host),
  );
  if (!wasOpen) expect(exposed, "log-ins without verified TLS").toEqual([]);
  expect(secretsHeard(hosts), "passwords told to something that is no mail host").toEqual([]);
}

/** Undo on the page that is open, or on the one behind the toolbar button when the first went with its window. */
async function checkUndo({ thunderbird, photograph }: Running, before: Before): Promise<void> {
  // A permission that the user gave anew on the provider's page while the message was sent is Thunderbird's own.
  const withoutTokens = ({ logins, ...rest }: Snapshot): Snapshot => ({
    ...rest,
    logins: logins.filter(({ origin }) => !origin.startsWith("oauth://")),
  });
  if ((await readPage(thunderbird)) === null) await pressToolbarButton(thunderbird);
  for (let tries = 0; tries < 100 && !(await readPage(thunderbird))?.actions.includes("undo"); tries++)
    await sleep(100);
  await photograph("before-undo");
  await clickAction(thunderbird, "undo");
  await expect
    .poll(async () => withoutTokens(await snapshot(thunderbird)), { timeout: 10_000 })
    .toEqual(withoutTokens(before.snapshot));
  expect(await effectiveSettings(thunderbird)).toEqual(before.settings);
  await photograph("undone");
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Buffer.from(digest).toString("base64");
}
