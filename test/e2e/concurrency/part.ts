// What the parts of these tests have in common: the message that is refused, and the way back from every change.
import { expect, test } from "vitest";
import type { CaseFile } from "../case-file.js";
import { isWanted, onScene, type Scene } from "../scene.js";
import { openHistory, untilAction } from "../thunderbird/afterwards.js";
import { openCompose, outcomeOfSend } from "../thunderbird/compose.js";
import { clickAction, readPage } from "../thunderbird/page.js";
import { snapshot } from "../thunderbird/settings.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";
import { closePages, isOpen, pressSendIn } from "./windows.js";

type Part = (
  name: string,
  base: string,
  play: (scene: Scene) => Promise<void>,
  edit?: (file: CaseFile) => CaseFile,
) => void;

/** Each part is a test on a profile of `cases/<base>.json`, changed by `edit`, with the add-on in it. */
export function partsOf(whole: string): Part {
  return (name, base, play, edit = (file) => file) => {
    const ownName = `${whole}-${name.replaceAll(/\W+/g, "-")}`;
    test.skipIf(!isWanted(ownName))(`${whole}: ${name}`, () => onScene({ name: ownName, base, edit }, play));
  };
}

export const to = "friend@elsewhere.test";
export const never = (): Promise<boolean> => Promise.resolve(false);
export const subject = "first";

/** A message from the account's identity is refused, and Thunderbird's dialogs are closed. */
export async function fail({ thunderbird }: Scene): Promise<void> {
  await openCompose(thunderbird, { identity: "id1", to, subject });
  await pressSendIn(thunderbird, subject);
  await outcomeOfSend(thunderbird, "alert", never, () => Promise.resolve());
}

export async function untilGone(thunderbird: Thunderbird): Promise<void> {
  await expect.poll(() => isOpen(thunderbird, subject), { timeout: 15_000 }).toBe(false);
}

/** In the history, the newest change first, until nothing can be undone any more. */
export async function undoAll({ thunderbird, before }: Scene, changes: number): Promise<void> {
  await closePages(thunderbird);
  await openHistory(thunderbird);
  for (let left = changes; left > 0; left--) {
    await untilAction(thunderbird, "undo");
    await clickAction(thunderbird, "undo");
    const undoable = async (): Promise<unknown> =>
      (await readPage(thunderbird))?.actions.filter((action) => action === "undo").length;
    await expect.poll(undoable, { timeout: 10_000 }).toBe(left - 1);
  }
  await expect.poll(() => snapshot(thunderbird), { timeout: 10_000 }).toEqual(before);
}
