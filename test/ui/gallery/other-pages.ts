// The history and the options in every state a user can meet, and more accounts than are shown at once, for axe.ts.

import type { HistoryEntry } from "../../../src/engine/model/history.js";
import type { OptionsShown } from "../../../src/engine/model/options.js";
import type { History } from "../../../src/protocol.js";
import type { samples } from "../sample-pages.js";
import { caseView, changes, healthy, pageOf } from "../sample-pages.js";

const inUse: HistoryEntry = {
  changeId: "1",
  accountName: "anna@example.com",
  at: Date.UTC(2026, 4, 3, 12),
  changes,
  security: "starttls",
  status: "in-use",
  changedSince: [],
  oldEntry: null,
};

const old = {
  host: "smtp.old.example",
  port: 587,
  security: "starttls",
  userName: "anna@old.example",
  description: "Old",
} as const;

const entries: readonly HistoryEntry[] = [
  inUse,
  {
    ...inUse,
    changeId: "2",
    oldEntry: old,
    changes: [{ field: "host", from: old.host, to: "mail.example.com" }],
  },
  { ...inUse, changeId: "3", status: "undone" },
  { ...inUse, changeId: "4", status: "as-before" },
  { ...inUse, changeId: "5", status: "under-way" },
  { ...inUse, changeId: "6", status: "left" },
  { ...inUse, changeId: "7", status: "changed-since", changedSince: ["port", "users"] },
];

export const historySamples: readonly { readonly name: string; readonly history: History }[] = [
  { name: "empty", history: { entries: [], outcome: null } },
  { name: "of every kind", history: { entries, outcome: null } },
  {
    name: "after a click",
    history: { entries, outcome: { changeId: "1", outcome: { kind: "not-undone", because: "busy" } } },
  },
];

const full: OptionsShown = {
  lookUpSettings: true,
  quiet: false,
  watchArriving: true,
  lookUps: "as-thunderbird-does",
  arrivals: "filtered",
  settled: [],
  hosts: [],
};

export const optionsSamples: readonly {
  readonly name: string;
  readonly options: OptionsShown;
  readonly history: History;
}[] = [
  { name: "full", options: full, history: { entries, outcome: null } },
  {
    name: "store",
    options: {
      ...full,
      lookUps: "asked-for",
      arrivals: "weighed",
      hosts: ["https://autoconfig.example.com/*"],
    },
    history: { entries: [], outcome: null },
  },
  {
    name: "settled by a policy",
    options: { ...full, settled: ["lookUpSettings", "quiet"] },
    history: { entries: [], outcome: null },
  },
];

/** Not among the others: a test of those wants every case on the page. */
export const moreSamples: typeof samples = [
  {
    name: "accounts-many",
    place: "toolbar",
    page: pageOf(
      ...Array.from({ length: 14 }, (_, index) =>
        caseView(index < 3 ? "problem" : "healthy", {
          caseId: `case${String(index)}`,
          accountName: `Account ${String(index)}`,
          from: `user${String(index)}@example.com`,
          refusal: null,
          canSend: false,
          canTest: true,
          ...(index >= 3 && { diagnosis: healthy }),
          ...(index === 0 && { outcome: { kind: "undone" } as const }),
        }),
      ),
    ),
  },
];
