// What is taken out of a server's words before they are posted, and what stays, word by word.

import { describe, expect, it } from "vitest";
import { howTelling, maskedText, type Known } from "../../../src/app/report/masked-text.js";
import { fitting, withoutDoubles } from "../../../src/app/report/report-length.js";
import { Masks } from "../../../src/app/report/report-masks.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import {
  answers,
  bob,
  candidate,
  evidence,
  probed,
  relayDenied,
  replied,
} from "../../engine/rules/sample.js";

const known: Known = {
  name: (name) => `<${name}>`,
  words: new Map([["alice", "user1"]]),
  shortNames: new Map([["al", "user2"]]),
  hosts: new Set(["example.test", "nas.lan", "nas-pc"]),
};
const shown = (line: string): string => maskedText(line, known);

describe("addresses of the Internet", () => {
  it.each([
    ["203.0.113.77", "192.0.2.1"],
    ["[203.0.113.77]:25", "[192.0.2.1]:25"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8::1"],
    ["2001:db8:1:2:3:4:5::", "2001:db8::1"],
    ["::1", "2001:db8::1"],
    ["fe80::1%eth0", "2001:db8::1"],
    ["1:2:3:4:5:6:203.0.113.77", "2001:db8::1"],
    ["::ffff:203.0.113.77", "2001:db8::1"],
  ])("are one that is nobody's: %s", (address, masked) => {
    expect(shown(`550 from ${address} no`)).toBe(`550 from ${masked} no`);
  });

  it.each([
    // As an address literal (RFC 5321, 4.1.3), with a port, and with a code that was joined to it.
    ["Hello [IPv6:2001:db8:1:2:3:4:5:6]", "Hello [IPv6:2001:db8::1]"],
    ["2001:db8:1:2:3:4:5:6.587 blocked", "2001:db8::1.587 blocked"],
    ["2001:db8:12::9.550 5.7.1 blocked", "2001:db8::1.550 5.7.1 blocked"],
    ["::ffff:203.0.113.77.25 blocked", "2001:db8::1.25 blocked"],
  ])("whatever stands beside it: %s", (line, masked) => {
    expect(shown(line)).toBe(masked);
  });

  it.each([
    "550 5.7.1 no",
    "version 1.2.3",
    "at 12:34:56",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::9",
    "1::2::3",
    "::",
    "a:b",
  ])("are no others: %s", (line) => {
    expect(shown(line)).toBe(line);
  });
});

describe("machines", () => {
  it.each([
    ["laptop.lan is refused", "host.invalid is refused"],
    ["from p5b0a1234.dip0.provider.test", "from host.invalid"],
    ["203-0-113-9.dyn.provider.test", "host.invalid"],
    ["EHLO tower", "EHLO computer"],
    ["helo=<tower>", "helo=<computer>"],
    ["H=(tower) [192.0.2.1]", "H=(computer) [192.0.2.1]"],
    ["<tower>: Helo command rejected", "<computer>: Helo command rejected"],
    ["DESKTOP-4F2K9AB says no", "computer says no"],
    ["Bertas-MacBook-Pro says no", "computer says no"],
  ])("of the user's own are nobody's: %s", (line, masked) => {
    expect(shown(line)).toBe(masked);
  });

  it.each([
    "mail.example.test says no",
    "nas.lan says no",
    "nas-pc says no",
    "mx1.provider.test says no",
    "zen.spamhaus.org",
    "EHLO or HELO first",
  ])("that the settings name, or that are public, stay: %s", (line) => {
    expect(shown(line)).toBe(line);
  });
});

describe("names", () => {
  it.each([
    ["user alice is unknown", "user user1 is unknown"],
    ["berta@example.test", "<berta>@example.test"],
    ["sasl_username=ALICE, no", "sasl_username=user1, no"],
    ['"Wonder, Berta" <berta@example.test>', "name  <<berta>@example.test>"],
    ["user=al is unknown", "user=user2 is unknown"],
    ["user=bo is unknown", "user=bo is unknown"],
    ["et al is unknown", "et al is unknown"],
    ["alice.example.test is no name", "alice.example.test is no name"],
  ])("have the stand-in of their owner wherever they stand: %s", (line, masked) => {
    expect(shown(line)).toBe(masked);
  });

  it("tell of somebody everywhere, only where a user is named, or never", () => {
    expect(["alice", "wonder"].map(howTelling)).toEqual(["everywhere", "everywhere"]);
    expect(["al", "is"].map(howTelling)).toEqual(["as-user", "as-user"]);
    expect(["a", "", "4711", "user", "Relay"].map(howTelling)).toEqual([
      "never",
      "never",
      "never",
      "never",
      "never",
    ]);
  });
});

describe("the stand-ins", () => {
  it("are numbered from the sender, the same in every letter case, and no recipient's domain is told", () => {
    const all = evidence({
      fellows: [{ ...bob, address: "alice@other.test", accountName: "Alice" }],
      refusal: replied("no", {
        recipients: ["Carol@elsewhere.test", "carol@elsewhere.test", "dave@example.test", "postmaster"],
      }),
    });
    const { sender, fellows, refusal } = new Masks(all).evidence();
    expect([sender.address, sender.accountName]).toEqual(["user1@example.test", "account1"]);
    expect(fellows[0]).toMatchObject({ address: "user1@other.test", accountName: "account1" });
    expect(refusal?.recipients).toEqual([
      "USER2@recipient.invalid",
      "user2@recipient.invalid",
      "user3@example.test",
      "user4",
    ]);
  });

  it("leave the hosts of the settings as they are, also in what is said, and an empty name empty", () => {
    const all = evidence({
      refusal: replied("tower.lan and mail.example.test refuse"),
      incoming: {
        type: "imap",
        host: "tower.lan",
        port: 993,
        security: "tls",
        signIn: "password",
        userName: "",
        savedPassword: "no",
      },
    });
    const { refusal, incoming } = new Masks(all).evidence();
    expect(refusal?.lines).toEqual(["tower.lan and mail.example.test refuse"]);
    expect(incoming).toMatchObject({ host: "tower.lan", userName: "" });
  });

  it("stand in a sentence as they stand in an address", () => {
    const all = evidence({ refusal: replied("user alice is unknown, ALICE too") });
    expect(new Masks(all).evidence().refusal?.lines).toEqual(["user user1 is unknown, user1 too"]);
  });

  it("are found where other signs join them to something", () => {
    expect(shown("mailbox user_alice-2 is full")).toBe("mailbox user_user1-2 is full");
  });

  it("are there for whoever is named only in what a server says later", () => {
    const masks = new Masks(evidence());
    const said = masks.refusal(
      replied("robertina.grau is unknown, robertina too", { recipients: ["robertina.grau@elsewhere.test"] }),
    );
    expect(said.lines[0]).not.toContain("robertina");
  });

  it("of a word that is ordinary too are none in a sentence", () => {
    const { sender } = evidence();
    const all = evidence({ sender: { ...sender, address: "relay@example.test" }, refusal: relayDenied });
    expect(new Masks(all).evidence().refusal?.lines).toEqual(["relay not permitted"]);
  });
});

describe("a report that is too long", () => {
  const long = (count: number): string => `relay not permitted ${"x".repeat(count)}`;
  const write = (all: Evidence): string => JSON.stringify(all);

  it("is left as it is where it fits", () => {
    const all = evidence();
    expect(fitting(all, 100_000, write)).toBe(all);
    expect(fitting(all, write(all).length, write)).toBe(all);
  });

  it("loses the ends of long texts first, marked, and no half of a character", () => {
    const all = evidence({ refusal: replied(`${long(379)}😀 and so on`) });
    const short = fitting(all, write(all).length - 1, write);
    expect(short.refusal?.lines).toEqual([`${long(379)}…`]);
  });

  it("keeps a text that is just as long as may be", () => {
    const all = evidence({ refusal: replied(long(380), { lines: [long(380), long(480)] }) });
    const short = fitting(all, write(all).length - 1, write);
    expect(short.refusal?.lines).toEqual([long(380), `${long(380)}…`]);
  });

  it("then the candidates from the last, as far as the diagnosis does not need them", () => {
    const all = evidence({
      candidates: ["a", "b", "c"].map((name) => candidate({ host: `${name}.example.test` })),
    });
    const hosts = (most: number): readonly string[] =>
      fitting(all, most, write).candidates.map(({ settings }) => settings.host);
    expect(hosts(write(all).length)).toEqual(["a.example.test", "b.example.test", "c.example.test"]);
    expect(hosts(write(all).length - 1)).toEqual(["a.example.test", "b.example.test"]);
    expect(hosts(1_500)).not.toContain("c.example.test");
  });

  it("keeps a few fellows, whose number may matter, and cuts every list", () => {
    const fellows = Array.from({ length: 20 }, (_, index) => ({ ...bob, identityId: `id${String(index)}` }));
    const all = evidence({
      fellows,
      refusal: replied("", { lines: Array.from({ length: 20 }, () => long(10)) }),
      candidates: [
        candidate(
          {},
          { probe: probed({ ...answers, offeredSignIn: ["PLAIN", "LOGIN", "XOAUTH2", "NTLM"] }) },
        ),
      ],
    });
    const short = fitting(all, 0, write);
    expect(short.fellows).toHaveLength(4);
    expect(short.refusal?.lines).toEqual([long(10)]);
    expect(short.candidates).toEqual([]);
  });

  it("names once what two sources name, where that changes nothing", () => {
    const one = candidate({});
    const other = candidate({ host: "smtp.example.test" });
    const all = evidence({ candidates: [one, { ...one, source: "guide" }, other] });
    expect(withoutDoubles(all).candidates).toEqual([one, other]);
    const single = evidence({ candidates: [one, other] });
    expect(withoutDoubles(single).candidates).toEqual([one, other]);
  });
});
