// Every file of the ISP database, read by us and by Thunderbird's own reader in the same Thunderbird.
// The files are not ours to keep: without ../shared/data/ispdb the test is skipped.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readAutoconfig } from "../../src/engine/discovery/autoconfig-xml.js";
import { securityNumbers, signInNumbers } from "./thunderbird/profile.js";
import { quietPrefs } from "./thunderbird/quiet-prefs.js";
import { newProfile } from "./thunderbird/template.js";
import { startThunderbird } from "./thunderbird/thunderbird.js";
import { userJs } from "./thunderbird/user-js.js";

const directory = join(import.meta.dirname, "../../../shared/data/ispdb");
const filter = process.env["LAB_FILTER"] ?? "";
const wanted = filter === "" || filter.split(" ").includes("ispdb");

/** [host, port, socketType, auth, user name] in Thunderbird's numbers. */
type Outgoing = readonly [string, number, number, number, string];
interface TheirReading {
  readonly outgoing?: readonly Outgoing[];
  readonly oauth2Hosts: readonly string[];
  readonly error?: string;
}

const readInThunderbird = `
  const { JXON } = ChromeUtils.importESModule("resource:///modules/JXON.sys.mjs");
  const { readFromXML } = ChromeUtils.importESModule("resource:///modules/accountcreation/readFromXML.sys.mjs");
  const { OAuth2Providers } = ChromeUtils.importESModule("resource:///modules/OAuth2Providers.sys.mjs");
  const { DOMParser } = Services.wm.getMostRecentWindow("mail:3pane");
  return args[0].map(text => {
    const xml = new DOMParser().parseFromString(text, "text/xml");
    const oauth2Hosts = [...xml.querySelectorAll("outgoingServer > hostname")].map(host => host.textContent.trim())
      .filter(host => OAuth2Providers.getHostnameDetails(host, "smtp"));
    try {
      const config = readFromXML(JXON.build(xml), "lab");
      const servers = [config.outgoing, ...config.outgoingAlternatives];
      // A password without a user name in the file gives Thunderbird the user name "undefined".
      const userName = ({ username }) => !username || username == "undefined" ? "" : username;
      return { oauth2Hosts, outgoing: servers.map(s => [s.hostname, s.port, s.socketType, s.auth, userName(s)]) };
    } catch (error) {
      return { oauth2Hosts, error: String(error) };
    }
  });`;

/** Thunderbird takes the first way to sign in that it can use with that host. */
function ourReading(text: string, oauth2Hosts: readonly string[]): readonly Outgoing[] {
  const read = readAutoconfig(text);
  return (read?.servers ?? []).flatMap(({ host, port, security, signIns, userName }): readonly Outgoing[] => {
    const usable = signIns.find((signIn) => signIn !== "oauth2" || oauth2Hosts.includes(host));
    const auth = { ...signInNumbers, "encrypted-password": 4, kerberos: 5, ntlm: 6 };
    return usable === undefined || !(usable in auth)
      ? []
      : [[host, port, securityNumbers[security], auth[usable as keyof typeof auth], userName ?? ""]];
  });
}

test.skipIf(!wanted || !existsSync(directory))(
  "the ISP database is read as Thunderbird reads it (needs ../shared/data/ispdb)",
  async () => {
    const names = readdirSync(directory).filter((name) => name.endsWith(".xml"));
    const texts = names.map((name) => readFileSync(join(directory, name), "utf8"));
    const thunderbird = await startThunderbird(newProfile("ispdb", userJs(quietPrefs)));
    try {
      const theirs = await thunderbird.run<readonly TheirReading[]>(readInThunderbird, texts);
      const both = names.map((name, index) => ({
        name,
        theirs: theirs[index]?.outgoing ?? theirs[index]?.error,
        ours: ourReading(texts[index] ?? "", theirs[index]?.oauth2Hosts ?? []),
      }));
      const count = both.reduce((sum, { ours }) => sum + ours.length, 0);
      console.log(`${String(names.length)} files, ${String(count)} outgoing servers`);
      expect(both.map(({ name, ours }) => [name, ours])).toEqual(both.map((one) => [one.name, one.theirs]));
      expect(names).toHaveLength(163);
    } finally {
      await thunderbird.stop();
    }
  },
);
