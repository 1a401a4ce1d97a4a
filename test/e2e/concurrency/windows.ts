// Several compose windows, told apart by their subjects, and several main windows: a page belongs to one of them.
import { setTimeout as sleep } from "node:timers/promises";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

const compose = `const compose = windows().find(w => w.gMsgCompose?.compFields.subject == args.at(-1)
  || w.document.getElementById("msgSubject")?.value == args.at(-1));`;

export async function pressSendIn(thunderbird: Thunderbird, subject: string): Promise<void> {
  await thunderbird.run(
    `${compose} compose.setTimeout(() => compose.goDoCommand("cmd_sendNow"), 0);`,
    subject,
  );
}

export function isOpen(thunderbird: Thunderbird, subject: string): Promise<boolean> {
  return thunderbird.run<boolean>(`${compose} return Boolean(compose && !compose.closed);`, subject);
}

/** As a user does who gives the message up: nothing is saved. */
export async function giveUp(thunderbird: Thunderbird, subject: string): Promise<void> {
  await thunderbird.run(
    `${compose}
     compose.SetContentAndBodyAsUnmodified?.();
     compose.close();
     await until("the window to close", 5000, () => compose.closed);`,
    subject,
  );
}

/** Closes whatever page is open, as a click elsewhere does. */
export async function closePages(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     const popups = () => [...extension.views].filter(view => view.viewType == "popup" && view.xulBrowser?.isConnected);
     await until("no page", 5000, async () => {
       for (const { xulBrowser } of popups()) xulBrowser.closest("panel")?.hidePopup();
       await sleep(200);
       return popups().length == 0;
     });`,
    thunderbird.addOnId,
  );
}

/** The page of that compose window, opened by its own button. */
export async function openPageIn(thunderbird: Thunderbird, subject: string): Promise<void> {
  await closePages(thunderbird);
  await thunderbird.run(`${compose} compose.focus();`, subject);
  await sleep(300);
  await thunderbird.run(
    `${compose}
     const { extension } = WebExtensionPolicy.getByID(args[0]);
     compose.document.querySelector('[id$="-composeAction-toolbarbutton"]').click();
     await until("the page", 10000, () => [...extension.views].some(view => view.viewType == "popup"));`,
    thunderbird.addOnId,
    subject,
  );
}

export async function openMainWindow(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`
    const main = Services.wm.getMostRecentWindow("mail:3pane");
    const second = main.openDialog("chrome://messenger/content/messenger.xhtml", "_blank", "chrome,dialog=no,all");
    await until("the second main window", 20000, () => second.document?.readyState == "complete"
      && second.document.getElementById("tabmail")?.currentTabInfo);
    await sleep(1000);`);
}

/** Presses our button in the toolbar of the nth main window, counted as they were opened; tells in which the page came. */
export function pageOpensIn(thunderbird: Thunderbird, nth: number): Promise<number> {
  return thunderbird.run<number>(
    `const [id, nth] = args;
     const mains = windows().filter(w => w.document.documentElement.getAttribute("windowtype") == "mail:3pane")
       .sort((a, b) => a.docShell.outerWindowID - b.docShell.outerWindowID);
     mains[nth].focus();
     await sleep(500);
     const button = await until("the toolbar button", 10000, () => mains[nth].document
       .querySelector('unified-toolbar button[extension="' + id + '"], button[extension="' + id + '"]'));
     const box = button.getBoundingClientRect();
     const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
     for (const [type, buttons] of [["mousemove", 0], ["mousedown", 1], ["mouseup", 0]])
       mains[nth].synthesizeMouseEvent(type, x, y, { button: 0, buttons, clickCount: type == "mousemove" ? 0 : 1 }, {});
     const { extension } = WebExtensionPolicy.getByID(id);
     const browser = await until("the page", 10000, () =>
       [...extension.views].find(one => one.viewType == "popup" && one.xulBrowser?.isConnected)?.xulBrowser);
     return mains.indexOf(browser.ownerDocument.defaultView);`,
    thunderbird.addOnId,
    nth,
  );
}
