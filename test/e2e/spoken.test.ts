// What a screen reader is told of the page, by the accessibility tree of the real Thunderbird: the title is
// described by what happened, buttons and the table have their names, and after a click the outcome is told, once.
import { expect, test } from "vitest";
import { isWanted, onScene } from "./scene.js";
import { beginToHear, heardPage, readOut } from "./thunderbird/accessible.js";
import { clickAction, waitForState } from "./thunderbird/page.js";
import { failToSend } from "./thunderbird/told.js";

const patience = { timeout: 10_000 };

test.skipIf(!isWanted("spoken"))("spoken: what a screen reader is told", async () => {
  await onScene({ name: "spoken", base: "port-25-sign-in-none" }, async (scene) => {
    const { file, thunderbird, photograph } = scene;
    const message = { identity: "id1", subject: "Lab: spoken", to: "", ...file.send };
    await failToSend(thunderbird, message, photograph, "problem");
    const page = await heardPage(thunderbird);
    expect(page.title).toMatchObject({
      role: "heading",
      name: "Your message was not sent",
      description: "mail.example.test refused to pass it on.",
    });
    expect(page.status).toBe("");
    const named = (role: string): readonly string[] =>
      page.parts.filter((part) => part.role === role).map(({ name }) => name);
    expect(named("pushbutton")).toEqual(["Fix and send again", "Details", "Not now"]);
    expect(named("columnheader")).toEqual(["Setting", "Now", "After the fix"]);
    expect(named("rowheader")).toContain("Port");
    expect(named("blockquote")).toEqual(["What the server said"]);

    // Sent, another page opens in the main window. What Undo came to is told once: by the title, where the focus comes to it
    // with these words, or by the live region, where it has it already.
    await clickAction(thunderbird, "fix-and-send");
    await waitForState(thunderbird, ["sent"], 20_000);
    await expect
      .poll(async () => (await heardPage(thunderbird)).title?.name, patience)
      .toBe("Your message was sent");
    await beginToHear(thunderbird);
    await clickAction(thunderbird, "undo");
    const undone = "Undone. Your settings are back to what they were.";
    const told = async (): Promise<readonly string[]> =>
      (await readOut(thunderbird)).filter((said) => said.includes(undone));
    await expect.poll(told, patience).toHaveLength(1);
    await expect.poll(async () => (await heardPage(thunderbird)).title?.description, patience).toBe(undone);
    await photograph("undone");
    expect(await told()).toHaveLength(1);
  });
});
