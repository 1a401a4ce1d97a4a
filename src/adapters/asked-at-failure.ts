// What a failed send is judged by, asked for while what judges it is still being loaded: Thunderbird is about to build its
// alert, and answers late from then on (some 40 ms, measured on 153).

import type { KnownIdentity } from "../ports.js";
import { accounts } from "./accounts.js";

type Api = typeof messenger.outgoingServers;

/** Each as the API answers it. */
export interface AskedAtFailure {
  readonly identities: Promise<readonly KnownIdentity[]>;
  readonly outgoing: ReturnType<Api["getByIdentity"]>;
  /** Null also where the identity is gone. */
  readonly incoming: ReturnType<Api["getIncoming"]>;
}

/** Null where the identity is not known. */
export function askAtFailure(
  api: Pick<Api, "getByIdentity" | "getIncoming">,
  identityId: string | null,
): AskedAtFailure | null {
  if (identityId === null) {
    return null;
  }
  const identities = accounts.identities();
  const outgoing = api.getByIdentity(identityId);
  const incoming = identities.then(async (all) => {
    const own = all.find((identity) => identity.identityId === identityId);
    return own === undefined ? null : api.getIncoming(own.accountId);
  });
  // Who reads them is told of a rejection; nobody may come to read them.
  void Promise.allSettled([identities, outgoing, incoming]);
  return { identities, outgoing, incoming };
}
