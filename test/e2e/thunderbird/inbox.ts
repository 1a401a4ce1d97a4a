// The inbox as a user meets it: new mail is fetched, the mail is opened in the main window, its button is pressed.
import type { Thunderbird } from "./thunderbird.js";

/** Script: `fetched(server)`. */
const fetching = `
  const inboxOf = server => server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
  const fetched = server => new Promise(resolve => inboxOf(server)?.getNewMessages(
    Services.wm.getMostRecentWindow("mail:3pane").msgWindow, {
      QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]), OnStartRunningUrl() {}, OnStopRunningUrl: resolve }));
  const server = MailServices.accounts.allServers.find(one => one.username == args[0]);
`;

/**
 * The account's first connection, before any mail has come: while Thunderbird still makes the account's folders, a mail
 * that has just been fetched can be lost to it again (seen on a fast machine).
 */
export async function settleInbox(thunderbird: Thunderbird, userName: string): Promise<void> {
  await thunderbird.run(
    `${fetching}
     await Promise.race([fetched(server), sleep(3000)]);
     await until("the account's folders", 10000, () => server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Trash));
     await sleep(300);`,
    userName,
  );
}

/** Fetches mail until so many are there in the inbox of the account with that user name; throws after 20 seconds. */
export async function awaitMail(thunderbird: Thunderbird, userName: string, count = 1): Promise<void> {
  await thunderbird.run(
    `${fetching}
     await until("a mail in the inbox", 20000, async () => {
       await Promise.race([fetched(server), sleep(3000)]);
       return inboxOf(server)?.getTotalMessages(false) >= args[1] || (await sleep(300), false);
     });`,
    userName,
    count,
  );
}

/** Opens the newest mail of that inbox in the message pane. */
export async function openMail(thunderbird: Thunderbird, userName: string): Promise<void> {
  await thunderbird.run(
    `const server = MailServices.accounts.allServers.find(one => one.username == args[0]);
     const inbox = await until("the inbox", 10000, () =>
       server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox));
     const w = Services.wm.getMostRecentWindow("mail:3pane");
     const about3Pane = w.document.getElementById("tabmail").currentAbout3Pane;
     about3Pane.displayFolder(inbox.URI);
     const mails = await until("a mail", 10000, () => {
       const all = [...inbox.messages];
       return all.length > 0 && all;
     });
     const newest = mails.reduce((last, one) => (one.messageKey > last.messageKey ? one : last));
     const row = await until("the list of mails", 10000, () => {
       const found = about3Pane.gDBView?.findIndexOfMsgHdr(newest, true) ?? -1;
       return found >= 0 && found < about3Pane.gDBView.rowCount && { found };
     });
     about3Pane.threadTree.selectedIndex = row.found;
     await until("the mail", 10000, () =>
       w.document.getElementById("tabmail").currentAboutMessage?.gMessage?.messageKey == newest.messageKey);`,
    userName,
  );
}

/** The button over the displayed mail: pressed when it has become active; else the error says that it did not. */
export async function pressMessageButton(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const w = Services.wm.getMostRecentWindow("mail:3pane");
     const widget = args[0].toLowerCase().replace(/[^a-z0-9_-]/g, "_") + "-messageDisplayAction-toolbarbutton";
     const aboutMessage = await until("the mail", 20000, () => w.document.getElementById("tabmail").currentAboutMessage);
     const button = await until("the active button over the mail", 20000, () => {
       const found = aboutMessage.document.getElementById(widget);
       return aboutMessage.msgLoaded && found && !found.disabled && found.getBoundingClientRect().width > 0 && found;
     });
     // On a screen without a window manager X rolls a panel up that hangs in the message pane; those of the toolbar stay.
     w.addEventListener("popupshowing", ({ target }) => {
       if (target.localName == "panel") target.setAttribute("noautohide", "true");
     }, { capture: true, once: true });
     const box = button.getBoundingClientRect();
     const x = box.left + box.width / 2, y = box.top + box.height / 2;
     w.focus();
     for (const [type, buttons] of [["mousemove", 0], ["mousedown", 1], ["mouseup", 0]]) {
       aboutMessage.synthesizeMouseEvent(type, x, y, { button: 0, buttons, clickCount: type == "mousemove" ? 0 : 1 }, {});
     }`,
    thunderbird.addOnId,
  );
}

/** What our button in the main window's toolbar is marked with. */
export function toolbarMark(thunderbird: Thunderbird): Promise<string> {
  return thunderbird.run<string>(
    `const w = Services.wm.getMostRecentWindow("mail:3pane");
     return w.document.querySelector('unified-toolbar button[extension="' + args[0] + '"]')?.getAttribute("badge") ?? "";`,
    thunderbird.addOnId,
  );
}

/** How many messages lie in the Outbox. */
export function countOutbox(thunderbird: Thunderbird): Promise<number> {
  return thunderbird.run<number>(`
    const sendLater = Cc["@mozilla.org/messengercompose/sendlater;1"].getService(Ci.nsIMsgSendLater);
    return sendLater.getUnsentMessagesFolder(MailServices.accounts.allIdentities[0])?.getTotalMessages(false) ?? 0;`);
}
