// Opens Thunderbird's Account Settings at one account, in the main window's own tab.

import { mailServices } from "./mail-services.js";

/** False where there is no main window, or the account is gone. */
export function openAccountSettings(accountId: string): boolean {
  const window = Services.wm.getMostRecentWindow("mail:3pane");
  const server = mailServices().accounts.getAccount(accountId)?.incomingServer ?? null;
  if (window?.MsgAccountManager === undefined || server === null) {
    return false;
  }
  window.MsgAccountManager(null, server);
  return true;
}
