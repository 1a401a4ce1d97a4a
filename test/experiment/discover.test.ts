// What is published for a domain, source by source: only the domain is said, whoever answers first is not thereby believed, and
// a password may go only where somebody has spoken who may speak for the domain.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { results, prepareProgram } from "./program.js";
import { afterwards } from "./sockets.js";
import { prepareFiles, resetWeb, urlsAsked, web, webParts } from "./web.js";

prepareProgram(webParts);
prepareFiles();
const { discover } = await import("../../src/experiment/outgoingServers/parent/discover.js");
const { isPublishedFor } = await import("../../src/experiment/outgoingServers/parent/published-hosts.js");

let number = 0;
/** A new domain for each test: what was published is remembered. */
let domain = "";
const autoconfig = (of = domain): string => `https://autoconfig.${of}/mail/config-v1.1.xml`;
const wellKnown = (of = domain): string => `https://${of}/.well-known/autoconfig/mail/config-v1.1.xml`;
const database = (of = domain): string => `https://db.example/v1.1/${of}`;

beforeEach(() => {
  resetWeb();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  number += 1;
  domain = `firm${String(number)}.example`;
});
afterEach(() => {
  vi.useRealTimers();
});

const settings = (host: string, authentication = "password-cleartext"): string =>
  `<clientConfig version="1.1"><emailProvider id="x"><outgoingServer type="smtp"><hostname>${host}</hostname>` +
  `<port>587</port><socketType>STARTTLS</socketType><authentication>${authentication}</authentication>` +
  `<username>%EMAILADDRESS%</username></outgoingServer></emailProvider></clientConfig>`;
const has = (url: string, host: string, authentication?: string): unknown =>
  web.pages.set(url, { status: 200, body: settings(host, authentication) });
const later = (url: string, host: string, milliseconds: number): void => {
  web.pages.set(url, "silent");
  setTimeout(() => {
    const waiting = web.asked.find((channel) => channel.url === url);
    has(url, host);
    waiting?.answer();
  }, milliseconds);
};
const none = { result: "none", vouched: false, servers: [], pages: [] };

/** Lets time pass until it is answered. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const state = { isOver: false };
  void answer.finally(() => (state.isOver = true));
  await afterwards();
  for (let passed = 0; passed < 60_000 && !state.isOver; passed += 100) {
    await vi.advanceTimersByTimeAsync(100);
  }
  return answer;
}

describe("the domain's own pages", () => {
  it("are the domain's word, in the API's words", async () => {
    has(autoconfig(), "smtp.provider.example");
    expect(await inTime(discover(domain, "isp"))).toEqual({
      result: "found",
      vouched: true,
      pages: [],
      servers: [
        {
          hostname: "smtp.provider.example",
          port: 587,
          security: "starttls",
          authMethods: ["passwordCleartext"],
          username: "%EMAILADDRESS%",
          ownNetworkOnly: false,
        },
      ],
    });
    expect(isPublishedFor(domain, "SMTP.provider.example")).toBe(true);
    expect(urlsAsked()).toEqual([autoconfig(), wellKnown()]);
  });

  it("with words about pages: in the language that Thunderbird runs in", async () => {
    const pages =
      `<documentation url="https://help.example/"><descr lang="en">Help</descr>` +
      `<descr lang="de">Hilfe</descr></documentation></emailProvider>`;
    const body = settings("smtp.x.example").replace("</emailProvider>", pages);
    web.pages.set(autoconfig(), { status: 200, body });
    const { pages: told } = await inTime(discover(domain, "isp"));
    expect(told).toEqual([{ is: "documentation", url: "https://help.example/", words: "Hilfe" }]);
  });

  it("a name inside the domain is filled in before it is remembered", async () => {
    has(autoconfig(), "smtp.%EMAILDOMAIN%");
    await inTime(discover(domain, "isp"));
    expect(isPublishedFor(domain, `smtp.${domain}`)).toBe(true);
  });

  it("the first is believed though the second was faster, but not waited for when it is late", async () => {
    later(autoconfig(), "smtp.first.example", 600);
    has(wellKnown(), "smtp.second.example");
    expect((await inTime(discover(domain, "isp"))).servers).toMatchObject([
      { hostname: "smtp.first.example" },
    ]);
    later(autoconfig("late.example"), "smtp.first.example", 1_000);
    has(wellKnown("late.example"), "smtp.second.example");
    expect((await inTime(discover("late.example", "isp"))).servers).toMatchObject([
      { hostname: "smtp.second.example" },
    ]);
  });

  it.each([
    ["neither is there", [], "none"],
    [
      "the second does not answer",
      [[wellKnown, { fails: results.NS_ERROR_CONNECTION_REFUSED }]],
      "no-answer",
    ],
    ["both are the home page", homePages(), "none"],
  ] as const)("%s: %s", async (_, pages, result) => {
    for (const [url, answer] of pages) web.pages.set(url(), answer);
    expect(await inTime(discover(domain, "isp"))).toEqual({ ...none, result });
  });

  function homePages() {
    const answer = { status: 200, body: "<!doctype html><title>Welcome</title>" };
    return [
      [autoconfig, answer],
      [wellKnown, answer],
    ] as const;
  }

  it("that name no outgoing server are none, and do not keep others from being found", async () => {
    const body = settings("x").replace(/<outgoingServer.*<\/outgoingServer>/, "");
    web.pages.set(autoconfig(), { status: 200, body });
    expect(await inTime(discover(domain, "isp"))).toEqual(none);
    has(wellKnown(), "smtp.second.example");
    expect((await inTime(discover(domain, "isp"))).servers).toHaveLength(1);
  });

  it("found after a redirect to another owner are nobody's word: no password of the domain may follow", async () => {
    web.pages.set(autoconfig(), { redirect: "https://parking.example/config.xml" });
    has("https://parking.example/config.xml", "smtp.parking.example");
    expect(await inTime(discover(domain, "isp"))).toMatchObject({ result: "found", vouched: false });
    expect(isPublishedFor(domain, "smtp.parking.example")).toBe(false);
  });

  it("are not asked where the user has switched that off", async () => {
    web.preferences.set("mailnews.auto_config.fetchFromISP.enabled", false);
    expect(await inTime(discover(domain, "isp"))).toEqual({ ...none, result: "disabled" });
    expect(urlsAsked()).toEqual([]);
  });
});

describe("what is asked for", () => {
  it.each([
    "alice@firm.example",
    "firm.example/path",
    "firm.example:8443",
    "firm.example?x",
    "firm.example#x",
    "firm.example\\x",
    "firm example",
    "localhost",
    "192.0.2.1",
    "",
  ])("%j is no domain, and nobody is asked", async (name) => {
    expect(await inTime(discover(name, "isp"))).toEqual(none);
    expect(urlsAsked()).toEqual([]);
  });

  it("a name in other letters is asked for as DNS knows it", async () => {
    await inTime(discover("Bücher.example", "isp"));
    expect(urlsAsked()).toEqual([autoconfig("xn--bcher-kva.example"), wellKnown("xn--bcher-kva.example")]);
  });

  it("is written anew in small letters, without the root's dot", async () => {
    await inTime(discover("FIRM.example.", "isp"));
    expect(urlsAsked()).toEqual([autoconfig("firm.example"), wellKnown("firm.example")]);
  });
});

describe("the ISP database", () => {
  it("is asked for the domain alone, and is believed", async () => {
    has(database(), "smtp.provider.example");
    expect(await inTime(discover(domain, "database"))).toMatchObject({ result: "found", vouched: true });
    expect(urlsAsked()).toEqual([database()]);
  });

  it.each(["", "http://db.example/"])("with the preference %j it is not asked", async (address) => {
    web.preferences.set("mailnews.auto_config_url", address);
    expect(await inTime(discover(domain, "database"))).toEqual({ ...none, result: "disabled" });
    expect(urlsAsked()).toEqual([]);
  });

  it("that cannot be reached is no answer, one that does not know the domain is", async () => {
    expect(await inTime(discover(domain, "database"))).toEqual({ ...none, result: "no-answer" });
    web.pages.set(database(), { status: 404 });
    expect(await inTime(discover(domain, "database"))).toEqual(none);
    web.pages.set(database(), { status: 200, body: "<html><title>Welcome</title></html>" });
    expect(await inTime(discover(domain, "database"))).toEqual(none);
  });
});

describe("by the mail exchanger", () => {
  const mx = (...records: readonly (readonly [number, string | null])[]): unknown =>
    web.records.set(
      `${domain}.`,
      records.map(([prio, host]) => ({ prio, host })),
    );

  it("its owner's settings are found, and nobody vouches for them: DNS can be forged", async () => {
    mx([20, "backup.other.example"], [10, "MX1.hoster.example"]);
    has(autoconfig("hoster.example"), "smtp.hoster.example");
    expect(await inTime(discover(domain, "mx"))).toMatchObject({
      result: "found",
      vouched: false,
      servers: [{ hostname: "smtp.hoster.example" }],
    });
    expect(isPublishedFor(domain, "smtp.hoster.example")).toBe(false);
    expect(urlsAsked()).toEqual([autoconfig("hoster.example"), database("hoster.example")]);
  });

  it("what is nearer to it goes before what is all the owner's", async () => {
    mx([10, "mx1.eu.hoster.example"]);
    has(autoconfig("hoster.example"), "smtp.hoster.example");
    has(database("eu.hoster.example"), "smtp.eu.hoster.example");
    expect((await inTime(discover(domain, "mx"))).servers).toMatchObject([
      { hostname: "smtp.eu.hoster.example" },
    ]);
    expect(urlsAsked()).toEqual([
      autoconfig("eu.hoster.example"),
      database("eu.hoster.example"),
      autoconfig("hoster.example"),
      database("hoster.example"),
    ]);
  });

  it("an owner's bare name is asked once", async () => {
    mx([10, "hoster.example"]);
    await inTime(discover(domain, "mx"));
    expect(urlsAsked()).toEqual([autoconfig("hoster.example"), database("hoster.example")]);
  });

  it.each([
    ["no mail exchanger", []],
    ["the one that takes no mail (RFC 7505)", [[0, ""]]],
    ["its own", [[10, "mx.%"]]],
    ["an address for one", [[10, "192.0.2.1"]]],
    ["a public suffix for one", [[10, "co.uk"]]],
    ["a name of one label", [[10, "mailhost"]]],
  ] as const)("a domain with %s has nothing there, and nobody is asked", async (_, records) => {
    const problems = vi.spyOn(console, "error").mockReturnValue();
    mx(...records.map(([prio, host]) => [prio, host.replace("%", domain)] as const));
    expect(await inTime(discover(domain, "mx"))).toEqual(none);
    expect(urlsAsked()).toEqual([]);
    expect(problems).not.toHaveBeenCalled();
  });

  it("with a database that nobody can ask, the owner's own pages still count", async () => {
    web.preferences.set("mailnews.auto_config_url", "https://no host/");
    mx([10, "mx.hoster.example"]);
    later(autoconfig("hoster.example"), "smtp.hoster.example", 300);
    expect(await inTime(discover(domain, "mx"))).toMatchObject({ result: "found" });
  });

  it.each([
    ["all switched off", ["mailnews.auto_config.fetchFromISP.enabled"], "disabled"],
    ["one switched off and one silent", [], "no-answer"],
  ] as const)("%s", async (_, off, result) => {
    web.preferences.set("mailnews.auto_config_url", "");
    for (const name of off) web.preferences.set(name, false);
    mx([10, "mx.hoster.example"]);
    web.pages.set(autoconfig("hoster.example"), { fails: results.NS_ERROR_CONNECTION_REFUSED });
    expect(await inTime(discover(domain, "mx"))).toEqual({ ...none, result });
  });
});

describe("by DNS", () => {
  const names = () => [`_submissions._tcp.${domain}.`, `_submission._tcp.${domain}.`] as const;

  it("both services are asked for, from the root, and nobody vouches for them", async () => {
    const [submissions, submission] = names();
    web.records.set(submission, [{ prio: 0, weight: 1, host: "smtp.a.example", port: 587 }]);
    web.records.set(submissions, [{ prio: 0, weight: 5, host: "smtp.b.example.", port: 465 }]);
    expect(await inTime(discover(domain, "srv"))).toMatchObject({
      result: "found",
      vouched: false,
      pages: [],
      servers: [
        { hostname: "smtp.b.example", port: 465, security: "tls", authMethods: [], username: null },
        { hostname: "smtp.a.example", port: 587, security: "starttls" },
      ],
    });
    expect(web.recordsAsked).toEqual([submissions, submission]);
    expect(isPublishedFor(domain, "smtp.a.example")).toBe(false);
  });

  const failing = (): Promise<never> => Promise.reject(new Error("worker"));

  it("a resolver that fails is no answer, also for one of the two", async () => {
    web.records.set(names()[0], failing());
    expect(await inTime(discover(domain, "srv"))).toEqual({ ...none, result: "no-answer" });
    web.records.set(`${domain}.`, failing());
    expect(await inTime(discover(domain, "mx"))).toEqual({ ...none, result: "no-answer" });
  });

  it("nothing is there, or the service is not offered", async () => {
    expect(await inTime(discover(domain, "srv"))).toEqual(none);
    web.records.set(names()[0], [{ prio: 0, weight: 0, host: null, port: 0 }]);
    expect(await inTime(discover(domain, "srv"))).toEqual(none);
  });
});

describe("files of the installation", () => {
  it("are the program's word", async () => {
    web.files.set(`/CurProcD/isp/${domain}.xml`, settings("smtp.provider.example"));
    expect(await inTime(discover(domain, "disk"))).toMatchObject({ result: "found", vouched: true });
    expect(urlsAsked()).toEqual([]);
  });

  it("are few", async () => {
    expect(await inTime(discover(domain, "disk"))).toEqual(none);
  });
});

describe("ways to sign in", () => {
  it.each([
    ["smtp.nobody.example", "firm.example", "OAuth2", null],
    ["smtp.oauth.example", "firm.example", "OAuth2", ["oauth2"]],
    ["smtp.%EMAILDOMAIN%", "oauth.example", "OAuth2", ["oauth2"]],
    ["smtp.firm.example", "known.example", "OAuth2", ["oauth2"]],
    ["smtp.firm.example", "unknown.example", "OAuth2", null],
    ["smtp.nobody.example", "firm.example", "password-encrypted", ["passwordEncrypted"]],
    ["smtp.nobody.example", "firm.example", "GSSAPI", ["gssapi"]],
    ["smtp.nobody.example", "firm.example", "NTLM", ["ntlm"]],
    ["smtp.nobody.example", "firm.example", "none", ["none"]],
  ])("%s for users of %s with %s: %j", async (host, of, authentication, authMethods) => {
    has(database(of), host, authentication);
    const { result, servers } = await inTime(discover(of, "database"));
    expect(result).toBe(authMethods === null ? "none" : "found");
    expect(servers.map((server) => server.authMethods)).toEqual(authMethods === null ? [] : [authMethods]);
  });

  it("of several, only those that this Thunderbird can use are told", async () => {
    const both = "OAuth2</authentication><authentication>password-cleartext";
    has(database(), "smtp.nobody.example", both);
    expect((await inTime(discover(domain, "database"))).servers).toMatchObject([
      { authMethods: ["passwordCleartext"] },
    ]);
  });
});

it("a mistake of ours is told, and is no answer", async () => {
  const problems = vi.spyOn(console, "error").mockReturnValue();
  web.records.set(`${domain}.`, 5 as never);
  expect(await inTime(discover(domain, "mx"))).toEqual({ ...none, result: "no-answer" });
  expect(problems).toHaveBeenCalledOnce();
});
