// Look-ups of published settings over fetch: what is asked, by which permission, and what is believed of the answer.

import { beforeEach, expect, it, vi } from "vitest";
import { fetchDiscovery } from "../../src/adapters/fetch-discovery.js";
import { xmlLimits } from "../../src/engine/discovery/xml.js";

const { contains } = vi.hoisted(() => ({
  contains: vi.fn<(permissions: { readonly origins: readonly string[] }) => Promise<boolean>>(),
}));
vi.mock("../../src/adapters/browser.js", () => ({
  browser: { permissions: { contains }, i18n: { getUILanguage: () => "de-AT" } },
}));

const page = `<clientConfig version="1.1"><emailProvider id="example.test"><domain>example.test</domain>
  <outgoingServer type="smtp"><hostname>out.example.test</hostname><port>587</port><socketType>STARTTLS</socketType>
  <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>
  </emailProvider></clientConfig>`;

/** A response as fetch gives it; `url` is where redirects have led. */
function answer(body: string, { status = 200, url = "https://autoconfig.example.test/" } = {}): Response {
  const response = new Response(body, { status });
  Object.defineProperty(response, "url", { value: url });
  return response;
}

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const urls = (): readonly string[] => asked.mock.calls.map(([url]) => url);

beforeEach(() => {
  contains.mockReset().mockResolvedValue(true);
  asked.mockReset().mockImplementation(() => Promise.resolve(answer("", { status: 404 })));
  vi.stubGlobal("fetch", asked);
});

it("asks nobody before the user has said so, and without the permission", async () => {
  expect(fetchDiscovery.consent).toBe("asked-for");
  contains.mockResolvedValue(false);
  expect(await fetchDiscovery.lookUp("example.test", "isp")).toMatchObject({ result: "disabled" });
  expect(asked).not.toHaveBeenCalled();
  expect(contains.mock.calls[0]?.[0].origins).toEqual([
    "https://autoconfig.example.test/*",
    "https://example.test/*",
    "https://live.thunderbird.net/*",
  ]);
});

it("asks the domain's own two pages, by the domain alone, without cookies or referrer", async () => {
  await fetchDiscovery.lookUp("example.test", "isp");
  expect(urls()).toEqual([
    "https://autoconfig.example.test/mail/config-v1.1.xml",
    "https://example.test/.well-known/autoconfig/mail/config-v1.1.xml",
  ]);
  for (const [, init] of asked.mock.calls) {
    expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
    expect(init.body).toBeUndefined();
  }
});

it("asks the ISP database by the domain", async () => {
  await fetchDiscovery.lookUp("example.test", "database");
  expect(urls()).toEqual(["https://live.thunderbird.net/autoconfig/v1.1/example.test"]);
});

it.each(["policy", "disk", "mx", "srv"] as const)("cannot ask %s, and asks nobody", async (source) => {
  expect((await fetchDiscovery.lookUp("example.test", source)).result).toBe("disabled");
  expect(asked).not.toHaveBeenCalled();
});

it.each(["192.0.2.1", "localhost", "", "ex ample.test"])(
  "asks nobody for what is no domain: %j",
  async (domain) => {
    expect((await fetchDiscovery.lookUp(domain, "isp")).result).not.toBe("found");
    expect(asked).not.toHaveBeenCalled();
  },
);

it("believes what came over HTTPS, and takes the first page that has something", async () => {
  asked.mockImplementation((url) =>
    Promise.resolve(url.includes(".well-known") ? answer(page) : answer("<html></html>")),
  );
  expect(await fetchDiscovery.lookUp("example.test", "isp")).toMatchObject({
    result: "found",
    vouched: true,
    servers: [{ host: "out.example.test", port: 587, security: "starttls" }],
  });
});

it("follows no redirect: who stands behind it was not agreed to", async () => {
  await fetchDiscovery.lookUp("example.test", "isp");
  await fetchDiscovery.lookUp("example.test", "database");
  expect(asked.mock.calls.map(([, { redirect }]) => redirect)).toEqual(["manual", "manual", "manual"]);
});

it.each([
  ["a redirect, which is answered without a page", Response.error()],
  ["an error", answer(page, { status: 500 })],
  ["an answer of nothing at all", new Response(null)],
  ["a home page", answer("<!doctype html><title>Welcome</title>")],
  ["more than any honest file", answer(page + " ".repeat(4 * xmlLimits.characters))],
])("believes nothing of %s", async (_, response) => {
  asked.mockImplementation((url) =>
    Promise.resolve(url.includes(".well-known") ? answer("", { status: 404 }) : response),
  );
  expect(await fetchDiscovery.lookUp("example.test", "isp")).toEqual({
    result: "none",
    vouched: false,
    servers: [],
    pages: [],
  });
});

it("takes a host that does not answer for just that", async () => {
  asked.mockRejectedValue(new TypeError("NetworkError"));
  expect((await fetchDiscovery.lookUp("example.test", "database")).result).toBe("no-answer");
});
