// The full edition's composition root: Thunderbird's outgoing servers through our Experiment.

import { accounts } from "../adapters/accounts.js";
import { awake } from "../adapters/awake.js";
import { systemClock } from "../adapters/clock.js";
import { consoleBugs } from "../adapters/console-bugs.js";
import { openInBrowser } from "../adapters/open-in-browser.js";
import { isOffline } from "../adapters/connection.js";
import { experimentAlerts } from "../adapters/experiment-alerts.js";
import { experimentDiscovery } from "../adapters/experiment-discovery.js";
import { experimentOutbox } from "../adapters/experiment-outbox.js";
import { experimentServers, failedSendOf } from "../adapters/experiment-servers.js";
import { experimentTalk } from "../adapters/experiment-talk.js";
import { experimentMail } from "../adapters/incoming-mail.js";
import { openHistory } from "../adapters/history-page.js";
import { answerStoreEdition, noSibling } from "../adapters/sibling.js";
import { pages } from "../adapters/pages.js";
import { returnedMails } from "../adapters/returned-mails.js";
import { useThunderbirdsPublicSuffixes } from "../adapters/thunderbirds-public-suffixes.js";
import { lastingStore, sessionStore } from "../adapters/storage.js";
import { composeWindows, mailWindow } from "../adapters/windows.js";
import { sharedLooks } from "../app/find/shared-looks.js";
import { start } from "../background/start.js";

const servers = experimentServers(messenger.outgoingServers);
const talk = sharedLooks(experimentTalk(messenger.outgoingServers), systemClock);

useThunderbirdsPublicSuffixes();
answerStoreEdition();

start(
  {
    settings: servers,
    mending: { kind: "written", servers, talk, openHistory },
    discovery: experimentDiscovery(messenger.outgoingServers),
    accounts,
    incomingMail: experimentMail(messenger.outgoingServers),
    alerts: experimentAlerts(messenger.outgoingServers),
    compose: composeWindows,
    isOffline,
    outbox: experimentOutbox(messenger.outgoingServers),
    mailWindow,
    returnedMails,
    pages,
    openInBrowser,
    sibling: noSibling,
    session: sessionStore,
    lasting: lastingStore,
    clock: systemClock,
    bugs: consoleBugs,
    awake,
  },
  (failed, alertClosed) => {
    messenger.outgoingServers.onSendFailed.addListener((failure) => {
      void failed(failedSendOf(failure));
    });
    messenger.outgoingServers.onSendAlertClosed.addListener(({ windowId }) => {
      void (windowId === null ? undefined : alertClosed(windowId));
    });
  },
);
