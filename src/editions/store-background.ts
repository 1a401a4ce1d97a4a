// The store edition's composition root: built-in APIs only. It notices, explains and guides; the user's hand mends. Loaded
// once there is something to do (store.ts).

import { accounts } from "../adapters/accounts.js";
import { weighedArrivals } from "../adapters/arrivals.js";
import { awake } from "../adapters/awake.js";
import { systemClock } from "../adapters/clock.js";
import { consoleBugs } from "../adapters/console-bugs.js";
import { isOffline } from "../adapters/connection.js";
import { guidedSettings } from "../adapters/guided-settings.js";
import { shippedAlerts } from "../adapters/shipped-alerts.js";
import { fetchDiscovery } from "../adapters/fetch-discovery.js";
import { mailByHand } from "../adapters/mail-by-hand.js";
import { fullEdition } from "../adapters/sibling.js";
import { policyOfCompany } from "../adapters/managed-storage.js";
import { openInBrowser } from "../adapters/open-in-browser.js";
import { pages } from "../adapters/pages.js";
import { lastingStore } from "../adapters/storage.js";
import { noOutbox } from "../adapters/no-outbox.js";
import { returnedMails } from "../adapters/returned-mails.js";
import { composeWindows, mailWindow } from "../adapters/windows.js";
import { sharedLookUps } from "../app/find/shared-look-ups.js";
import { start, type Started } from "../background/start.js";
import type { Store } from "../ports.js";

export function background(session: Store): Started {
  return start({
    ...guidedSettings(session, accounts),
    companyPolicy: policyOfCompany(),
    discovery: sharedLookUps(fetchDiscovery),
    accounts,
    alerts: shippedAlerts,
    incomingMail: mailByHand,
    compose: composeWindows,
    isOffline,
    outbox: noOutbox,
    mailWindow,
    returnedMails,
    arrivals: weighedArrivals,
    pages,
    openInBrowser,
    sibling: fullEdition,
    session,
    lasting: lastingStore,
    clock: systemClock,
    bugs: consoleBugs,
    awake,
  });
}
