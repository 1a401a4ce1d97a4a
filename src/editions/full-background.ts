// The full edition's composition root: Thunderbird's outgoing servers through our Experiment. Loaded once there is
// something to do (full.ts).

import type { AskedAtFailure } from "../adapters/asked-at-failure.js";
import { accounts } from "../adapters/accounts.js";
import { filteredArrivals } from "../adapters/arrivals.js";
import { awake } from "../adapters/awake.js";
import { systemClock } from "../adapters/clock.js";
import { consoleBugs } from "../adapters/console-bugs.js";
import { isOffline } from "../adapters/connection.js";
import { experimentAlerts } from "../adapters/experiment-alerts.js";
import { experimentDiscovery } from "../adapters/experiment-discovery.js";
import { experimentOutbox } from "../adapters/experiment-outbox.js";
import { experimentServers, failedSendOf, settingsAtFailure } from "../adapters/experiment-servers.js";
import { experimentTalk } from "../adapters/experiment-talk.js";
import { guidedSettings } from "../adapters/guided-settings.js";
import { experimentMail } from "../adapters/incoming-mail.js";
import { noSibling } from "../adapters/sibling.js";
import { policyOfCompany } from "../adapters/managed-storage.js";
import { openInBrowser } from "../adapters/open-in-browser.js";
import { pages } from "../adapters/pages.js";
import { openHistory } from "../adapters/history-page.js";
import { returnedMails } from "../adapters/returned-mails.js";
import { lastingStore } from "../adapters/storage.js";
import { wholeParts } from "../adapters/whole-parts.js";
import { composeWindows, mailWindow } from "../adapters/windows.js";
import { remindingStore } from "../app/change/reminding-store.js";
import { tellMissingParts } from "../app/notice/missing-parts.js";
import { sharedLookUps } from "../app/find/shared-look-ups.js";
import { sharedLooks } from "../app/find/shared-looks.js";
import type { Background } from "../background/doorkeeper.js";
import { start } from "../background/start.js";
import type { Edition, Store } from "../ports.js";

const api = messenger.outgoingServers;
const servers = experimentServers(api);
const talk = sharedLooks(experimentTalk(api), systemClock);

/** `missing`: what of the Experiment this Thunderbird does not carry. */
const edition = (missing: readonly messenger.outgoingServers.Part[], session: Store): Edition => ({
  ...wholeParts(
    missing,
    { settings: servers, mending: { kind: "written", servers, talk, openHistory } },
    guidedSettings(session, accounts),
  ),
  companyPolicy: policyOfCompany(),
  discovery: sharedLookUps(experimentDiscovery(api, !missing.includes("ask"))),
  accounts,
  incomingMail: experimentMail(api),
  alerts: experimentAlerts(api),
  compose: composeWindows,
  isOffline,
  outbox: experimentOutbox(api),
  mailWindow,
  returnedMails,
  arrivals: filteredArrivals,
  pages,
  openInBrowser,
  sibling: noSibling,
  session,
  lasting: remindingStore(lastingStore, async (isOn) => {
    await api.setReminder(isOn);
  }),
  clock: systemClock,
  bugs: consoleBugs,
  awake,
});

/** As the Experiment tells it. */
interface Failed {
  readonly failure: messenger.outgoingServers.SendFailure;
  readonly asked: AskedAtFailure | null;
}

export function background(
  missing: readonly messenger.outgoingServers.Part[],
  session: Store,
): Background<Failed> {
  const started = start(edition(missing, session), async (ports) =>
    tellMissingParts(ports, missing, thisVersion),
  );
  return {
    ...started,
    failed: ({ failure, asked }) => started.failed(failedSendOf(failure), settingsAtFailure(asked, missing)),
  };
}

async function thisVersion(): Promise<string> {
  return (await messenger.runtime.getBrowserInfo()).version;
}
