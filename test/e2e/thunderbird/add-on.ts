// The add-on under test: installed as a user installs a file, watched for errors, put to sleep.
import { basename } from "node:path";
import type { Thunderbird } from "./thunderbird.js";

export type Edition = "full" | "store";

export const addOnIds: Readonly<Record<Edition, string>> = {
  full: "relay-doctor-full@relay-doctor.addon",
  store: "relay-doctor@relay-doctor.addon",
};

/**
 * Installs permanently and waits until the background has run once. `long-since`: Thunderbird starts it as one that was
 * there before, so that its first words do not stand in the way of what is tested.
 */
export async function installAddOn(
  thunderbird: Thunderbird,
  file: string,
  id = thunderbird.addOnId,
  when: "long-since" | "now" = "long-since",
): Promise<void> {
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const xpi = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
     xpi.initWithPath(args[0]);
     const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
     const asOld = (_, extension) => {
       if (extension.id == args[1] && args[3] == "long-since") extension.startupReason = "ADDON_ENABLE";
     };
     ExtensionParent.apiManager.on("startup", asOld);
     const install = await AddonManager.getInstallForFile(xpi);
     await install.install();
     if (!install.addon?.isActive) throw new Error(args[2] + " was not accepted: error " + install.error);
     const policy = await until("the add-on", 10000, () => WebExtensionPolicy.getByID(args[1])).catch(error => {
       const said = Services.console.getMessageArray().slice(-15).map(message => String(message.message ?? message));
       throw new Error(error.message + "; console: " + said.join(" | "));
     });
     await until("its background", 10000, () => ["running", "stopped", "suspending"].includes(policy.extension.backgroundState));
     ExtensionParent.apiManager.off("startup", asOld);`,
    file,
    id,
    basename(file),
    when,
  );
}

/** Waits until the background is suspended; a short `extensions.background.idle.timeout` makes this quick. */
export async function waitUntilAsleep(thunderbird: Thunderbird, id = thunderbird.addOnId): Promise<void> {
  await thunderbird.run(
    `await until("the background to sleep", 30000,
       () => WebExtensionPolicy.getByID(args[0]).extension.backgroundState == "stopped");`,
    id,
  );
}

/** At once, instead of after thirty seconds without anything to do. */
export async function sendToSleep(thunderbird: Thunderbird, id = thunderbird.addOnId): Promise<void> {
  await thunderbird.run(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     if (extension.backgroundState == "running") await extension.terminateBackground();
     await until("the background to sleep", 10000, () => extension.backgroundState == "stopped");`,
    id,
  );
}

/**
 * Errors from the add-on's own files or pages in the browser console. Left out: Thunderbird's notice that a page
 * went away while it waited for an answer; a sent message closes its window and the page in it.
 */
export function addOnErrors(thunderbird: Thunderbird): Promise<readonly string[]> {
  return thunderbird.run<string[]>(
    `const policy = WebExtensionPolicy.getByID(args[0]);
     const ours = text => text && ((policy && text.includes(policy.mozExtensionHostname)) || text.includes(args[0]));
     const errors = Services.console.getMessageArray()
       .filter(message => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
       .filter(message => ours(message.sourceName) || ours(message.errorMessage))
       .filter(message => !/^(Promise (rejected|resolved) after context unloaded|FrameData missing for)/.test(message.errorMessage))
       // Thunderbird's own, of a background that was starting while the add-on was taken away.
       .filter(message => policy || !message.errorMessage.includes("No WebExtension found with ID"))
       // Of a call that was on its way as an update took the add-on's place.
       .filter(message => !message.errorMessage.startsWith("Failed to open storage.local backend after the extension was already"))
       // Thunderbird's own at each sleep of a background that listens to its menu (153; not 157): it takes the listener off late.
       .filter(message => !message.errorMessage.startsWith("sendRemoveListener on closed conduit"))
       .map(message => message.errorMessage + " (" + message.sourceName + ":" + message.lineNumber + ")");
     const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
     const logged = storage.getEvents().map(event => event.wrappedJSObject ?? event)
       .filter(event => event.level == "error" && (ours(event.filename) || ours(event.addonId)))
       .map(event => "console.error: " + [...event.arguments].map(String).join(" "));
     return [...errors, ...logged];`,
    thunderbird.addOnId,
  );
}

/** The newest lines of the browser console, for a case that failed. */
export function consoleTail(thunderbird: Thunderbird): Promise<readonly string[]> {
  return thunderbird.run<string[]>(
    `const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
     const logged = storage.getEvents().map(event => event.wrappedJSObject ?? event)
       .map(event => event.level + ": " + [...event.arguments].map(String).join(" "));
     const messages = Services.console.getMessageArray().map(message => String(message.message ?? message));
     return [...messages.slice(-10), ...logged.slice(-10)].map(line => line.slice(0, 400));`,
  );
}
