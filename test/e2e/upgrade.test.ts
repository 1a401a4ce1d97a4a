// One profile and two Thunderbirds: `before` makes a change in which a password is put aside and keeps the profile, `after`
// opens it with another version and takes the change back. Played by ../release/upgrade, which has both programs.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fail, untilGone } from "./concurrency/part.js";
import { onScene } from "./scene.js";
import { addOnErrors } from "./thunderbird/add-on.js";
import { undoIsExact, untilAction } from "./thunderbird/afterwards.js";
import { clickAction } from "./thunderbird/page.js";
import { camera } from "./thunderbird/screenshot.js";
import { snapshot, type Snapshot } from "./thunderbird/settings.js";
import { startThunderbird } from "./thunderbird/thunderbird.js";

const { LAB_UPGRADE: kept = "", LAB_HALF: half } = process.env;
const profile = join(kept, "profile");

interface Kept {
  readonly before: Snapshot;
  readonly changed: Snapshot;
}

describe.skipIf(kept === "")("upgrade", () => {
  test.runIf(half === "before")("a password is put aside, and the profile kept", async () => {
    let before: Snapshot | undefined;
    let changed: Snapshot | undefined;
    await onScene(
      { name: "upgrade", base: "wrong-outgoing-password-right-incoming" },
      async (scene) => {
        const { thunderbird } = scene;
        ({ before } = scene);
        await fail(scene);
        await untilAction(thunderbird, "fix-and-send");
        await clickAction(thunderbird, "fix-and-send");
        await untilGone(thunderbird);
        changed = await snapshot(thunderbird);
        expect(
          changed.logins.map(({ realm }) => realm).filter((realm) => realm.includes("(replaced")),
        ).toHaveLength(1);
        await thunderbird.run(`setTimeout(() => Services.startup.quit(Ci.nsIAppStartup.eForceQuit), 50);`);
        await thunderbird.ended;
        cpSync(thunderbird.profile, profile, { recursive: true });
      },
      "ended",
    );
    writeFileSync(join(kept, "snapshots.json"), JSON.stringify({ before, changed }));
  });

  test.runIf(half === "after")("another Thunderbird opens it, and undo gives everything back", async () => {
    const { before, changed } = JSON.parse(readFileSync(join(kept, "snapshots.json"), "utf8")) as Kept;
    const thunderbird = await startThunderbird(profile);
    const photograph = camera("dist/lab/upgrade");
    try {
      await thunderbird.run(
        `await until("the add-on", 20000, () => WebExtensionPolicy.getByID(args[0]));`,
        thunderbird.addOnId,
      );
      expect(await snapshot(thunderbird), "what came over").toEqual(changed);
      await undoIsExact(thunderbird, before);
      await photograph("undone");
      expect(await addOnErrors(thunderbird)).toEqual([]);
    } finally {
      await photograph("end");
      await thunderbird.stop();
    }
  });
});
