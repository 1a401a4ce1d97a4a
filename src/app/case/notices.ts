// What the user has to be told once, though no page was open when it happened. A badge on the toolbar button says that
// there is something; the first page opened there tells it.

import type { Ports } from "../../ports.js";
import type { Notice } from "../../protocol.js";

const key = "notices";

export async function giveNotice(
  { lasting, mailWindow }: Pick<Ports, "lasting" | "mailWindow">,
  notice: Notice,
): Promise<void> {
  await lasting.write(key, [...(await untold(lasting)), notice]);
  mailWindow.setBadge(true);
}

/** What has not been told yet, which is told now. */
export async function takeNotices({
  lasting,
  mailWindow,
}: Pick<Ports, "lasting" | "mailWindow">): Promise<readonly Notice[]> {
  const notices = await untold(lasting);
  if (notices.length > 0) {
    await lasting.remove(key);
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
  return ((await lasting.read(key)) as readonly Notice[] | undefined) ?? [];
}
