// Signing in is closed for now, because of failed log-ins: by an old password on a telephone, say. Trying again makes it
// worse. The words are those before which nobody signs in. An account that is closed for good is `auth-failed`, with the
// matter `account-disabled`.

import { shutOut, tooManyTries, type LockOutWords } from "../lock-out-words.js";
import { sentences, type PhraseSource } from "../phrase.js";

const bySeveral = (words: LockOutWords): PhraseSource => ({ by: "several", ...words });

export const lockedOut = [
  ...sentences({ means: "rate-limit", matter: "locked-out" }, tooManyTries.map(bySeveral)),
  ...sentences({ means: "auth-failed", matter: "locked-out" }, shutOut.map(bySeveral)),
];
