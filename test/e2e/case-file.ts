// A case of the lab as data: cases/*.json. The reader is strict: a misspelt field is an error naming the file.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Shape } from "./shape.js";
import { boolean, count, list, map, oneOrMore, optional, record, text, value, word } from "./shape.js";
import type { HostOverrides } from "./world/hosts.js";

const identity = record({
  key: text,
  email: text,
  name: optional(text),
  /** Key of its outgoing server; without one Thunderbird takes the default. May dangle. */
  outgoing: optional(text),
});

const account = record({
  incoming: record({ host: text, userName: text, port: optional(count) }),
  identities: list(identity),
});

const outgoing = record({
  /** Thunderbird's server type: absent is SMTP; `ews` is Exchange. */
  type: optional(word("smtp", "ews")),
  host: optional(text),
  port: optional(count),
  security: optional(word("none", "starttls", "tls")),
  /** `blank` is the value 0 that no menu of Thunderbird offers. Absent: the preference is not set. */
  signIn: optional(word("blank", "none", "password", "encrypted", "oauth2", "external", "anything")),
  userName: optional(text),
  /** Locked as a company policy does. */
  locked: optional(boolean),
});

/** A saved password; `password` is the mailbox's own unless given. */
const login = record({ origin: text, userName: text, password: optional(text) });

const verdict = word("problem", "fine", "skipped");
const change = record({ from: optional(text), to: optional(text) });

const settings = record({
  host: optional(text),
  port: optional(count),
  security: optional(word("none", "starttls", "tls")),
  signIn: optional(word("blank", "none", "password", "encrypted", "oauth2")),
  userName: optional(text),
});

const state = word("problem", "settings-fine", "need-input", "healthy", "fixed", "sent", "failed");

const click = record({
  action: text,
  /** In a list of accounts: which card, from 1; absent: the first that has the button. */
  card: optional(count),
  /** Typed first, into the page's only password field. */
  password: optional(text),
  /** Contained in Thunderbird's own alert that follows, which is then closed. */
  alert: optional(text),
  /** Seconds for which that alert is read first. */
  reads: optional(count),
  /** The state to wait for afterwards; after the last click it is `then.state`. */
  state: optional(state),
});

const caseShape = record({
  title: text,
  /** Only for these major versions, where Thunderbird itself does another thing in others. */
  thunderbird: optional(record({ from: optional(count), to: optional(count) })),
  /** The edition under test; absent: full. */
  edition: optional(word("full", "store")),
  /** Fields of mail hosts that differ from world/hosts.ts, by host name; naming a resting host wakes it. */
  world: optional(map(value)),
  profile: record({
    accounts: list(account),
    outgoing: map(outgoing),
    defaultOutgoing: optional(text),
    logins: list(login),
    prefs: optional(map(value)),
    /** No inbox is read before the message is sent, so that the first log-in to receive is the add-on's doing. */
    inboxesUnread: optional(boolean),
    /** An OAuth2 provider for these hosts, and what is saved of the user's permission: see world/token-server.ts. */
    oauth2: optional(
      record({
        hosts: list(text),
        userName: text,
        saved: optional(word("good", "stale", "revoked")),
      }),
    ),
    /** Certificate exceptions the user has stored, each for the certificate that is shown there. */
    exceptions: optional(list(record({ host: text, port: count }))),
  }),
  /** The company's policies.json: what the add-on's managed storage holds. */
  policy: optional(map(value)),
  /** The failing send. Without it the page is opened from the main window's toolbar. */
  send: optional(
    record({
      identity: text,
      to: text,
      subject: optional(text),
      /** Send Later, then Send Unsent Messages, instead of Send. */
      fromOutbox: optional(boolean),
      /** So many more of the same wait in the Outbox before it. */
      waiting: optional(count),
      /** Whom those are for; absent: `to`. */
      waitingTo: optional(text),
      /** How many of all of them fail, the others being sent before the page is looked at; absent: every one. */
      alerts: optional(count),
      /** Sent in the background by another add-on, without a window. */
      byAddOn: optional(boolean),
      /** The message goes at once and comes back: the page is opened over the bounce, or from the marked toolbar. */
      returned: optional(word("displayed", "arrived")),
      /** The message goes at once and no page opens; it is then opened from the toolbar. */
      accepted: optional(boolean),
    }),
  ),
  /** A text pasted into the toolbar page's box: a text, the address chosen (none: the text is to tell). */
  paste: optional(record({ text, address: optional(text) })),
  /** Let the add-on's background go to sleep first. */
  background: optional(word("asleep")),
  expect: record({
    /** Contained in Thunderbird's own alert. */
    alert: optional(text),
    /** The dialog that ends the failed send, if it is not the alert: the offer of a certificate exception, or the
        question after a failed log-in. Both are refused. */
    lastDialog: optional(word("certificate", "confirmEx")),
    /** Seconds the page may take, after its first verdict, to come to all of this; evidence arrives late. */
    within: optional(count),
    /** Absent: any verdict, as long as the page says a sentence. */
    state: optional(state),
    findings: optional(map(verdict)),
    changes: optional(map(change)),
    /** Contained in the page's quoted server text. */
    serverText: optional(text),
    /** Contained in the page's visible text, capitals ignored. */
    says: optional(list(text)),
    /** Contained in the page's details, closed or open. */
    detailsSay: optional(list(text)),
    /** In none of the page's visible text, capitals ignored. */
    saysNot: optional(list(text)),
    /** Actions that must not be offered. */
    without: optional(list(text)),
  }),
  /** What the user then presses, one after the other. */
  click: optional(oneOrMore(click)),
  then: optional(
    record({
      state: optional(state),
      /** Contained in the page's visible text in the end, capitals ignored. */
      says: optional(list(text)),
      /** Messages that arrived in the end, all of them to `send.to`. */
      delivered: count,
      /** Messages left in the Outbox. */
      outbox: optional(count),
      /** Effective outgoing settings per identity key. */
      settings: optional(map(settings)),
      /** Log-ins that must be saved; `password` is the mailbox's own unless given. */
      logins: optional(list(login)),
      /** No outgoing server, assignment or saved log-in differs in any bit. */
      unchanged: optional(boolean),
      /** Saved log-ins whose password the repair replaces, the only ones that may differ. */
      replaced: optional(list(record({ origin: text, userName: text }))),
      /** After each click, apart from the sending itself: log-ins at the most (2), and how many are refused (0). `at`: the
          only hosts that are told a password in the whole case, Thunderbird's own sending included. */
      logIns: optional(record({ max: optional(count), refused: optional(count), at: optional(list(text)) })),
      /** The clicks end in a removal that cannot be undone. */
      forGood: optional(boolean),
      /** Something must have been changed. Whatever was is undone at the end, and compared bit for bit. */
      undo: optional(boolean),
    }),
  ),
});

type Read = typeof caseShape extends Shape<infer T> ? T : never;
export type CaseFile = Omit<Read, "world"> & { readonly name: string; readonly world: HostOverrides };
export type CaseProfile = CaseFile["profile"];

/** Reads one case. Throws with the file name and the path of the wrong field. */
export function readCaseFile(path: string): CaseFile {
  const name = basename(path, ".json");
  try {
    const data: unknown = JSON.parse(readFileSync(path, "utf8"));
    const read = caseShape.read(data, name);
    return { ...read, name, world: (read.world ?? {}) as HostOverrides };
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
