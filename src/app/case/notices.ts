// What the user has to be told once, though no page was open when it happened. A badge on the toolbar button says that
// there is something; the first page opened there tells it.

import type { Ports } from "../../ports.js";
import type { Notice } from "../../protocol.js";

export const noticesKey = "notices";

export async function giveNotice(
  { lasting, mailWindow }: Pick<Ports, "lasting" | "mailWindow">,
  notice: Notice,
): Promise<void> {
  await lasting.write(noticesKey, [...(await untold(lasting)), notice]);
  mailWindow.setBadge(true);
}

/** Counted together until it is told. */
export async function giveNoticeOfMoreReturned(
  ports: Pick<Ports, "lasting" | "mailWindow">,
  count: number,
): Promise<void> {
  const others: Notice[] = [];
  let sum = count;
  for (const notice of await untold(ports.lasting)) {
    if (notice.kind === "more-returned") {
      sum += notice.count;
    } else {
      others.push(notice);
    }
  }
  await ports.lasting.write(noticesKey, [...others, { kind: "more-returned", count: sum } satisfies Notice]);
  ports.mailWindow.setBadge(true);
}

/** What has not been told yet, which is told now. */
export async function takeNotices({
  lasting,
  mailWindow,
}: Pick<Ports, "lasting" | "mailWindow">): Promise<readonly Notice[]> {
  const notices = await untold(lasting);
  if (notices.length > 0) {
    await lasting.remove(noticesKey);
    mailWindow.setBadge(false);
  }
  return notices;
}

/** Badges do not outlive Thunderbird; what is untold does. */
export async function showUntold({
  lasting,
  mailWindow,
}: Pick<Ports, "lasting" | "mailWindow">): Promise<void> {
  if ((await untold(lasting)).length > 0) {
    mailWindow.setBadge(true);
  }
}

async function untold(lasting: Ports["lasting"]): Promise<readonly Notice[]> {
  return ((await lasting.read(noticesKey)) as readonly Notice[] | undefined) ?? [];
}
