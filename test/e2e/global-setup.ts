// Once per run: names, IMAP, and the profile all cases are copied from.
import { makeTemplate } from "./thunderbird/template.js";
import { startWorld } from "./world/start.js";

export default async function setup(): Promise<void> {
  startWorld();
  await makeTemplate();
}
