// A profile of the lab (test/e2e/cases) seen two ways: as the full edition reads it through its Experiment, and as the
// text that Thunderbird 153 writes for "Copy text to clipboard" of its Troubleshooting Information (about-support's
// accounts.js; the lab checks real texts: told-settings.test.ts).

import { incomingTold, outgoingTold } from "../../../src/engine/settings-text/match-identities.js";
import { readTroubleshootingInformation } from "../../../src/engine/settings-text/troubleshooting-information.js";
import type { Evidence, KnownIdentity, OutgoingFound } from "../../../src/engine/model/evidence.js";
import type { Refusal } from "../../../src/engine/model/refusal.js";
import {
  settingFields,
  type IncomingServer,
  type SavedPassword,
  type SignIn,
} from "../../../src/engine/model/server-settings.js";
import type { CaseProfile } from "../../e2e/case-file.js";
import { securityNumbers, signInNumbers } from "../../e2e/thunderbird/profile.js";

type Account = CaseProfile["accounts"][number];
type Identity = Account["identities"][number];
type Entry = CaseProfile["outgoing"][string];

const signIns: Readonly<Record<keyof typeof signInNumbers, SignIn>> = {
  blank: "unset",
  none: "none",
  password: "password",
  encrypted: "encrypted-password",
  external: "certificate",
  anything: "any",
  oauth2: "oauth2",
};

/** Thunderbird's default where the preference is not set. */
const signInOf = ({ signIn = "password" }: Entry): keyof typeof signInNumbers => signIn;
const accountIdOf = (profile: CaseProfile, account: Account): string =>
  `account${String(profile.accounts.indexOf(account) + 1)}`;

export function identitiesIn(profile: CaseProfile): readonly KnownIdentity[] {
  return profile.accounts.flatMap((account) =>
    account.identities.map(({ key, email }) => ({
      identityId: key,
      accountId: accountIdOf(profile, account),
      accountName: account.incoming.userName,
      address: email,
    })),
  );
}

function serverIdOf(profile: CaseProfile, { outgoing }: Identity): string | undefined {
  return outgoing ?? profile.defaultOutgoing ?? Object.keys(profile.outgoing)[0];
}

function identityIn(
  profile: CaseProfile,
  key: string,
): { readonly account: Account; readonly own: Identity } {
  for (const account of profile.accounts) {
    const own = account.identities.find((identity) => identity.key === key);
    if (own !== undefined) return { account, own };
  }
  throw new Error(`no identity ${key}`);
}

/** As `experiment-servers.ts` finds it. */
function outgoingRead(profile: CaseProfile, own: Identity): OutgoingFound {
  const serverId = serverIdOf(profile, own);
  const entry = serverId === undefined ? undefined : profile.outgoing[serverId];
  if (serverId === undefined || entry === undefined) {
    return own.outgoing === undefined ? { kind: "none" } : { kind: "dangling", missingId: own.outgoing };
  }
  if (entry.type === "ews") return { kind: "other-type", type: "ews" };
  const { host = "", port = 0, security = "none", userName = "", locked } = entry;
  const users = profile.accounts.flatMap(({ identities }) => identities);
  return {
    kind: "smtp",
    assigned: own.outgoing === undefined ? "default" : "chosen",
    server: {
      id: serverId,
      type: "smtp",
      description: "",
      isDefault: serverId === (profile.defaultOutgoing ?? Object.keys(profile.outgoing)[0]),
      identityIds: users.filter((one) => serverIdOf(profile, one) === serverId).map(({ key }) => key),
      host,
      port,
      security,
      signIn: signIns[signInOf(entry)],
      userName,
      locked: locked === true ? settingFields : [],
      savedPassword: saved(profile, `smtp://${host}`, userName),
    },
  };
}

function saved({ logins }: CaseProfile, origin: string, userName: string): SavedPassword {
  return logins.some((login) => login.origin === origin && login.userName === userName) ? "yes" : "no";
}

function incomingRead(profile: CaseProfile, { incoming }: Account): IncomingServer {
  const { host, port = 993, userName } = incoming;
  return {
    type: "imap",
    host,
    port,
    security: "tls",
    signIn: "password",
    userName,
    savedPassword: saved(profile, `imap://${host}`, userName),
  };
}

/** What is asked of both: the same message, refused in the same way; null: a check. */
export interface Question {
  readonly identityId: string;
  readonly from: string;
  readonly refusal: Refusal | null;
}

function evidenceOf(
  profile: CaseProfile,
  { identityId, from, refusal }: Question,
  outgoing: OutgoingFound,
  incoming: IncomingServer | null,
): Evidence {
  const identities = identitiesIn(profile);
  const own = identities.find((one) => one.identityId === identityId);
  if (own === undefined) throw new Error(`no identity ${identityId}`);
  const users = outgoing.kind === "smtp" ? outgoing.server.identityIds : [];
  return {
    sender: { ...own, from },
    outgoing,
    incoming,
    fellows: identities.filter((one) => one !== own && users.includes(one.identityId)),
    refusal,
    probe: null,
    candidates: [],
  };
}

export function evidenceRead(profile: CaseProfile, question: Question): Evidence {
  const { account, own } = identityIn(profile, question.identityId);
  return evidenceOf(profile, question, outgoingRead(profile, own), incomingRead(profile, account));
}

export function evidenceTold(profile: CaseProfile, question: Question, withNames: boolean): Evidence {
  const told = readTroubleshootingInformation(troubleshootingInformation(profile, withNames)) ?? [];
  const identities = identitiesIn(profile);
  const { account } = identityIn(profile, question.identityId);
  return evidenceOf(
    profile,
    question,
    outgoingTold(told, question.identityId, identities),
    incomingTold(told, accountIdOf(profile, account), identities),
  );
}

/** The part about accounts, which the rest of the page surrounds; Local Folders are in every profile. */
export function troubleshootingInformation(profile: CaseProfile, withNames: boolean): string {
  const lines = profile.accounts.flatMap((account) =>
    isExchange(profile, account)
      ? [
          `  ${accountIdOf(profile, account)}:`,
          // As measured: its outgoing server has not been initialised, and the whole account goes unsaid.
          `    INCOMING: ${accountIdOf(profile, account)}, , , , `,
          "",
        ]
      : [
          `  ${accountIdOf(profile, account)}:`,
          `    INCOMING: ${accountIdOf(profile, account)}, ${withNames ? account.incoming.userName : ""}, ` +
            `(imap) ${account.incoming.host}:${String(account.incoming.port ?? 993)}, ${String(securityNumbers.tls)}, ` +
            method("password", withNames),
          ...account.identities.flatMap((identity, index) =>
            outgoingLine(profile, identity, index === 0, withNames),
          ),
          "",
        ],
  );
  return [
    "Application Basics",
    "  Name: Thunderbird",
    "",
    "Mail and News Accounts",
    ...lines,
    "  account99:",
    `    INCOMING: account99, ${withNames ? "Local Folders" : ""}, (none) Local Folders, 0, 1`,
    "",
    "Add-ons",
  ].join("\n");
}

/** Thunderbird 153 writes the number or, where it has the names of nsMsgAuthMethod by then, the name: both were seen. */
function method(signIn: keyof typeof signInNumbers, byName: boolean): string {
  return byName ? methodNames[signIn] : String(signInNumbers[signIn]);
}

const methodNames: Readonly<Record<keyof typeof signInNumbers, string>> = {
  blank: "0",
  none: "none",
  password: "passwordCleartext",
  encrypted: "passwordEncrypted",
  external: "External",
  anything: "anything",
  oauth2: "OAuth2",
};

function isExchange(profile: CaseProfile, { identities }: Account): boolean {
  return identities.some((one) => profile.outgoing[serverIdOf(profile, one) ?? ""]?.type === "ews");
}

function outgoingLine(
  profile: CaseProfile,
  identity: Identity,
  isDefault: boolean,
  withNames: boolean,
): readonly string[] {
  const entry = profile.outgoing[serverIdOf(profile, identity) ?? ""];
  if (entry === undefined) return [];
  const { host = "", port, security = "none" } = entry;
  const name = withNames ? `${identity.name ?? "Alice Example"} <${identity.email}>` : "";
  const place = port === undefined ? host : `${host}:${String(port)}`;
  return [
    `    OUTGOING: ${name}, ${place}, ${String(securityNumbers[security])}, ` +
      `${method(signInOf(entry), withNames)}, ${String(isDefault)}`,
  ];
}
