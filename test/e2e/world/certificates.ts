// A throw-away certificate authority, made once per run, and one certificate per mail host.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "./hosts.js";
import { labDirectory } from "./lab-directory.js";

export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

const ecKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30"];

function openssl(args: readonly string[]): void {
  execFileSync("openssl", args, { stdio: ["ignore", "ignore", "pipe"] });
}

function paths(name: string): Certificate {
  const directory = join(labDirectory(), "certificates");
  mkdirSync(directory, { recursive: true });
  return { certificate: join(directory, `${name}.pem`), key: join(directory, `${name}.key`) };
}

function authority(): Certificate {
  const ca = paths("ca");
  if (!existsSync(ca.certificate)) {
    openssl([
      "req",
      "-x509",
      ...ecKey,
      "-subj",
      "/CN=Relay Doctor lab CA",
      "-keyout",
      ca.key,
      "-out",
      ca.certificate,
    ]);
  }
  return ca;
}

/** The base64 of the authority's certificate, as nsIX509CertDB.addCertFromBase64 takes it. */
export function authorityBase64(): string {
  return readFileSync(authority().certificate, "utf8").replace(/-----[^-]+-----|\s/g, "");
}

/** The authority's certificate as a file, for clients other than Thunderbird. */
export function authorityFile(): string {
  return authority().certificate;
}

/** The certificate a host presents, by its `certificate` field. */
export function certificateFor(host: Pick<Host, "name" | "address" | "certificate">): Certificate {
  const files = paths(`${host.name}.${host.certificate}`);
  if (existsSync(files.certificate)) return files;
  const ca = authority();
  const name =
    host.certificate === "other-name" ? `shared-${host.address.replaceAll(".", "-")}.test` : host.name;
  const signer = host.certificate === "self-signed" ? [] : ["-CA", ca.certificate, "-CAkey", ca.key];
  const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  const leaf = ["-addext", "basicConstraints=critical,CA:FALSE"];
  openssl([
    "req",
    "-x509",
    ...signer,
    ...ecKey,
    ...subject,
    ...leaf,
    "-keyout",
    files.key,
    "-out",
    files.certificate,
  ]);
  // Exim reads the key after it gave up root; these keys protect nothing.
  execFileSync("chmod", ["644", files.key]);
  return files;
}
