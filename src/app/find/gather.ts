// Collects what a diagnosis may rest on: the settings as they are now, and the failed send if there is one.
// Asks nobody outside Thunderbird; what servers say joins later (investigate.ts).

import type { Evidence } from "../../engine/model/evidence.js";
import type { Refusal } from "../../engine/model/refusal.js";
import type { Reported } from "../../engine/model/reported.js";
import type { KnownIdentity, SettingsRead } from "../../ports.js";

type Failed = { readonly from: string; readonly refusal: Refusal; readonly reported?: Reported } | null;

/** Null where the identity is gone. */
export async function gather(
  ports: SettingsRead,
  identityId: string,
  failed: Failed,
): Promise<Evidence | null> {
  const identities = await ports.accounts.identities();
  const own = identities.find((identity) => identity.identityId === identityId);
  return own === undefined ? null : gatherFor(own, identities, ports, failed);
}

/** For all of them: Thunderbird is asked for its accounts once. */
export async function gatherAll(ports: SettingsRead): Promise<readonly Evidence[]> {
  const identities = await ports.accounts.identities();
  return Promise.all(identities.map(async (own) => gatherFor(own, identities, ports, null)));
}

async function gatherFor(
  own: KnownIdentity,
  identities: readonly KnownIdentity[],
  ports: Pick<SettingsRead, "settings">,
  failed: Failed,
): Promise<Evidence> {
  const { identityId } = own;
  const [outgoing, incoming] = await Promise.all([
    ports.settings.ofIdentity(identityId),
    ports.settings.incomingOf(own.accountId),
  ]);
  const users = outgoing.kind === "smtp" ? outgoing.server.identityIds : [];
  return {
    sender: {
      ...own,
      from: failed?.from ?? own.address,
      // Thunderbird lists an account's main identity first.
      ...(identities.find(({ accountId }) => accountId === own.accountId) !== own && { isFurther: true }),
    },
    outgoing,
    incoming,
    // By its id: an old profile may list one identity under two accounts.
    fellows: identities.filter((one) => one.identityId !== identityId && users.includes(one.identityId)),
    refusal: failed?.refusal ?? null,
    ...(failed?.reported && { reported: failed.reported }),
    probe: null,
    candidates: [],
  };
}
