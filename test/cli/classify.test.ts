// `npm run --silent classify` as tools use it: a stream of JSON lines in, one answer a line, in order.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

function run(input: string): { readonly lines: readonly unknown[]; readonly status: number | null } {
  const { stdout, status } = spawnSync("node", ["src/build/run.mjs", "src/cli/classify.ts"], {
    cwd: root,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return {
    status,
    lines: stdout.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as unknown])),
  };
}

it("answers each line with its id and category", () => {
  const input = [
    { id: "a", text: "550 relay not permitted" },
    { id: 7, text: "554 5.7.1 Relay access denied", kind: "dsn" },
    { id: "c", text: "535 5.7.8 Error: authentication failed:", kind: "smtp-reply" },
    { id: "d", text: "530 Authentication required", kind: "a kind nobody knows" },
  ];
  expect(run(input.map((entry) => JSON.stringify(entry)).join("\n"))).toEqual({
    status: 0,
    lines: [
      { id: "a", category: "relay-denied" },
      { id: 7, category: "not-a-client-config-problem" },
      { id: "c", category: "auth-failed" },
      { id: "d", category: "auth-required" },
    ],
  });
});

it("names a line it cannot read, goes on, and says so in its exit status", () => {
  const wrong = { id: null, error: "not a JSON object with a text" };
  expect(run('{"id":"a"}\nnonsense\n[]\nnull\n\n{"id":"b","text":"550 relay not permitted"}\n')).toEqual({
    status: 1,
    lines: [wrong, wrong, wrong, wrong, { id: "b", category: "relay-denied" }],
  });
});

it("reads any number of lines", () => {
  const line = `${JSON.stringify({ id: "x", text: "550 5.7.1 Relaying denied" })}\n`;
  const { lines, status } = run(line.repeat(50_000));
  expect(status).toBe(0);
  expect(lines).toHaveLength(50_000);
});
