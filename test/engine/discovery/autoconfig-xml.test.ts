// Autoconfig files: one minimal file, changed in one thing each, and every file of the ISP database at hand.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAutoconfig } from "../../../src/engine/discovery/autoconfig-xml.js";
import type { PublishedServer } from "../../../src/engine/model/published-server.js";
import { autoconfig, minimalServer } from "./sample.js";

function servers(source: string): readonly PublishedServer[] {
  const read = readAutoconfig(source);
  if (read === null) {
    throw new Error("refused");
  }
  return read.servers;
}

const only = (from: string, to: string): PublishedServer | undefined =>
  servers(autoconfig(minimalServer.replace(from, to)))[0];

it("reads a minimal file", () => {
  expect(servers(autoconfig(minimalServer))).toEqual([
    {
      host: "smtp.provider.test",
      port: 587,
      security: "starttls",
      signIns: ["password"],
      userName: "%EMAILADDRESS%",
      ownNetworkOnly: false,
    },
  ]);
});

describe("ways to sign in", () => {
  it.each([
    ["plain", "password"],
    ["secure", "encrypted-password"],
    ["password-encrypted", "encrypted-password"],
    ["OAuth2", "oauth2"],
    ["GSSAPI", "kerberos"],
    ["NTLM", "ntlm"],
    ["none", "none"],
    ["client-IP-address", "none"],
    ["smtp-after-pop", "none"],
  ])("%s", (word, signIn) => {
    expect(only("password-cleartext", word)?.signIns).toEqual([signIn]);
  });

  it("several stay in their order, unknown ones are skipped, repeated ones given once", () => {
    const several = ["OAuth2", "TLS-client-cert", "plain", "password-cleartext"]
      .map((word) => `<authentication>${word}</authentication>`)
      .join("");
    const changed = only("<authentication>password-cleartext</authentication>", several);
    expect(changed?.signIns).toEqual(["oauth2", "password"]);
  });

  it("a server with none that is known is skipped", () => {
    expect(only("password-cleartext", "http-basic")).toBeUndefined();
  });
});

describe("a server is skipped, and the others are kept, where", () => {
  it.each([
    ["the host is missing", "<hostname>smtp.provider.test</hostname>", ""],
    ["the host is an address in a URL", "smtp.provider.test", "https://smtp.provider.test/"],
    ["the host holds a space", "smtp.provider.test", "smtp provider.test"],
    ["the host holds a control character", "smtp.provider.test", "smtp.provider.test&#10;x"],
    ["the port is no number", "587", "five"],
    ["the port is too large", "587", "65536"],
    ["the port is 0", "587", "0"],
    ["the connection is unknown", "STARTTLS", "QUIC"],
  ])("%s", (_, from, to) => {
    const read = servers(autoconfig(minimalServer.replace(from, to), minimalServer));
    expect(read.map(({ host }) => host)).toEqual(["smtp.provider.test"]);
  });

  it("it is not for SMTP", () => {
    expect(servers(autoconfig(minimalServer).replace('type="smtp"', 'type="exchange"'))).toEqual([]);
  });
});

it("takes the first known of several connections, and spaces around values do not count", () => {
  const spaced = only(
    "<socketType>STARTTLS",
    "<socketType>QUIC</socketType><socketType> SSL </socketType><socketType>plain",
  );
  expect(spaced?.security).toBe("tls");
});

it("keeps placeholders in host and user name as they are", () => {
  const changed = servers(
    autoconfig(
      minimalServer.replace("smtp.provider.test", "Smtp.%EMAILDOMAIN%").replace("ADDRESS", "LOCALPART"),
    ),
  );
  expect(changed.map(({ host, userName }) => [host, userName])).toEqual([
    ["Smtp.%EMAILDOMAIN%", "%EMAILLOCALPART%"],
  ]);
});

it("says where a server works only inside the provider's network", () => {
  const restricted = only("<port>", "<restriction>client-IP-address</restriction><port>");
  expect(restricted?.ownNetworkOnly).toBe(true);
});

it("gives no user name where the file gives none", () => {
  expect(only("<username>%EMAILADDRESS%</username>", "")?.userName).toBeNull();
});

it("reads no more servers than any provider lists", () => {
  expect(servers(autoconfig(...Array.from({ length: 50 }, () => minimalServer)))).toHaveLength(16);
});

it.each([
  ["another document", "<config/>"],
  ["a file without a provider", "<clientConfig version='1.1'/>"],
])("refuses %s", (_, source) => {
  expect(readAutoconfig(source)).toBeNull();
});

it("never throws, whatever is inside the elements", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom("smtp", "587", "plain", "%EMAILDOMAIN%", "OAuth2", "SSL", "%%"),
  );
  const value = word.map((text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  fc.assert(
    fc.property(value, value, value, value, value, (host, port, socket, user, method) => {
      const read = readAutoconfig(
        autoconfig(
          `<hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType>` +
            `<username>${user}</username><authentication>${method}</authentication>`,
        ),
      );
      return read === null || read.servers.every((server) => server.port >= 1 && server.port <= 65_535);
    }),
  );
});

const database = join(import.meta.dirname, "../../../../shared/data/ispdb");
const files = existsSync(database) ? readdirSync(database).filter((file) => file.endsWith(".xml")) : [];

it.skipIf(files.length === 0)("reads every file of the ISP database (needs ../shared/data/ispdb)", () => {
  const empty = files.filter((file) => servers(readFileSync(join(database, file), "utf8")).length === 0);
  expect(files).toHaveLength(163);
  expect(empty).toEqual([]);
});
