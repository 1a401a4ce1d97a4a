// Where a secret could come to light, one reader for each place.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { access } from "../thunderbird/page.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

/**
 * A line of the browser console. `isThunderbirds`: the lines in which its own sending repeats the server's words, and
 * no others: what it logs as `mailnews.smtp` and `mailnews.send`, and the compose window's "GenericSendMessage FAILED".
 */
export interface ConsoleLine {
  readonly isThunderbirds: boolean;
  readonly text: string;
}

export function consoleLines(thunderbird: Thunderbird): Promise<readonly ConsoleLine[]> {
  return thunderbird.run<readonly ConsoleLine[]>(
    `${access}
     const logged = ${logged};
     // What pages say to the console is kept in their own process.
     const saidByPages = await inPage(findView(view => view.viewType == "background"), ${JSON.stringify(`return ${logged};`)});
     const reported = Services.console.getMessageArray()
       .map(message => ({ isThunderbirds: false, text: [message.sourceName, message.message, message.errorMessage].join(" ") }));
     return [...logged, ...saidByPages, ...reported];`,
    thunderbird.addOnId,
  );
}

const logged = `Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage).getEvents()
  .map(event => event.wrappedJSObject ?? event)
  .map(({ prefix, filename, addonId, arguments: said }) => ({
    isThunderbirds: ["mailnews.smtp", "mailnews.send"].includes(prefix)
      || (filename == "chrome://messenger/content/messengercompose/MsgComposeCommands.js"
        && String(said[0]).startsWith("GenericSendMessage FAILED: ")),
    text: [prefix, filename, addonId, ...[...said].map(one => {
      try { return typeof one == "object" ? JSON.stringify(one) : String(one); } catch { return String(one); }
    })].join(" "),
  }))`;

/** storage.local and storage.session, all of it. */
export function storage(thunderbird: Thunderbird): Promise<Readonly<Record<string, string>>> {
  return thunderbird.run(
    `${access}
     const browser = await until("a page of the add-on", 10000, () => findView(() => true));
     const area = name => inPage(browser, \`
       const area = content.wrappedJSObject.messenger.storage[arg];
       return area ? new Promise(resolve => area.get(null).then(
         Cu.exportFunction(all => resolve(JSON.stringify(Cu.waiveXrays(all))), content),
         Cu.exportFunction(error => resolve("refused: " + error), content))) : "none";\`, name);
     return { "storage.local": await area("local"), "storage.session": await area("session") };`,
    thunderbird.addOnId,
  );
}

export async function leakIntoStorage(thunderbird: Thunderbird, text: string): Promise<void> {
  await thunderbird.run(
    `${access}
     const browser = findView(() => true);
     for (const name of ["local", "session"]) await inPage(browser, \`
       return new Promise(resolve => content.wrappedJSObject.messenger.storage[arg.name]
         .set(Cu.cloneInto({ labLeak: { text: [arg.text] } }, content)).then(Cu.exportFunction(() => resolve(""), content)));\`,
       { name, text: rest[0] });`,
    thunderbird.addOnId,
    text,
  );
}

/** The page says a text to the console and holds it in a field. */
export async function leakIntoPage(thunderbird: Thunderbird, text: string): Promise<void> {
  await thunderbird.run(
    `${access}
     await inPage(findPage(), \`
       content.console.log(arg);
       const field = content.document.createElement("input");
       field.value = arg;
       content.document.body.append(field);
       return "";\`, rest[0]);`,
    thunderbird.addOnId,
    text,
  );
}

/** Into the clipboard and into the preferences. */
export async function leakIntoProgram(thunderbird: Thunderbird, text: string): Promise<void> {
  await thunderbird.run(
    `Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(args[0]);
     Services.prefs.setStringPref("lab.leak", args[0]);`,
    text,
  );
}

/** What is read next has been copied after this. */
export async function emptyClipboard(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`Services.clipboard.emptyClipboard(Ci.nsIClipboard.kGlobalClipboard);`);
}

export function clipboard(thunderbird: Thunderbird): Promise<string> {
  return thunderbird.run<string>(`
    const transferable = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
    transferable.init(null);
    transferable.addDataFlavor("text/plain");
    // Without a clipboard manager what a program has put there goes with it.
    if (!Services.clipboard.hasDataMatchingFlavors(["text/plain"], Ci.nsIClipboard.kGlobalClipboard)) return "";
    Services.clipboard.getData(transferable, Ci.nsIClipboard.kGlobalClipboard);
    const data = {};
    transferable.getTransferData("text/plain", data);
    return data.value.QueryInterface(Ci.nsISupportsString).data;`);
}

/** Files of the profile by their path in it, Thunderbird not running. `lock` is a link that leads nowhere. */
export function profileFiles(profile: string): Readonly<Record<string, Buffer>> {
  const paths = readdirSync(profile, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => existsSync(path) && statSync(path).isFile());
  return Object.fromEntries(paths.map((path) => [relative(profile, path), readFileSync(path)]));
}

/** Thunderbird's own keeping of messages: folders, their summaries, and the index for its search. */
export function keepsMessages(path: string): boolean {
  return /^(?:Mail|ImapMail)\/|^global-messages-db\.sqlite/.test(path);
}
