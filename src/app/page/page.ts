// What a page shows: the case of its compose window, or, from the toolbar, what is going on and every account.

import type { Ports } from "../../ports.js";
import type { Page, PagePlace } from "../../protocol.js";
import { readCases, viewOf, type Case } from "../case/case-file.js";
import { looksUp } from "./agree-to-look-up.js";
import { checkAccounts } from "../notice/check-accounts.js";
import { resume } from "../find/investigate.js";
import { caseOfDisplayed } from "../notice/returned-mail.js";
import { lookAgain } from "../notice/look-again.js";
import { settleMended } from "../change/mended-elsewhere.js";
import { takeNotices } from "../case/notices.js";
import { settleSending } from "../send/send-unsent.js";
import { mostPressing } from "../case/state-of.js";

export async function page(ports: Ports, place: PagePlace): Promise<Page> {
  if (await ports.sibling.takesOver()) {
    ports.mailWindow.setBadge(false);
    return { state: "healthy", cases: [], empty: "sibling", notices: [] };
  }
  const notices = place.kind === "toolbar" ? await takeNotices(ports) : [];
  return { ...(await casesAt(ports, place)), notices };
}

async function casesAt(ports: Ports, place: PagePlace): Promise<Page> {
  if (place.kind === "message") {
    return pageOfMail(ports, await caseOfDisplayed(ports, place.tabId));
  }
  const now = ports.clock.now();
  await settleSending(ports, await readCases(ports.session));
  await settleMended(
    ports,
    (await readCases(ports.session)).filter((entry) => isOf(place, entry)),
  );
  const all = await readCases(ports.session);
  resume(ports, all);
  const own = all.filter((entry) => isOf(place, entry));
  const news = all.filter((entry) => isNews(entry, now));
  const checked = all.filter(
    ({ startedBy, at }) => startedBy === "check" && now - at < checkedForMilliseconds,
  );
  if (place.kind === "toolbar") {
    ports.mailWindow.setBadge(false);
  }
  if (place.kind === "compose") {
    ports.compose.setSign(place.windowId, false);
  }
  const shown = [own, place.kind === "toolbar" ? news : [], checked].find((cases) => cases.length > 0);
  return shown === undefined ? checkNow(ports, toldAt(place, all)) : pageOf(ports, shown);
}

function isOf(place: PagePlace, { caseId, windowId }: Case): boolean {
  switch (place.kind) {
    case "compose":
      return windowId === place.windowId;
    case "case":
      return caseId === place.caseId;
    case "message":
    case "toolbar":
      return false;
  }
}

/** So long a check is shown again instead of made again. */
const checkedForMilliseconds = 2 * 60 * 1000;

/** *Check again*: the case of that window with the settings as they are now, or every account. */
export async function checkAgain(ports: Ports, place: PagePlace): Promise<Page> {
  const cases = await readCases(ports.session);
  const own =
    place.kind === "message"
      ? await caseOfDisplayed(ports, place.tabId)
      : (cases.find((entry) => isOf(place, entry)) ?? null);
  if (own === null) {
    return place.kind === "message" ? pageOfMail(ports, null) : checkNow(ports, toldAt(place, cases));
  }
  await lookAgain(ports, own);
  return page(ports, place);
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

const newsForMilliseconds = 10 * 60 * 1000;
/** A bounce comes when nobody is looking. */
const arrivedForMilliseconds = 24 * 60 * 60 * 1000;

/** A refusal without a window, or a message that was just sent: told before, and instead of, the routine check. */
function isNews(entry: Case, now: number): boolean {
  const news = entry.startedBy === "arrived-mail" ? arrivedForMilliseconds : newsForMilliseconds;
  return entry.windowId === null && entry.startedBy !== "check" && now - entry.at < news;
}

/** The page a case is shown on. */
export async function pageWith(ports: Ports, caseId: string): Promise<Page> {
  const cases = await readCases(ports.session);
  const entry = cases.find((one) => one.caseId === caseId);
  if (entry === undefined) {
    return checkNow(ports);
  }
  return pageOf(
    ports,
    entry.startedBy === "check" ? cases.filter(({ startedBy }) => startedBy === "check") : [entry],
  );
}

async function pageOf(ports: Ports, cases: readonly Case[]): Promise<Page> {
  const { kind } = ports.mending;
  const sentences = kind === "guided" ? await ports.alerts.sentences() : {};
  const pressing = mostPressing(cases.map(({ state }) => state));
  const shown = [...cases].sort((left, right) => rank(left) - rank(right));
  return {
    state: pressing,
    cases: await Promise.all(
      shown.map(async (entry) => viewOf(entry, { kind, sentences, looksUp: await looksUp(ports, entry) })),
    ),
    empty: cases.length === 0 ? "no-accounts" : null,
    notices: [],
  };
}

/** Accounts in order are told last. */
function rank(entry: Case): number {
  return entry.state === "healthy" ? 1 : 0;
}
