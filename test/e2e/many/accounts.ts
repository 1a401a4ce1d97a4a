// Sixty accounts as one person has who looks after a company's mail: two hosts in turn, both of their ports, one account
// (the second) at a server that accepts connections and says nothing.
import type { CaseFile } from "../case-file.js";

const hosts = [
  { host: "mail.example.test", domain: "example.test" },
  { host: "mail.other.test", domain: "other.test" },
] as const;
const connections = [
  { port: 587, security: "starttls" },
  { port: 465, security: "tls" },
] as const;

/** Null: all of them are in order. */
export function withAccounts(file: CaseFile, count: number, silent: number | null): CaseFile {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const of = (number: number): { key: string; userName: string; host: string; endpoint: object } => {
    const { host, domain } = hosts[number % 2] ?? hosts[0];
    const connection = connections[Math.floor(number / 2) % 2] ?? connections[0];
    return {
      key: String(number),
      userName: `user${String(number)}@${domain}`,
      host,
      endpoint: { host: number === silent ? "smtp.silent.test" : host, ...connection },
    };
  };
  return {
    ...file,
    world: { ...file.world, ...(silent !== null && { "smtp.silent.test": {} }) },
    profile: {
      ...file.profile,
      // Nobody has mailboxes for them: nothing is fetched.
      inboxesUnread: true,
      accounts: numbers.map(of).map(({ key, userName, host }) => ({
        incoming: { host, userName },
        identities: [{ key: `id${key}`, email: userName, outgoing: `smtp${key}` }],
      })),
      outgoing: Object.fromEntries(
        numbers
          .map(of)
          .map(({ key, userName, endpoint }) => [
            `smtp${key}`,
            { ...endpoint, signIn: "password" as const, userName },
          ]),
      ),
      logins: numbers.map(of).map(({ userName, host }) => ({
        origin: `smtp://${host}`,
        userName,
        password: "never said",
      })),
    },
  };
}
