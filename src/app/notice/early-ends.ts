// Ends of sends that were told before the refusal they belong to: the alert can be closed while the background is still
// starting. Kept until the refusal comes, or a newer one of the same window.

import type { Ports } from "../../ports.js";

const key = "early-ends";

type Ends = Readonly<Record<string, number>>;

async function readEnds({ session }: Pick<Ports, "session">): Promise<Ends> {
  return ((await session.read(key)) as Ends | undefined) ?? {};
}

/** One for each window: the latest counts. */
export async function noteEnd(ports: Ports, windowId: number, at: number): Promise<void> {
  await ports.underWay.inLine("ends", async () => {
    await ports.session.write(key, { ...(await readEnds(ports)), [String(windowId)]: at });
  });
}

/** A window can be gone, too, before its refusal is told. */
export async function noteClosed(ports: Ports, windowId: number, at: number): Promise<void> {
  await noteEnd(ports, closed(windowId), at);
}

export async function takeClosed(ports: Ports, windowId: number): Promise<number | null> {
  return takeEnd(ports, closed(windowId));
}

/** Under the same roof, and no window's own number. */
function closed(windowId: number): number {
  return -1 - windowId;
}

/** When the last one of that window was told; null where none waits. It is handed out once. */
export async function takeEnd(ports: Ports, windowId: number): Promise<number | null> {
  return ports.underWay.inLine("ends", async () => {
    const { [String(windowId)]: at, ...others } = await readEnds(ports);
    if (at === undefined) {
      return null;
    }
    await ports.session.write(key, others);
    return at;
  });
}
