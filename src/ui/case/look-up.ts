// The button *Look up the right settings*: asks Thunderbird for the permission, and the background for the rest.

import type { BackgroundClient } from "../kit/background-client.js";
import type { Host } from "../kit/host.js";

/** Milliseconds in which Thunderbird answers where it need not ask the user. */
const alreadyPermittedWithin = 200;

/**
 * False where Thunderbird has to ask first, in its main window and under no open page: the background, told before,
 * waits for the permission. Asked for in the click itself: later Thunderbird would refuse.
 */
export async function lookUp(
  client: BackgroundClient,
  host: Host,
  caseId: string,
  hosts: readonly string[],
): Promise<boolean> {
  const permitted = host.permit(hosts).then(() => true);
  const begun = client.request("lookUp", { caseId });
  const asks = new Promise<false>((resolve) => {
    setTimeout(resolve, alreadyPermittedWithin, false);
  });
  if (await Promise.race([permitted, asks])) {
    await begun;
    return true;
  }
  return false;
}
