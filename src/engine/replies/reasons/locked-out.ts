// Signing in is closed for now, because of failed log-ins: by an old password on a telephone, say. Trying again makes it
// worse. The words are those before which nobody signs in. An account that is closed for good is `auth-failed`, with the
// matter `account-disabled`.

import { shutOut, tooManyTries } from "../lock-out-words.js";
import { sentences } from "../phrase.js";

const matter = { by: "several", matter: "locked-out" } as const;

export const lockedOut = [
  ...sentences(
    "rate-limit",
    tooManyTries.map((words) => ({ ...words, ...matter })),
  ),
  ...sentences(
    "auth-failed",
    shutOut.map((words) => ({ ...words, ...matter })),
  ),
];
