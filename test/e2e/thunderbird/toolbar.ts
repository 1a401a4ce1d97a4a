// Opens the add-on's page the way a user does without a failed send: its button in the main window's toolbar.
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
