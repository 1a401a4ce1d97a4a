// One sentence a server says and what it means. The sentence is data, so that a test can hold every pattern
// against the words it was written for. Order and context are decided in `catalogue.ts` and `classify.ts`.

import type { Matter, Reason, SubReason } from "../model/reason.js";

/** What a sentence can mean: a client problem, or why settings cannot help. */
export type Meaning = Exclude<Reason, "not-a-client-config-problem"> | SubReason;

/** What classifying needs of a phrase. */
export interface Phrase {
  /** Matches the folded text (`fold.ts`): lower case, single spaces, no codes, addresses as "@". */
  readonly pattern: RegExp;
  readonly means: Meaning;
  /** General words that many servers use: believed only where no known sentence matches. */
  readonly weak: boolean;
  /** The refusal concerns the user's own identity or log-in even when it comes back in a bounce. */
  readonly holdsInBounce?: boolean;
  /** What the words mean in a bounce where that is a known sub-reason; absent: `other` for a client problem. */
  readonly inBounce?: SubReason;
  /** What the words mean inside a reply: "connection refused" was said by a server that had been reached. */
  readonly inReply?: SubReason;
  /** What the words mean before the mail program could say anything: of its internet address, or of this server itself. */
  readonly atGreeting?: Meaning;
  /** What they tell more closely. */
  readonly matter?: Matter;
  /** What they tell as the answer to a log-in: the server's own trouble is that of its password check. */
  readonly atSignIn?: Matter;
}

/** For readers and tests; what ships does without (`build/without-quotations.mjs`). */
export interface Quotation {
  /** The raw sentence, addresses replaced by example ones. */
  readonly said: string;
  /** Who says it: the program or provider, and where it was seen. */
  readonly by: string;
}

/** How a phrase is written in the files of `reasons/` and `providers/`. */
export type PhraseSource = Quotation & Omit<Phrase, "means" | "weak">;

/** What a list of sentences means; else that with what holds of each of them that says nothing else itself. */
type Told = Meaning | Omit<Phrase, "pattern" | "weak">;

function complete(told: Told, weak: boolean, sources: readonly PhraseSource[]): readonly Phrase[] {
  const common = typeof told === "string" ? { means: told } : told;
  return sources.map((source) => ({ ...common, ...source, weak }));
}

/** Sentences known from one program or provider. */
export function sentences(told: Told, sources: readonly PhraseSource[]): readonly Phrase[] {
  return complete(told, false, sources);
}

/** General words, asked after all sentences. */
export function words(told: Told, sources: readonly PhraseSource[]): readonly Phrase[] {
  return complete(told, true, sources);
}
