// How many cases are kept: the oldest go first, but never one that something is being done about. Accounts and windows are
// as many as the user has, and all of theirs are kept; so are failed sends without a window, one for each address
// (name-of.ts): nobody else tells of them. Returned mails come in crowds and nobody waits for them: they have a
// ration of their own, and push nobody else's case out; each can be opened again over the mail itself.

import type { Case } from "../model/case.js";
import { isWithoutWindow } from "./name-of.js";

const maximumMails = 30;
const maximumOthers = 30;

/** Oldest first, as they are kept. */
export function withoutSurplus(cases: readonly Case[]): readonly Case[] {
  const mails = surplusOf(cases.filter(isMail), maximumMails);
  const others = surplusOf(
    cases.filter(
      (entry) =>
        !isMail(entry) && entry.startedBy !== "check" && entry.windowId === null && !isWithoutWindow(entry),
    ),
    maximumOthers,
  );
  return cases.filter((entry) => !mails.has(entry) && !others.has(entry));
}

export function isMail({ startedBy }: Case): boolean {
  return startedBy === "arrived-mail" || startedBy === "returned-mail";
}

function surplusOf(cases: readonly Case[], maximum: number): ReadonlySet<Case> {
  const atRest = cases.filter(({ state }) => state !== "fixing" && state !== "sending");
  return new Set(atRest.slice(0, Math.max(0, cases.length - maximum)));
}
