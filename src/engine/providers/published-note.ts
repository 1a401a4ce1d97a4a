// What a provider publishes with its settings, told like a note where we have none of our own: its words, as they are, and
// its page. Explains nothing for certain: whoever wrote it knew nothing of the refusal.

import { domainOf } from "../model/address.js";
import type { Evidence } from "../model/evidence.js";
import { text } from "../model/finding.js";
import type { NoteShown } from "../model/provider-note.js";
import type { NamedPage } from "../model/published-page.js";

/** `letIn`: the refusal was of a sign-in, so that a page where mail programs are let in bears on it. */
export function publishedNote({ sender, published = [] }: Evidence, letIn: boolean): NoteShown | null {
  const of = (is: NamedPage["is"]): NamedPage | undefined => published.find((page) => page.is === is);
  const page = (letIn ? of("enable") : undefined) ?? of("documentation");
  if (page === undefined) {
    return null;
  }
  const domain = domainOf(sender.address);
  return {
    id: null,
    provider: domain,
    place: "beside",
    certainty: "possible",
    sentences: [text(page.words === null ? "note_published_page" : saidBy[page.by], domain)],
    published: page.words,
    page: page.url,
  };
}

const saidBy: Readonly<Record<NamedPage["by"], TextKeyWith<[string]>>> = {
  isp: "note_published_by_domain",
  ispdb: "note_published_by_database",
};
