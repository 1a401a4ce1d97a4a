// Another add-on that sends in the background, with the built-in messages API: made on the spot, removed with the profile.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "./compose.js";
import type { Thunderbird } from "./thunderbird.js";

const id = "sender@lab.test";

/** Resolves when the sending has begun; its permission, which a user would be asked for, is granted beforehand. */
export async function sendByAddOn(thunderbird: Thunderbird, message: Message): Promise<void> {
  const directory = join(thunderbird.profile, "sending-add-on");
  mkdirSync(directory);
  writeFileSync(
    join(directory, "manifest.json"),
    JSON.stringify({
      manifest_version: 3,
      name: "Sends in the background",
      version: "1",
      browser_specific_settings: { gecko: { id } },
      background: { scripts: ["background.js"] },
      permissions: ["compose", "accountsRead", "messagesRead"],
      optional_permissions: ["messages.send"],
    }),
  );
  const { identity, to, subject } = message;
  const details = { identityId: identity, to: [to], subject, body: "Written in the lab.", isPlainText: true };
  writeFileSync(
    join(directory, "background.js"),
    `messenger.messages.sendMessage(${JSON.stringify(details)}, { mode: "sendNow" })
       .then(() => {}, error => console.log("lab: not sent: " + error.message));`,
  );
  await thunderbird.run(
    `const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
     const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
     await ExtensionPermissions.add(args[1], { permissions: ["messages.send"], origins: [], data_collection: [] });
     const directory = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
     directory.initWithPath(args[0]);
     await AddonManager.installTemporaryAddon(directory);`,
    directory,
    id,
  );
}
