// The day of a user on whose machine nothing fails, event by event, with the background asleep before each.
import { openCompose } from "../../e2e/thunderbird/compose.js";
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
     await until("the list of mails", 20000, () => about3Pane.gDBView?.rowCount > 0);`,
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
         await until("the mail", 20000, () => {
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
      // By its subject: a window that waits to be focused is open beside it.
      await thunderbird.run(
        `const w = await until("the message's window", 40000, () =>
           windows().find(one => one.gMsgCompose?.compFields?.subject == "bench"));
         // On a busy machine the first press comes before the window takes it.
         const pressed = () => {
           if (!w.closed && !w.gSendOperationInProgress) w.setTimeout(() => w.goDoCommand("cmd_sendNow"), 0);
         };
         await until("the message to be sent", 40000, async () => {
           pressed();
           for (let tries = 0; tries < 150 && !w.closed; tries++) await sleep(20);
           return w.closed;
         }).catch(error => {
           throw new Error(error.message + "; open: " + windows().map(one => one.document.title + " " + one.location.href).join(", "));
         });`,
      );
  }
}

/** Fetches until so many more mails are there, and Thunderbird has told of them whoever listens. */
export async function fetchMail(thunderbird: Thunderbird, count: number): Promise<void> {
  await thunderbird.run(
    `const server = MailServices.accounts.allServers.find(one => one.username == args[0]);
     const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
     const w = Services.wm.getMostRecentWindow("mail:3pane");
     let told = 0;
     // Where add-ons are told, too (ext-mail.js, MessageTracker): after the filters, some time after the mail is in the folder.
     const listener = { msgsClassified: mails => { told += mails.length; } };
     MailServices.mfn.addListener(listener, MailServices.mfn.msgsClassified);
     const fetched = () => new Promise(resolve => inbox.getNewMessages(w.msgWindow, {
       QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]), OnStartRunningUrl() {}, OnStopRunningUrl: resolve }));
     try {
       for (const end = Date.now() + 40000; told < args[1] && Date.now() < end; ) {
         await Promise.race([fetched(), sleep(3000)]);
         await until("to be told", 1000, () => told >= args[1]).catch(() => {});
       }
     } finally {
       MailServices.mfn.removeListener(listener);
     }
     if (told < args[1]) throw new Error("told of " + told + " of " + args[1] + " mails");`,
    user,
    count,
  );
}

/** Throws where a message was returned: on this day nothing fails, and what a returned mail costs is another figure. */
export async function nothingCameBack(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const server = MailServices.accounts.allServers.find(one => one.username == args[0]);
     const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
     const returned = [...inbox.messages].filter(mail => /mailer-daemon/i.test(mail.author));
     if (returned.length > 0) throw new Error(returned.length + " messages came back: " + returned[0].mime2DecodedSubject);`,
    user,
  );
}

/** Only the first mails are left, for the next build to meet the same inbox. */
export async function clearInbox(thunderbird: Thunderbird, left: number): Promise<void> {
  await thunderbird.run(
    `const server = MailServices.accounts.allServers.find(one => one.username == args[0]);
     const inbox = server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
     const w = Services.wm.getMostRecentWindow("mail:3pane");
     const all = [...inbox.messages].sort((one, other) => one.messageKey - other.messageKey);
     if (all.length > args[1]) {
       inbox.deleteMessages(all.slice(args[1]), w.msgWindow, true, false, null, false);
       await until("the mails to be gone", 30000, async () => {
         await sleep(200);
         inbox.expunge?.(null, w.msgWindow);
         return inbox.getTotalMessages(false) <= args[1];
       });
     }`,
    user,
    left,
  );
}
