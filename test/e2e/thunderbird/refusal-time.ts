// When the server's refusal reached Thunderbird: the start of what the user experiences as "it failed".
// Thunderbird logs it itself (prefix `mailnews.smtp`); the main window keeps the time for later reading.
import type { Thunderbird } from "./thunderbird.js";

export async function watchRefusals(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`
    const w = Services.wm.getMostRecentWindow("mail:3pane");
    w.labRefusedAt = [];
    const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
    w.labListener = event => {
      const { prefix, level } = event.wrappedJSObject ?? event;
      if (prefix == "mailnews.smtp" && level == "error") w.labRefusedAt.push(Date.now());
    };
    w.labAlertAt = [];
    w.labAlertObserver = () => w.labAlertAt.push(Date.now());
    Services.obs.addObserver(w.labAlertObserver, "common-dialog-loaded");
    storage.addLogEventListener(w.labListener, Services.scriptSecurityManager.getSystemPrincipal());`);
}

/** Milliseconds since the epoch, first refusal first. */
export function refusalTimes(thunderbird: Thunderbird): Promise<readonly number[]> {
  return thunderbird.run<number[]>(`return Services.wm.getMostRecentWindow("mail:3pane").labRefusedAt;`);
}

/** When Thunderbird's own dialogs were loaded, milliseconds since the epoch: the alert is among them. */
export function alertTimes(thunderbird: Thunderbird): Promise<readonly number[]> {
  return thunderbird.run<number[]>(`return Services.wm.getMostRecentWindow("mail:3pane").labAlertAt;`);
}
