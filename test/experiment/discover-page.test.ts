// A page with settings is fetched over HTTPS alone, without anything of the user's, and whoever answers is hostile: bounded in
// size, time and redirects, and never believed for another owner's domain.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { prepareProgram, results } from "./program.js";
import { afterwards } from "./sockets.js";
import { prepareFiles, resetWeb, urlsAsked, web, webParts } from "./web.js";

prepareProgram(webParts);
prepareFiles();
const { decodeXml, fetchPage } = await import("../../src/experiment/outgoingServers/parent/discover-page.js");

const page = "https://autoconfig.firm.example/mail/config-v1.1.xml";
const text = (words: string, isOwnersWord = true): object => ({ kind: "text", text: words, isOwnersWord });

beforeEach(() => {
  resetWeb();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const fetched = (owner: string | null = "firm.example") => fetchPage(page, owner);

describe("a page", () => {
  it("is read whole, however it is cut up", async () => {
    web.pages.set(page, { status: 200, body: "<clientConfig/>", chunk: 4 });
    expect(await fetched()).toEqual(text("<clientConfig/>"));
  });

  it("is asked for without cookies, log-in or cache", async () => {
    web.pages.set(page, { status: 200, body: "" });
    await fetched();
    const [channel] = web.asked;
    const { LOAD_ANONYMOUS, LOAD_BYPASS_CACHE, INHIBIT_CACHING } = Ci["nsIRequest"] as Record<string, number>;
    expect(channel?.loadFlags).toBe(
      (LOAD_ANONYMOUS ?? 0) | (LOAD_BYPASS_CACHE ?? 0) | (INHIBIT_CACHING ?? 0),
    );
    expect([...(channel?.headers ?? [])]).toEqual([["Accept", "application/xml,text/xml,*/*"]]);
  });

  it("cannot open a dialog: whoever wants to ask for a password is given nobody to ask", async () => {
    web.pages.set(page, { status: 200, body: "" });
    await fetched();
    const { getInterface } = web.asked[0]?.notificationCallbacks as { getInterface(type: unknown): unknown };
    for (const prompt of ["nsIAuthPrompt2", "nsIPrompt", "nsIBadCertListener2"]) {
      expect(() => getInterface(Ci[prompt])).toThrow(
        expect.objectContaining({ result: results.NS_ERROR_NO_INTERFACE }),
      );
    }
  });

  it.each([404, 204, 500])("of status %i is none", async (status) => {
    web.pages.set(page, { status, body: "<clientConfig/>" });
    expect(await fetched()).toEqual({ kind: "none" });
  });

  it.each([
    ["whose host does not exist", results.NS_ERROR_UNKNOWN_HOST, "unknown-host"],
    ["whose host refuses", results.NS_ERROR_CONNECTION_REFUSED, "no-answer"],
    ["with a wrong certificate", 0x805a2ff4, "no-answer"],
  ])("%s", async (_, fails, kind) => {
    web.pages.set(page, { fails });
    expect(await fetched()).toEqual({ kind });
  });

  it("that cannot even be asked for is no answer", async () => {
    expect(await fetchPage("https://no host/", null)).toEqual({ kind: "no-answer" });
  });
});

describe("a hostile one", () => {
  it("that never ends is cut off after five seconds", async () => {
    web.pages.set(page, "silent");
    const fetching = fetched();
    await afterwards();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(web.asked[0]?.cancelled).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await fetching).toEqual({ kind: "no-answer" });
    expect(web.asked[0]?.cancelled).toEqual([results.NS_BINDING_ABORTED]);
  });

  it("that is larger than any settings is cut off, and not read on", async () => {
    const most = 4 * 131_072;
    web.pages.set(page, { status: 200, body: new Uint8Array(2 * most).fill(32), chunk: 65_536 });
    expect(await fetched()).toEqual({ kind: "no-answer" });
    expect(web.asked[0]?.given).toBe(most + 65_536);
  });

  it("of exactly the largest size is read", async () => {
    web.pages.set(page, { status: 200, body: new Uint8Array(4 * 131_072).fill(32), chunk: 65_536 });
    expect(await fetched()).toMatchObject({ kind: "text" });
  });

  it("that ended in time is not cancelled later", async () => {
    web.pages.set(page, { status: 200, body: "x" });
    await fetched();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(web.asked[0]?.cancelled).toEqual([]);
  });
});

describe("a redirect", () => {
  it("within the owner's domain is followed, and stays the owner's word", async () => {
    web.pages.set(page, { redirect: "https://www.firm.example/settings" });
    web.pages.set("https://www.firm.example/settings", { status: 200, body: "here" });
    expect(await fetched()).toEqual(text("here"));
  });

  it("to another owner is followed, but it is that one's word", async () => {
    web.pages.set(page, { redirect: "https://parking.example/" });
    web.pages.set("https://parking.example/", { status: 200, body: "for sale" });
    expect(await fetched()).toEqual(text("for sale", false));
  });

  it("there and back again has been in other hands", async () => {
    web.pages.set(page, { redirect: "https://parking.example/" });
    web.pages.set("https://parking.example/", { redirect: "https://www.firm.example/back" });
    web.pages.set("https://www.firm.example/back", { status: 200, body: "back" });
    expect(await fetched()).toEqual(text("back", false));
  });

  it("to a page in clear is not followed", async () => {
    web.pages.set(page, { redirect: "http://autoconfig.firm.example/mail/config-v1.1.xml" });
    web.pages.set("http://autoconfig.firm.example/mail/config-v1.1.xml", { status: 200, body: "forged" });
    expect(await fetched()).toEqual({ kind: "no-answer" });
    expect(urlsAsked()).toEqual([page]);
  });

  it("is followed five times at the most", async () => {
    const step = (number: number): string => `https://www.firm.example/${String(number)}`;
    web.pages.set(page, { redirect: step(1) });
    for (const number of [1, 2, 3, 4, 5]) web.pages.set(step(number), { redirect: step(number + 1) });
    web.pages.set(step(5), { status: 200, body: "fifth" });
    expect(await fetched()).toEqual(text("fifth"));
    web.pages.set(step(5), { redirect: step(6) });
    web.pages.set(step(6), { status: 200, body: "sixth" });
    expect(await fetched()).toEqual({ kind: "no-answer" });
  });

  it("to a page that is not there is none, whatever stood before", async () => {
    web.pages.set(page, { redirect: "https://www.firm.example/404" });
    web.pages.set("https://www.firm.example/404", { status: 404 });
    expect(await fetched()).toEqual({ kind: "none" });
  });
});

describe("whose word it is", () => {
  it.each([
    ["firm.example", true],
    ["mail.firm.example", true],
    ["other.example", false],
    [null, true],
  ])("for %j: %s", async (owner, isOwnersWord) => {
    web.pages.set(page, { status: 200, body: "" });
    expect(await fetched(owner)).toEqual(text("", isOwnersWord));
  });
});

describe("its encoding", () => {
  const octets = (...parts: readonly (string | number)[]): Uint8Array =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? part : [...Buffer.from(part)])));

  it("is what it declares", () => {
    const declared = `<?xml version="1.0" encoding="iso-8859-1"?>`;
    expect(decodeXml(octets(declared, "<a>", 0xe4, "</a>"))).toBe(`${declared}<a>ä</a>`);
  });

  it("is UTF-8 where nobody knows what it declares, and a broken character harms nothing else", () => {
    const declared = `<?xml version="1.0" encoding="klingon"?>`;
    expect(decodeXml(octets(declared, "<a>ä", 0xff, "</a>"))).toBe(`${declared}<a>ä\ufffd</a>`);
  });
});
