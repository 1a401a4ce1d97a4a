// Who is at work in the test of planted secrets: five accounts, two servers that repeat what they are told, and the
// secrets of each.
import type { CaseProfile } from "../case-file.js";
import type { HostOverrides } from "../world/hosts.js";
import { goodToken, refreshTokens } from "../world/token-server.js";
import { passwords } from "../world/users.js";
import { ofMessage, password, token } from "./planted.js";

const random = "Rz8vKq1Tw5Xb3Np";
/** Real tokens are long; above 512 octets Thunderbird 157 sends one on a line of its own. */
const long = `${random}${"Qq7Zx3".repeat(100)}`;
export const secrets = {
  saved: password("the saved password", "alice@example.test", "Gx4é&Tq<9Rb2+Lm/8Z"),
  incoming: password("the incoming password", "alice@example.test", passwords["alice@example.test"] ?? ""),
  mistyped: password("the mistyped password", "alice@example.test", `Wy7%Kd"3Vf'6Hs>1Nc`),
  repeatedLater: password("the password repeated later", "alice@other.test", "Bj5=Pz8Qt0!Rw2Xe4#Uv"),
  copied: password("the copied password", "planted@plain.test", passwords["planted@plain.test"] ?? ""),
  typed: password("the typed password", "planted@retired.test", passwords["planted@retired.test"] ?? ""),
  access: token("the access token", "alice@srv.test", `${goodToken}${long}`),
  refresh: token("the refresh token", "alice@srv.test", `${refreshTokens.good}${long}`),
  subject: ofMessage("the subject", "Quittung-Zt5Rk8Wm3Lx"),
  body: ofMessage("the body", "Vertraulich-Nb3Wx7Qd9Hc"),
};
export const all = Object.values(secrets);
/** Put into every place on purpose. */
export const leaked = password("the leaked password", "alice@example.test", "Cv2Lk&7Yx<5Jm+9Fd/3G");

export const world: HostOverrides = {
  "mail.example.test": { ports: {}, strangers: { 587: "echo" } },
  "mail.other.test": { ports: {}, strangers: { 587: "echo-later" } },
  "mail.plain.test": {},
  "out.hosting.test": {},
  "submit.srv.test": { ports: {}, strangers: { 587: "echo" } },
};

function account(key: string, email: string, incoming: string): CaseProfile["accounts"][number] {
  return {
    incoming: { host: incoming, userName: email },
    identities: [{ key, email, outgoing: `smtp-${key}` }],
  };
}
const starttls = { port: 587, security: "starttls", signIn: "password" } as const;

export const profile: CaseProfile = {
  accounts: [
    account("id1", "alice@example.test", "mail.example.test"),
    account("id2", "alice@other.test", "mail.other.test"),
    account("id3", "planted@plain.test", "imap.hosting.test"),
    {
      incoming: { host: "imap.hosting.test", userName: "alice@srv.test" },
      identities: [
        { key: "id4", email: "alice@srv.test", outgoing: "smtp-id4" },
        { key: "id6", email: "news@srv.test", outgoing: "smtp-id6" },
      ],
    },
    account("id5", "planted@retired.test", "imap.hosting.test"),
  ],
  outgoing: {
    "smtp-id1": { ...starttls, host: "mail.example.test", userName: "alice@example.test" },
    "smtp-id2": { ...starttls, host: "mail.other.test", userName: "alice@other.test" },
    "smtp-id3": { ...starttls, host: "smtp.plain.test", userName: "planted@plain.test" },
    "smtp-id4": {
      ...starttls,
      host: "submit.srv.test",
      port: 2525,
      signIn: "oauth2",
      userName: "alice@srv.test",
    },
    "smtp-id6": { ...starttls, host: "submit.srv.test", signIn: "oauth2", userName: "alice@srv.test" },
    "smtp-id5": { ...starttls, host: "out.hosting.test", signIn: "none", userName: "planted@retired.test" },
  },
  logins: [
    { origin: "imap://mail.example.test", userName: "alice@example.test" },
    { origin: "smtp://mail.example.test", userName: "alice@example.test", password: secrets.saved.text },
    { origin: "smtp://mail.other.test", userName: "alice@other.test", password: secrets.repeatedLater.text },
    { origin: "imap://imap.hosting.test", userName: "planted@plain.test" },
  ],
  oauth2: { hosts: ["submit.srv.test"], userName: "alice@srv.test", saved: "good" },
  // What the background's memory holds is looked at in the end: it must not sleep before.
  prefs: { "mailnews.tcptimeout": 4, "extensions.background.idle.timeout": 600_000 },
};
