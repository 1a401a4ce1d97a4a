// An OAuth2 token that a server has rejected: not told it again, and remembered without being kept.

import { expect, it, vi } from "vitest";
import { clock, logins, server } from "./thunderbird.js";
import { findCredentials } from "../../src/experiment/outgoingServers/parent/find-credentials.js";
import { refusedLogIns } from "../../src/experiment/outgoingServers/parent/refused-log-ins.js";

let token = "ya29.a-token-that-nobody-else-may-see";
vi.mock(import("../../src/experiment/outgoingServers/parent/oauth-token.js"), async (original) => ({
  ...(await original()),
  silentToken: async () => Promise.resolve(token),
}));

const user = { host: "smtp.provider.example", userName: "alice@provider.example" };
const request = {
  properties: { hostname: user.host, username: user.userName },
  password: null,
  passwords: [],
} as unknown as messenger.outgoingServers.VerifyRequest;
const whose = {
  identity: { key: "id1", email: user.userName, smtpServerKey: "smtp1" },
  asker: { extensionId: "caller@example", agreed: null },
} as unknown as Parameters<typeof findCredentials>[2];

it.each([null, "typed"])(
  "without TLS there is no password to sign in with, typed or not: %j",
  async (password) => {
    const inClear = {
      properties: { hostname: user.host, username: user.userName, security: "none" },
      password,
      passwords: [{ outgoingServerId: "smtp1" }],
    } as unknown as messenger.outgoingServers.VerifyRequest;
    server("smtp1", user.host, user.userName);
    logins.save(`smtp://${user.host}`, user.userName, "for sending");
    logins.searched = 0;
    expect(await findCredentials(inClear, "password", whose)).toBe("needs-tls");
    expect(logins.searched).toBe(0);
  },
);

it("is known by a name that does not say what it is, and a new one by another", async () => {
  vi.spyOn(Date, "now").mockImplementation(() => clock.now);
  const found = await findCredentials(request, "oauth2", whose);
  if (typeof found === "string") throw new Error(found);
  expect(found.credentials).toEqual({ kind: "token", userName: user.userName, secret: token });
  expect(found.credential).not.toContain(token);
  expect(found.credential?.length).toBeLessThan(60);
  refusedLogIns.rejected(user, found.credential ?? "");
  expect(await findCredentials(request, "oauth2", whose)).toBe("no-password");
  token = "ya29.a-new-one";
  expect(await findCredentials(request, "oauth2", whose)).toMatchObject({ from: "token" });
});
