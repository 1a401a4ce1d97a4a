// The mailboxes of the lab and their passwords; Exim and Dovecot read the same file per domain.
// A user signs in with the full address: the local part alone is refused, as at most hosting providers.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { labDirectory } from "./lab-directory.js";

export const passwords: Readonly<Record<string, string>> = {
  "alice@example.test": "alice-Secret-1",
  "office@example.test": "office-Secret-2",
  "bob@example.test": "bob-Secret-3",
  "alice@other.test": "other-Secret-4",
  "alice@shared.test": "shared-Secret-5",
  "alice@plain.test": "plain-Secret-6",
  "alice@retired.test": "retired-Secret-7",
  "alice@srv.test": "srv-Secret-8",
  "alice@ispdb.test": "ispdb-Secret-9",
  "alice@lured.test": "lured-Secret-10",
  "alice@bombed.test": "bombed-Secret-11",
  "alice@strayed.test": "strayed-Secret-12",
  "alice@lookalike.test": "lookalike-Secret-13",
  "alice@tricked.test": "tricked-Secret-14",
  "alice@uber.space": "suffix-Secret-15",
  "alice@icloud.com": "icloud-Secret-16",
  "alice@wanadoo.fr": "wanadoo-Secret-17",
  // Searched for everywhere (secrets.test.ts): like no other text, and with characters that encodings change.
  "planted@plain.test": "Mk9v+Tq2Xc/R7hLz4W",
  "planted@retired.test": "Yd6n=Fs3Gw&J8pBe1Q",
};

/** Address and password of everybody in these domains. */
export function usersOf(domains: readonly string[]): readonly (readonly [user: string, password: string])[] {
  return Object.entries(passwords).filter(([user]) => domains.some((domain) => user.endsWith(`@${domain}`)));
}

/** Writes the password file (`user:password`) of the given domains, with `others` in their place, and returns its path. */
export function writeUsers(
  name: string,
  domains: readonly string[],
  others: Readonly<Record<string, string>> = {},
): string {
  const path = join(labDirectory(), `${name}.users`);
  const lines = Object.entries({ ...passwords, ...others })
    .filter(([user]) => domains.some((domain) => user.endsWith(`@${domain}`)))
    .map(([user, password]) => `${user}:${password}\n`);
  writeFileSync(path, lines.join(""));
  return path;
}
