// What a woken background needs first: whether there is anything to do. Nothing but this is loaded until a send has failed,
// a mail may have come back, a page asks, or a case waits; an ordinary message that was sent costs a look at the store and a line in it.

import type { MailSeen, Store } from "../ports.js";
import { isAnyCase } from "../app/case/any-case.js";
import { noteGoneOut } from "../app/case/gone-out.js";
import { oneAfterTheOther } from "../app/case/under-way.js";

/** Everything else: loaded once there is something to do. */
export interface Background<Failed> {
  failed(failed: Failed): Promise<void>;
  /** A send of that window ended, its message sent or not; from which identity, where Thunderbird tells. */
  ended(windowId: number, sent: boolean, identityId?: string): Promise<void>;
  windowClosed(windowId: number): Promise<void>;
  arrived(mails: readonly MailSeen[]): Promise<void>;
  permissionGiven(): Promise<void>;
  /** Our page is wanted: of that compose window, or (null) of the main window. */
  asked(composeWindowId: number | null): Promise<void>;
  /** `isNew`: not updated. */
  installed(isNew: boolean): Promise<void>;
  /** Undefined for what is no request of ours. */
  answer(message: unknown): Promise<unknown> | undefined;
}

/** The same, and what only the doorkeeper is asked. */
export interface Doorkeeper<Failed> extends Background<Failed> {
  /** Called in the first turn: what was cut off while the background slept is taken up. */
  started(): Promise<void>;
  /** A message has gone out, under this Message-ID. */
  goneOut(headerMessageId: string): Promise<void>;
  /** Something was left undone, and the note of it has been found. */
  reminded(): Promise<void>;
}

export function doorkeeper<Failed>(
  load: () => Promise<Background<Failed>>,
  session: Store,
): Doorkeeper<Failed> {
  let loading: Promise<Background<Failed>> | null = null;
  let found: Promise<boolean> | null = null;
  const inLine = oneAfterTheOther();
  // What failed once is tried again at the next event.
  const open = async (): Promise<Background<Failed>> =>
    (loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  /** Only what is loaded then makes a case: until then what the first look has found is so. */
  const wasAnyCase = async (): Promise<boolean> =>
    (found ??= isAnyCase(session).catch((error: unknown) => {
      found = null;
      throw error;
    }));
  /** Once it is open it hears everything, so that what crosses in time is told in order. */
  const ifAnyCase = async (work: (background: Background<Failed>) => Promise<void>): Promise<void> => {
    if (loading !== null || (await wasAnyCase())) {
      await work(await open());
    }
  };
  return {
    started: () => ifAnyCase(() => Promise.resolve()),
    reminded: async () => {
      await open();
    },
    goneOut: (headerMessageId) => inLine(async () => noteGoneOut(session, headerMessageId)),
    failed: async (failed) => (await open()).failed(failed),
    ended: async (windowId, sent, identityId) => {
      if (sent) {
        await ifAnyCase((background) => background.ended(windowId, sent, identityId));
      } else {
        // Its failure may be told a little later.
        await (await open()).ended(windowId, sent);
      }
    },
    windowClosed: (windowId) => ifAnyCase((background) => background.windowClosed(windowId)),
    arrived: async (mails) => {
      if (mails.length > 0) {
        await (await open()).arrived(mails);
      }
    },
    permissionGiven: () => ifAnyCase((background) => background.permissionGiven()),
    asked: async (composeWindowId) => (await open()).asked(composeWindowId),
    installed: async (isNew) => (await open()).installed(isNew),
    answer: async (message) => (await open()).answer(message),
  };
}
