// What can be handed to who helps, as it ships: *Save as a file* leaves the report on the disk, *Write to my provider* opens a
// letter that is not sent. Part of `npm run test:long screens`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { onScene } from "./scene.js";
import { isLong } from "./how-long.js";
import { withRealFocus } from "./thunderbird/keys.js";
import { clickAction } from "./thunderbird/page.js";
import { onScreen } from "./thunderbird/screen.js";
import { failToSend } from "./thunderbird/told.js";
import type { Thunderbird } from "./thunderbird/thunderbird.js";
import { deliveries } from "./world/deliveries.js";
import { labDirectory } from "./world/lab-directory.js";

test.runIf(isLong)("handed over: a file, and a letter to the provider", () => {
  const stage = {
    name: "hand-over",
    base: "spam",
    prefs: {
      "browser.download.dir": labDirectory(),
      "browser.download.folderList": 2,
      "browser.download.useDownloadDir": true,
    },
  };
  return onScreen({ width: 1366, height: 768, scale: 1 }, () =>
    onScene(stage, async ({ file, thunderbird, hosts, photograph }) => {
      await withRealFocus(thunderbird);
      const message = { identity: "id1", subject: "Lab: hand over", to: "", ...file.send };
      await failToSend(thunderbird, message, photograph, "settings-fine");
      await clickAction(thunderbird, "details");
      await clickAction(thunderbird, "save-report");
      await sleep(2500);
      await photograph("saved");
      const saved = readFileSync(join(labDirectory(), "relay-doctor-report.txt"), "utf8");
      expect(saved).toContain("looks like spam");
      expect(saved).not.toContain("alice");
      await clickAction(thunderbird, "write-provider");
      await expect.poll(() => letter(thunderbird), { timeout: 10_000 }).toContain("refused as spam");
      await sleep(600);
      await photograph("letter");
      expect(deliveries(hosts)).toEqual([]);
    }),
  );
});

/** The text of the newest letter, where it is in plain text. */
function letter(thunderbird: Thunderbird): Promise<string> {
  return thunderbird.run<string>(
    `const { gMsgCompose } = Services.wm.getMostRecentWindow("msgcompose");
     return gMsgCompose?.editor && !gMsgCompose.composeHTML
       ? gMsgCompose.editor.outputToString("text/plain", 0) : "";`,
  );
}
