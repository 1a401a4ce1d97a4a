// What is published about a domain: XML, autoconfig, SRV, an administrator's policy, placeholders.

import fc from "fast-check";
import { expect } from "vitest";
import { databaseUrl, lookUpDomain, providerUrls } from "../../src/engine/discovery/autoconfig-urls.js";
import { readAutoconfig } from "../../src/engine/discovery/autoconfig-xml.js";
import { policyServers } from "../../src/engine/discovery/policy.js";
import { publishedCandidates } from "../../src/engine/discovery/published-candidates.js";
import { filledIn, isHostName } from "../../src/engine/discovery/published-server.js";
import { serversOfSrv } from "../../src/engine/discovery/srv.js";
import { parseXml, xmlLimits, type XmlElement } from "../../src/engine/discovery/xml.js";
import { xmlEncoding } from "../../src/engine/discovery/xml-encoding.js";
import { candidateSource } from "../../src/engine/model/probe.js";
import { hostileOctets, hostileText } from "./hostile-text.js";
import { growsWithItsInput } from "./growth.js";
import { property } from "./property.js";

const page = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE clientConfig>
<clientConfig version="1.1"><emailProvider id="example.test">
  <!-- &lol; --><displayName>A &amp; B</displayName>
  <outgoingServer type="smtp">
    <hostname>mail.%EMAILDOMAIN%</hostname><port>587</port><socketType>STARTTLS</socketType>
    <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication>
  </outgoingServer>
  <outgoingServer type='smtp'>
    <hostname>MAIL.example.test</hostname><port>465</port><socketType>SSL</socketType>
    <authentication>OAuth2</authentication><authentication>plain</authentication>
    <restriction>client-IP-address</restriction>
  </outgoingServer>
  <enable visiturl="https://help.example.test/in?x=1"><instruction lang="de">An &amp; aus</instruction></enable>
  <documentation url='https://example.test'><descr>Help</descr></documentation>
</emailProvider></clientConfig>`;

const bomb = `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;&l;">]><a>&m;&m;</a>`;

function measure(element: XmlElement): {
  readonly elements: number;
  readonly depth: number;
  readonly text: number;
} {
  const inner = element.children.map(measure);
  const own = [...element.attributes.values()].join("").length + element.text.length;
  return {
    elements: inner.reduce((sum, { elements }) => sum + elements, 1),
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    text: inner.reduce((sum, { text }) => sum + text, own),
  };
}

property("XML", "gives no more than it was given, within its limits", hostileText(page, bomb), (source) => {
  const read = parseXml(source);
  if (read !== null) {
    const { elements, depth, text } = measure(read);
    expect(elements).toBeLessThanOrEqual(xmlLimits.elements);
    expect(depth).toBeLessThanOrEqual(xmlLimits.depth);
    expect(text).toBeLessThanOrEqual(source.length);
  }
});

const character = fc.oneof(
  fc.constantFrom("<", ">", "&", '"', "'", "]]>", " ", "\t", "\n", "😀", "é"),
  fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 3 }),
);
const content = fc.array(character, { maxLength: 5 }).map((parts) => parts.join(""));
const tag = fc.stringMatching(/^[a-z_][\w.-]{0,8}$/);
const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc.record({
    name: tag,
    attributes: fc
      .dictionary(tag, content, { maxKeys: 3, noNullPrototype: true })
      .map((of) => new Map(Object.entries(of))),
    children: fc.oneof(
      { depthSize: "small", maxDepth: 6 },
      fc.constant([]),
      fc.array(tie("tree"), { maxLength: 3 }),
    ),
    text: content,
  }),
}));

const escapes: Readonly<Record<string, string>> = {
  "<": "&lt;",
  "&": "&#38;",
  '"': "&#x22;",
  "'": "&apos;",
  ">": "&gt;",
};
const escaped = (text: string): string => text.replace(/[<&"'>]/g, (one) => escapes[one] ?? one);

function written({ name, attributes, children, text }: XmlElement): string {
  const given = [...attributes].map(([key, value]) => ` ${key} = "${escaped(value)}"`).join("");
  const inner = `${escaped(text)}<!-- <x> -->${children.map(written).join("<?php ?>")}`;
  return inner === "" ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name} >`;
}

property("XML", "reads what was written", tree, (root) => {
  expect(parseXml(`\uFEFF<?xml version="1.0"?>\n${written(root)}\n`)).toEqual(root);
});

property(
  "XML",
  "refuses everything too large or too deep",
  fc.tuple(fc.constantFrom("<a>", "<a b='c'/>", "&amp;", "x", "<!---->"), fc.integer({ min: 25, max: 9000 })),
  ([part, times]) => {
    const read = parseXml(`<r>${part.repeat(times)}${"</a>".repeat(part === "<a>" ? times : 0)}</r>`);
    const fits =
      part === "<a>" ? times < xmlLimits.depth : part === "<a b='c'/>" ? times < xmlLimits.elements : true;
    expect(read !== null).toBe(fits);
  },
);

property(
  "XML encoding",
  "is one label, and ASCII is never UTF-16",
  hostileOctets(page, "<?xml encoding='utf-16'?>"),
  (octets) => {
    const label = xmlEncoding(octets);
    expect(label).toMatch(/^[a-z][\w.-]{0,39}$/);
    expect(
      label.startsWith("utf-16") && octets.subarray(0, 2).every((octet) => octet !== 0 && octet < 0x80),
    ).toBe(false);
  },
);

property("autoconfig", "names usable servers, sixteen at most", hostileText(page), (source) => {
  const read = readAutoconfig(source);
  if (read === null) {
    return;
  }
  expect(read.servers.length).toBeLessThanOrEqual(16);
  expect(read.pages.length).toBeLessThanOrEqual(4);
  for (const { url, words } of read.pages) {
    expect(new URL(url)).toMatchObject({ protocol: "https:", username: "", password: "", port: "" });
    expect(words?.length ?? 0).toBeLessThanOrEqual(300);
  }
  for (const { host, port, signIns, userName } of read.servers) {
    expect(isHostName(host.replace(/%[A-Z0-9]{1,40}%/g, "x").toLowerCase())).toBe(true);
    expect(port).toBeGreaterThan(0);
    expect(port).toBeLessThanOrEqual(65_535);
    expect(signIns.length).toBeGreaterThan(0);
    expect(userName?.length ?? 0).toBeLessThanOrEqual(320);
  }
});

const published = fc.record({
  host: fc.oneof(
    fc.domain(),
    hostileText("mail.%EMAILDOMAIN%", "%EMAILLOCALPART%.example.test", "192.0.2.7"),
  ),
  port: fc.integer({ min: 1, max: 65_535 }),
  security: fc.constantFrom("none", "starttls", "tls"),
  signIns: fc.subarray(["password", "oauth2", "none", "ntlm"] as const),
  userName: fc.option(hostileText("%EMAILADDRESS%", "%EMAILLOCALPART%@%EMAILDOMAIN%", "%REALNAME%")),
  ownNetworkOnly: fc.boolean(),
});
const address = fc.oneof(
  fc.emailAddress(),
  hostileText("alice@example.test", "%EMAILADDRESS%@x.test", "$&@$1.test"),
);

property(
  "placeholders",
  "are filled in once, or the pattern is left out",
  fc.tuple(hostileText("%EMAILADDRESS%", "x%EMAILDOMAIN%y%EMAILLOCALPART%"), address),
  ([pattern, of]) => {
    const filled = filledIn(pattern, of);
    if (filled !== null) {
      expect(filled).not.toBe("");
      expect(filled.length).toBeLessThanOrEqual(pattern.length * Math.max(1, of.length));
    }
    if (!pattern.includes("%") && pattern !== "" && !pattern.includes("\0")) {
      expect(filled).toBe(pattern);
    }
  },
);

property(
  "published servers",
  "become candidates with a host's name, and nobody is trusted by himself",
  fc.tuple(fc.array(published, { maxLength: 4 }), fc.constantFrom(...candidateSource.among), address),
  ([servers, source, of]) => {
    const sender = { identityId: "id1", accountId: "a1", accountName: "A", address: of, from: of };
    for (const { settings, trust } of publishedCandidates(servers, source, {
      sender,
      incoming: null,
      current: null,
    })) {
      expect(isHostName(settings.host)).toBe(true);
      if (["mx", "srv", "incoming", "guide", "certificate"].includes(source)) {
        expect(["own-domain", "guess"]).toContain(trust);
      }
    }
  },
);

const record = fc.record({
  priority: fc.oneof(fc.nat({ max: 65_535 }), fc.constant(Number.NaN)),
  weight: fc.nat({ max: 65_535 }),
  port: fc.oneof(fc.nat({ max: 70_000 }), fc.constantFrom(-1, 1.5, Number.NaN, Infinity)),
  target: fc.oneof(fc.domain(), hostileText("mail.example.test.", ".", "192.0.2.1", "[::1]")),
});
property(
  "SRV",
  "names hosts, eight at most, an address is none",
  fc.tuple(fc.array(record, { maxLength: 20 }), fc.array(record, { maxLength: 20 })),
  ([tls, starttls]) => {
    const servers = serversOfSrv(tls, starttls);
    expect(servers.length).toBeLessThanOrEqual(8);
    for (const { host, port } of servers) {
      expect(isHostName(host)).toBe(true);
      expect(host).not.toMatch(/^[\d.]+$/);
      expect(Number.isInteger(port) && port > 0 && port <= 65_535).toBe(true);
    }
  },
);

const entry = fc.record(
  {
    domain: fc.constantFrom("example.test", "EXAMPLE.test", 1),
    host: fc.oneof(fc.domain(), hostileText()),
    port: fc.oneof(fc.integer(), fc.constantFrom("25", 587)),
    security: fc.constantFrom("tls", "starttls", "ssl", null),
    signIn: fc.option(fc.constantFrom("password", "none", "oauth2")),
    userName: fc.option(hostileText()),
  },
  { requiredKeys: [] },
);
property(
  "policy",
  "gives whole servers or none",
  fc.oneof(
    fc.jsonValue(),
    fc.record({ outgoingServers: fc.array(fc.oneof(fc.jsonValue(), entry), { maxLength: 6 }) }),
  ),
  (managed) => {
    for (const { host, port, security, signIns } of policyServers(managed, "example.test")) {
      expect(isHostName(host)).toBe(true);
      expect(port >= 1 && port <= 65_535 && Number.isInteger(port)).toBe(true);
      expect(["none", "starttls", "tls"]).toContain(security);
      expect(signIns).not.toContain("none");
    }
  },
);

property(
  "look-up addresses",
  "name the domain and nothing else",
  fc.oneof(fc.domain(), hostileText("example.test", "user@example.test", "example.test/x?y#z")),
  (domain) => {
    const name = lookUpDomain(domain);
    for (const url of [...providerUrls(domain), databaseUrl(domain) ?? ""].filter(Boolean)) {
      expect(url).toMatch(/^https:\/\/[a-z0-9.-]+\/[\w./-]*$/);
      expect(url).toContain(name ?? "no domain");
    }
  },
);

growsWithItsInput("XML", (text) => [
  parseXml(text),
  parseXml(`<a>${text}`),
  parseXml(`<a b="${text}`),
  parseXml(`<a ${text}`),
]);
growsWithItsInput("autoconfig", (text) => readAutoconfig(page.replace("587", text)));
growsWithItsInput("placeholders", (text) => filledIn(text, "alice@example.test"));
growsWithItsInput("XML encoding", (text) => xmlEncoding(Buffer.from(text)));
