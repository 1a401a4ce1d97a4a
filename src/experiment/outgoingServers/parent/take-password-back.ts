// Takes back what `copyPassword` did: the log-in it added goes, the one it put aside is in use again. What is newer stays:
// a password that somebody has changed since, or that another entry signs in with, is left in use.

import { entriesFor } from "./mail-services.js";
import { logInsOnDisk, storeKeepsTimes } from "./on-disk.js";
import {
  changePassword,
  findLogin,
  forgetInMemory,
  guidBefore,
  isLocked,
  metaOf,
  newLogin,
} from "./saved-passwords.js";
import { saysPassword } from "./vocabulary.js";

type Outcome<Value> = messenger.outgoingServers.Outcome<Value>;
type PasswordTakenBack = messenger.outgoingServers.PasswordTakenBack;

/** `serverId`: the entry that the password was saved for. */
export async function removePassword(
  credentialId: string,
  serverId: string,
): Promise<Outcome<PasswordTakenBack>> {
  // The Primary Password's prompt is not ours to open here.
  if (isLocked()) {
    return { refused: "primary-password", value: null };
  }
  const [login] = await Services.logins.searchLoginsAsync({ guid: credentialId });
  if (login === undefined) {
    // Never done, cut off before, or removed by the user: nothing of it is in use.
    return { refused: null, value: "none" };
  }
  const value =
    login.httpRealm === login.origin ? await remove(login, serverId) : await restore(login, serverId);
  await logInsOnDisk();
  return { refused: null, value };
}

async function remove(login: GeckoLogin, serverId: string): Promise<PasswordTakenBack> {
  const { timeCreated, timePasswordChanged } = metaOf(login);
  const since = newerUse(login, serverId, timeCreated, timePasswordChanged);
  if (since !== null) {
    return since;
  }
  await Services.logins.removeLoginAsync(login);
  forgetInMemory(hostOf(login), login.username);
  return "removed";
}

/** Where both are equal the old one is in use: a crash came between the two writes of `copyPassword`, or of this. */
async function restore(aside: GeckoLogin, serverId: string): Promise<PasswordTakenBack> {
  const { origin, username, password } = aside;
  const inUse = await findLogin(origin, username);
  if (inUse === null) {
    const back = newLogin(origin, origin, username, password);
    metaOf(back).timePasswordChanged = metaOf(aside).timePasswordChanged;
    const guid = guidBefore(aside);
    if (guid !== null && (await Services.logins.searchLoginsAsync({ guid })).length === 0) {
      metaOf(back).guid = guid;
    }
    await Services.logins.addLoginAsync(back);
  } else if (inUse.password !== password) {
    const since = newerUse(inUse, serverId, metaOf(aside).timeCreated, metaOf(inUse).timePasswordChanged);
    if (since !== null) {
      return since;
    }
    // With the time the old password had: an older change that left it can still tell it for its own.
    const changedAt = metaOf(aside).timePasswordChanged;
    await changePassword(inUse, password, changedAt, await storeKeepsTimes());
  }
  await Services.logins.removeLoginAsync(aside);
  forgetInMemory(hostOf(aside), username);
  return "restored";
}

/** `leftAt`: when the password was changed by us, which `copyPassword` writes down to the millisecond. */
function newerUse(
  { origin, username }: GeckoLogin,
  serverId: string,
  leftAt: number,
  changedAt: number,
): Extract<PasswordTakenBack, "changed-since" | "used-elsewhere"> | null {
  if (changedAt !== leftAt) {
    return "changed-since";
  }
  const uses = entriesFor(hostOf({ origin }), username).some(
    ({ key, authMethod }) => key !== serverId && saysPassword(authMethod),
  );
  return uses ? "used-elsewhere" : null;
}

function hostOf({ origin }: Pick<GeckoLogin, "origin">): string {
  return origin.slice("smtp://".length);
}
