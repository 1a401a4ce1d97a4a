// Opens Thunderbird's Account Settings at one account, in the main window's own tab.

import { MailServices } from "./mail-services.js";

/** False where there is no main window, or the account is gone. */
export function openAccountSettings(accountId: string): boolean {
  const window = Services.wm.getMostRecentWindow("mail:3pane");
  const server = MailServices.accounts.getAccount(accountId)?.incomingServer ?? null;
  if (window?.MsgAccountManager === undefined || server === null) {
    return false;
  }
  window.MsgAccountManager(null, server);
  return true;
}
