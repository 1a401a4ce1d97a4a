// What the user may choose, and what an edition does by it.

/** What the options page offers. */
export interface Options {
  /** Whether settings published for the domain of a failing account may be looked up on the net. */
  readonly lookUpSettings: boolean;
  /** No page opens by itself: a mark on the button says that there is something to read. */
  readonly quiet: boolean;
  /** Whether arriving mail is looked at for messages that have come back; the button over a mail works either way. */
  readonly watchArriving: boolean;
}

/**
 * `as-thunderbird-does`: web pages and name servers, as its own account set-up asks them, without a word; `asked-for`: web
 * pages, and none before the user agrees.
 */
export type LookUpsMade = "as-thunderbird-does" | "asked-for";

/**
 * How arriving mail is watched. `filtered`: what may have come back is picked out before the background is woken, which
 * costs nothing and needs no choice; `weighed`: every arrival wakes it.
 */
export type ArrivalsWatched = "filtered" | "weighed";

/** The options with what this edition does by them. */
export interface OptionsShown extends Options {
  readonly lookUps: LookUpsMade;
  readonly arrivals: ArrivalsWatched;
  /** What an administrator has settled: the user sees it, and cannot change it. */
  readonly settled: readonly (keyof Options)[];
  /** Which hosts Thunderbird has to permit for that, as match patterns, for all of the user's domains; or none. */
  readonly hosts: readonly string[];
}
