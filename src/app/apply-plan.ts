// Carries a plan out, step by step: written down, made, confirmed. A step that Thunderbird refuses takes the
// steps before it back, so the settings are all old or all new.

import { mayReceivePassword } from "../engine/fixes/may-receive-password.js";
import type { Evidence } from "../engine/model/evidence.js";
import type { Plan } from "../engine/model/finding.js";
import { settingFields, type ServerSettings } from "../engine/model/server-settings.js";
import type { RecordedChange, Step } from "../engine/fixes/step.js";
import type { PasswordSource, Ports, RefusedWrite, Written } from "../ports.js";
import { passwordSources } from "./passwords.js";
import { record, withLastStep, withStep } from "./journal.js";
import { takeBack } from "./take-back.js";

export type Applied =
  | { readonly kind: "made"; readonly changeId: string }
  | { readonly kind: "refused"; readonly because: RefusedWrite };

type Needed = Pick<Ports, "servers" | "lasting" | "clock">;

/** `proofId`: the log-in that was proven, to be saved; null where the settings could not be proven beforehand. */
export async function applyPlan(
  ports: Needed,
  plan: Plan,
  evidence: Evidence,
  proofId: string | null = null,
): Promise<Applied> {
  const at = ports.clock.now();
  const proven: PasswordSource | null = proofId === null ? null : { kind: "proof", proofId };
  const writer = new Writer(ports, proven, {
    changeId: `${String(at)}-${evidence.sender.identityId}`,
    state: "pending",
    accountName: evidence.sender.accountName,
    at,
    steps: [],
  });
  let refused: RefusedWrite | null;
  try {
    refused =
      plan.kind === "in-place"
        ? await changeInPlace(writer, ports.servers, plan, evidence)
        : await giveOwnEntry(writer, plan, evidence);
  } catch (error) {
    // Our own mistake. Only this change is taken back: another window's may be under way.
    await takeBack(ports, writer.change);
    throw error;
  }
  if (refused !== null) {
    await takeBack(ports, writer.change);
    return { kind: "refused", because: refused };
  }
  await writer.finish();
  return { kind: "made", changeId: writer.change.changeId };
}

async function changeInPlace(
  writer: Writer,
  servers: Ports["servers"],
  plan: Plan,
  evidence: Evidence,
): Promise<RefusedWrite | null> {
  const { outgoing } = evidence;
  if (outgoing.kind !== "smtp") {
    return "gone";
  }
  const changed = plan.changes.flatMap(({ field }) =>
    field === "server" || field === "password" ? [] : [field],
  );
  const now = await servers.get(outgoing.server.id);
  if (now === null) {
    return "gone";
  }
  // What stays is part of what was proven: an entry that somebody has turned to another host is another entry.
  const kept = settingFields.filter((field) => !changed.includes(field));
  if (kept.some((field) => now[field] !== outgoing.server[field])) {
    return "invalid";
  }
  const refused =
    changed.length === 0
      ? null
      : await writer.update(now.id, pick(now, changed), pick(plan.settings, changed));
  if (refused === null) {
    await writer.savePassword(outgoing.server.id, plan.settings, evidence);
  }
  return refused;
}

/** The new entry is whole, with its password, before any identity is pointed to it. */
async function giveOwnEntry(writer: Writer, plan: Plan, evidence: Evidence): Promise<RefusedWrite | null> {
  const created = await writer.create(plan.settings, evidence.sender.address);
  if (created.kind === "refused") {
    return created.because;
  }
  const { serverId } = created.value;
  await writer.savePassword(serverId, plan.settings, evidence);
  let refused: RefusedWrite | null = null;
  for (const identityId of plan.identityIds) {
    refused ??= await writer.assign(identityId, serverId);
  }
  return refused;
}

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
  ): Promise<Written<{ readonly serverId: string }>> {
    const step: Step = { kind: "create", serverId: null, settings, description };
    await this.begin(step);
    const created = await this.ports.servers.create(settings, description);
    if (created.kind === "done") {
      await this.settle({ ...step, serverId: created.value.serverId });
    }
    return created;
  }

  async update(
    serverId: string,
    from: Partial<ServerSettings>,
    to: Partial<ServerSettings>,
  ): Promise<RefusedWrite | null> {
    await this.begin({ kind: "update", serverId, from, to });
    const updated = await this.ports.servers.update(serverId, to);
    return updated.kind === "refused" ? updated.because : null;
  }

  async assign(identityId: string, to: string): Promise<RefusedWrite | null> {
    const before = await this.ports.servers.ofIdentity(identityId);
    await this.begin({ kind: "assign", identityId, from: namedEntry(before), to });
    const assigned = await this.ports.servers.assign(identityId, to);
    return assigned.kind === "refused" ? assigned.because : null;
  }

  /** No saved password anywhere is no failure: Thunderbird asks for it when the message is sent. */
  async savePassword(serverId: string, settings: ServerSettings, evidence: Evidence): Promise<void> {
    const sources = this.proven === null ? savedSources(settings, evidence) : [this.proven];
    if (sources.length === 0) {
      return;
    }
    const step: Step = { kind: "save-password", serverId, credentialId: null };
    await this.begin(step);
    for (const source of sources) {
      const copied = await this.ports.servers.copyPassword(source, serverId);
      if (copied.kind === "copied") {
        await this.settle({ ...step, credentialId: copied.credentialId });
      }
      if (copied.kind !== "none-saved") {
        return;
      }
    }
  }

  async finish(): Promise<void> {
    this.change = { ...this.change, state: "made" };
    await record(this.ports.lasting, this.change);
  }

  private async begin(step: Step): Promise<void> {
    this.change = withStep(this.change, step);
    await record(this.ports.lasting, this.change);
  }

  private async settle(step: Step): Promise<void> {
    this.change = withLastStep(this.change, step);
    await record(this.ports.lasting, this.change);
  }
}

/** Without a proof the credential rule decides here: Thunderbird asks for what is not copied. */
function savedSources(settings: ServerSettings, evidence: Evidence): readonly PasswordSource[] {
  const allowed = settings.signIn !== "oauth2" && mayReceivePassword(settings, evidence);
  return allowed ? passwordSources(settings, evidence) : [];
}

function namedEntry(found: Evidence["outgoing"]): string | null {
  if (found.kind === "dangling") {
    return found.missingId;
  }
  return found.kind === "smtp" && found.assigned === "chosen" ? found.server.id : null;
}

function pick(settings: ServerSettings, fields: readonly (keyof ServerSettings)[]): Partial<ServerSettings> {
  return Object.fromEntries(fields.map((field) => [field, settings[field]]));
}
