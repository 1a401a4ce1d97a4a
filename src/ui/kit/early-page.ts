// A page that is asked for while the script that draws it is still being read (wake.ts). The two scripts share nothing but
// their window, which hands it over.

import type { PagePlace } from "../../protocol.js";

export interface EarlyPage {
  readonly place: Promise<PagePlace>;
  /** As `Host.readDrafts` answers. */
  readonly drafts: Promise<Readonly<Record<string, string>>>;
  /** As `Host.send` answers. */
  readonly answer: Promise<unknown>;
  /** Whether what it shows may be out of date by now. */
  hasChanged(): boolean;
}

interface Between {
  earlyPage?: EarlyPage;
}

export function handOver(page: EarlyPage): void {
  // Who takes it is told of a rejection; the script that would may fail to come.
  void Promise.allSettled([page.place, page.drafts, page.answer]);
  (window as Between).earlyPage = page;
}

/** Null where none was asked for. */
export function handedOver(): EarlyPage | null {
  return (window as Between).earlyPage ?? null;
}
