// Ends of sends that were told before the refusal they belong to: the alert can be closed while the background is still
// starting. Kept until the refusal comes, or a newer one of the same window.

import type { Ports } from "../../ports.js";

const key = "early-ends";

type Ends = Readonly<Record<string, number>>;

async function readEnds({ session }: Pick<Ports, "session">): Promise<Ends> {
  return ((await session.read(key)) as Ends | undefined) ?? {};
}

/** A window can be gone, too, before its refusal is told. */
type End = "send-ended" | "window-closed";

/** One of each for each window: the latest counts. */
export async function noteEnd(ports: Ports, end: End, windowId: number, at: number): Promise<void> {
  await ports.underWay.inLine("ends", async () => {
    await ports.session.write(key, { ...(await readEnds(ports)), [nameOf(end, windowId)]: at });
  });
}

/** When the last one of that window was told; null where none waits. It is handed out once. */
export async function takeEnd(ports: Ports, end: End, windowId: number): Promise<number | null> {
  return ports.underWay.inLine("ends", async () => {
    const { [nameOf(end, windowId)]: at, ...others } = await readEnds(ports);
    if (at === undefined) {
      return null;
    }
    await ports.session.write(key, others);
    return at;
  });
}

function nameOf(end: End, windowId: number): string {
  return `${end} ${String(windowId)}`;
}
