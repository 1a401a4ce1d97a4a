// What the manifest and the locales say.

import { type AddOn, isRecord, manifestValue, stringsOf } from "./add-on.js";
import { fits, knownPermissions, manifestKeys, type Schemas } from "./schemas.js";

const present = (addOn: AddOn, key: string): readonly string[] =>
  manifestValue(addOn, key) === undefined ? [] : [key];

export const updateUrl = (addOn: AddOn): readonly string[] =>
  ["update_url", "browser_specific_settings.gecko.update_url"].flatMap((key) => present(addOn, key));

export const strictMaxVersion = (addOn: AddOn): readonly string[] =>
  present(addOn, "browser_specific_settings.gecko.strict_max_version");

export const backgroundPage = (addOn: AddOn): readonly string[] => present(addOn, "background.page");

export const experiments = (addOn: AddOn): readonly string[] => present(addOn, "experiment_apis");

export const manifestMissing = ({ files }: AddOn): readonly string[] =>
  files.has("manifest.json") ? [] : ["no manifest.json"];

export const manifestInvalidJson = ({ files, manifest }: AddOn): readonly string[] =>
  files.has("manifest.json") && manifest === null ? ["manifest.json"] : [];

export const manifestMissingKey = (addOn: AddOn): readonly string[] =>
  ["manifest_version", "name", "version"].filter((key) => manifestValue(addOn, key) === undefined);

export const manifestVersionMismatch = (addOn: AddOn): readonly string[] =>
  manifestValue(addOn, "manifest_version") === 3 ? [] : ["manifest_version is not 3"];

export function manifestUnknownPermission(addOn: AddOn, schemas: Schemas): readonly string[] {
  const known = knownPermissions(schemas);
  return ["permissions", "optional_permissions"]
    .flatMap((key) => stringsOf(manifestValue(addOn, key)))
    .filter((permission) => !permission.includes("://") && !known.has(permission));
}

export function mistypedManifestValue(addOn: AddOn, schemas: Schemas): readonly string[] {
  const keys = manifestKeys(schemas);
  return Object.entries(addOn.manifest ?? {}).flatMap(([key, value]) => {
    const type = keys.get(key);
    return type === undefined || fits(schemas, value, type) ? [] : [key];
  });
}

export function unrecognizedManifestKey(addOn: AddOn, schemas: Schemas): readonly string[] {
  const keys = manifestKeys(schemas);
  return Object.keys(addOn.manifest ?? {}).filter((key) => !keys.has(key));
}

export function minimizeHostPermissions(addOn: AddOn): readonly string[] {
  return ["permissions", "host_permissions"]
    .flatMap((key) => stringsOf(manifestValue(addOn, key)))
    .filter((host) => host === "<all_urls>" || /^[^:]+:\/\/\*\//.test(host));
}

export const webAccessibleResources = (addOn: AddOn): readonly string[] =>
  present(addOn, "web_accessible_resources");

export const addonIconMissing = (addOn: AddOn): readonly string[] => {
  const icons = manifestValue(addOn, "icons");
  return isRecord(icons) && Object.keys(icons).length > 0 ? [] : ["no icons"];
};

export const nativeMessaging = (addOn: AddOn): readonly string[] =>
  ["permissions", "optional_permissions"]
    .flatMap((key) => stringsOf(manifestValue(addOn, key)))
    .filter((permission) => permission === "nativeMessaging");

type Messages = Readonly<Record<string, unknown>>;

/** The texts of each language; an empty record where they cannot be read. */
export function locales({ files }: AddOn): ReadonlyMap<string, Messages> {
  return new Map(
    [...files].flatMap(([path, text]): [string, Messages][] => {
      const language = /^_locales\/([^/]+)\/messages\.json$/.exec(path)?.[1];
      return language === undefined ? [] : [[language, parsed(text)]];
    }),
  );
}

function parsed(text: string): Messages {
  try {
    const messages: unknown = JSON.parse(text);
    return isRecord(messages) ? messages : {};
  } catch {
    return {};
  }
}

export function messageOf(messages: Messages, key: string): string {
  const entry = messages[key];
  return isRecord(entry) && typeof entry["message"] === "string" ? entry["message"] : "";
}

/** A manifest's text as each language shows it; a plain one as it is. */
export function shown(addOn: AddOn, key: string): ReadonlyMap<string, string> {
  const text = manifestValue(addOn, key);
  const message = typeof text === "string" ? /^__MSG_(\w+)__$/.exec(text)?.[1] : undefined;
  if (message === undefined) {
    return new Map([["manifest", typeof text === "string" ? text : ""]]);
  }
  return new Map([...locales(addOn)].map(([language, messages]) => [language, messageOf(messages, message)]));
}

/** "Thunderbird" only as the end of "… for Thunderbird"; no other mark of Mozilla's at all. */
export function trademarkViolation(addOn: AddOn): readonly string[] {
  return [...shown(addOn, "name")]
    .filter(([, name]) => {
      const own = name.replace(/ for Thunderbird$/, "");
      return own.trim() === "" || /thunderbird|mozilla|firefox|mzla/i.test(own);
    })
    .map(([language, name]) => `${language}: ${name}`);
}

export function defaultLocaleMissing(addOn: AddOn): readonly string[] {
  const named = manifestValue(addOn, "default_locale");
  return locales(addOn).size > 0 && named === undefined ? ["_locales without default_locale"] : [];
}

export function defaultLocaleUnused(addOn: AddOn): readonly string[] {
  const named = manifestValue(addOn, "default_locale");
  return typeof named === "string" && !locales(addOn).has(named) ? [`no _locales/${named}`] : [];
}

export const missingEnglish = (addOn: AddOn): readonly string[] =>
  [...locales(addOn).keys()].some((language) => /^en(?:$|[-_])/.test(language)) ? [] : ["no English"];

/** Names, values and Thunderbird's labels: the same in every language, and taken from the standard one. */
const hasWords = (message: string): boolean =>
  /\p{L}/u.test(
    message.replaceAll(/Relay Doctor|\[\[[a-z-]+\]\]|STARTTLS|SSL\/TLS|OAuth2|Kerberos|GSSAPI|NTLM/g, ""),
  );

/** Texts that a language lacks, under its name and in its line of `texts`: each would show in English among its own. */
export function incompleteLocales(addOn: AddOn): readonly string[] {
  const all = locales(addOn);
  const standard = all.get(String(manifestValue(addOn, "default_locale"))) ?? {};
  return [...all].flatMap(([language, messages]) => {
    const lines = messageOf(messages, "texts").split("\n");
    return Object.keys(standard)
      .filter((key, index) => messageOf(messages, key) === "" && (lines[index] ?? "") === "")
      .filter((key) => hasWords(messageOf(standard, key)))
      .map((key) => `${language}: ${key}`);
  });
}

/** The store's own upload form, not its review tool: form of the version, length of the name, icon sizes, an id. */
export function uploadForm(addOn: AddOn): readonly string[] {
  const version = String(manifestValue(addOn, "version"));
  const id = String(manifestValue(addOn, "browser_specific_settings.gecko.id"));
  const minimum = String(manifestValue(addOn, "browser_specific_settings.gecko.strict_min_version"));
  const names = [...shown(addOn, "name").values(), ...shown(addOn, "description").values()];
  return [
    ...(/^\d{1,9}(?:\.\d{1,9}){1,3}$/.test(version) ? [] : [`version ${version}`]),
    ...(/^[\w.+-]+@[\w.-]+$/.test(id) ? [] : [`id ${id}`]),
    ...(/^\d+\.\d+$/.test(minimum) ? [] : [`strict_min_version ${minimum}`]),
    ...(names.every((name) => name !== "") ? [] : ["a language without name or description"]),
    ...[...shown(addOn, "name")]
      .filter(([, name]) => name.length > 45)
      .map(([language]) => `${language}: name too long`),
  ];
}

export function minimumVersion(addOn: AddOn): string {
  const named = manifestValue(addOn, "browser_specific_settings.gecko.strict_min_version");
  return typeof named === "string" ? named : "0";
}
