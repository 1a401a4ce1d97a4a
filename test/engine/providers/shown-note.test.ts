// Which note is about an account, which of its facts bear on a refusal, and that a note changes no verdict.

import { describe, expect, it } from "vitest";
import type { Evidence, OutgoingFound } from "../../../src/engine/model/evidence.js";
import type { SignIn } from "../../../src/engine/model/server-settings.js";
import { noteFor } from "../../../src/engine/providers/note-for.js";
import { isOld, mayTurnToOAuth2, noteShown } from "../../../src/engine/providers/shown-note.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";

const today = "2026-11-28";

function outgoing(host: string, signIn: SignIn, userName: string): OutgoingFound {
  const server = {
    id: "smtp1",
    type: "smtp",
    description: "",
    isDefault: true,
    identityIds: ["id1"],
  } as const;
  const settings = { host, port: 465, security: "tls", signIn, userName } as const;
  return {
    kind: "smtp",
    assigned: "chosen",
    server: { ...server, ...settings, locked: [], savedPassword: "yes" },
  };
}

function evidence(
  address: string,
  host: string | null,
  lines: readonly string[],
  more: Partial<Evidence> = {},
): Evidence {
  return {
    sender: { identityId: "id1", accountId: "account1", accountName: address, address, from: address },
    outgoing: host === null ? { kind: "unreadable" } : outgoing(host, "password", address),
    incoming: null,
    fellows: [],
    refusal: {
      stage: "auth",
      code: 535,
      enhancedCode: null,
      lines,
      fault: null,
      secure: true,
      offeredSignIn: ["PLAIN", "LOGIN"],
      recipients: ["friend@elsewhere.test"],
    },
    probe: null,
    candidates: [],
    ...more,
  };
}

const refused = ["Authentication failed"];

function keysOf(given: Evidence): readonly string[] | undefined {
  return noteShown(given, diagnose(given), today)?.sentences.map(({ key }) => key);
}

describe("a note is about an account", () => {
  it.each([
    ["by the server in use, whatever the domain", "anna@club.test", "smtp.gmail.com", "gmail"],
    ["by the mail domain at the provider's own server", "anna@gmx.de", "mail.gmx.net", "gmx"],
    [
      "by the mail domain at the server of whoever runs its mail",
      "anna@sbcglobal.net",
      "smtp.mail.yahoo.com",
      "att",
    ],
    ["by the server where another provider's refuses", "anna@gmail.com", "smtp.free.fr", "free-fr"],
    ["by the narrowest claim to the server", "anna@club.test", "smtp.rogers.yahoo.com", "rogers"],
    ["by the domain where the provider's own program is asked", "anna@proton.me", "127.0.0.1", "proton"],
    ["by the same under this computer's name", "anna@proton.me", "localhost", "proton"],
    ["by the same under this computer's IPv6 address", "anna@proton.me", "::1", "proton"],
    ["by the domain where nobody knows the server", "anna@yahoo.de", null, "yahoo"],
  ])("%s", (_name, address, host, id) => {
    expect(noteFor(evidence(address, host, refused))?.id).toBe(id);
  });

  it.each([
    ["the domain alone, at a server nobody knows", "anna@gmail.com", "mail.hoster.test"],
    ["a server that only looks like a claim", "anna@club.test", "smtp.gmail.com.evil.test"],
    ["a server whose name only ends alike", "anna@club.test", "notgmail.com"],
  ])("but not by %s", (_name, address, host) => {
    expect(noteFor(evidence(address, host, refused))).toBeNull();
  });

  it("by the owner of the domain's mail exchanger, where a look-up has told and no server is known", () => {
    const settings = {
      host: "smtp.gmail.com",
      port: 465,
      security: "tls",
      signIn: "oauth2",
      userName: "",
    } as const;
    const candidates = [
      { settings, source: "mx", trust: "published-by-ispdb", ownNetworkOnly: false, probe: null } as const,
    ];
    expect(noteFor(evidence("anna@club.test", null, refused, { candidates }))?.id).toBe("gmail");
  });
});

describe("what a provider publishes", () => {
  const page = (is: "enable" | "documentation", words: string | null) =>
    ({ is, by: "ispdb", url: `https://help.club.test/${is}`, words }) as const;
  const published = [page("enable", "Switch it on."), page("documentation", null)];
  const shown = (address: string, host: string, more: Partial<Evidence>) => {
    const given = evidence(address, host, refused, { published, ...more });
    return noteShown(given, diagnose(given), today);
  };

  it("is told of a refused sign-in where no note is about it, beside the diagnosis", () => {
    expect(shown("anna@club.test", "mail.club.test", {})).toMatchObject({
      id: null,
      place: "beside",
      certainty: "possible",
      sentences: [{ key: "note_published_by_database", values: ["club.test"] }],
      published: "Switch it on.",
      page: "https://help.club.test/enable",
    });
  });

  it("is the page about the settings where there is no other", () => {
    expect(shown("anna@club.test", "mail.club.test", { published: published.slice(1) })).toMatchObject({
      sentences: [{ key: "note_published_page", values: ["club.test"] }],
      published: null,
      page: "https://help.club.test/documentation",
    });
  });

  it("is the page about the settings, not the one about the sign-in, where no connection came about", () => {
    const { refusal } = evidence("anna@club.test", "mail.club.test", []);
    const unreached = { ...refusal, stage: "connect", code: null, fault: "timeout" } as Evidence["refusal"];
    expect(shown("anna@club.test", "mail.club.test", { refusal: unreached })).toMatchObject({
      published: null,
      page: "https://help.club.test/documentation",
    });
  });

  it("gives way to a note", () => {
    expect(shown("anna@gmail.com", "smtp.gmail.com", {})).toMatchObject({ id: "gmail", published: null });
  });

  it("tells of a limit of sending what the provider allows, not of what the recipient may receive", () => {
    const { refusal } = evidence("anna@gmail.com", "smtp.gmail.com", refused);
    const toldOf = (line: string): string | undefined => {
      const limited = { ...refusal, stage: "rcpt", code: 450, lines: [line] } as Evidence["refusal"];
      return keysOf(evidence("anna@gmail.com", "smtp.gmail.com", [], { refusal: limited }))?.join();
    };
    expect(toldOf("Daily user sending limit exceeded.")).toContain("note_limit_");
    expect(toldOf("The user you are trying to contact is receiving mail too quickly.")).toBeUndefined();
  });

  it("is nothing to a refusal of another server", () => {
    const reported = { by: "other-server", ownMessage: "yes", event: "failed" } as never;
    expect(shown("anna@club.test", "mail.club.test", { reported })).toBeNull();
  });
});

describe("of a note is told", () => {
  const wanted = { stage: "rcpt", code: 530, lines: ["Authentication required"] } as const;
  it.each([
    [
      "certain where every sentence is, and the diagnosis",
      "a@btinternet.com",
      "mail.btinternet.com",
      "none",
      "certain",
    ],
    ["as the weakest of its sentences", "a@yandex.ru", "smtp.yandex.ru", "none", "likely"],
    ["no more surely than the diagnosis", "a@icloud.com", "smtp.mail.me.com", "password", "likely"],
  ] as const)("%s", (_name, address, host, signIn, certainty) => {
    const plain = evidence(address, host, refused, { outgoing: outgoing(host, signIn, address) });
    const given =
      signIn === "none" && plain.refusal ? { ...plain, refusal: { ...plain.refusal, ...wanted } } : plain;
    expect(noteShown(given, diagnose(given), today)).toMatchObject({ place: "cause", certainty });
  });

  it.each([
    ["anna@163.com", "smtp.163.com", ["note_switch", "note_authorization_code"]],
    ["anna@seznam.cz", "smtp.seznam.cz", ["note_app_password_two_step"]],
    ["anna@wp.pl", "smtp.wp.pl", ["note_app_password"]],
    ["anna@wp.pl", null, ["note_app_password"]],
  ])("what bears on a refused sign-in: %s", (address, host, keys) => {
    expect(keysOf(evidence(address, host, refused))).toEqual(keys);
  });

  it("nothing, where a message was refused for what it holds", () => {
    const refusal = {
      ...evidence("a@b.test", null, []).refusal,
      stage: "data",
      code: 554,
    } as Evidence["refusal"];
    const spam = refusal && { ...refusal, lines: ["Your message looks like spam to us"] };
    expect(keysOf(evidence("anna@gmail.com", "smtp.gmail.com", [], { refusal: spam }))).toBeUndefined();
  });

  it("nothing of a password to whoever signs in with OAuth2", () => {
    const found = outgoing("smtp.gmail.com", "oauth2", "anna@gmail.com");
    expect(
      keysOf(evidence("anna@gmail.com", "smtp.gmail.com", refused, { outgoing: found })),
    ).toBeUndefined();
  });

  it("nothing, where another server has refused what the provider had taken", () => {
    const reported = {
      found: "returned-mail",
      by: "other-server",
      reportingServer: "smtp.gmail.com",
      refusingServer: "mx.elsewhere.test",
      ownMessage: "yes",
    } as const;
    expect(keysOf(evidence("anna@gmail.com", "smtp.gmail.com", refused, { reported }))).toBeUndefined();
  });

  it("what is doubtful, where nothing better is known: below the rules' findings, and saying so", () => {
    const given = evidence("anna@tim.it", "smtp.tim.it", refused);
    expect(noteShown(given, diagnose(given), today)?.place).toBe("beside");
    expect(keysOf(given)).toEqual(["note_app_password", "note_doubtful"]);
  });

  it("the day it was checked, once that is more than a year ago", () => {
    const given = evidence("anna@yahoo.com", "smtp.mail.yahoo.com", refused);
    const later = noteShown(given, diagnose(given), "2027-11-29")?.sentences;
    expect(later).toContainEqual({ key: "note_old", values: ["2026-11-28"] });
    expect([isOld("2026-11-28", "2027-11-28"), isOld("2026-11-28", "2027-11-29")]).toEqual([false, true]);
  });

  it("that it has moved, only where the old server is in use", () => {
    const refusal = {
      ...evidence("a@b.test", null, []).refusal,
      fault: "timeout",
      stage: "connect",
    } as Evidence["refusal"];
    expect(keysOf(evidence("anna@skynet.be", "relay.skynet.be", [], { refusal }))).toEqual(["note_moved_to"]);
    expect(keysOf(evidence("anna@skynet.be", "relay.proximus.be", [], { refusal }))).toBeUndefined();
  });
});

describe("OAuth2", () => {
  const offered = (host: string, offeredSignIn: readonly string[] | null): boolean => {
    const plain = evidence("anna@gmail.com", host, refused);
    const given = { ...plain, refusal: plain.refusal && { ...plain.refusal, offeredSignIn } };
    return mayTurnToOAuth2(given, diagnose(given));
  };

  it("is offered where Thunderbird knows the provider and the server offers it", () => {
    expect(offered("smtp.gmail.com", ["PLAIN", "XOAUTH2"])).toBe(true);
    expect(offered("smtp.gmail.com", ["PLAIN"])).toBe(false);
    expect(offered("mail.hoster.test", ["PLAIN", "XOAUTH2"])).toBe(false);
  });
});
