// What the page says of the provider beside the diagnosis: its own rule, drawn from a note, or what it publishes with
// its settings. Texts are keys of `_locales`; a publisher's own words are hostile text.

import type { Certainty, Text } from "./finding.js";

export interface NoteShown {
  /** Name of the note's file; null where the provider itself has published it. */
  readonly id: string | null;
  readonly provider: string;
  /** `cause`: named before what the rules found. */
  readonly place: "cause" | "beside";
  readonly certainty: Certainty;
  /** In the order in which they are told; never empty. */
  readonly sentences: readonly Text[];
  /** What the publisher says, below the sentences. Bounded; hostile text. */
  readonly published: string | null;
  /** The official page, https. Opened by the background alone, on a click; null: none. */
  readonly page: string | null;
}
