// Whether there is a case at all: asked at every wake, before anything else is loaded.

import type { Store } from "../../ports.js";

/** Where the cases are kept (case-file.ts). */
export const casesKey = "cases";

export async function isAnyCase(session: Pick<Store, "read">): Promise<boolean> {
  const cases = (await session.read(casesKey)) as readonly unknown[] | undefined;
  return cases !== undefined && cases.length > 0;
}
