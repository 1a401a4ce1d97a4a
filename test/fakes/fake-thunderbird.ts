// An in-memory Thunderbird behind the ports: settings, log-ins, stores, windows, servers to talk to, a clock.
// What a test did not say about the outside (a server, a proof, a look-up) throws when it is asked for.

import { companyPolicy } from "../../src/engine/model/company-policy.js";
import type { Probe, ProbeAnswer } from "../../src/engine/model/probe.js";
import type { UnderWay } from "../../src/under-way.js";
import type { OurBug } from "../../src/engine/model/our-bug.js";
import type { ReturnedMail } from "../../src/engine/model/returned-mail.js";
import type {
  Attempt,
  LookUp,
  LookUpSource,
  Ports,
  Proof,
  ServerTalk,
  WritingPorts,
} from "../../src/ports.js";
import { remembered } from "../../src/app/case/remembered.js";
import { casesKey } from "../../src/app/case/any-case.js";
import { optionsKey } from "../../src/app/find/options.js";
import { underWay } from "../../src/app/case/under-way.js";
import { carryOut } from "../../src/app/send/carry-out.js";
import { FakeServers, type FakeAccount, type FakeEntry, type FakeIdentity } from "./fake-servers.js";
import { FakeStore } from "./fake-store.js";
import { Interruptions } from "./interruptions.js";
import { SavedLogIns } from "./saved-log-ins.js";
import { virtualWait } from "./virtual-clock.js";

export interface FakeProfile {
  readonly entries: readonly FakeEntry[];
  readonly identities: readonly FakeIdentity[];
  readonly accounts: readonly FakeAccount[];
  readonly defaultId?: string | null;
  readonly logIns?: readonly {
    readonly origin: string;
    readonly userName: string;
    readonly password: string;
  }[];
}

export class FakeThunderbird {
  readonly interruptions = new Interruptions();
  readonly logIns = new SavedLogIns();
  readonly servers = new FakeServers(this.logIns, this.interruptions);
  readonly session = new FakeStore(this.interruptions);
  readonly lasting = new FakeStore(this.interruptions);
  /** Compose windows that are open. */
  readonly windows = new Set<number>();
  readonly sent: number[] = [];
  /** Called where Thunderbird rejects the last message that was handed to it. */
  reject: () => void = () => undefined;
  readonly pagesShown: (number | "main" | "welcome")[] = [];
  /** Windows whose button has, or had, the sign. */
  readonly signs = new Map<number, boolean>();
  /** Compose windows whose page has a window of its own. */
  readonly ownWindows = new Set<number>();
  readonly attempts: Attempt[] = [];
  readonly ended: string[] = [];
  readonly bugsSaid: OurBug[] = [];
  badge = false;
  offline = false;
  /** The other edition of this add-on is installed, and outranks this one. */
  siblingTakesOver = false;
  /** Messages in the Outbox by Message-ID, and those seen going out of it. */
  unsent: readonly string[] = [];
  readonly gone: string[] = [];
  /** Settled when Thunderbird does not send from there any more. */
  outboxAtRest: Promise<boolean> = Promise.resolve(true);
  sendUnsent: (() => ReturnType<Ports["outbox"]["send"]>) | null = null;
  /** Bounces by Thunderbird's number; the first is displayed. */
  readonly mails = new Map<number, ReturnedMail>();
  /** Message-ID headers of messages in the folders. */
  readonly copies = new Set<string>();
  timesTold = 0;
  mainWindowInFront = false;
  /** Thunderbird's permission to ask the hosts of a look-up. */
  mayLookUp = true;
  time = 1_700_000_000_000;
  /** What a server answers that is looked at; absent: nobody said, so it throws. */
  look: ((host: string, port: number) => ProbeAnswer | Promise<ProbeAnswer | null>) | null = null;
  prove: ((attempt: Attempt) => Proof | Promise<Proof>) | null = null;
  lookUp: ((domain: string, source: LookUpSource) => LookUp) | null = null;
  getMail: ((accountId: string) => Awaited<ReturnType<Ports["incomingMail"]["get"]>>) | null = null;

  constructor(profile: FakeProfile) {
    this.servers.entries = profile.entries;
    this.servers.identities = profile.identities;
    this.servers.accounts = profile.accounts;
    this.servers.defaultId = profile.defaultId ?? null;
    for (const { origin, userName, password } of profile.logIns ?? []) {
      this.logIns.add(origin, userName, password);
    }
  }

  /** Everything a user could miss afterwards. */
  snapshot(): unknown {
    const { entries, identities, defaultId } = this.servers;
    return structuredClone({ entries, identities, defaultId, logIns: this.logIns.list });
  }

  /** The program ends and starts: what lasts is there, the session is not. */
  restart(): void {
    this.interruptions.clear();
    this.session.clear();
    this.sleep();
  }

  /** The background ends in the middle of what it does: that is never heard of again. The next one knows what is in the stores. */
  sleep(): void {
    Object.assign(this.ports.underWay, { inLine: never, carryOut: never });
    this.ports = { ...this.ports, ...this.remembered(), underWay: this.freshUnderWay() };
  }

  private remembered(): Pick<WritingPorts, "session" | "lasting"> {
    return {
      session: remembered(this.session, [casesKey]),
      lasting: remembered(this.lasting, [optionsKey]),
    };
  }

  private freshUnderWay(): UnderWay {
    return underWay(async (effect, caseId) => carryOut(this.ports, effect, caseId));
  }

  /** The messages leave the Outbox, as Thunderbird's own sending of them does. */
  goOut(...messageIds: readonly string[]): void {
    this.unsent = this.unsent.filter((id) => !messageIds.includes(id));
    this.gone.push(...messageIds);
  }

  /** What Thunderbird's own alerts say, by name; empty as in the store edition. */
  alertSentences: Readonly<Record<string, string>> = {};

  readonly talk: ServerTalk = {
    look: async ({ host, port, security }) => {
      await Promise.resolve();
      const answer = await asked(this.look, `a look at ${host}:${String(port)}`)(host, port);
      return answer === null
        ? null
        : ({ host, port, security, answer, addresses: ["192.0.2.1"] } satisfies Probe);
    },
    prove: async (attempt) => {
      this.attempts.push(attempt);
      await Promise.resolve();
      return asked(this.prove, `a proof at ${attempt.settings.host}`)(attempt);
    },
    end: async (operationId) => {
      await Promise.resolve();
      this.ended.push(operationId);
    },
  };

  historyOpened = 0;
  /** Whether arriving mail is heard of. */
  arrivalsWatched = true;
  /** What an administrator has settled. */
  managed: Readonly<Record<string, unknown>> = {};
  /** Pages that were opened in the default browser. */
  readonly opened: string[] = [];

  ports: WritingPorts = {
    underWay: this.freshUnderWay(),
    openInBrowser: async (url) => {
      await Promise.resolve();
      this.opened.push(url);
    },
    settings: this.servers,
    mending: {
      kind: "written",
      servers: this.servers,
      talk: this.talk,
      openHistory: () => {
        this.historyOpened += 1;
      },
    },
    servers: this.servers,
    ...this.remembered(),
    talk: this.talk,
    arrivals: { watched: "weighed", watch: (isOn) => void (this.arrivalsWatched = isOn) },
    companyPolicy: async () => {
      await Promise.resolve();
      return companyPolicy(this.managed);
    },
    discovery: {
      consent: "as-thunderbird-does",
      permitted: async () => {
        await Promise.resolve();
        return this.mayLookUp;
      },
      lookUp: async (domain, source) => {
        await Promise.resolve();
        return asked(this.lookUp, `a look-up of ${domain}`)(domain, source);
      },
    },
    accounts: {
      identities: async () => {
        await Promise.resolve();
        const nameOf = (wanted: string): string =>
          this.servers.accounts.find(({ accountId }) => accountId === wanted)?.name ?? "";
        return this.servers.identities.map(({ identityId, accountId, address }) => ({
          identityId,
          accountId,
          accountName: nameOf(accountId),
          address,
        }));
      },
    },
    incomingMail: {
      get: async (accountId) => {
        await Promise.resolve();
        return asked(this.getMail, `the mail of ${accountId}`)(accountId);
      },
    },
    alerts: {
      sentences: async () => {
        await Promise.resolve();
        return this.alertSentences;
      },
    },
    sibling: {
      takesOver: async () => {
        await Promise.resolve();
        return this.siblingTakesOver;
      },
    },
    compose: {
      sendAgain: async (windowId, rejected) => {
        await Promise.resolve();
        this.reject = rejected;
        if (this.windows.has(windowId)) {
          this.sent.push(windowId);
        }
        return this.windows.has(windowId);
      },
      showPage: (windowId) => {
        this.pagesShown.push(windowId);
      },
      keepPage: (windowId) => {
        this.ownWindows.add(windowId);
        return Promise.resolve(true);
      },
      setSign: (windowId, isOn) => {
        this.signs.set(windowId, isOn);
      },
    },
    isOffline: () => this.offline,
    outbox: {
      count: async () => Promise.resolve(this.unsent.length),
      messages: async () => Promise.resolve({ lying: this.unsent, gone: this.gone }),
      atRest: async () => this.outboxAtRest,
      send: async () => {
        await Promise.resolve();
        return asked(this.sendUnsent, "sending the Outbox")();
      },
    },
    mailWindow: {
      toFront: async () => {
        await Promise.resolve();
        this.mainWindowInFront = true;
      },
      showPage: async (which) => {
        await Promise.resolve();
        this.pagesShown.push(which ?? "main");
        return true;
      },
      setBadge: (isOn) => {
        this.badge = isOn;
      },
    },
    returnedMails: {
      displayedIn: async () => {
        const [first] = this.mails;
        return Promise.resolve(
          first === undefined ? null : { messageId: first[0], headerMessageId: first[1].headerMessageId },
        );
      },
      read: async (messageId) => Promise.resolve(this.mails.get(messageId) ?? null),
      hasCopyOf: async (headerMessageId) => Promise.resolve(this.copies.has(headerMessageId)),
    },
    bugs: {
      say: (bug) => {
        this.bugsSaid.push(bug);
      },
    },
    awake: {
      during: async (work) => work(),
    },
    pages: {
      changed: () => {
        this.timesTold += 1;
      },
    },
    clock: {
      now: () => this.time,
      wait: virtualWait(),
    },
  };
}

const never = (): Promise<never> => new Promise(() => undefined);

function asked<Answer>(fake: Answer | null, what: string): Answer {
  if (fake === null) {
    throw new Error(`Nobody faked ${what}.`);
  }
  return fake;
}
