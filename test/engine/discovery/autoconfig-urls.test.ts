// Every address that is asked for a domain's settings: HTTPS, and nothing of the user's but the domain.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  databaseUrl,
  hostsAskedFor,
  lookUpDomain,
  providerUrls,
} from "../../../src/engine/discovery/autoconfig-urls.js";

it("asks the provider at two addresses, best first", () => {
  expect(providerUrls("Example.TEST")).toEqual([
    "https://autoconfig.example.test/mail/config-v1.1.xml",
    "https://example.test/.well-known/autoconfig/mail/config-v1.1.xml",
  ]);
});

describe("the ISP database", () => {
  it.each([
    [undefined, "https://live.thunderbird.net/autoconfig/v1.1/example.test"],
    ["https://settings.company.test/", "https://settings.company.test/example.test"],
    ["https://settings.company.test/{{domain}}/v1", "https://settings.company.test/example.test/v1"],
    ["http://settings.company.test/", null],
    ["", null],
  ])("of %s is asked at %s", (database, url) => {
    expect(databaseUrl("example.test", database)).toBe(url);
  });
});

describe("nothing is asked for", () => {
  it.each([
    ["an address", "alice@example.test"],
    ["a path", "example.test/secret"],
    ["a port", "example.test:8080"],
    ["a query", "example.test?x"],
    ["an IP address", "192.0.2.1"],
    ["a name that a URL reads as an IP address", "example.4.2.2"],
    ["the same in more digits", "example.4.2.255"],
    ["the same in hexadecimal", "example.0x7f"],
    ["an IPv6 address", "[2001:db8::1]"],
    ["a name without a dot", "localhost"],
    ["nothing", ""],
    ["a name not in ASCII", "bücher.test"],
    ["a label with an underscore", "_dmarc.example.test"],
    ["empty labels", "example..test"],
    ["a label that starts with a hyphen", "-example.test"],
    ["too long a label", `${"a".repeat(64)}.test`],
    ["too long a name", `${"a.".repeat(127)}test`],
  ])("%s", (_, domain) => {
    expect([lookUpDomain(domain), providerUrls(domain), databaseUrl(domain)]).toEqual([null, [], null]);
    expect(hostsAskedFor(domain)).toEqual([]);
  });
});

it("leave is asked for those hosts alone, whatever their pages", () => {
  expect(hostsAskedFor("Example.TEST")).toEqual([
    "https://autoconfig.example.test/*",
    "https://example.test/*",
    "https://live.thunderbird.net/*",
  ]);
});

it("the root's dot does not count", () => {
  expect(lookUpDomain("example.test.")).toBe("example.test");
});

it("whatever the domain, every address is HTTPS, on the usual port, and holds no address", () => {
  const anything = fc.oneof(fc.domain(), fc.string(), fc.emailAddress());
  fc.assert(
    fc.property(anything, (domain) =>
      [...providerUrls(domain), databaseUrl(domain) ?? "https://x/"].every((text) => {
        const { protocol, port, username, search, hash } = new URL(text);
        return protocol === "https:" && `${port}${username}${search}${hash}` === "" && !text.includes("@");
      }),
    ),
  );
});
