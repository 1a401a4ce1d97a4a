// What has to happen before a page can be read: signs and notices are taken by who sees them, what was mended elsewhere is
// noticed, and the accounts are checked where there is nothing else to tell.

import type { Ports } from "../../ports.js";
import type { Page, PagePlace } from "../../protocol.js";
import { findCase, readCases, type Case } from "../case/case-file.js";
import { takeNotices } from "../case/notices.js";
import { settleMended } from "../change/mended-elsewhere.js";
import { checkAccounts } from "../notice/check-accounts.js";
import { lookAgain } from "../notice/look-again.js";
import { caseOfDisplayed } from "../notice/returned-mail.js";
import { casesAt, isOf, page, pageOf, pageOfCase } from "./page.js";
import { settleOutbox } from "./settle-outbox.js";

export async function openPage(ports: Ports, place: PagePlace): Promise<Page> {
  if (await ports.sibling.takesOver()) {
    ports.mailWindow.setBadge(false);
    return { state: "healthy", cases: [], empty: "sibling", notices: [] };
  }
  if (place.kind === "welcome") {
    return { state: "healthy", cases: [], empty: "installed", notices: [] };
  }
  if (place.kind === "message") {
    return pageOfMail(ports, await caseOfDisplayed(ports, place.tabId));
  }
  const notices = place.kind === "toolbar" ? await takeNotices(ports) : [];
  takeSigns(ports, place);
  const waiting = casesAt(place, await readCases(ports.session), ports.clock.now()) ?? [];
  await settleMended(ports, waiting);
  if (place.kind === "toolbar") {
    await settleOutbox(ports, waiting);
  }
  const all = await readCases(ports.session);
  if (casesAt(place, all, ports.clock.now()) === null) {
    await checkAccounts(ports, toldAt(place, all));
  }
  return page(ports, place, notices);
}

function takeSigns(ports: Ports, place: PagePlace): void {
  if (place.kind === "toolbar") {
    ports.mailWindow.setBadge(false);
  }
  if (place.kind === "compose") {
    ports.compose.setSign(place.windowId, false);
  }
}

/** *Check again*: the case of that window with the settings as they are now, or every account. */
export async function checkAgain(ports: Ports, place: PagePlace): Promise<Page> {
  const cases = await readCases(ports.session);
  const own =
    place.kind === "message"
      ? await caseOfDisplayed(ports, place.tabId)
      : (cases.find((entry) => isOf(place, entry)) ?? null);
  if (own !== null) {
    await lookAgain(ports, own.caseId);
    return openPage(ports, place);
  }
  return place.kind === "message" ? pageOfMail(ports, null) : checkNow(ports, toldAt(place, cases));
}

/** Only the toolbar's page tells of what has no window. */
function toldAt({ kind }: PagePlace, cases: readonly Case[]): readonly Case[] {
  return kind === "toolbar" ? cases : [];
}

/** Looks anew at every account; a compose window without a failed send is offered the same. */
async function checkNow(ports: Ports, told: readonly Case[] = []): Promise<Page> {
  await checkAccounts(ports, told);
  return pageOf(
    ports,
    (await readCases(ports.session)).filter(({ windowId }) => windowId === null),
  );
}

/** A mail that only looks like a bounce tells of nothing. */
async function pageOfMail(ports: Ports, entry: Case | null): Promise<Page> {
  return entry === null
    ? { state: "healthy", cases: [], empty: "no-refusal-in-mail", notices: [] }
    : pageOf(ports, [entry]);
}

/** The page a case is shown on. */
export async function pageWith(ports: Ports, caseId: string): Promise<Page> {
  const entry = await findCase(ports.session, caseId);
  return entry === null ? checkNow(ports) : pageOfCase(ports, entry);
}
