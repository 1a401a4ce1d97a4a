// The button *Look up the right settings*: asks Thunderbird for the permission, and the background for the rest.

import { within } from "../../engine/waiting/race.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Host } from "../kit/host.js";

/** Milliseconds in which Thunderbird answers where it need not ask the user. */
const alreadyPermittedWithin = 200;

const clock = {
  wait: async (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

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
  if (await within(clock, alreadyPermittedWithin, permitted, false)) {
    await begun;
    return true;
  }
  return false;
}
