// Who answers look-ups of settings in the lab: a web server and a name server, for the whole run.
import { startNameServer } from "./name-server.js";
import { startSettingsPages } from "./settings-pages.js";

export async function startPublishers(): Promise<void> {
  await startSettingsPages();
  await startNameServer();
}
