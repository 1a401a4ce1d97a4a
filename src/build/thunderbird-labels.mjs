// Thunderbird's own labels in every language it ships, out of its omni.ja (English) and of Debian's language packs of the
// same version, into src/ui/kit/thunderbird-labels.json. How to get the packs: alert-sentences.mjs. Then
//   node src/build/thunderbird-labels.mjs <folder of the packs>

import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";

/** Where each label is in the program's texts: the end of the file's path, and its name there. */
const places = {
  settings: ["messenger/menubar.ftl", "menu-tools-settings.label"],
  "account-settings": ["messenger/preferences/preferences.ftl", "account-button"],
  "outgoing-server": ["messenger/accountManager.ftl", "outgoing-server-section-name"],
  edit: ["messenger/am-advanced.dtd", "smtpListEdit.label"],
  add: ["messenger/am-advanced.dtd", "smtpListAdd.label"],
  ok: ["global/dialog.properties", "button-accept"],
  cancel: ["global/dialog.properties", "button-cancel"],
  "server-name": ["messenger/smtpEditOverlay.dtd", "serverName.label"],
  port: ["messenger/smtpEditOverlay.dtd", "serverPort.label"],
  "user-name": ["messenger/smtpEditOverlay.dtd", "userName.label"],
  "connection-security": ["messenger/smtpEditOverlay.dtd", "connectionSecurity.label"],
  "no-security": ["messenger/smtpEditOverlay.dtd", "connectionSecurityType-0.label"],
  "authentication-method": ["messenger/smtpEditOverlay.dtd", "authMethod.label"],
  "no-authentication": ["messenger/messenger.properties", "authNo"],
  "normal-password": ["messenger/messenger.properties", "authPasswordCleartextViaSSL"],
  "password-insecurely": ["messenger/messenger.properties", "authPasswordCleartextInsecurely"],
  "encrypted-password": ["messenger/messenger.properties", "authPasswordEncrypted"],
  "manage-identities": ["messenger/am-main.dtd", "manageIdentities.label"],
  help: ["messenger/menubar.ftl", "menu-help-help-title.label"],
  "troubleshooting-information": ["messenger/menubar.ftl", "menu-help-troubleshooting-info.label"],
  "copy-text": ["toolkit/about/aboutSupport.ftl", "copy-text-to-clipboard-label"],
  "privacy-security": ["messenger/preferences/preferences.ftl", "pane-privacy-title"],
  "saved-passwords": ["messenger/preferences/preferences.ftl", "passwords-button.label"],
  outbox: ["messenger/messenger.properties", "outboxFolderName"],
  sent: ["messenger/messenger.properties", "sentFolderName"],
  drafts: ["messenger/messenger.properties", "draftsFolderName"],
  "add-ons-and-themes": ["messenger/unifiedToolbarItems.ftl", "toolbar-add-ons-and-themes-label"],
  "primary-password": ["toolkit/preferences/preferences.ftl", "primary-password-dialog.title"],
  "sending-message": ["messengercompose/sendProgress.properties", "titleSendMsg"],
  "edit-as-new": ["messenger/messenger.dtd", "editAsNewMsgCmd.label"],
  "password-original": ["messenger/messenger.properties", "authOld"],
  "tls-certificate": ["messenger/messenger.properties", "authExternal"],
  "any-secure-method": ["messenger/messenger.properties", "authAnySecure"],
  "any-method": ["messenger/messenger.properties", "authAny"],
  "get-messages": ["messenger/about3Pane.ftl", "folder-pane-get-messages-button.title"],
  options: ["messengercompose/messengercompose.dtd", "optionsMenu.label"],
  "delivery-status-notification": ["messengercompose/messengercompose.dtd", "dsnMenu.label"],
};

/**
 * Where the label says more than the name that our sentences need: the name as Thunderbird's own sentences have it.
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
const names = {
  // "Cambio password principale" is the dialog; "Inserire la password principale." what is asked.
  it: { "primary-password": "password principale" },
};

/**
 * @param {Uint8Array} archive
 * @returns {Record<string, string>} without the colon of a field
 */
export function labelsOf(archive) {
  const wanted = Object.values(places).map(([path]) => `/${path}`);
  const files = unzipSync(archive, { filter: ({ name }) => wanted.some((path) => name.endsWith(path)) });
  return Object.fromEntries(
    Object.entries(places).flatMap(([label, [path = "", name = ""]]) => {
      const file = Object.entries(files).find(([there]) => there.endsWith(`/${path}`));
      const text = file === undefined ? null : valueOf(strFromU8(file[1]), name);
      return text === null ? [] : [[label, text.replace(/\s*[:：]$/, "")]];
    }),
  );
}

/**
 * A DTD's entity, a line of a properties file, a Fluent message or its attribute ("name.label"). Null: not there.
 * @param {string} text
 * @param {string} name
 */
function valueOf(text, name) {
  const [message = "", attribute] = name.split(".");
  const patterns = [
    `^<!ENTITY ${literal(name)}\\s+"([^"]*)"`,
    `^${literal(name)} ?=[ \\t]*(\\S.*)$`,
    ...(attribute === undefined
      ? []
      : [`^${literal(message)} =\\n(?:[ \\t]+.*\\n)*?[ \\t]+\\.${attribute} = (.*)$`]),
  ];
  for (const pattern of patterns) {
    const found = new RegExp(pattern, "m").exec(text)?.[1];
    if (found !== undefined) {
      return found.replaceAll("&amp;", "&").trim();
    }
  }
  return null;
}

/** @param {string} text */
function literal(text) {
  return text.replaceAll(".", "\\.");
}

const [packs] = process.argv.slice(2);
if (packs !== undefined) {
  /** @type {Record<string, Record<string, string>>} */
  const languages = {};
  const paths = (await readdir(packs, { recursive: true })).sort();
  const english = labelsOf(await readFile("/usr/lib/thunderbird/omni.ja"));
  for (const path of paths) {
    const language = /langpack-([\w-]+)@thunderbird\.mozilla\.org\.xpi$/.exec(path)?.[1]?.toLowerCase();
    if (language !== undefined && !language.startsWith("en-")) {
      const labels = Object.entries(labelsOf(await readFile(join(packs, path))));
      languages[language] = {
        ...Object.fromEntries(labels.filter(([name, text]) => text !== english[name])),
        ...names[language],
      };
    }
  }
  await writeFile(
    resolve(import.meta.dirname, "../ui/kit/thunderbird-labels.json"),
    `${JSON.stringify(languages, null, 2)}\n`,
  );
}
