// The provider's own page, which the page offers beside a plan where one is known. Changes no setting.

import { hostOfPage } from "../../engine/discovery/autoconfig-pages.js";
import { noteShown } from "../../engine/providers/shown-note.js";
import type { Ports } from "../../ports.js";
import { findCase } from "../case/case-file.js";
import { today } from "../case/today.js";

/**
 * The address is the note's own, or one that was published for the sender's domain and stands in the case's evidence:
 * nothing that a page of ours, a mail or a mail server says can become one. `shown`: the one whose site the page named; where
 * what is known has changed since, nothing opens, and the page is drawn anew.
 */
export async function openProviderPage(ports: Ports, caseId: string, shown: string): Promise<void> {
  const entry = await findCase(ports.session, caseId);
  const note = entry && noteShown(entry.evidence, entry.diagnosis, today(ports.clock));
  if (note?.page === shown && hostOfPage(shown) !== null) {
    await ports.openInBrowser(shown);
  }
}
