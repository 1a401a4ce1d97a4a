// The engine of a tree of ours, of today or of an earlier commit, bundled and loaded into this process: both alike.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import type { ReplyText } from "../../../src/engine/model/reason.js";
import type { NoticeMail } from "../../../src/engine/model/returned-mail.js";
import { treeOf } from "../tree-of.js";

/** What is measured of each; the answers differ from build to build. */
export interface Engine {
  readonly classify: (reply: ReplyText) => unknown;
  /** A mail that Thunderbird has taken apart, as the add-on reads it: the refusal, and the returned headers. */
  readonly read: (mail: NoticeMail) => unknown;
  readonly diagnose: (evidence: Evidence) => unknown;
}

const common = `
  export { classify } from "./src/engine/replies/classify.js";
  export { diagnose } from "./src/engine/rules/diagnose.js";
  import { readReturnedHeaders } from "./src/engine/replies/returned-headers.js";`;

/** `open` of app/notice/returned-mail.ts, without Thunderbird. */
const asNotice = `
  import { readNotice } from "./src/engine/dsn/notice.js";
  import { reportOfNotice } from "./src/engine/replies/report-of-notice.js";
  export const read = (mail) => {
    const notice = readNotice(mail);
    return [notice && reportOfNotice(notice), readReturnedHeaders(mail.returned)];
  };`;

/** The same, and the adapter's text, while notices were read as any text (b19b4a9). */
const asText = `
  import { readReport } from "./src/engine/replies/read-report.js";
  import { usePublicSuffixes } from "./src/engine/discovery/same-owner.js";
  import { publicSuffixes } from "./src/cli/public-suffixes.js";
  usePublicSuffixes(publicSuffixes);
  export const read = ({ status, text, returned }) => [
    readReport([status, text].filter((part) => part !== "").join("\\n\\n").slice(0, 16_384), "dsn"),
    readReturnedHeaders(returned),
  ];`;

/** @param commit null: this tree */
export async function engineOf(commit: string | null): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), "relay-doctor-bench-"));
  try {
    const root = commit === null ? resolve(".") : treeOf(commit, join(folder, "tree"));
    const reading = existsSync(join(root, "src/engine/dsn/notice.ts")) ? asNotice : asText;
    const outfile = join(folder, "engine.mjs");
    await build({
      stdin: { contents: common + reading, resolveDir: root },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "warning",
    });
    return (await import(pathToFileURL(outfile).href)) as Engine;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
