// Where the full edition's own manifest sends Thunderbird for a newer version: that very name, over HTTPS, in the lab.
import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:https";
import { certificateFor } from "./certificates.js";

const address = "127.0.0.55";

export interface UpdateServer {
  /** By path: what is there now. */
  readonly files: Map<string, Uint8Array>;
  /** Paths, with the query left out, in the order they were asked for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

export async function startUpdateServer(name: string): Promise<UpdateServer> {
  appendFileSync("/etc/hosts", `${address} ${name}\n`);
  const { certificate, key } = certificateFor({ name, address, certificate: "ca" });
  const files = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const server = createServer(
    { cert: readFileSync(certificate), key: readFileSync(key) },
    (request, response) => {
      const { pathname } = new URL(request.url ?? "/", `https://${name}`);
      asked.push(pathname);
      const file = files.get(pathname);
      if (file === undefined) response.writeHead(404).end();
      else response.end(file);
    },
  );
  await new Promise<void>((resolve) => server.listen(443, address, resolve));
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { files, asked, stop };
}
