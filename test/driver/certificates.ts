// Throw-away certificates for the driver tests, made by openssl in a temporary folder that is removed at once.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

export interface Certificates {
  readonly authority: string;
  /** For "localhost", signed by the authority. */
  readonly right: KeyPair;
  /** For other names, signed by the authority. */
  readonly otherName: KeyPair;
  readonly selfSigned: KeyPair;
  readonly expired: KeyPair;
}

const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), "relay-doctor-certificates-"));
  const openssl = (...options: readonly string[]): void => {
    execFileSync("openssl", options, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  };
  const made = (name: string): KeyPair => ({
    key: readFileSync(join(folder, `${name}.key`), "utf8"),
    cert: readFileSync(join(folder, `${name}.pem`), "utf8"),
  });
  const request = (name: string, names: readonly string[]): readonly string[] => [
    ...["req", ...curve, "-keyout", `${name}.key`, "-subj", `/CN=${names[0] ?? name}`],
    ...["-addext", `subjectAltName=${names.map((dns) => `DNS:${dns}`).join(",")}`],
    ...["-addext", "basicConstraints=critical,CA:FALSE"],
  ];
  const authority = ["-CA", "authority.pem", "-CAkey", "authority.key"];
  try {
    const subject = ["-subj", "/CN=Relay Doctor driver tests"];
    openssl("req", "-x509", ...curve, ...subject, "-keyout", "authority.key", "-out", "authority.pem");
    openssl(...request("right", ["localhost"]), "-x509", ...authority, "-out", "right.pem");
    const others = ["shared.example.net", "*.hosting.example"];
    openssl(...request("other", others), "-x509", ...authority, "-out", "other.pem");
    openssl(...request("self", ["localhost"]), "-x509", "-out", "self.pem");
    openssl(...request("expired", ["localhost"]), "-new", "-out", "expired.csr");
    const extensions = ["-copy_extensions", "copy"];
    openssl(..."x509 -req -in expired.csr -days 0 -out expired.pem".split(" "), ...authority, ...extensions);
    return {
      authority: made("authority").cert,
      right: made("right"),
      otherName: made("other"),
      selfSigned: made("self"),
      expired: made("expired"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
