// Links that a server put into its reply: shown as text for the user to judge, never opened by themselves.

// A host's first letter, then whatever follows.
const link = /\bhttps?:\/\/[^\s<>"'()[\]{}|\\^`/.,;:!?][^\s<>"'()[\]{}|\\^`]{0,299}/gi;
const trailing = /[.,;:!?]+$/;

const maximumLinks = 5;

/** The first few links in order, without the sentence's own punctuation, each once. */
export function linksIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(link)) {
    found.add(match[0].replace(trailing, ""));
    if (found.size === maximumLinks) break;
  }
  return [...found];
}
