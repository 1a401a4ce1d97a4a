// The Settings port and the mending over what is whole of the Experiment, in a Thunderbird that lacks something it calls.
// Settings are changed only with all of it, since what cannot be read or asked cannot be proven either; else they are
// mended by hand, as in the store edition, and read where that much is there.

import type { Part } from "../engine/model/missing-parts.js";
import type { Edition } from "../ports.js";

type Way = Pick<Edition, "settings" | "mending">;

export function wholeParts(missing: readonly Part[], written: Way, byHand: Way): Way {
  if (missing.every((part) => part === "notice")) {
    return written;
  }
  if (missing.includes("read")) {
    return byHand;
  }
  return {
    settings: {
      ofIdentity: (identityId) => written.settings.ofIdentity(identityId),
      incomingOf: (accountId) => written.settings.incomingOf(accountId),
      // The guide names what it opens.
      openSettings: (accountId) => byHand.settings.openSettings(accountId),
    },
    mending: byHand.mending,
  };
}
