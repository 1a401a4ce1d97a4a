// What became of every moment, as test/results/kill.md. Two halves of the table may be run one after the other: rows
// are kept in dist/ beside the build they were measured on, and rows of another build are dropped.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { addOnFile } from "../add-on-file.js";
import { moments, nameOf } from "./moments.js";

export interface Row {
  readonly moment: string;
  /** What the journal said when Thunderbird died, as far as it was on the disk. */
  readonly journal: string;
  readonly settings: "old" | "new";
  readonly message: string;
  readonly told: string;
  readonly undo: string;
}

const kept = "dist/lab/kill.json";

export function keepRow(row: Row): void {
  const build = createHash("sha256").update(readFileSync(addOnFile())).digest("hex");
  const before = existsSync(kept)
    ? (JSON.parse(readFileSync(kept, "utf8")) as { build: string; rows: Row[] })
    : { build, rows: [] };
  const others = before.build === build ? before.rows.filter(({ moment }) => moment !== row.moment) : [];
  mkdirSync("dist/lab", { recursive: true });
  writeFileSync(kept, JSON.stringify({ build, rows: [...others, row] }));
}

export function writeTable(): void {
  const rows = existsSync(kept) ? (JSON.parse(readFileSync(kept, "utf8")) as { rows: Row[] }).rows : [];
  const order = moments.map(nameOf);
  rows.sort((left, right) => order.indexOf(left.moment) - order.indexOf(right.moment));
  const lines = rows.map(
    ({ moment, journal, settings, message, told, undo }, index) =>
      `| ${[String(index + 1), moment, journal, settings, message, told, undo].join(" | ")} |`,
  );
  writeFileSync(
    "test/results/kill.md",
    `# Thunderbird killed around a fix

\`kill -9\` in the real Thunderbird, then a restart on the same profile: ${String(rows.length)} of ${String(order.length)} moments, ${String(lines.length)} passed.
Written by \`npm run test:long\` (parts kill-1 and kill-2); what each moment is: \`test/e2e/kill/moments.ts\`.

In every row, checked against Thunderbird's own preferences and log-in manager: the settings are all old or all new, bit
for bit; every log-in that was saved is still there; the message is in Drafts or with the recipient, and arrived at most
once; the user is told once, or nothing was begun; where the settings are new, Undo restores the old ones bit for bit.
The draft was saved before the kill, as Thunderbird does by itself every five minutes: a message it never saved is lost
with any crash, with or without an add-on.

| | moment | journal at the crash | settings afterwards | message | told | undo |
|---|---|---|---|---|---|---|
${lines.join("\n")}
`,
  );
}
