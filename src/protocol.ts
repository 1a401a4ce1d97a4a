// Every message between our pages and the background, and the one page they show. `ui` knows nothing else.
// Requests go page → background; `pageChanged` goes background → pages.

import type { Agreement } from "./engine/model/agreement.js";
import type { Outcome, PageState, Tried } from "./engine/model/case.js";
import type { KnownIdentity, OutgoingFound } from "./engine/model/evidence.js";
import type { RememberedAlert } from "./engine/model/remembered-alert.js";
import type { Diagnosis } from "./engine/model/finding.js";
import type { HistoryEntry } from "./engine/model/history.js";
import type { Options, OptionsShown } from "./engine/model/options.js";
import type { OurBug } from "./engine/model/our-bug.js";
import type { ToldServer } from "./engine/model/told-settings.js";
import type { GuidedStep } from "./engine/model/guided-step.js";
import type { NoteShown } from "./engine/model/provider-note.js";
import type { Refusal } from "./engine/model/refusal.js";
import type { Reported } from "./engine/model/reported.js";

export type { Outcome, PageState, Tried } from "./engine/model/case.js";

/** Where a page is shown, and what it is about there. */
export type PagePlace =
  /** In the compose window whose send failed. */
  | { readonly kind: "compose"; readonly windowId: number }
  /** From the toolbar of the main window: what is going on, or every account. */
  | { readonly kind: "toolbar" }
  /** Over the message that is displayed in a tab. */
  | { readonly kind: "message"; readonly tabId: number }
  /** One case alone, from the moment the user has asked about it. */
  | { readonly kind: "case"; readonly caseId: string }
  /** In a window of its own, once, when the add-on has been installed. */
  | { readonly kind: "welcome" };

/** What a pasted text came to. */
export type JudgedText =
  | { readonly kind: "case"; readonly caseId: string }
  /** The text tells of a refusal, but not from which of the user's addresses, or not whether it came back as a mail. */
  | { readonly kind: "address-unclear" | "source-unclear" }
  /** No refusal could be made out in it. */
  | { readonly kind: "not-understood" };

/** Whether what the user told could be made use of. */
export interface Told {
  readonly kind: "told" | "not-understood";
}

/**
 * Told once after a crash: the change that it cut off was taken back, or is whole and stays, or could be taken back in
 * part only, because somebody has changed the rest.
 */
export type Notice =
  | { readonly kind: "taken-back" | "kept" | "left"; readonly accountName: string }
  /** More mails came back at once than were read: so many are not listed. */
  | { readonly kind: "more-returned"; readonly count: number }
  /** This version of Thunderbird lacks what the add-on needs to notice failed sends, or to change settings. */
  | { readonly kind: "not-noticed" | "by-hand"; readonly version: string };

/** One identity's check: a failed send, or one line of the toolbar's check. */
export interface CaseView {
  readonly caseId: string;
  readonly state: PageState;
  readonly accountName: string;
  /** The address in From. */
  readonly from: string;
  /** What settings are looked up for: the domain of the identity's own address. */
  readonly domain: string;
  readonly serverHost: string | null;
  readonly refusal: Refusal | null;
  /** Where the refusal was read: pasted, or in a returned mail; null for a failed send. */
  readonly reported: Reported | null;
  /** What was said of each recipient of a notice with several, in its order; null for those who have the message. */
  readonly fateMeanings: readonly Diagnosis["classification"][];
  /** Null while `checking`. */
  readonly diagnosis: Diagnosis | null;
  readonly outcome: Outcome | null;
  /** Whether *Fix and send again* can send: a compose window or the Outbox holds the message. */
  readonly canSend: boolean;
  /** How many messages lie in the Outbox, all to be sent together; null where this one is not there. */
  readonly unsent: number | null;
  /** Whether *Get mail and send again* is offered: the server wants mail to be fetched first. */
  readonly canGetMail: boolean;
  readonly canUndo: boolean;
  /** Our own mistakes of late, for Details. */
  readonly bugs: readonly OurBug[];
  /** Whether *Test sending* is offered. */
  readonly canTest: boolean;
  /** Evidence is still being gathered; the diagnosis may become more exact. */
  readonly gathering: boolean;
  /** Where no plan was possible: every other server that was looked at, and what it answered. */
  readonly looked: readonly Tried[];
  /** How many more servers were not asked, because there were too many. */
  readonly notAsked: number;
  /** What the provider asks of mail programs beyond the settings; null where nothing is known that bears on this. */
  readonly note: NoteShown | null;
  /** Whom the organization names for questions; null: nobody. */
  readonly supportAddress: string | null;
  /** Whether signing in on the provider's own page (OAuth2) is offered in place of a password. */
  readonly canUseOAuth2: boolean;
  /**
   * In `need-input`: for which user name, at which server, the password is asked; null: none is asked for. `optional`:
   * with nothing typed, the password for receiving is tried.
   */
  readonly asksPassword: {
    readonly userName: string;
    readonly host: string;
    readonly optional: boolean;
  } | null;
  /** In `need-input`: what the user is to tell, where nothing built in does. */
  readonly asks: "alert" | "settings" | null;
  /** `guided`: the user mends by hand, by these steps; the numbers of those that are done. */
  readonly mending:
    | { readonly kind: "written" }
    | {
        readonly kind: "guided";
        readonly alertWords: Readonly<Partial<Record<RememberedAlert, string>>>;
        readonly steps: readonly GuidedStep[];
        readonly done: readonly number[];
        /** Where settings may be published for the domain, while the user has not agreed to look there; else empty. */
        readonly hostsToAsk: readonly string[];
        /** It was looked up in place of telling the settings, and nobody has published anything. */
        readonly foundNothing?: boolean;
      };
}

/** A case with every name in it masked, and the same as data for `npm run diagnose`. */
export interface Posted {
  readonly view: CaseView;
  readonly outgoing: OutgoingFound;
  readonly tools: string;
}

/** `state` of the whole page is the most pressing of its cases; `healthy` or `need-input` with none. */
export interface Page {
  readonly state: PageState;
  readonly cases: readonly CaseView[];
  /** Why there is nothing to check, in place of cases: a sentence in the page. */
  readonly empty: "no-accounts" | "no-refusal-in-mail" | "sibling" | "installed" | null;
  /** On the toolbar's page: there is something in the history. */
  readonly hasChanges?: boolean;
  /** What has not been told yet: each is given out once, to a page of the toolbar. */
  readonly notices: readonly Notice[];
}

/** What came of a click in the history. */
export type HistoryOutcome =
  | Extract<Outcome, { kind: "undone" | "changed-since" | "not-undone" }>
  | { readonly kind: "removed"; readonly host: string }
  | { readonly kind: "not-removed"; readonly because: "in-use" | "locked" };

export interface History {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly outcome: { readonly changeId: string; readonly outcome: HistoryOutcome } | null;
}

export interface FixClick {
  readonly caseId: string;
  /** What the user typed in `need-input`; kept in memory only, and saved only once it worked. */
  readonly password: string | null;
  /** The question about a password that the page showed: the click agrees to this, and to nothing else. */
  readonly agreed: Agreement | null;
}

export interface Protocol {
  /** The page as it stands now; starts the check of all accounts where the toolbar asks for the first time. */
  page(request: { readonly place: PagePlace }): Page;
  fixAndSend(request: FixClick): Page;
  fix(request: FixClick): Page;
  sendAgain(request: { readonly caseId: string }): Page;
  getMailAndSend(request: { readonly caseId: string }): Page;
  /** One log-in with the settings in use; no message is sent, nothing is changed. */
  testSending(request: { readonly caseId: string }): Page;
  undo(request: { readonly caseId: string }): Page;
  check(request: { readonly place: PagePlace }): Page;
  /** The addresses the user can send from, for the page's choice. */
  addresses(request: null): readonly KnownIdentity[];
  /** A text the user pasted: an error, a returned mail, a log's line. `identityId` null: the text has to tell. */
  judgeText(request: {
    readonly text: string;
    readonly identityId: string | null;
    readonly place: PagePlace;
    readonly cameAs?: "smtp-reply" | "dsn";
  }): JudgedText;
  /** The user remembers one of Thunderbird's common alerts. */
  tellAlert(request: { readonly caseId: string; readonly alert: RememberedAlert }): Told;
  tellSettings(request: { readonly caseId: string; readonly told: ToldServer }): Told;
  /** The user agrees to look-ups for this case's domain, now and later; begins once the hosts are permitted. */
  lookUp(request: { readonly caseId: string }): Page;
  /** A step of the guided fix is done, or is not. */
  tickStep(request: { readonly caseId: string; readonly step: number; readonly done: boolean }): Page;
  /** Stops what is under way for this case; what was changed and not yet proven goes back. */
  cancel(request: { readonly caseId: string }): Page;
  /** The user is through with this case. */
  dismiss(request: { readonly caseId: string }): Page;
  openSettings(request: { readonly caseId: string }): Page;
  /** The page of that compose window goes on in a window of its own, which stays open when something else is clicked; false: there is none. */
  keepOpen(request: { readonly windowId: number }): boolean;
  /** Opens the page of this case's note in the default browser. */
  openProviderPage(request: { readonly caseId: string; readonly shown: string }): Page;
  /** The plan signs in on the provider's page (OAuth2) instead; nothing is changed yet. */
  useOAuth2(request: { readonly caseId: string }): Page;
  history(request: null): History;
  /** Shows it in a tab, where this edition keeps one. */
  openHistory(request: null): null;
  undoChange(request: { readonly changeId: string }): History;
  /** Removes the entry that a change left behind, if nobody sends through it. Cannot be undone. */
  removeOldEntry(request: { readonly changeId: string }): History;
  options(request: null): OptionsShown;
  setOptions(request: { readonly options: Partial<Options> }): Options;
  /** One case to be posted in public; null: it is gone. */
  report(request: { readonly caseId: string }): Posted | null;
}

export type RequestName = keyof Protocol;
export type RequestOf<Name extends RequestName> = Parameters<Protocol[Name]>[0];
export type AnswerOf<Name extends RequestName> = ReturnType<Protocol[Name]>;

/** The envelope of a request on the wire. */
export type Envelope = {
  [Name in RequestName]: { readonly kind: Name; readonly request: RequestOf<Name> };
}[RequestName];

/** A page's first word (ui/kit/wake.ts). */
export interface Waking {
  readonly kind: "waking";
  readonly request: null;
}

/** Sent to every open page of ours when what it shows is out of date: it asks again. */
export interface PageChanged {
  readonly kind: "pageChanged";
}

/** The event a page fires at its own window before it closes itself, because its reader said so. */
export const closedByHand = "relay-doctor:closed-by-hand";
