// All phrases in the order they are believed: providers, then known sentences, then general words.
// The order of the reasons matters: what only looks like a relay refusal is asked first.

import { chinese } from "./providers/chinese.js";
import { gmx } from "./providers/gmx.js";
import { godaddy } from "./providers/godaddy.js";
import { google } from "./providers/google.js";
import { microsoft } from "./providers/microsoft.js";
import { openwave } from "./providers/openwave.js";
import { orange } from "./providers/orange.js";
import { russian } from "./providers/russian.js";
import { sendingServices } from "./providers/sending-services.js";
import { thunderbird } from "./providers/thunderbird.js";
import { windowsMail } from "./providers/windows-mail.js";
import { yahoo } from "./providers/yahoo.js";
import { zoho } from "./providers/zoho.js";
import { aboutTheMessage } from "./reasons/about-the-message.js";
import { addressVerification } from "./reasons/address-verification.js";
import { authFailed } from "./reasons/auth-failed.js";
import { authRequired } from "./reasons/auth-required.js";
import { blocklist } from "./reasons/blocklist.js";
import { customersOnly } from "./reasons/customers-only.js";
import { deliveryNotice } from "./reasons/delivery-notice.js";
import { greylist } from "./reasons/greylist.js";
import { incompleteAddress } from "./reasons/incomplete-address.js";
import { listedSender } from "./reasons/listed-sender.js";
import { lockedOut } from "./reasons/locked-out.js";
import { mailboxFull } from "./reasons/mailbox-full.js";
import { mailboxUnknown } from "./reasons/mailbox-unknown.js";
import { other } from "./reasons/other.js";
import { ownAccountClosed } from "./reasons/own-account-closed.js";
import { ownMailboxFull } from "./reasons/own-mailbox-full.js";
import { policy } from "./reasons/policy.js";
import { portOrConnectionBlocked } from "./reasons/port-or-connection-blocked.js";
import { onTheWay } from "./reasons/on-the-way.js";
import { rateLimit } from "./reasons/rate-limit.js";
import { recipientDomain } from "./reasons/recipient-domain.js";
import { recipientLimit } from "./reasons/recipient-limit.js";
import { relayDenied } from "./reasons/relay-denied.js";
import { senderDomain } from "./reasons/sender-domain.js";
import { senderNotAllowed } from "./reasons/sender-not-allowed.js";
import { senderRefused } from "./reasons/sender-refused.js";
import { sendingQuota } from "./reasons/sending-quota.js";
import { serverTrouble } from "./reasons/server-trouble.js";
import { signInNotTaken } from "./reasons/sign-in-not-taken.js";
import { size } from "./reasons/size.js";
import { spam } from "./reasons/spam.js";
import { spfDkimDmarc } from "./reasons/spf-dkim-dmarc.js";
import { tlsRequired } from "./reasons/tls-required.js";
import { wrongServerNotHosting } from "./reasons/wrong-server-not-hosting.js";
import type { Phrase } from "./phrase.js";

const phrases: readonly Phrase[] = [
  thunderbird,
  google,
  microsoft,
  gmx,
  yahoo,
  orange,
  zoho,
  chinese,
  godaddy,
  openwave,
  russian,
  sendingServices,
  ownMailboxFull,
  ownAccountClosed,
  addressVerification,
  lockedOut,
  signInNotTaken,
  incompleteAddress,
  deliveryNotice,
  wrongServerNotHosting,
  senderDomain,
  recipientDomain,
  aboutTheMessage,
  senderNotAllowed,
  senderRefused,
  customersOnly,
  spfDkimDmarc,
  authRequired,
  greylist,
  listedSender,
  blocklist,
  tlsRequired,
  sendingQuota,
  mailboxFull,
  onTheWay,
  size,
  recipientLimit,
  rateLimit,
  serverTrouble,
  other,
  spam,
  authFailed,
  relayDenied,
  mailboxUnknown,
  policy,
  portOrConnectionBlocked,
  windowsMail,
].flat();

export const catalogue: readonly Phrase[] = [
  ...phrases.filter((phrase) => !phrase.weak),
  ...phrases.filter((phrase) => phrase.weak),
];
