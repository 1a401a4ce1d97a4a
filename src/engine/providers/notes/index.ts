// The notes as they are looked up.

import type { ProviderNote, WrittenNote } from "../note.js";
import * as all from "./all.js";

export const notes: readonly ProviderNote[] = Object.entries<WrittenNote>(all).map(([id, note]) => ({
  id,
  hosts: note.domains,
  ...note,
}));
