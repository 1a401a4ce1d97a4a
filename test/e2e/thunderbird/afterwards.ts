// What must hold after a change was cut off, and after any that stayed: told once, undone bit for bit.
import { expect } from "vitest";
import type { Recorded } from "./journal.js";
import { access, clickAction, readPage, waitForState } from "./page.js";
import { snapshot, type Snapshot } from "./settings.js";
import type { Thunderbird } from "./thunderbird.js";
import { pressToolbarButton } from "./toolbar.js";

export async function untilAction(thunderbird: Thunderbird, action: string): Promise<void> {
  await expect
    .poll(async () => (await readPage(thunderbird))?.actions, { timeout: 10_000 })
    .toContain(action);
}

/** Log-ins put aside have a name of their own each time. */
export function comparable({ prefs, logins }: Snapshot): unknown {
  return { prefs, logins: logins.map((one) => ({ ...one, realm: one.realm.replace(/\{.*\}/, "{}") })) };
}

/** The page of the toolbar tells what became of a change that was cut off, the first time only. */
export async function toldOnce(thunderbird: Thunderbird, journal: readonly Recorded[]): Promise<string> {
  const expected = journal.filter(({ told }) => told).length;
  const told: (readonly string[])[] = [];
  for (let opened = 0; opened < 2; opened += 1) {
    await pressToolbarButton(thunderbird);
    const { notices } = await waitForState(
      thunderbird,
      ["healthy", "problem", "need-input", "settings-fine"],
      20_000,
    );
    told.push(notices);
    await thunderbird.run(
      `${access} findPage()?.closest("panel")?.hidePopup(); await until("the page to close", 3000, () => !findPage());`,
      thunderbird.addOnId,
    );
  }
  expect(told[0], "told after the crash").toHaveLength(expected);
  expect(told[1], "told a second time").toEqual([]);
  return expected === 0 ? "nothing was cut off" : `once: ${told[0]?.join(", ") ?? ""}`;
}

export async function openHistory(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const { extension } = WebExtensionPolicy.getByID(args[0]);
     Services.wm.getMostRecentWindow("mail:3pane").document.getElementById("tabmail").openTab("contentTab", {
       url: extension.baseURI.resolve("history.html"), linkHandler: "single-site",
       triggeringPrincipal: extension.principal, userContextId: 0 });`,
    thunderbird.addOnId,
  );
}

export async function undoIsExact(thunderbird: Thunderbird, before: Snapshot): Promise<string> {
  await openHistory(thunderbird);
  await untilAction(thunderbird, "undo");
  await clickAction(thunderbird, "undo");
  await expect.poll(() => snapshot(thunderbird), { timeout: 10_000 }).toEqual(before);
  return "exact";
}
