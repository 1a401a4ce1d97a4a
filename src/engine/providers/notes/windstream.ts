// Windstream (Kinetic): sends for nobody who has not signed in.

import type { SourcesOf, WrittenNote } from "../note.js";

export const note = {
  provider: "Windstream (Kinetic)",
  domains: ["windstream.net"],
  page: "https://www.windstream.com/support",
  site: "windstream.com",
  checked: "2026-11-28",
  facts: {
    signIn: { certainty: "likely" },
  },
} as const satisfies WrittenNote;

export const sources: SourcesOf<typeof note> = {
  signIn: "https://support.mozilla.org/questions/1483966",
};
