// The sentences of Thunderbird's alert about a failed send, in every language it ships: out of its omni.ja (English) and
// of Debian's language packs of the same version, into src/adapters/alert-sentences.json. Run with each new ESR:
//   apt-get download $(apt-cache pkgnames thunderbird-l10n-); dpkg -x each of them into a folder; then
//   node src/build/alert-sentences.mjs /usr/lib/thunderbird <that folder>
// What a pack has not translated is left out: it is the English sentence.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { strFromU8, unzipSync } from "fflate";

const names = [
  "smtpSendFailedUnknownServer",
  "smtpSendRequestRefused",
  "smtpSendInterrupted",
  "smtpSendTimeout",
  "smtpHintAuthEncryptToPlainSsl",
  "smtpHintAuthPlainToEncrypt",
  "smtpAuthFailure",
  "smtpAuthGssapi",
  "smtpAuthMechNotSupported",
  "startTlsFailed",
  "errorSendingFromCommand",
  "errorSendingDataCommand",
  "errorSendingMessage",
  "smtpServerError",
  "errorSendingRcptCommand",
];

/**
 * @param {Uint8Array} archive
 * @returns {Record<string, string>}
 */
export function sentencesIn(archive) {
  const files = unzipSync(archive, { filter: ({ name }) => name.endsWith("/composeMsgs.properties") });
  const text = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join("\n");
  const found = new Map(
    [...text.matchAll(/^(\w+)\s*=[ \t]*(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = found.get(name);
      // A line break is written as in any properties file.
      return value === undefined || value === "" ? [] : [[name, value.replaceAll("\\n", "\n")]];
    }),
  );
}

/**
 * @param {Record<string, string>} sentences
 * @param {Record<string, string>} english
 */
export function translated(sentences, english) {
  return Object.fromEntries(Object.entries(sentences).filter(([name, text]) => text !== english[name]));
}

const [program, packs] = process.argv.slice(2);
if (program !== undefined && packs !== undefined) {
  const english = sentencesIn(await readFile(join(program, "omni.ja")));
  const application = await readFile(join(program, "application.ini"), "utf8");
  /** @type {Record<string, Record<string, string>>} */
  const languages = { en: english };
  for (const path of (await readdir(packs, { recursive: true })).sort()) {
    const language = /langpack-([\w-]+)@thunderbird\.mozilla\.org\.xpi$/.exec(path)?.[1]?.toLowerCase();
    if (language !== undefined) {
      const own = translated(sentencesIn(await readFile(join(packs, path))), english);
      // English of other countries, mostly.
      if (Object.keys(own).length > 0) languages[language] = own;
    }
  }
  const thunderbird = /^Version=(.*)$/m.exec(application)?.[1] ?? "unknown";
  await writeFile(
    resolve(import.meta.dirname, "../adapters/alert-sentences.json"),
    `${JSON.stringify({ thunderbird, languages }, null, 2)}\n`,
  );
}
