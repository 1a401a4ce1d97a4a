// What a page shows: the case of its compose window, or, from the toolbar, what is going on and every account. Reads, and
// does nothing else: what has to happen before is open-page.ts's.

import { mostPressing } from "../../engine/case/state-of.js";
import type { Ports } from "../../ports.js";
import type { Notice, Page, PagePlace } from "../../protocol.js";
import { readCases, viewOf, type Case } from "../case/case-file.js";
import { readJournal } from "../change/journal.js";
import { readBugs } from "../report/bugs.js";
import { today } from "../case/today.js";
import { lookUpsFor } from "./agree-to-look-up.js";
import { waitsInOutbox } from "./settle-outbox.js";

/** `notices`: what is told once, and was taken for this page. */
export async function page(ports: Ports, place: PagePlace, notices: readonly Notice[] = []): Promise<Page> {
  const shown = casesAt(place, await readCases(ports.session), ports.clock.now());
  const hasChanges = place.kind === "toolbar" && (await readJournal(ports.lasting)).length > 0;
  return { ...(await pageOf(ports, shown ?? [])), notices, ...(hasChanges && { hasChanges }) };
}

/** Null where nothing is known yet that belongs there: the accounts are checked first. */
export function casesAt(place: PagePlace, all: readonly Case[], now: number): readonly Case[] | null {
  const own = all.filter((entry) => isOf(place, entry));
  const news = place.kind === "toolbar" ? all.filter((entry) => isNews(entry, now)) : [];
  const checks = all.filter(({ startedBy }) => startedBy === "check");
  const checked = checks.some(({ at }) => now - at < checkedForMilliseconds) ? checks : [];
  return [own, news, checked].find((cases) => cases.length > 0) ?? null;
}

export function isOf(place: PagePlace, { caseId, windowId }: Case): boolean {
  switch (place.kind) {
    case "compose":
      return windowId === place.windowId;
    case "case":
      return caseId === place.caseId;
    default:
      return false;
  }
}

/** So long a check is shown again instead of made again. */
const checkedForMilliseconds = 2 * 60 * 1000;
const newsForMilliseconds = 10 * 60 * 1000;
/** A bounce comes when nobody is looking, and what waits in the Outbox may be asked to wait until tomorrow. */
const longNewsForMilliseconds = 24 * 60 * 60 * 1000;

/**
 * A refusal, whose message waits in an open window or has none, or a message that was just sent: told before, and instead
 * of, the routine check.
 */
function isNews(entry: Case, now: number): boolean {
  if (entry.windowId !== null) {
    return entry.isDoubtful !== true;
  }
  const isLong = entry.startedBy === "arrived-mail" || waitsInOutbox(entry);
  const news = isLong ? longNewsForMilliseconds : newsForMilliseconds;
  return entry.startedBy !== "check" && now - entry.at < news;
}

/** The page of one case, or of all checks where it is one of them. */
export async function pageOfCase(ports: Ports, entry: Case): Promise<Page> {
  const all = entry.startedBy === "check" ? await readCases(ports.session) : [entry];
  return pageOf(
    ports,
    all.filter(({ startedBy }) => startedBy === entry.startedBy),
  );
}

export async function pageOf(ports: Ports, cases: readonly Case[]): Promise<Page> {
  const { kind } = ports.mending;
  const sentences = kind === "guided" ? await ports.alerts.sentences() : {};
  const bugs = await readBugs(ports);
  const { supportAddress } = await ports.companyPolicy();
  const pressing = mostPressing(cases.map(({ state }) => state));
  const shown = [...cases].sort((left, right) => rank(left) - rank(right));
  return {
    state: pressing,
    cases: await Promise.all(
      // Whether it is looked up is shown only where the user mends by hand, and is read for each account by itself.
      shown.map(async (entry) =>
        viewOf(entry, {
          kind,
          sentences,
          bugs,
          supportAddress,
          lookUps: kind === "written" ? "made" : await lookUpsFor(ports, entry),
          today: today(ports.clock),
        }),
      ),
    ),
    empty: cases.length === 0 ? "no-accounts" : null,
    notices: [],
  };
}

/** The worst first: what asks for something, what is not known yet, what has failed, what waits, what is in order. */
function rank({ state, evidence }: Case): number {
  switch (state) {
    case "checking":
      return 1;
    case "settings-fine":
      return evidence.reported?.notice?.event === "delayed" ? 3 : 2;
    case "healthy":
      return 4;
    default:
      return 0;
  }
}
