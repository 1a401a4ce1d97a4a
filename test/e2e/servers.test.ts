// Other real servers in Exim's place: what they refuse at once, and the notices they send of what became of a message,
// opened as a user opens them. `npm test` runs Postfix's, `npm run test:long servers` all of them.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { addOnFile } from "./add-on-file.js";
import { isLong } from "./how-long.js";
import { runCase } from "./run-case.js";
import { isWanted, onScene, type Scene } from "./scene.js";
import { namesRefuser, notices, sceneOf, type Notice } from "./servers/notices.js";
import { refusalsOf, type RealServer } from "./servers/refusals.js";
import { composeIsOpen, openCompose, outcomeOfSend, pressSend } from "./thunderbird/compose.js";
import { awaitMail, openMail, pressMessageButton, settleInbox, toolbarMark } from "./thunderbird/inbox.js";
import { access, waitForState } from "./thunderbird/page.js";

const servers: readonly RealServer[] = isLong ? ["postfix", "opensmtpd", "chasquid"] : ["postfix"];

async function sendTo({ thunderbird }: Scene, { name, from, to, asksForNotice }: Notice): Promise<void> {
  await openCompose(thunderbird, {
    identity: from,
    to,
    subject: `Lab: ${name}`,
    ...(asksForNotice !== undefined && { asksForNotice }),
  });
  await pressSend(thunderbird);
  const failed = await outcomeOfSend(
    thunderbird,
    "alert",
    async () => !(await composeIsOpen(thunderbird)),
    () => Promise.resolve(),
  );
  expect(failed, "sent").toBeUndefined();
}

/** What the user sees of it, from its arrival to the page over it. */
async function seen(scene: Scene, server: RealServer, notice: Notice, arrived: number): Promise<void> {
  const { file, thunderbird, photograph } = scene;
  const { name, from, isNews, saysNot, serverText = "", refuser = "" } = notice;
  const says = [...notice.says, ...(namesRefuser[server] ? [refuser] : [])];
  const account = file.profile.accounts.find(({ identities }) => identities.some(({ key }) => key === from));
  const userName = account?.incoming.userName ?? "";
  await sendTo(scene, notice);
  await awaitMail(thunderbird, userName, arrived);
  if (isNews) await expect.poll(() => toolbarMark(thunderbird), { timeout: 8000 }).not.toBe("");
  else await sleep(800);
  expect(await toolbarMark(thunderbird), "the toolbar's mark").toBe(isNews ? "!" : "");
  await openMail(thunderbird, userName);
  await pressMessageButton(thunderbird);
  let page = await waitForState(thunderbird, ["settings-fine", "problem", "need-input", "healthy"], 15_000);
  await sleep(500);
  await photograph(name);
  page = await waitForState(thunderbird, [page.state], 5000);
  const text = page.text.toLowerCase();
  expect(page.serverText).toContain(serverText);
  for (const words of says) expect(text).toContain(words);
  for (const words of saysNot) expect(text).not.toContain(words);
  for (const action of ["fix", "fix-and-send", "send-again"]) expect(page.actions).not.toContain(action);
  await thunderbird.run(
    `${access} findPage()?.closest("panel")?.hidePopup(); await until("the page to close", 3000, () => !findPage());`,
    thunderbird.addOnId,
  );
  expect(await toolbarMark(thunderbird), "the mark, once it is read").toBe("");
}

for (const server of servers) {
  describe(server, () => {
    for (const file of refusalsOf(server))
      test.runIf(isWanted(`servers-${file.name}`))(file.title, async () => {
        await runCase(file, addOnFile());
      });

    const name = `${server}-notices`;
    const playNotices = async (): Promise<void> => {
      const scene = { name, base: "healthy", edit: sceneOf(server) };
      await onScene(scene, async (running) => {
        const arrived = new Map<string, number>();
        for (const { incoming } of running.file.profile.accounts)
          await settleInbox(running.thunderbird, incoming.userName);
        for (const notice of notices.filter(({ notFrom = [] }) => !notFrom.includes(server))) {
          const count = (arrived.get(notice.from) ?? 0) + 1;
          arrived.set(notice.from, count);
          await seen(running, server, notice, count).catch((error: unknown) => {
            if (error instanceof Error) error.message = `${notice.name}: ${error.message}`;
            throw error;
          });
        }
      });
    };
    test.runIf(isWanted(`servers-${name}`))("what became of a message", playNotices, 300_000);
  });
}
