// What the user has to be told once, though no page was open when it happened. A badge on the toolbar button says that
// there is something; the first page opened there tells it. Read and written in one line: what two hands give in the same
// moment is told, both, and a page that takes it takes the badge of nothing newer.

import type { Ports } from "../../ports.js";
import type { Notice } from "../../protocol.js";

export const noticesKey = "notices";

export type NoticePorts = Pick<Ports, "lasting" | "mailWindow" | "underWay">;

export async function giveNotice(ports: NoticePorts, notice: Notice): Promise<void> {
  await give(ports, (others) => [...others, notice]);
}

/** Counted together until it is told. */
export async function giveNoticeOfMoreReturned(ports: NoticePorts, count: number): Promise<void> {
  await give(ports, (notices) => {
    const before = notices.find((notice) => notice.kind === "more-returned");
    const others = notices.filter((notice) => notice !== before);
    return [...others, { kind: "more-returned", count: count + (before?.count ?? 0) }];
  });
}

async function give(
  { lasting, mailWindow, underWay }: NoticePorts,
  add: (notices: readonly Notice[]) => readonly Notice[],
): Promise<void> {
  await underWay.inLine("notices", async () => {
    await lasting.write(noticesKey, add(await untold(lasting)));
    mailWindow.setBadge(true);
  });
}

/** What has not been told yet, which is told now. */
export async function takeNotices({
  lasting,
  mailWindow,
  underWay,
}: NoticePorts): Promise<readonly Notice[]> {
  return underWay.inLine("notices", async () => {
    const notices = await untold(lasting);
    if (notices.length > 0) {
      await lasting.remove(noticesKey);
      mailWindow.setBadge(false);
    }
    return notices;
  });
}

/** Badges do not outlive Thunderbird; what is untold does. */
export async function showUntold({ lasting, mailWindow, underWay }: NoticePorts): Promise<void> {
  await underWay.inLine("notices", async () => {
    if ((await untold(lasting)).length > 0) {
      mailWindow.setBadge(true);
    }
  });
}

async function untold(lasting: Ports["lasting"]): Promise<readonly Notice[]> {
  return ((await lasting.read(noticesKey)) as readonly Notice[] | undefined) ?? [];
}
