// The day of a user on whose machine nothing fails, event by event, with the background asleep before each.
import { openCompose, pressSend } from "../../e2e/thunderbird/compose.js";
import { flood } from "../../e2e/many/flood.js";
import type { Thunderbird } from "../../e2e/thunderbird/thunderbird.js";

export const user = "alice@example.test";

/** How often it happens on the day. */
export const day = { opened: 100, arrived: 100, focus: 300, sent: 30 } as const;
export type Event = keyof typeof day;

/** Shows the inbox with its mails, none of them opened. */
export async function showInbox(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const server = MailServices.accounts.allServers.find(one => one.username == args[0]);
     const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
     const about3Pane = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").currentAbout3Pane;
     about3Pane.displayFolder(inbox.URI);
     await until("the list of mails", 60000, () => about3Pane.gDBView?.rowCount > 0);`,
    user,
  );
}

/** The n-th event of its kind. */
export async function happens(thunderbird: Thunderbird, event: Event, nth: number): Promise<void> {
  switch (event) {
    case "opened":
      await thunderbird.run(
        `const tabmail = Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail");
         const { threadTree, gDBView } = tabmail.currentAbout3Pane;
         const before = tabmail.currentAboutMessage?.gMessage?.messageKey;
         threadTree.selectedIndex = args[0] % gDBView.rowCount;
         await until("the mail", 60000, () => {
           const shown = tabmail.currentAboutMessage;
           return shown?.gMessage && shown.gMessage.messageKey != before && shown.msgLoaded;
         });`,
        nth,
      );
      return;
    case "arrived":
      flood(user, 1, false);
      await fetchMail(thunderbird, 1);
      return;
    case "focus":
      await thunderbird.run(
        `const type = args[0] % 2 == 0 ? "mail:3pane" : "msgcompose";
         Services.wm.getMostRecentWindow(type).focus();`,
        nth,
      );
      return;
    case "sent":
      await openCompose(thunderbird, { identity: "id1", to: "friend@elsewhere.test", subject: "bench" });
      await pressSend(thunderbird);
      await thunderbird.run(`await until("the message to be sent", 60000, () =>
        !windows().some(w => w.gMsgCompose && w.document.title.includes("bench")));`);
  }
}

/** Fetches until so many more mails are there. */
export async function fetchMail(thunderbird: Thunderbird, count: number): Promise<void> {
  await thunderbird.run(
    `const server = MailServices.accounts.allServers.find(one => one.username == args[0]);
     const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
     const w = Services.wm.getMostRecentWindow("mail:3pane");
     w.benchMails ??= inbox.getTotalMessages(false);
     w.benchMails += args[1];
     const fetched = () => new Promise(resolve => inbox.getNewMessages(w.msgWindow, {
       QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]), OnStartRunningUrl() {}, OnStopRunningUrl: resolve }));
     await until("the mails", 45000, async () => {
       if (inbox.getTotalMessages(false) >= w.benchMails) return true;
       await Promise.race([fetched(), sleep(3000)]);
       return inbox.getTotalMessages(false) >= w.benchMails;
     });`,
    user,
    count,
  );
}
