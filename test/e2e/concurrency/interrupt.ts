// The add-on taken away in the very moment in which a preference is written, and given back.
import type { Thunderbird } from "../thunderbird/thunderbird.js";
import { access } from "../thunderbird/page.js";

/** Armed before the click; `matches`: the preference's full name. */
export async function disableAtWriteOf(thunderbird: Thunderbird, matches: string): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const addOn = await AddonManager.getAddonByID(args[0]);
     const main = Services.wm.getMostRecentWindow("mail:3pane");
     // Kept in the window: an observer that nobody holds is collected.
     main.labObserver = { observe: () => {
       Services.prefs.removeObserver(args[1], main.labObserver);
       addOn.disable();
     } };
     Services.prefs.addObserver(args[1], main.labObserver);`,
    thunderbird.addOnId,
    matches,
  );
}

export async function enableAgain(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     await until("the add-on to be gone", 15000, () => !WebExtensionPolicy.getByID(args[0]));
     // What was under way inside Thunderbird has ended.
     await sleep(1000);
     await (await AddonManager.getAddonByID(args[0])).enable();
     await until("its background", 15000, () =>
       WebExtensionPolicy.getByID(args[0])?.extension.backgroundState == "running");`,
    thunderbird.addOnId,
  );
}

/** As Account Settings, *Remove Account* does. */
export async function deleteAccountOf(thunderbird: Thunderbird, identity: string): Promise<void> {
  await thunderbird.run(
    `const account = MailServices.accounts.accounts.find(one => one.identities.some(({ key }) => key == args[0]));
     MailServices.accounts.removeAccount(account, false);`,
    identity,
  );
}

export async function setOffline(thunderbird: Thunderbird, offline: boolean): Promise<void> {
  await thunderbird.run(`Services.io.offline = args[0]; await sleep(300);`, offline);
}

/** Asks a server over STARTTLS again and again, so many times at once, from our history page, which stays open. */
export async function startLooking(
  thunderbird: Thunderbird,
  endpoint: { readonly hostname: string; readonly port: number },
  together: number,
): Promise<void> {
  await thunderbird.run(
    `${access}
     await until("the history page", 10000, readPage);
     await inPage(findPage(), \`
       const page = content.wrappedJSObject;
       const endpoint = Cu.cloneInto({ ...arg.endpoint, security: "starttls" }, content);
       content.labAnswers = [];
       const goOn = async asker => {
         for (let round = 0; content.labAnswers != null; round++) {
           const look = await new Promise(resolve => page.messenger.outgoingServers
             .look(endpoint, null, "look-" + asker + "-" + round).then(Cu.exportFunction(resolve, content)));
           content.labAnswers?.push(Cu.waiveXrays(look).answer);
         }
       };
       for (let asker = 0; asker < arg.together; asker++) goOn(asker);\`, rest[0]);`,
    thunderbird.addOnId,
    { endpoint, together },
  );
}

/** What the server has answered until now; nothing more is asked. */
export function stopLooking(thunderbird: Thunderbird): Promise<readonly string[]> {
  return thunderbird.run<readonly string[]>(
    `${access}
     return inPage(findPage(), "const answers = content.labAnswers; content.labAnswers = null; return answers;");`,
    thunderbird.addOnId,
  );
}
