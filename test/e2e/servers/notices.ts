// What becomes of a message that the user's own server has taken, and what the page must say of the notice that it sends.
import type { CaseFile, CaseProfile } from "../case-file.js";
import type { HostOverrides } from "../world/hosts.js";
import type { RealServer } from "./refusals.js";

export interface Notice {
  readonly name: string;
  /** Key of the identity. */
  readonly from: string;
  readonly to: string;
  /** Thunderbird asks for notices of success and delay (RFC 3461). */
  readonly asksForNotice?: boolean;
  /** Whether the toolbar's button is marked. */
  readonly isNews: boolean;
  /** On the page, where the notice is shown to be about a message of the user's. */
  readonly says: readonly string[];
  readonly saysNot: readonly string[];
  /** In the quotation of the server's words. */
  readonly serverText?: string;
  /** The server that answered, told by those that name it. */
  readonly refuser?: string;
  /** Servers that send no such notice. */
  readonly notFrom?: readonly RealServer[];
}

/** Whose notices name the server that answered. */
export const namesRefuser: Readonly<Record<RealServer, boolean>> = {
  postfix: true,
  opensmtpd: false,
  chasquid: false,
};

/** The own server has refused none of them. */
const ownRefused = ["mail.example.test refused", "server1.hoster.test refused"];
/** No notice here is about settings, and none is quoted with the server's inner codes. */
const blames = [
  ...ownRefused,
  "settings are wrong",
  "password",
  "sign in",
  "somebody else sent",
  "mail+rcpt",
  "data closing",
];
const failure = ["your message was not delivered", "refused it, after your own server had accepted it"];

export const notices: readonly Notice[] = [
  {
    name: "failed",
    from: "id1",
    to: "friend@onward.test",
    isNews: true,
    says: failure,
    refuser: "mx.onward.test",
    saysNot: blames,
    serverText: "relay not permitted",
  },
  {
    name: "delayed",
    from: "id1",
    to: "grey@elsewhere.test",
    isNews: false,
    notFrom: ["chasquid"],
    says: ["your message has not arrived yet", "your server keeps trying", "do nothing"],
    saysNot: [...blames, "not delivered", "the same message again"],
    serverText: "Greylisted",
  },
  {
    name: "delivered",
    from: "id1",
    to: "bob@example.test",
    asksForNotice: true,
    isNews: false,
    notFrom: ["chasquid"],
    says: ["your message was delivered", "nothing to do"],
    saysNot: [...blames, "not delivered", "refused"],
  },
  {
    name: "relayed",
    from: "id1",
    to: "friend@elsewhere.test",
    asksForNotice: true,
    isNews: false,
    notFrom: ["chasquid"],
    says: ["your message was passed on", "nothing to do"],
    saysNot: [...blames, "not delivered", "refused"],
  },
  {
    name: "several-recipients",
    from: "id1",
    to: "nobody@elsewhere.test, full@elsewhere.test, friend@elsewhere.test",
    isNews: true,
    says: [
      ...failure,
      ...["nobody@elsewhere.test: not delivered", "recipient address rejected: user unknown"],
      ...["full@elsewhere.test: not delivered", "mailbox full"],
    ],
    refuser: "mx.elsewhere.test",
    saysNot: [...blames, "friend@elsewhere.test: not delivered"],
  },
  {
    name: "unknown-domain",
    from: "id1",
    to: "friend@nosuch.test",
    // It tries on for hours, without a word.
    notFrom: ["chasquid"],
    isNews: true,
    says: ["your message was not delivered", "could not hand it over to anybody", "after the @"],
    saysNot: [...blames, "refused it"],
  },
  {
    name: "shared-hosting",
    from: "id2",
    to: "spam-check@elsewhere.test",
    isNews: true,
    says: failure,
    refuser: "mx.elsewhere.test",
    saysNot: blames,
    serverText: "looks like spam",
  },
];

/** One account at a server of the user's own domain, one at a hoster whose names have nothing of it. No copies in Sent. */
export const profile: CaseProfile = {
  accounts: [
    {
      incoming: { host: "mail.example.test", userName: "alice@example.test" },
      identities: [{ key: "id1", email: "alice@example.test", outgoing: "smtp1" }],
    },
    {
      incoming: { host: "imap.hosting.test", userName: "alice@shared.test" },
      identities: [{ key: "id2", email: "alice@shared.test", outgoing: "smtp2" }],
    },
  ],
  outgoing: {
    smtp1: {
      host: "mail.example.test",
      port: 587,
      security: "starttls",
      signIn: "password",
      userName: "alice@example.test",
    },
    smtp2: {
      host: "server1.hoster.test",
      port: 587,
      security: "starttls",
      signIn: "password",
      userName: "alice@shared.test",
    },
  },
  logins: [
    { origin: "imap://mail.example.test", userName: "alice@example.test" },
    { origin: "smtp://mail.example.test", userName: "alice@example.test" },
    { origin: "imap://imap.hosting.test", userName: "alice@shared.test" },
    { origin: "smtp://server1.hoster.test", userName: "alice@shared.test" },
  ],
};

export function worldWith(software: RealServer): HostOverrides {
  return {
    "mail.example.test": { software, inboxes: true },
    "server1.hoster.test": { software, inboxes: true },
    "mx.elsewhere.test": {},
  };
}

export function sceneOf(software: RealServer): (file: CaseFile) => CaseFile {
  return (file) => ({ ...file, profile, world: worldWith(software) });
}
