// What a screen reader is told of the page, by the accessibility tree of the real Thunderbird: the title is
// described by what happened, buttons and the table have their names, and after a click the outcome is told, once.
import { expect, test } from "vitest";
import { isWanted, onScene } from "./scene.js";
import { heardPage } from "./thunderbird/accessible.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { failToSend } from "./thunderbird/told.js";

const patience = { timeout: 10_000 };

test.skipIf(!isWanted("spoken"))("spoken: what a screen reader is told", async () => {
  await onScene({ name: "spoken", base: "port-25-sign-in-none" }, async (scene) => {
    const { file, thunderbird, photograph } = scene;
    const message = { identity: "id1", subject: "Lab: spoken", to: "", ...file.send };
    await failToSend(thunderbird, message, photograph, "problem");
    const told = await heardPage(thunderbird);
    expect(told.title).toMatchObject({
      role: "heading",
      name: "Your message was not sent",
      description: "mail.example.test refused to pass it on.",
    });
    expect(told.status).toBe("");
    const named = (role: string): readonly string[] =>
      told.parts.filter((part) => part.role === role).map(({ name }) => name);
    expect(named("pushbutton")).toEqual(["Fix and send again", "Details", "Not now"]);
    expect(named("columnheader")).toEqual(["Setting", "Now", "After the fix"]);
    expect(named("rowheader")).toContain("Port");
    expect(named("blockquote")).toEqual(["What the server said"]);

    // Sent, another page opens in the main window; there the title keeps the focus, and the live region says what is new.
    await clickAction(thunderbird, "fix-and-send");
    await waitForState(thunderbird, ["sent"], 20_000);
    await expect
      .poll(async () => (await heardPage(thunderbird)).title?.name, patience)
      .toBe("Your message was sent");
    await clickAction(thunderbird, "undo");
    const undone = "Undone. Your settings are back to what they were.";
    await expect
      .poll(async () => {
        const { title, status } = await heardPage(thunderbird);
        return [title?.description, status];
      }, patience)
      .toEqual([undone, `Problems found. alice@example.test: ${undone}`]);
    await photograph("undone");
  });
});
