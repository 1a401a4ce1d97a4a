// In place of own-changes.ts where the user's hand mends, as in the store edition: there is nothing of it to tell.

import type { OwnChanges } from "./own-changes.js";

const nothing = (): null => null;

export const ownChanges: OwnChanges = {
  sentence: nothing,
  notice: nothing,
  undoHint: nothing,
  password: nothing,
  tested: nothing,
  notProven: nothing,
  furtherTried: nothing,
  triedLine: nothing,
  askProvider: nothing,
};
