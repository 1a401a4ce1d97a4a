// What became of every action, as test/results/false-alarms.md.
import { writeFileSync } from "node:fs";
import type { Told } from "./witness.js";

export interface Row {
  readonly action: string;
  readonly background: string;
  readonly told: readonly Told[];
  /** What the add-on did: `nothing`, or these, joined by "and". */
  readonly raised: string;
}

/** Our page opened by itself. */
export const alarm = "its page";
/** Our button in the compose window got a sign, and nothing opened. */
export const sign = "a sign on its button";

const end = ({ mode, error, headerMessageId }: Told): string =>
  `${mode}: ${error ?? (headerMessageId === null ? "no id" : "an id")}`;

export function writeTable(rows: readonly Row[], control: string): void {
  const alarms = rows.filter(({ raised }) => raised.includes(alarm)).length;
  const lines = rows.map(
    ({ action, background, told, raised }, index) =>
      `| ${String(index + 1)} | ${action} | ${background} | ${told.map(end).join("; ")} | ${raised} |`,
  );
  writeFileSync(
    "test/results/false-alarms.md",
    `# The store edition and sends that did not fail

The real Thunderbird, the store edition installed: ${String(rows.length)} actions, ${String(alarms)} false alarms (the add-on's
page on the screen). Written by \`npm run test:long\` (part false-alarms); what each action is:
\`test/e2e/false-alarms/actions.ts\`. "Told" is what Thunderbird tells every add-on of the end. A send cancelled in the
progress dialog is told exactly like a failed one; what tells them apart: \`src/adapters/return-of-focus.ts\`.

The control, at the end of the same session: ${control}.

| | action | background before | told | the add-on raised |
|---|---|---|---|---|
${lines.join("\n")}
`,
  );
}
