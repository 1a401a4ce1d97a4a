// Every change on record, the newest first: what it was, how it stands now, whether it can be undone, and whether the
// entry it left behind is of no use to anybody any more.

import type { RecordedChange } from "../../engine/fixes/step.js";
import type { OutgoingServer } from "../../engine/model/server-settings.js";
import type { WritingPorts } from "../../ports.js";
import type { HistoryEntry, OldEntry } from "../../engine/model/history.js";
import type { History, HistoryOutcome } from "../../protocol.js";
import { readCases } from "../case/case-file.js";
import { findChange, readJournal } from "../change/journal.js";
import { changedFields, createdBy, standingsOf } from "../change/standing.js";
import { toldOf, undoChange } from "./undo.js";

type Servers = Pick<WritingPorts, "servers">;

export async function historyOf(ports: WritingPorts, outcome: History["outcome"] = null): Promise<History> {
  const changes = [...(await readJournal(ports.lasting))].reverse();
  return { entries: await Promise.all(changes.map(async (change) => entryOf(ports, change))), outcome };
}

async function entryOf(ports: Servers, change: RecordedChange): Promise<HistoryEntry> {
  const { changeId, accountName, at, changes, settings } = change;
  const oldEntry = await oldEntryOf(ports, change);
  return {
    changeId,
    accountName,
    at,
    changes,
    security: settings.security,
    oldEntry: oldEntry === null ? null : shown(oldEntry),
    ...(await standsOf(ports, change)),
  };
}

async function standsOf(
  { servers }: Servers,
  { state, steps }: RecordedChange,
): Promise<Pick<HistoryEntry, "status" | "changedSince">> {
  if (state !== "made" && state !== "kept") {
    return { status: state === "pending" ? "under-way" : state, changedSince: [] };
  }
  // A password stands as ours whatever happens to it: it tells nothing of the rest.
  const settings = (await standingsOf(servers, steps)).filter(({ step }) => step.kind !== "save-password");
  const changedSince = changedFields(settings);
  if (changedSince.length > 0) {
    return { status: "changed-since", changedSince };
  }
  const back = settings.filter(({ standing }) => standing.kind === "as-before").length;
  if (back > 0 && back === settings.length) {
    return { status: "as-before", changedSince: [] };
  }
  const stands = back > 0 ? "partly-back" : "in-use";
  return { status: state === "made" ? "under-way" : stands, changedSince: [] };
}

/** Null while anybody could still send through it, and where it is not ours to say that it is of no use. */
async function oldEntryOf({ servers }: Servers, change: RecordedChange): Promise<OutgoingServer | null> {
  if (change.state !== "kept" || change.oldServerId === null) {
    return null;
  }
  const entry = await servers.get(change.oldServerId);
  return entry === null || entry.identityIds.length > 0 || entry.locked.length > 0 ? null : entry;
}

function shown({ host, port, security, userName, description }: OutgoingServer): OldEntry {
  return { host, port, security, userName, description };
}

/** The page of the same change, where one is open or comes again, shows it too. */
export async function undoFromHistory(ports: WritingPorts, changeId: string): Promise<History> {
  const outcome = await undoChange(ports, changeId);
  const entry = (await readCases(ports.session)).find((one) => one.changeId === changeId);
  if (entry !== undefined && outcome.kind === "undone") {
    await toldOf(ports, entry.caseId, changeId, outcome);
  }
  return historyOf(ports, { changeId, outcome });
}

/** For good: the saved password stays in Thunderbird, but the change that left the entry cannot be undone any more. */
export async function removeOldEntry(ports: WritingPorts, changeId: string): Promise<History> {
  const outcome = await ports.underWay.inLine("changes", async (): Promise<HistoryOutcome> => {
    const change = await findChange(ports.lasting, changeId);
    const entry = change === null ? null : await oldEntryOf(ports, change);
    if (change === null || entry === null) {
      return { kind: "not-removed", because: "in-use" };
    }
    const removed = await ports.servers.remove(entry.id, await successorOf(ports, change));
    if (removed.kind === "done") {
      return { kind: "removed", host: entry.host };
    }
    return { kind: "not-removed", because: removed.because === "locked" ? "locked" : "in-use" };
  });
  return historyOf(ports, { changeId, outcome });
}

/** Where the old entry was the default one, the new one takes its place. */
async function successorOf({ servers }: Servers, { steps }: RecordedChange): Promise<string | null> {
  const create = steps.find((step) => step.kind === "create");
  return create === undefined ? null : ((await createdBy(servers, create))?.id ?? null);
}
