// Our buttons in Thunderbird's toolbars: pressed in the main window as a user does without a failed send, read, taken away.
import type { Thunderbird } from "./thunderbird.js";

export async function pressToolbarButton(thunderbird: Thunderbird, id = thunderbird.addOnId): Promise<void> {
  await thunderbird.run(
    `const w = Services.wm.getMostRecentWindow("mail:3pane");
     const button = await until("the toolbar button", 10000, () =>
       w.document.querySelector('unified-toolbar button[extension="' + args[0] + '"], button[extension="' + args[0] + '"]'));
     const box = button.getBoundingClientRect();
     if (box.width == 0) throw new Error("the toolbar button is not visible");
     const x = box.left + box.width / 2, y = box.top + box.height / 2;
     w.focus();
     for (const [type, buttons] of [["mousemove", 0], ["mousedown", 1], ["mouseup", 0]]) {
       w.synthesizeMouseEvent(type, x, y, { button: 0, buttons, clickCount: type == "mousemove" ? 0 : 1 }, {});
     }`,
    id,
  );
}

/** What is written on our button in the compose window, and what it says under the pointer. */
export function composeButton(thunderbird: Thunderbird): Promise<{ label: string; tooltip: string }> {
  return thunderbird.run<{ label: string; tooltip: string }>(
    `const w = Services.wm.getMostRecentWindow("msgcompose");
     const button = await until("our button", 5000, () => w.document.querySelector('[id$="-composeAction-toolbarbutton"]'));
     return { label: button.getAttribute("label"), tooltip: button.getAttribute("tooltiptext") };`,
  );
}

/** Takes our button out of that window's toolbar, as *Customize* does. */
export async function takeButtonAway(
  thunderbird: Thunderbird,
  window: "msgcompose" | "mail:3pane",
): Promise<void> {
  await thunderbird.run(
    `const { document } = Services.wm.getMostRecentWindow(args[0]);
     const button = document.querySelector('[id$="-composeAction-toolbarbutton"], unified-toolbar [extension="' + args[1] + '"]');
     if (!button) throw new Error("there is no button of ours");
     button.remove();`,
    window,
    thunderbird.addOnId,
  );
}
