// Thunderbird's list of outgoing servers, its identities and its default, as the Experiment shows them
// (src/experiment/…/read-entries.ts, write-entries.ts): a key that leads nowhere is dangling, no key is the default.

import { settingFields } from "../../src/engine/model/server-settings.js";
import type { OutgoingFound } from "../../src/engine/model/evidence.js";
import type {
  IncomingServer,
  OutgoingServer,
  ServerSettings,
  SettingField,
} from "../../src/engine/model/server-settings.js";
import type { PasswordTakenBack } from "../../src/engine/model/attempt.js";
import type { OutgoingServers, PasswordSource, RefusedWrite, Written } from "../../src/ports.js";
import type { Interruptions } from "./interruptions.js";
import { smtpOrigin, type SavedLogIns } from "./saved-log-ins.js";

export interface FakeEntry extends ServerSettings {
  readonly id: string;
  readonly type: "smtp" | "ews";
  readonly description: string;
  readonly locked: readonly SettingField[];
  /** Fields that only show Thunderbird's default. */
  readonly unset: readonly SettingField[];
}
export interface FakeIdentity {
  readonly identityId: string;
  readonly accountId: string;
  readonly address: string;
  /** The entry it names; null or "": the default. */
  readonly chosen: string | null;
}
export interface FakeAccount {
  readonly accountId: string;
  readonly name: string;
  readonly incoming: Omit<IncomingServer, "savedPassword"> | null;
}

export class FakeServers implements OutgoingServers {
  entries: readonly FakeEntry[] = [];
  identities: readonly FakeIdentity[] = [];
  accounts: readonly FakeAccount[] = [];
  defaultId: string | null = null;
  busy = new Set<string>();
  /** What a proof left behind, by its id. */
  proven = new Map<string, string>();
  readonly settingsOpened: string[] = [];
  private created = 0;

  constructor(
    private readonly logIns: SavedLogIns,
    private readonly interruptions: Interruptions,
  ) {}

  async ofIdentity(identityId: string): Promise<OutgoingFound> {
    await this.turn();
    const identity = this.identities.find((one) => one.identityId === identityId);
    const entry = this.entryOf(identity?.chosen ?? null);
    if (identity === undefined || entry === null) {
      return identity?.chosen ? { kind: "dangling", missingId: identity.chosen } : { kind: "none" };
    }
    if (entry.type !== "smtp") {
      return { kind: "other-type", type: entry.type };
    }
    return {
      kind: "smtp",
      server: this.shown(entry),
      assigned: identity.chosen ? "chosen" : "default",
    };
  }

  async assignedTo(identityId: string): Promise<string | null> {
    await this.turn();
    return this.identities.find((one) => one.identityId === identityId)?.chosen ?? null;
  }

  async ids(): Promise<readonly string[]> {
    await this.turn();
    return this.entries.map(({ id }) => id);
  }

  async unsetFields(serverId: string): Promise<readonly SettingField[]> {
    await this.turn();
    return this.entries.find(({ id }) => id === serverId)?.unset ?? [];
  }

  async get(serverId: string): Promise<OutgoingServer | null> {
    await this.turn();
    const entry = this.entries.find(({ id, type }) => id === serverId && type === "smtp");
    return entry === undefined ? null : this.shown(entry);
  }

  async incomingOf(accountId: string): Promise<IncomingServer | null> {
    await this.turn();
    const incoming = this.accounts.find((one) => one.accountId === accountId)?.incoming ?? null;
    return incoming === null
      ? null
      : { ...incoming, savedPassword: this.logIns.saved(incomingOrigin(incoming), incoming.userName) };
  }

  async create(settings: ServerSettings, description: string): Promise<Written<{ serverId: string }>> {
    await this.turn();
    const because = this.interruptions.refused() ?? (settings.host === "" ? "invalid" : null);
    if (because !== null) {
      return { kind: "refused", because };
    }
    this.created += 1;
    const id = `smtp-new-${String(this.created)}`;
    this.entries = [
      ...this.entries,
      { ...picked(settings), id, type: "smtp", description, locked: [], unset: [] },
    ];
    this.interruptions.written();
    return { kind: "done", value: { serverId: id } };
  }

  async update(
    serverId: string,
    to: Partial<ServerSettings>,
    unset: readonly SettingField[] = [],
  ): Promise<Written<Partial<ServerSettings>>> {
    await this.turn();
    const entry = this.entries.find(({ id }) => id === serverId);
    const fields = settingFields.filter((field) => to[field] !== undefined);
    const isLocked = fields.some((field) => entry?.locked.includes(field));
    const because = this.interruptions.refused() ?? this.whyNot(entry) ?? (isLocked ? "locked" : null);
    if (entry === undefined || because !== null) {
      return { kind: "refused", because: because ?? "gone" };
    }
    const old = Object.fromEntries(fields.map((field) => [field, entry[field]]));
    const without = [...entry.unset.filter((field) => !fields.includes(field)), ...unset];
    this.entries = this.entries.map((one) => (one === entry ? { ...one, ...to, unset: without } : one));
    this.interruptions.written();
    return { kind: "done", value: old };
  }

  async assign(
    identityId: string,
    serverId: string | null,
    missing: "must-exist" | "may-be-missing" = "must-exist",
  ): Promise<Written<string | null>> {
    await this.turn();
    const identity = this.identities.find((one) => one.identityId === identityId);
    const leadsNowhere =
      missing !== "may-be-missing" && Boolean(serverId) && !this.entries.some(({ id }) => id === serverId);
    const present = this.entryOf(identity?.chosen ?? null)?.id ?? "";
    const isBusy = [present, serverId ?? ""].some((id) => this.busy.has(id));
    const because = this.interruptions.refused() ?? (leadsNowhere ? "gone" : isBusy ? "busy" : null);
    if (identity === undefined || because !== null) {
      return { kind: "refused", because: because ?? "gone" };
    }
    this.identities = this.identities.map((one) => (one === identity ? { ...one, chosen: serverId } : one));
    this.interruptions.written();
    return { kind: "done", value: identity.chosen };
  }

  async remove(serverId: string, newDefaultId: string | null = null): Promise<Written<null>> {
    await this.turn();
    const entry = this.entries.find(({ id }) => id === serverId);
    const isNamed = this.identities.some(({ chosen }) => chosen === serverId);
    const because = this.interruptions.refused() ?? this.whyNot(entry) ?? (isNamed ? "busy" : null);
    if (because !== null) {
      return { kind: "refused", because };
    }
    this.entries = this.entries.filter(({ id }) => id !== serverId);
    this.defaultId = this.defaultId === serverId ? newDefaultId : this.defaultId;
    this.interruptions.written();
    return { kind: "done", value: null };
  }

  async copyPassword(
    from: PasswordSource,
    toServerId: string,
    _identityId: string,
    credentialId: string,
  ): ReturnType<OutgoingServers["copyPassword"]> {
    await this.turn();
    const target = this.entries.find(({ id }) => id === toServerId);
    if (this.logIns.locked || target === undefined) {
      return { kind: this.logIns.locked ? "locked" : "none-saved" };
    }
    const before = this.logIns.list;
    const place = { origin: smtpOrigin(target.host), userName: target.userName };
    const copied = this.logIns.copy(this.password(from), from, place, credentialId, () => {
      this.interruptions.written();
    });
    if (this.logIns.list !== before) {
      this.interruptions.written();
    }
    return copied;
  }

  async removePassword(credentialId: string, serverId: string): Promise<Written<PasswordTakenBack>> {
    await this.turn();
    if (this.logIns.locked) {
      return { kind: "refused", because: "primary-password" };
    }
    const named = this.logIns.list.find(({ id }) => id === credentialId);
    const isUsed = this.entries.some(
      ({ id, host, userName, signIn }) =>
        id !== serverId &&
        smtpOrigin(host) === named?.origin &&
        userName === named.userName &&
        signIn === "password",
    );
    const came = this.logIns.remove(credentialId, isUsed);
    this.interruptions.written();
    return { kind: "done", value: came };
  }

  async openSettings(accountId: string): Promise<void> {
    await this.turn();
    this.settingsOpened.push(accountId);
  }

  /** What Thunderbird would sign in with; null: it would ask. */
  password(from: PasswordSource): string | null {
    if (from.kind === "proof") {
      return this.proven.get(from.proofId) ?? null;
    }
    if (from.kind === "outgoing") {
      const entry = this.entries.find(({ id }) => id === from.serverId);
      return entry === undefined
        ? null
        : (this.logIns.find(smtpOrigin(entry.host), entry.userName)?.password ?? null);
    }
    const incoming = this.accounts.find(({ accountId }) => accountId === from.accountId)?.incoming ?? null;
    return incoming === null
      ? null
      : (this.logIns.find(incomingOrigin(incoming), incoming.userName)?.password ?? null);
  }

  private async turn(): Promise<void> {
    await Promise.resolve();
    this.interruptions.alive();
  }

  private entryOf(chosen: string | null): FakeEntry | null {
    // Without a default Thunderbird takes the first of the list.
    const fallback = this.defaultId ?? this.entries[0]?.id;
    const wanted = chosen === null || chosen === "" ? fallback : chosen;
    return this.entries.find(({ id }) => id === wanted) ?? null;
  }

  private whyNot(entry: FakeEntry | undefined): RefusedWrite | null {
    if (entry === undefined) {
      return "gone";
    }
    if (entry.type !== "smtp") {
      return "not-smtp";
    }
    return this.busy.has(entry.id) ? "busy" : null;
  }

  private shown(entry: FakeEntry): OutgoingServer {
    const users = this.identities.filter(({ chosen }) => this.entryOf(chosen) === entry);
    return {
      ...entry,
      type: "smtp",
      isDefault: this.entryOf(null) === entry,
      identityIds: users.map(({ identityId }) => identityId),
      savedPassword: this.logIns.saved(smtpOrigin(entry.host), entry.userName),
    };
  }
}

export function incomingOrigin({ type, host }: Pick<IncomingServer, "type" | "host">): string {
  return `${type === "pop3" ? "mailbox" : type}://${host}`;
}

function picked({ host, port, security, signIn, userName }: ServerSettings): ServerSettings {
  return { host, port, security, signIn, userName };
}
