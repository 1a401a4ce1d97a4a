// The two who prove the same settings against the same server: our session over node-stream, and swaks.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { prove } from "../../src/engine/smtp/proof.js";
import { runSession } from "../driver/run-session.js";
import { authorityFile } from "../e2e/world/certificates.js";
import { passwords } from "../e2e/world/users.js";

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** Proves once; rejects unless the server accepted log-in, sender and recipient. */
export type Prover = (target: Target) => Promise<void>;

const from = "alice@example.test";
const to = "friend@elsewhere.test";
const password = passwords[from] ?? "";

export async function ourProof({ host, port }: Target): Promise<void> {
  const request = {
    security: "starttls",
    signIn: "password",
    credentials: { kind: "password", userName: from, secret: password },
    envelope: { from, recipients: [to] },
  } as const;
  const authority = readFileSync(authorityFile(), "utf8");
  const { outcome } = await runSession(prove(request), {
    host,
    port,
    security: "starttls",
    authority,
  });
  if (outcome.kind !== "accepted") throw new Error(`not proven: ${JSON.stringify(outcome)}`);
}

/** The same steps but RSET, which swaks does not know. The certificate is checked, as ours is. */
export function swaks(...more: readonly string[]): Prover {
  return async ({ host, port }) => {
    await promisify(execFile)("swaks", [
      ...["--server", host, "--port", String(port), "--helo", "[127.0.0.1]"],
      ...["--tls", "--tls-verify", "--tls-ca-path", authorityFile(), "--tls-sni", host],
      ...["--auth", "PLAIN", "--auth-user", from, "--auth-password", password],
      ...["--from", from, "--to", to, "--quit-after", "RCPT", "--hide-all"],
      ...more,
    ]);
  };
}
