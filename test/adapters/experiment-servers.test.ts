// The Experiment's words and the engine's: every value of the schema goes there and back without loss.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { experimentServers, failedSendOf } from "../../src/adapters/experiment-servers.js";
import { propertiesOf, settingsOf, signInOf } from "../../src/adapters/experiment-words.js";
import { settingFields, type ServerSettings, type SignIn } from "../../src/engine/model/server-settings.js";
import { prepared } from "../fakes/prepared.js";

type Api = Parameters<typeof experimentServers>[0];
type ApiServer = NonNullable<Awaited<ReturnType<Api["get"]>>>;
type ApiFound = Awaited<ReturnType<Api["getByIdentity"]>>;
type ApiFailure = Parameters<typeof failedSendOf>[0];

const api = prepared<Api>;

const shownServer: ApiServer = {
  id: "smtp1",
  type: "smtp",
  description: "Work",
  isDefault: true,
  identityIds: ["id1"],
  smtp: {
    hostname: "mail.example.test",
    port: 587,
    security: "starttls",
    authMethod: "passwordCleartext",
    username: "alice",
    lockedProperties: ["hostname", "port", "security", "authMethod", "username"],
    unsetProperties: ["port", "authMethod"],
    savedPassword: "locked",
  },
};
const ews: ApiServer = { ...shownServer, type: "ews", smtp: null };

const schemaText = readFileSync(
  new URL("../../src/experiment/outgoingServers/schema/outgoing-servers.json", import.meta.url),
  "utf8",
);

/** The values of a string type of the schema. */
function valuesOf(type: string): readonly string[] {
  const [schema] = JSON.parse(schemaText) as [
    { types: { id: string; enum?: (string | { name: string })[] }[] },
  ];
  const values = schema.types.find(({ id }) => id === type)?.enum ?? [];
  return values.map((value) => (typeof value === "string" ? value : value.name));
}

describe("ways of signing in", () => {
  it("are all known, each by a name of its own", () => {
    expect(Object.keys(signInOf).sort()).toEqual([...valuesOf("AuthMethod")].sort());
    expect(new Set(Object.values(signInOf)).size).toBe(Object.keys(signInOf).length);
  });

  it.each(Object.values(signInOf))("come back from the Experiment as they went: %s", (signIn: SignIn) => {
    expect(settingsOf(propertiesOf({ signIn }))).toEqual({ signIn });
  });
});

describe("settings", () => {
  const settings: ServerSettings = {
    host: "mail.example.test",
    port: 0,
    security: "none",
    signIn: "unset",
    userName: "",
  };

  it("go there and back whole, empty and zero values too", () => {
    expect(settingsOf(propertiesOf(settings))).toEqual(settings);
  });

  it.each(settingFields)("write %s alone when it alone is changed", (field) => {
    const one = { [field]: settings[field] };
    expect(Object.keys(propertiesOf(one))).toHaveLength(1);
    expect(Object.keys(settingsOf(propertiesOf(one)))).toEqual([field]);
    expect(settingsOf(propertiesOf(one))).toEqual(one);
  });

  it.each(["none", "starttls", "tls"] as const)("keep security %s", (security) => {
    expect(valuesOf("Security")).toContain(security);
    expect(settingsOf(propertiesOf({ security }))).toEqual({ security });
  });
});

describe("what an identity sends through", () => {
  const found = (answer: ApiFound) =>
    experimentServers(api({ getByIdentity: () => Promise.resolve(answer) })).ofIdentity("id1");

  it("is an entry by choice or by default", async () => {
    expect(await found({ assignedId: "smtp1", server: shownServer })).toMatchObject({
      kind: "smtp",
      assigned: "chosen",
      server: {
        host: "mail.example.test",
        signIn: "password",
        userName: "alice",
        savedPassword: "locked",
        locked: ["host", "port", "security", "signIn", "userName"],
      },
    });
    expect(await found({ assignedId: null, server: shownServer })).toMatchObject({ assigned: "default" });
  });

  it("is dangling, none, or another kind of server", async () => {
    expect(await found({ assignedId: "smtp9", server: null })).toEqual({
      kind: "dangling",
      missingId: "smtp9",
    });
    expect(await found({ assignedId: null, server: null })).toEqual({ kind: "none" });
    expect(await found(null)).toEqual({ kind: "none" });
    expect(await found({ assignedId: "ews1", server: ews })).toEqual({ kind: "other-type", type: "ews" });
  });
});

describe("writing", () => {
  it.each(["locked", "gone", "not-smtp", "busy", "invalid", "primary-password"] as const)(
    "hands on why it was refused: %s",
    async (refused) => {
      const refusing = () => Promise.resolve({ refused, value: null });
      const servers = experimentServers(
        api({
          update: refusing,
          assign: refusing,
          remove: refusing,
          create: refusing,
          removePassword: refusing,
        }),
      );
      const answer = { kind: "refused", because: refused };
      expect(await servers.update("smtp1", { port: 25 }, [])).toEqual(answer);
      expect(await servers.assign("id1", null, "must-exist")).toEqual(answer);
      expect(await servers.remove("smtp1", null)).toEqual(answer);
      expect(await servers.removePassword("guid", "smtp1")).toEqual(answer);
      const settings = settingsOf(propertiesOf({ host: "a.test" })) as ServerSettings;
      expect(await servers.create(settings, "")).toEqual(answer);
    },
  );

  it("answers the old values, and the entry named before, null for the default", async () => {
    const servers = experimentServers(
      api({
        update: () => Promise.resolve({ refused: null, value: { port: 25, authMethod: "anything" } }),
        assign: () => Promise.resolve({ refused: null, value: { serverId: null } }),
      }),
    );
    expect(await servers.update("smtp1", { port: 587 }, [])).toEqual({
      kind: "done",
      value: { port: 25, signIn: "any" },
    });
    expect(await servers.assign("id1", "smtp2", "must-exist")).toEqual({ kind: "done", value: null });
  });

  it("hands on which fields have no value of their own, both ways", async () => {
    const asked: unknown[] = [];
    const servers = experimentServers(
      api({
        get: () => Promise.resolve(shownServer),
        update: (...request: readonly unknown[]) => {
          asked.push(request);
          return Promise.resolve({ refused: null, value: {} });
        },
      }),
    );
    expect(await servers.unsetFields("smtp1")).toEqual(["port", "signIn"]);
    await servers.update("smtp1", { signIn: "password" }, ["signIn"]);
    expect(asked).toEqual([["smtp1", { authMethod: "passwordCleartext" }, ["authMethod"]]]);
  });

  it("takes no entry of another kind for one that can be changed", async () => {
    const servers = experimentServers(api({ get: () => Promise.resolve(ews) }));
    expect(await servers.get("ews1")).toBeNull();
  });
});

describe("a saved password", () => {
  it("is copied from where the engine says, for whom and under which name, and what came of it is handed on", async () => {
    const asked: unknown[] = [];
    const servers = experimentServers(
      api({
        copyPassword: (...request: readonly unknown[]) => {
          asked.push(request);
          return Promise.resolve("withheld" as const);
        },
      }),
    );
    const from = { kind: "incoming", accountId: "account1" } as const;
    expect(await servers.copyPassword(from, "smtp2", "id1", "{one}")).toEqual({ kind: "withheld" });
    expect(asked).toMatchObject([[{ incomingAccountId: "account1" }, "smtp2", "id1", "{one}"]]);
  });

  it("that is taken back without a word of what came of it is gone", async () => {
    const servers = experimentServers(
      api({ removePassword: () => Promise.resolve({ refused: null, value: null }) }),
    );
    expect(await servers.removePassword("{one}", "smtp1")).toEqual({ kind: "refused", because: "gone" });
  });
});

it("the server for receiving is told whole, and none as none", async () => {
  const shown = {
    type: "imap",
    hostname: "imap.example.test",
    port: 993,
    security: "tls",
    authMethod: "oauth2",
    username: "alice",
    savedPassword: "yes",
    samePasswordAs: ["smtp1"],
  } as const;
  const incomingOf = async (answer: Awaited<ReturnType<Api["getIncoming"]>>): Promise<unknown> =>
    experimentServers(api({ getIncoming: () => Promise.resolve(answer) })).incomingOf("account1");
  expect(await incomingOf({ ...shown, samePasswordAs: ["smtp1"] })).toEqual({
    type: "imap",
    host: "imap.example.test",
    port: 993,
    security: "tls",
    signIn: "oauth2",
    userName: "alice",
    savedPassword: "yes",
    samePasswordAs: ["smtp1"],
  });
  expect(await incomingOf(null)).toBeNull();
});

it("Thunderbird's own settings are opened for the account", async () => {
  const opened: string[] = [];
  const servers = experimentServers(
    api({
      openSettings: (accountId: string) => {
        opened.push(accountId);
        return Promise.resolve(true);
      },
    }),
  );
  await servers.openSettings("account1");
  expect(opened).toEqual(["account1"]);
});

it("hands a failed send on to the last field", () => {
  const failure: ApiFailure = {
    serverId: "smtp1",
    identityId: "id1",
    at: 5,
    inOutbox: false,
    messageId: "m1@example.test",
    windowId: 7,
    from: "alice@example.test",
    recipients: ["carol@elsewhere.test"],
    stage: "rcpt",
    code: 550,
    enhancedCode: "5.7.1",
    lines: ["relay not permitted"],
    fault: null,
    secure: false,
    offeredAuth: [],
  };
  expect(failedSendOf(failure)).toEqual({
    at: 5,
    inOutbox: false,
    messageId: "m1@example.test",
    mayBeCancelled: false,
    windowId: 7,
    identityId: "id1",
    from: "alice@example.test",
    refusal: {
      recipients: ["carol@elsewhere.test"],
      stage: "rcpt",
      code: 550,
      enhancedCode: "5.7.1",
      lines: ["relay not permitted"],
      fault: null,
      secure: false,
      offeredSignIn: [],
    },
  });
});
