// Mail that may have come back, told from ordinary mail in Thunderbird's own process, by what it keeps of every mail
// (author and subject): nobody is woken for the rest. Thunderbird's own events would wake the background for each mail
// displayed and convert every one that arrives (ext-messageDisplay.js, ext-messages.js).

import { mayBeBounce } from "../../../engine/replies/is-bounce.js";
import { mailServices } from "./mail-services.js";

type ReturnedMessage = messenger.outgoingServers.ReturnedMessage;
interface Watched {
  readonly extension: GeckoExtension;
  readonly onArrived: (mails: readonly ReturnedMessage[]) => void;
}

/** Answers what stops it. The extension's button over displayed messages is enabled over such mails alone. */
export function watchReturnedMails({ extension, onArrived }: Watched): () => void {
  const shared = sharedByBuiltIn();
  if (shared === null) {
    return () => undefined;
  }
  const { windowTracker, tabTracker, messageTracker, messageDisplayAction } = shared;
  const button = messageDisplayAction.for(extension);
  void button?.setProperty({}, "enabled", false);
  const displayed = {
    handleEvent({ target, detail }: GeckoMessagesLoaded): void {
      const tab = target.tabOrWindow ?? target.documentGlobal?.tabOrWindow;
      const [mail, another] = detail ?? [];
      const tabId = tab === undefined ? undefined : tabTracker.getId(tab);
      const isOne = mail != null && another === undefined;
      const enabled = isOne && mayBeBounce({ author: mail.author, subject: mail.mime2DecodedSubject });
      if (
        tabId !== undefined &&
        button !== undefined &&
        button.getProperty({ tabId }, "enabled") !== enabled
      ) {
        void button.setProperty({ tabId }, "enabled", enabled);
      }
    },
  };
  const arrived = (_event: string, folder: GeckoMessageFolder, mails: readonly GeckoArrivedMail[]): void => {
    const returned = isReadByPeople(folder) ? mails.filter((mail) => mayBeBounce(seen(mail))) : [];
    const converted = returned.flatMap((mail) => {
      const header = extension.messageManager.convert(mail);
      return header === null ? [] : [{ messageId: header.id, ...seen(mail) }];
    });
    if (converted.length > 0) {
      onArrived(converted);
    }
  };
  windowTracker.addListener("MsgsLoaded", displayed);
  messageTracker.on("messages-received", arrived);
  return () => {
    windowTracker.removeListener("MsgsLoaded", displayed);
    messageTracker.off("messages-received", arrived);
  };
}

/** Null: there is nothing to listen to. */
function sharedByBuiltIn(): GeckoExtensionGlobal | null {
  try {
    const { ExtensionParent } = ChromeUtils.importESModule(
      "resource://gre/modules/ExtensionParent.sys.mjs",
    ) as { ExtensionParent: { apiManager: { global: GeckoExtensionGlobal } } };
    return ExtensionParent.apiManager.global;
  } catch {
    // The module is gone: missing-parts.ts tells it.
    return null;
  }
}

function seen({ author, subject }: GeckoArrivedMail): { readonly author: string; readonly subject: string } {
  const written = author ?? "";
  return {
    author: written.includes("=?")
      ? mailServices().mimeConverter.decodeMimeHeader(written, null, false, true)
      : written,
    subject,
  };
}

const folderFlags = Ci["nsMsgFolderFlags"] as Readonly<Record<"Inbox" | "SpecialUse" | "Virtual", number>>;

/** As `messages.onNewMailReceived` chooses: inboxes and the user's own folders. */
function isReadByPeople({ flags }: GeckoMessageFolder): boolean {
  return (flags & folderFlags.Inbox) !== 0 || (flags & (folderFlags.SpecialUse | folderFlags.Virtual)) === 0;
}
