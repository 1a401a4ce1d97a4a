// Carries a plan out, step by step: written down, made, confirmed. A step that Thunderbird refuses takes the
// steps before it back, so the settings are all old or all new.

import type { Evidence } from "../../engine/model/evidence.js";
import type { Plan } from "../../engine/model/finding.js";
import type { ServerSettings, SettingField } from "../../engine/model/server-settings.js";
import type { RecordedChange, Step } from "../../engine/fixes/step.js";
import { passwordsFor } from "../../engine/passwords/passwords-for.js";
import type { PasswordSource, WritingPorts, RefusedWrite, Written } from "../../ports.js";
import { changedSince, type Since } from "./changed-since.js";
import { isRecorded } from "./journal.js";
import { differing } from "./standing.js";
import { takeBack } from "./take-back.js";

export type Applied =
  | { readonly kind: "made"; readonly changeId: string; readonly proven: boolean }
  /** Nothing was written. */
  | Exclude<Since, { kind: "unchanged" }>
  | { readonly kind: "refused"; readonly because: RefusedWrite | "unrecorded" };

/**
 * `unrecorded`: on a full disk, what was to be done could not be written down first. Or somebody has changed it since it was
 * read, and has it back.
 */
type Refused = RefusedWrite | "unrecorded" | Extract<Since, { kind: "changed-since" }>;

type Needed = Pick<WritingPorts, "servers" | "accounts" | "lasting" | "clock" | "underWay">;

/** `proofId`: the log-in that was proven, to be saved; null where the settings could not be proven beforehand. */
export async function applyPlan(
  ports: Needed,
  plan: Plan,
  evidence: Evidence,
  proofId: string | null = null,
): Promise<Applied> {
  const since = await changedSince(ports, plan, evidence);
  if (since.kind !== "unchanged") {
    return since;
  }
  const at = ports.clock.now();
  const proven: PasswordSource | null = proofId === null ? null : { kind: "proof", proofId };
  const writer = new Writer(ports, proven, {
    changeId: crypto.randomUUID(),
    state: "pending",
    proven: proofId !== null,
    accountName: evidence.sender.accountName,
    at,
    steps: [],
    changes: plan.changes,
    settings: plan.settings,
    oldServerId: plan.kind === "new-entry" ? plan.serverId : null,
    told: false,
  });
  let refused: Refused | null;
  try {
    refused =
      plan.kind === "in-place"
        ? await changeInPlace(writer, plan, evidence)
        : await giveOwnEntry(writer, plan, evidence);
    refused ??= await writer.finish();
  } catch (error) {
    // Our own mistake. Only this change is taken back: another window's may be under way.
    await takeBack(ports, writer.change, "ours");
    throw error;
  }
  if (refused !== null) {
    await takeBack(ports, writer.change, "ours");
    return typeof refused === "string" ? { kind: "refused", because: refused } : refused;
  }
  return { kind: "made", changeId: writer.change.changeId, proven: proofId !== null };
}

async function changeInPlace(writer: Writer, plan: Plan, evidence: Evidence): Promise<Refused | null> {
  const { outgoing } = evidence;
  if (outgoing.kind !== "smtp") {
    return "gone";
  }
  const { server } = outgoing;
  const fields = plan.changes.flatMap(({ field }) => (field === "password" ? [] : [field]));
  const refused =
    fields.length === 0
      ? null
      : await writer.update(server.id, pick(server, fields), pick(plan.settings, fields));
  return refused ?? writer.savePassword(server.id, plan.settings, evidence);
}

/** The new entry is whole, with its password, before any identity is pointed to it. */
async function giveOwnEntry(writer: Writer, plan: Plan, evidence: Evidence): Promise<Refused | null> {
  const created = await writer.create(plan.settings, evidence.sender.address);
  if (created.kind === "refused") {
    return created.because;
  }
  const { serverId } = created.value;
  let refused: Refused | null = await writer.savePassword(serverId, plan.settings, evidence);
  for (const identityId of plan.identityIds) {
    refused ??= await writer.assign(identityId, serverId);
  }
  return refused;
}

const unrecorded = { kind: "refused", because: "unrecorded" } as const;

/** Keeps the journal one step ahead of Thunderbird. */
class Writer {
  constructor(
    private readonly ports: Needed,
    private readonly proven: PasswordSource | null,
    public change: RecordedChange,
  ) {}

  async create(
    settings: ServerSettings,
    description: string,
  ): Promise<Written<{ readonly serverId: string }> | typeof unrecorded> {
    const idsBefore = await this.ports.servers.ids();
    const step: Step = { kind: "create", serverId: null, settings, description, idsBefore };
    if (!(await this.begin(step))) {
      return unrecorded;
    }
    const created = await this.ports.servers.create(settings, description);
    if (created.kind === "refused") {
      return created;
    }
    this.answered({ ...step, serverId: created.value.serverId });
    return (await isRecorded(this.ports, this.change)) ? created : unrecorded;
  }

  async update(
    serverId: string,
    from: Partial<ServerSettings>,
    to: Partial<ServerSettings>,
  ): Promise<Refused | null> {
    const unset = (await this.ports.servers.unsetFields(serverId)).filter((field) => field in from);
    const step: Step = { kind: "update", serverId, from, to, unset };
    if (!(await this.begin(step))) {
      return "unrecorded";
    }
    const updated = await this.ports.servers.update(serverId, to, []);
    if (updated.kind === "refused") {
      return updated.because;
    }
    this.answered({ ...step, from: updated.value });
    const fields = differing(from, updated.value);
    return fields.length === 0 ? null : { kind: "changed-since", fields };
  }

  async assign(identityId: string, to: string): Promise<Refused | null> {
    const from = await this.ports.servers.assignedTo(identityId);
    const fromMissing = from !== null && from !== "" && !(await this.ports.servers.ids()).includes(from);
    const step: Step = { kind: "assign", identityId, from, fromMissing, to };
    if (!(await this.begin(step))) {
      return "unrecorded";
    }
    const assigned = await this.ports.servers.assign(identityId, to, "must-exist");
    if (assigned.kind === "refused") {
      return assigned.because;
    }
    this.answered({ ...step, from: assigned.value });
    return assigned.value === from ? null : { kind: "changed-since", fields: ["server"] };
  }

  /** No saved password anywhere is no failure: Thunderbird asks for it when the message is sent. */
  async savePassword(
    serverId: string,
    settings: ServerSettings,
    evidence: Evidence,
  ): Promise<"unrecorded" | null> {
    const sources = sourcesFor(settings, evidence, this.proven);
    if (sources.length === 0) {
      return null;
    }
    // Named before it is there, in Thunderbird's own form: whatever a crash leaves behind can be found by its name.
    const credentialId = `{${crypto.randomUUID()}}`;
    const step: Step = { kind: "save-password", serverId, credentialId };
    if (!(await this.begin(step))) {
      return "unrecorded";
    }
    for (const source of sources) {
      const { identityId } = evidence.sender;
      const copied = await this.ports.servers.copyPassword(source, serverId, identityId, credentialId);
      if (copied.kind === "copied") {
        // Until it is written down a crash leaves the name, which finds it.
        this.answered({ ...step, saved: true });
      }
      if (copied.kind !== "none-saved" && copied.kind !== "withheld") {
        break;
      }
    }
    return null;
  }

  /** Whole only once that is written down: what the store does not take is still begun, and is taken back as that. */
  async finish(): Promise<"unrecorded" | null> {
    const made: RecordedChange = { ...this.change, state: "made" };
    if (!(await isRecorded(this.ports, made))) {
      return "unrecorded";
    }
    this.change = made;
    return null;
  }

  private async begin(step: Step): Promise<boolean> {
    this.change = { ...this.change, steps: [...this.change.steps, step] };
    return isRecorded(this.ports, this.change);
  }

  /** By Thunderbird's own word: somebody may have changed it since the question. Written down with what follows. */
  private answered(step: Step): void {
    this.change = { ...this.change, steps: [...this.change.steps.slice(0, -1), step] };
  }
}

/** An OAuth2 token is Thunderbird's own to keep. Without a proof the credential rule decides: Thunderbird asks for what is not copied. */
function sourcesFor(
  settings: ServerSettings,
  evidence: Evidence,
  proven: PasswordSource | null,
): readonly PasswordSource[] {
  if (settings.signIn === "oauth2") {
    return [];
  }
  if (proven !== null) {
    return [proven];
  }
  const { sources, asks } = passwordsFor(settings, evidence);
  return settings.security === "none" || asks !== null ? [] : sources;
}

function pick(settings: ServerSettings, fields: readonly SettingField[]): Partial<ServerSettings> {
  return Object.fromEntries(fields.map((field) => [field, settings[field]]));
}
