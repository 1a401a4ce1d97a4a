// The Message-IDs of what has gone out of compose windows since Thunderbird was started: where no copy is kept, the only
// thing that shows that a returned mail is about a message of the user's. In memory alone; the latest of them.

import type { Store } from "../../ports.js";

const key = "gone-out";
const maximumKept = 200;

/** Not to be called again before the last has been settled. */
export async function noteGoneOut(session: Store, headerMessageId: string): Promise<void> {
  const known = await idsIn(session);
  await session.write(key, [...known.slice(1 - maximumKept), bare(headerMessageId)]);
}

export async function hasGoneOut(session: Pick<Store, "read">, headerMessageId: string): Promise<boolean> {
  return (await idsIn(session)).includes(bare(headerMessageId));
}

async function idsIn(session: Pick<Store, "read">): Promise<readonly string[]> {
  return ((await session.read(key)) as readonly string[] | undefined) ?? [];
}

function bare(headerMessageId: string): string {
  return headerMessageId.replace(/^<|>$/g, "");
}
