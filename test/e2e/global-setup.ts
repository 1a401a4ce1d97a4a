// Once per run: names, IMAP, published settings, and the profile all cases are copied from.
import { makeTemplate } from "./thunderbird/template.js";
import { startPublishers } from "./world/publishers.js";
import { startWorld } from "./world/start.js";

export default async function setup(): Promise<void> {
  startWorld();
  await startPublishers();
  await makeTemplate();
}
