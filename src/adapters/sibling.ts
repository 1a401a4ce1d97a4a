// The Sibling port: the store edition asks the full one by its id, and the full one answers "here" to the store
// edition and to nobody else. An add-on that is not installed, disabled or suppressed answers nothing.

import type { Sibling } from "../ports.js";
import { within } from "../engine/waiting/race.js";
import { browser } from "./browser.js";
import { systemClock } from "./clock.js";

export const fullEditionId = "relay-doctor-full@relay-doctor.addon";
export const storeEditionId = "relay-doctor@relay-doctor.addon";

const question = "relay-doctor:are-you-there";
const here = "here";

/** A sleeping background is woken for the answer in well under a second; one that hangs takes nothing over. */
const patienceMilliseconds = 3_000;

export const fullEdition: Sibling = {
  async takesOver() {
    // Rejected where it is not installed.
    const answer = browser.runtime.sendMessage(fullEditionId, question).catch(() => null);
    return (await within(systemClock, patienceMilliseconds, answer, null)) === here;
  },
};

/** The full edition's: nothing else can do what it does. */
export const noSibling: Sibling = { takesOver: () => Promise.resolve(false) };

/** Called in the background's first turn, so that the question wakes it. Anybody else's message gets no answer. */
export function answerStoreEdition(): void {
  browser.runtime.onMessageExternal.addListener(
    (message: unknown, { id }: { readonly id?: string | undefined }) =>
      id === storeEditionId && message === question ? Promise.resolve(here) : undefined,
  );
}
