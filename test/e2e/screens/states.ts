// The states of our page whose main button has to be in reach on every screen, and how each comes about.
import { setTimeout as sleep } from "node:timers/promises";
import type { CaseFile } from "../case-file.js";
import { withAccounts } from "../many/accounts.js";
import type { Scene, Stage } from "../scene.js";
import { openCompose, pressSend } from "../thunderbird/compose.js";
import { awaitMail, openMail, pressMessageButton, settleInbox } from "../thunderbird/inbox.js";
import { clickAction, waitForState } from "../thunderbird/page.js";
import { failToSend, tellSettings } from "../thunderbird/told.js";
import { pressToolbarButton } from "../thunderbird/toolbar.js";

export interface State extends Pick<Stage, "base" | "editions" | "edit"> {
  readonly name: string;
  /** Ends with that page on the screen. */
  come(scene: Scene): Promise<void>;
}

const message = ({ send }: CaseFile) => ({ identity: "id1", subject: "Lab: screens", to: "", ...send });

const failed =
  (state: string) =>
  async ({ file, thunderbird, photograph }: Scene): Promise<void> => {
    await failToSend(thunderbird, message(file), photograph, state);
  };

const failedThenFixed =
  (before: string, after: string) =>
  async (scene: Scene): Promise<void> => {
    await failed(before)(scene);
    await clickAction(scene.thunderbird, "fix-and-send");
    await waitForState(scene.thunderbird, [after], 30_000);
  };

export const states: readonly State[] = [
  { name: "problem", base: "port-25-sign-in-none", come: failed("problem") },
  { name: "settings-fine", base: "spam", come: failed("settings-fine") },
  { name: "need-input", base: "no-password-saved", come: failed("need-input") },
  { name: "not-proven", base: "exception-elsewhere", come: failedThenFixed("problem", "failed") },
  { name: "sent", base: "port-25-sign-in-none", come: failedThenFixed("problem", "sent") },
  {
    name: "guide",
    base: "sign-in-none",
    editions: ["store"],
    async come({ thunderbird, photograph }) {
      const to = "friend@elsewhere.test";
      await failToSend(thunderbird, { identity: "id1", subject: "Lab: screens", to }, photograph);
      await clickAction(thunderbird, "choose-alert");
      await sleep(1500);
      await tellSettings(thunderbird);
      await waitForState(thunderbird, ["problem"], 10_000);
    },
  },
  {
    name: "returned-mail",
    base: "bounce-other-server",
    async come({ file, thunderbird }) {
      const user = "alice@example.test";
      await settleInbox(thunderbird, user);
      await openCompose(thunderbird, message(file));
      await pressSend(thunderbird);
      await awaitMail(thunderbird, user);
      await openMail(thunderbird, user);
      await pressMessageButton(thunderbird);
      await waitForState(thunderbird, ["settings-fine"], 20_000);
    },
  },
  {
    name: "twelve-accounts",
    base: "healthy",
    edit: (file) => withAccounts(file, 12, 2),
    async come({ thunderbird }) {
      await pressToolbarButton(thunderbird);
      await waitForState(thunderbird, ["problem", "need-input", "failed", "healthy"], 30_000);
    },
  },
];
