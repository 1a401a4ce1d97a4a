// Two accounts as users have them: Alice, whose message was refused, and Bob. Each test changes what it is about.

import type { FakeEntry } from "../fakes/fake-servers.js";
import { FakeThunderbird, type FakeProfile } from "../fakes/fake-thunderbird.js";
import type { Refusal } from "../../src/engine/model/refusal.js";
import type { FailedSend } from "../../src/ports.js";

export const alicesPassword = "correct horse battery";
export const bobsPassword = "hunter2 & co";

export const entry: FakeEntry = {
  id: "smtp1",
  type: "smtp",
  description: "",
  locked: [],
  unset: ["security"],
  host: "mail.example.test",
  port: 25,
  security: "none",
  signIn: "none",
  userName: "alice@example.test",
};

export const profile: FakeProfile = {
  entries: [
    entry,
    {
      ...entry,
      id: "smtp2",
      host: "mail.other.test",
      userName: "bob@other.test",
      port: 587,
      security: "starttls",
      signIn: "password",
    },
  ],
  identities: [
    { identityId: "id1", accountId: "account1", address: "alice@example.test", chosen: "smtp1" },
    { identityId: "id2", accountId: "account2", address: "bob@other.test", chosen: "smtp2" },
  ],
  accounts: [
    {
      accountId: "account1",
      name: "Alice",
      incoming: {
        type: "imap",
        host: "mail.example.test",
        port: 993,
        security: "tls",
        signIn: "password",
        userName: "alice@example.test",
      },
    },
    {
      accountId: "account2",
      name: "Bob",
      incoming: {
        type: "pop3",
        host: "mail.other.test",
        port: 995,
        security: "tls",
        signIn: "password",
        userName: "bob@other.test",
      },
    },
  ],
  defaultId: "smtp2",
  logIns: [
    { origin: "imap://mail.example.test", userName: "alice@example.test", password: alicesPassword },
    { origin: "mailbox://mail.other.test", userName: "bob@other.test", password: bobsPassword },
    { origin: "smtp://mail.other.test", userName: "bob@other.test", password: bobsPassword },
  ],
};

/** Alice sends through Bob's entry: the one case where a fix makes an entry, saves a password and assigns. */
export const sharing: FakeProfile = {
  ...profile,
  identities: [
    { identityId: "id1", accountId: "account1", address: "alice@example.test", chosen: null },
    { identityId: "id1b", accountId: "account1", address: "info@example.test", chosen: "smtp2" },
    ...profile.identities.slice(1),
  ],
};

export const relayDenied: Refusal = {
  stage: "rcpt",
  code: 550,
  enhancedCode: null,
  lines: ["relay not permitted"],
  fault: null,
  secure: false,
  offeredSignIn: [],
  recipients: ["carol@elsewhere.test"],
};

export function failedSend(windowId: number | null = 7, identityId: string | null = "id1"): FailedSend {
  return {
    windowId,
    inOutbox: false,
    at: 1_700_000_000_000,
    messageId: windowId === null ? "m1@example.test" : null,
    mayBeCancelled: false,
    identityId,
    from: "alice@example.test",
    refusal: relayDenied,
  };
}

/** Every server answers and offers a password; every proof is accepted; nothing is published anywhere. */
export function thunderbird(of: FakeProfile = profile): FakeThunderbird {
  const fake = new FakeThunderbird(of);
  fake.windows.add(7);
  fake.look = () => ({ kind: "answers", offeredSignIn: ["PLAIN", "LOGIN"], toStranger: null });
  fake.lookUp = () => ({ result: "none", vouched: false, servers: [], pages: [] });
  fake.prove = ({ passwords, password, settings: { host } }) => {
    const sources = passwords.map((source) => fake.servers.password(source));
    const used = password ?? sources.find((one) => one !== null) ?? null;
    if (used === null) {
      return { kind: "no-password" };
    }
    fake.servers.proven.set(`proof-${host}`, used);
    return { kind: "accepted", proofId: `proof-${host}` };
  };
  return fake;
}
