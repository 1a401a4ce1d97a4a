// The Experiment's `discover` in a real Thunderbird, against the lab's web server and name server.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { addOnErrors, installAddOn } from "./thunderbird/add-on.js";
import { quietPrefs } from "./thunderbird/quiet-prefs.js";
import { newProfile } from "./thunderbird/template.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { startThunderbird } from "./thunderbird/thunderbird.js";
import { userJs } from "./thunderbird/user-js.js";
import { pageRequests } from "./world/settings-pages.js";

interface Answer {
  readonly result: string;
  readonly vouched: boolean;
  readonly servers: readonly {
    readonly hostname: string;
    readonly port: number;
    readonly authMethods: string[];
  }[];
  readonly took: number;
}

const filter = process.env["LAB_FILTER"] ?? "";
const wanted = filter === "" || filter.split(" ").includes("discover");
let thunderbird: Thunderbird;

/** As the add-on's own API object answers, in the parent process. All sources named are asked side by side. */
async function ask(domain: string, ...sources: readonly string[]): Promise<readonly Answer[]> {
  return thunderbird.run<readonly Answer[]>(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     const api = await extension.apiManager.asyncGetAPI("outgoingServers", extension, "addon_parent");
     const { outgoingServers } = api.getAPI({ extension });
     return Promise.all(args[2].map(async source => {
       const started = Date.now();
       return { ...(await outgoingServers.discover(args[1], source)), took: Date.now() - started };
     }));`,
    thunderbird.addOnId,
    domain,
    sources,
  );
}

/** What is found, as "host:port", with its vouching; else the result. */
async function found(domain: string, source: string): Promise<readonly string[]> {
  const [answer] = await ask(domain, source);
  return answer?.result === "found"
    ? [
        answer.vouched ? "vouched" : "unvouched",
        ...answer.servers.map(({ hostname, port }) => `${hostname}:${String(port)}`),
      ]
    : [answer?.result ?? ""];
}

describe.skipIf(!wanted)("discover", () => {
  /** The same pages serve the cases that run before, where Thunderbird asks a provider for permission by itself. */
  let before = 0;
  beforeAll(async () => {
    before = pageRequests().length;
    thunderbird = await startThunderbird(newProfile("discover", userJs(quietPrefs)));
    await installAddOn(thunderbird, addOnFile());
  });
  afterAll(() => thunderbird.stop());

  test.each([
    ["retired.test", "isp", ["vouched", "out.hosting.test:587"]],
    ["wellknown.test", "isp", ["vouched", "mail.%EMAILDOMAIN%:587"]],
    // Another owner's word, though the domain's own page leads there.
    ["moved.test", "isp", ["unvouched", "out.hosting.test:587"]],
    ["renamed.test", "isp", ["vouched", "mail.renamed.test:587"]],
    ["ispdb.test", "database", ["vouched", "relay.bigisp.test:587"]],
    ["customer.test", "mx", ["unvouched", "relay.bigisp.test:587"]],
    ["branch.test", "mx", ["unvouched", "server1.hoster.test:587"]],
    ["srv.test", "srv", ["unvouched", "submit.srv.test:587", "backup.srv.test:2525"]],
    ["riseup.net", "disk", ["vouched", "mail.riseup.net:465"]],
  ])("finds what is published for %s at %s", async (domain, source, expected) => {
    const answer = await found(domain, source);
    expect(source === "disk" ? answer.slice(0, 1) : answer).toEqual(
      source === "disk" ? ["vouched"] : expected,
    );
  });

  test.each([
    ["nothing.test", "isp", "none"],
    ["nothing.test", "database", "none"],
    ["nothing.test", "mx", "none"],
    ["nothing.test", "srv", "none"],
    ["nothing.test", "disk", "none"],
    ["withdrawn.test", "srv", "none"],
    ["srv.test", "mx", "none"],
    ["homepage.test", "isp", "none"],
    ["downgraded.test", "isp", "none"],
    ["huge.test", "isp", "no-answer"],
    ["alice@retired.test", "isp", "none"],
    ["retired.test/x", "isp", "none"],
    ["127.0.0.54", "isp", "none"],
  ])("finds nothing for %s at %s", async (domain, source, expected) => {
    expect(await found(domain, source)).toEqual([expected]);
  });

  test("OAuth2 is left out where Thunderbird does not know the provider", async () => {
    const [answer] = await ask("customer.test", "mx");
    expect(answer?.servers[0]?.authMethods).toEqual(["passwordCleartext"]);
  });

  test("a page that never answers holds up nobody else", async () => {
    const [isp, database] = await ask("mute.test", "isp", "database");
    expect([isp?.result, database?.result]).toEqual(["no-answer", "found"]);
    expect(database?.took).toBeLessThan(1_000);
    expect(isp?.took).toBeLessThan(6_000);
  });

  test("a silent name server costs one wait, and the web is asked meanwhile", async () => {
    const [mx, srv, database] = await ask("mutedns.test", "mx", "srv", "database");
    expect([mx?.result, srv?.result, database?.result]).toEqual(["no-answer", "no-answer", "none"]);
    expect(Math.max(mx?.took ?? 0, srv?.took ?? 0)).toBeLessThan(5_000);
    expect(database?.took).toBeLessThan(1_000);
  });

  test("nothing was asked over http, nothing with an address", async () => {
    const asked = pageRequests().slice(before);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !/^https:\/\/[a-z.]+\/[a-z0-9./-]+$/.test(url))).toEqual([]);
    expect(await addOnErrors(thunderbird)).toEqual([]);
  });
});
