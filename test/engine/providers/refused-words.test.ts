// Twenty providers that refuse an ordinary password, in the words with which their servers are quoted in public: the
// provider's own rule is named first, and nothing is planned that would make it worse.

import { describe, expect, it } from "vitest";
import type { Security } from "../../../src/engine/model/server-settings.js";
import { noteFor } from "../../../src/engine/providers/note-for.js";
import { noteShown } from "../../../src/engine/providers/shown-note.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { cases } from "../saved-cases.js";

/** By test/cases/note-…: which note is named, and the page that quotes the words. */
const quoted: Readonly<Record<string, readonly [note: string, page: string]>> = {
  gmail: ["gmail", "https://github.com/angelos3lex/react-native-smtp-mailer/issues/40"],
  "outlook-com": ["outlook", "https://github.com/hassio-addons/app-vaultwarden/issues/402"],
  "microsoft-365": ["microsoft-365", "https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/3124"],
  icloud: ["icloud", "https://github.com/tianshanxyz/h-guardian/blob/main/ICLOUD_AUTH_FIX.md"],
  yahoo: ["yahoo", "https://github.com/nodemailer/nodemailer/issues/1112"],
  // Both have their mail at Yahoo; the page says that these are their words, too.
  aol: ["aol", "https://github.com/Prince25/StockAlertBot/blob/main/README.md"],
  att: ["att", "https://github.com/Prince25/StockAlertBot/blob/main/README.md"],
  comcast: ["comcast", "https://github.com/byalextran/southwest-checkin/issues/5"],
  gmx: ["gmx", "https://pastebin.com/qTnyMP3R"],
  "web-de": ["web-de", "https://github.com/iobroker-community-adapters/ioBroker.email/issues/111"],
  "orange-fr": ["orange-fr", "https://github.com/sisimai/p5-sisimai/issues/243"],
  bt: ["bt", "https://www.bt.com/help/email/bt-email-problems--error-code-0x800ccc79--error-550-"],
  "mail-ru": ["mail-ru", "https://github.com/lmanukyan/print-designer/issues/5"],
  qq: ["qq", "https://github.com/YMFE/yapi/issues/2219"],
  "163": ["netease", "https://github.com/Vincedream/NodeMail/issues/11"],
  zoho: ["zoho", "https://github.com/matteorlt/Portfolio/blob/main/FIX-SMTP-ERROR.md"],
};

/** Whose words are not quoted on a page that can be named here, and what stands in the case instead. */
const unquoted: Readonly<Record<string, readonly [note: string, words: string]>> = {
  yandex: ["yandex", "words: in many public sources, found by the sentence itself on 2026-11-29"],
  naver: ["naver", "words: in many public sources, found by the sentence itself on 2026-11-29"],
  "t-online": ["t-online", "words: not found publicly, searched on 2026-11-29; here those of RFC 4954"],
  "free-fr": [
    "free-fr",
    "words: not found publicly, searched on 2026-11-29; here those of Postfix, which Free runs",
  ],
};

const strength: readonly Security[] = ["none", "starttls", "tls"];

describe.each(Object.entries({ ...quoted, ...unquoted }))("%s", (name, [id, words]) => {
  const given = cases.find((one) => one.name === `note-${name}`)?.evidence;
  if (given?.outgoing.kind !== "smtp") throw new Error(`test/cases/note-${name} has no outgoing server`);
  const { server } = given.outgoing;

  it(`is told the provider's own rule first (${words})`, () => {
    const shown = noteShown(given, diagnose(given), "2026-11-29");
    expect([shown?.id, shown?.place]).toEqual([id, "cause"]);
    expect(shown?.sentences.length).toBeGreaterThan(0);
  });

  it("is led to no other host, to no weaker connection, and to a sign-in", () => {
    const settings = diagnose(given).plan?.settings ?? server;
    expect(settings.host).toBe(noteFor(given)?.facts.moved?.to?.host ?? server.host);
    expect(strength.indexOf(settings.security)).toBeGreaterThanOrEqual(strength.indexOf(server.security));
    expect(["password", "oauth2"]).toContain(settings.signIn);
  });
});

it("there are twenty, and no page is a rumour", () => {
  expect(Object.keys({ ...quoted, ...unquoted })).toHaveLength(20);
  expect(Object.values(quoted).filter(([, page]) => !page.startsWith("https://"))).toEqual([]);
});

// Seen in a public paste that lists people's addresses, which is therefore not named: "535 5.7.8 Error: authentication
// failed: authentication failure", to a sign-in with a password at free.fr. All that is said there of Free is doubtful.
it("Free: a refused password is asked for, and what is doubtful is told beside", () => {
  const given = cases.find(({ name }) => name === "note-free-fr-password")?.evidence;
  if (given === undefined) throw new Error("test/cases/note-free-fr-password is missing");
  expect(noteShown(given, diagnose(given), "2026-11-29")).toMatchObject({ id: "free-fr", place: "beside" });
});
