// One bit for an extension that has left something undone: kept over Thunderbird's end, looked at where it costs nothing,
// so that the background need not be started only to find that there is nothing to do.

import { preferencesOnDisk } from "./on-disk.js";

function nameFor(extensionId: string): string {
  return `extensions.outgoingServers.reminder.${extensionId}`;
}

/** On the disk when it is answered: what follows may be cut off at any moment. */
export function setReminder(extensionId: string, isOn: boolean): null {
  if (isReminded(extensionId) !== isOn) {
    if (isOn) {
      Services.prefs.setBoolPref(nameFor(extensionId), true);
    } else {
      Services.prefs.clearUserPref(nameFor(extensionId));
    }
    preferencesOnDisk();
  }
  return null;
}

export function isReminded(extensionId: string): boolean {
  return Services.prefs.getBoolPref(nameFor(extensionId), false);
}
