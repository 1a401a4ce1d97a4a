// What is compared: no add-on, an add-on that does nothing, both editions as they are now, and both of an earlier commit.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { addOnFile } from "../../e2e/add-on-file.js";
import { addOnIds, type Edition } from "../../e2e/thunderbird/add-on.js";
import { labDirectory } from "../../e2e/world/lab-directory.js";
import { treeOf } from "../tree-of.js";

export interface Build {
  /** "store", "full", "store before", "full before", "empty" or "none". */
  readonly name: string;
  readonly id: string | null;
  readonly file: string | null;
}

const none: Build = { name: "none", id: null, file: null };

/** `commit` null: without what was before. */
export function builds(commit: string | null): readonly Build[] {
  const editions = ["store", "full"] as const;
  const now = editions.map((edition) => ({ name: edition, id: addOnIds[edition], file: addOnFile(edition) }));
  return [none, empty(), ...now, ...(commit === null ? [] : editionsOf(commit, editions))];
}

/** Built once for all parts of a run. */
let root: string | null = null;

function editionsOf(commit: string, editions: readonly Edition[]): readonly Build[] {
  if (root === null) {
    root = treeOf(commit, join(labDirectory(), "before"));
    execFileSync("node", ["src/build/build.mjs"], { cwd: root, stdio: "ignore" });
  }
  const from = root;
  return editions.map((edition) => ({
    name: `${edition} before`,
    id: addOnIds[edition],
    file: join(from, "dist", `relay-doctor-${edition}.xpi`),
  }));
}

/**
 * Listens to what ours listens to before it filters, has ours' buttons, and does nothing: what Thunderbird itself takes for a
 * wake, and for a button in each window that opens.
 */
function empty(): Build {
  const id = "empty@lab.test";
  const file = join(labDirectory(), "empty.xpi");
  const button = { default_title: "nothing", default_popup: "popup.html", default_icon: "icon.svg" };
  const manifest = {
    manifest_version: 3,
    name: "Does nothing",
    version: "1",
    browser_specific_settings: { gecko: { id } },
    background: { scripts: ["background.js"], type: "module" },
    permissions: ["accountsRead", "compose", "messagesRead", "storage"],
    action: button,
    compose_action: button,
    message_display_action: button,
  };
  const script = `
    messenger.compose.onAfterSend.addListener(() => {});
    messenger.messageDisplay.onMessagesDisplayed.addListener(() => {});
    messenger.messages.onNewMailReceived.addListener(() => {});
    messenger.windows.onFocusChanged.addListener(() => {});
    messenger.windows.onRemoved.addListener(() => {});
    messenger.runtime.onMessage.addListener(() => {});`;
  writeFileSync(
    file,
    zipSync({
      "manifest.json": strToU8(JSON.stringify(manifest)),
      "background.js": strToU8(script),
      "popup.html": strToU8("<!doctype html><title>nothing</title>"),
      "icon.svg": readFileSync(join("src", "icons", "relay-doctor.svg")),
    }),
  );
  return { name: "empty", id, file };
}
