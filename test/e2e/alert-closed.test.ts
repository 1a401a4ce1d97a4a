// The background asleep, and the alert closed as soon as it is there: the page comes all the same, on a busy machine too.
// `npm run test:long` does it twenty times, ten of them beside four programs that never rest.
import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { closeCompose } from "./false-alarms/actions.js";
import { isLong } from "./how-long.js";
import { onScene } from "./scene.js";
import { waitUntilAsleep } from "./thunderbird/add-on.js";
import { openCompose, pressSend } from "./thunderbird/compose.js";
import { readPage, type Page } from "./thunderbird/page.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";

const runs = 10;
/** Milliseconds: a machine that is busy is slow. */
const patience = 40_000;

/** In milliseconds: how long the alert was open, and from then on until the page told what is wrong. */
interface Came {
  readonly alert: number;
  readonly page: number | null;
}

/** How long the alert was open, in milliseconds. */
function closeAlertAtOnce(thunderbird: Thunderbird): Promise<number> {
  return thunderbird.run<number>(
    `let seen = 0;
     const alert = () => windows().find(w => /commonDialog\\.xhtml/.test(w.location.href));
     for (const end = Date.now() + 40000; Date.now() < end; await sleep(2)) {
       const shown = alert();
       if (shown?.document.readyState == "complete" && !seen) {
         seen = Date.now();
         setTimeout(() => shown.document.querySelector("dialog").acceptDialog(), 0);
       }
       if (seen && !alert()) return Date.now() - seen;
     }
     throw new Error("no alert came and went");`,
  );
}

/** With the verdict on it; null where none has come by then. */
async function untilPage(thunderbird: Thunderbird, by: number): Promise<Page | null> {
  while (Date.now() < by) {
    const page = await readPage(thunderbird);
    if (page?.state === "problem") {
      return page;
    }
    await sleep(50);
  }
  return null;
}

function busy(): ChildProcess {
  return spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" });
}

test.runIf(isLong)(
  "alert closed at once: the page comes, with the background asleep",
  async () => {
    const prefs = { "extensions.background.idle.timeout": 1000 };
    const came: Came[] = [];
    await onScene(
      { name: "alert-closed", base: "sign-in-none", prefs },
      async ({ thunderbird, photograph }) => {
        const once = async (): Promise<void> => {
          await waitUntilAsleep(thunderbird);
          await openCompose(thunderbird, {
            identity: "id1",
            to: "friend@elsewhere.test",
            subject: "Lab: at once",
          });
          await waitUntilAsleep(thunderbird);
          await pressSend(thunderbird);
          const alert = await closeAlertAtOnce(thunderbird);
          const closedAt = Date.now();
          const page = await untilPage(thunderbird, closedAt + patience);
          came.push({ alert, page: page === null ? null : Date.now() - closedAt });
          await photograph(`run-${String(came.length)}`);
          await closeCompose(thunderbird);
        };
        for (let run = 0; run < runs; run++) {
          await once();
        }
        const loops = [busy(), busy(), busy(), busy()];
        try {
          for (let run = 0; run < runs; run++) {
            await once();
          }
        } finally {
          for (const loop of loops) {
            loop.kill("SIGKILL");
          }
        }
      },
    );
    expect(came.filter(({ page }) => page === null)).toEqual([]);
    expect(came).toHaveLength(2 * runs);
    if (process.env["LAB_ADDON"] === undefined) {
      writeFileSync("test/results/alert-closed.md", resultsOf(came));
    }
  },
  900_000,
);

function resultsOf(came: readonly Came[]): string {
  const inAll = String(came.length);
  const rows = came.map(({ alert, page }, index) => {
    const beside = index < runs ? "at rest" : "beside four busy programs";
    return `| ${String(index + 1)} | ${beside} | ${String(alert)} | ${String(page)} |`;
  });
  return `# The alert closed at once, with the background asleep

The real Thunderbird, \`extensions.background.idle.timeout\` 1000, the alert closed as soon as it was there. Written by
\`npm run test:long\` (part alert-closed); what is done: \`test/e2e/alert-closed.test.ts\`.

The page came in ${inAll} of ${inAll} runs.

| run | the machine | the alert was open, ms | from then to the verdict on the page, ms |
|---|---|---|---|
${rows.join("\n")}
`;
}
