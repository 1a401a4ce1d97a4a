// A mail that came back: judged when it is displayed, and when it arrives. Opens a case for the address it was sent from;
// of the mail itself only the reply, who refused whom, and the recipients are kept.

import { domainOf } from "../../engine/model/address.js";
import { readNotice } from "../../engine/dsn/notice.js";
import { ownMessage, ownWriter } from "../../engine/replies/own-message.js";
import type { Report } from "../../engine/replies/report.js";
import { refusedBy } from "../../engine/replies/refused-by.js";
import { reportOfNotice } from "../../engine/replies/report-of-notice.js";
import { readReturnedHeaders, type ReturnedHeaders } from "../../engine/replies/returned-headers.js";
import { mayBeBounce } from "../../engine/replies/is-bounce.js";
import { within } from "../../engine/waiting/race.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { MailSeen, ReturnedMail } from "../../engine/model/returned-mail.js";
import type { KnownIdentity, Ports } from "../../ports.js";
import { advance } from "../case/advance.js";
import { findCase, readCases, type Case } from "../case/case-file.js";
import { hasGoneOut } from "../case/gone-out.js";
import { gather } from "../find/gather.js";
import { resume } from "../find/investigate.js";
import { report } from "../report/bugs.js";
import { hostsOf } from "./judge-text.js";
import { giveNoticeOfMoreReturned, showUntold } from "../case/notices.js";
import { openCase } from "../../engine/case/open-case.js";

/** The case of the mail that is displayed in that tab; null where it is no bounce, or nothing can be made of it. */
export async function caseOfDisplayed(ports: Ports, tabId: number): Promise<Case | null> {
  const displayed = await ports.returnedMails.displayedIn(tabId);
  if (displayed === null) {
    return null;
  }
  const known = await findCase(ports.session, caseIdOf(displayed));
  if (known !== null) {
    resume(ports, [known]);
    await told(ports, known);
    return known;
  }
  const mail = await ports.returnedMails.read(displayed.messageId);
  return mail === null ? null : open(ports, mail, "returned-mail");
}

/** Over the mail itself: for the toolbar it is no news any more, and the last of them takes the mark with it. */
async function told(ports: Ports, { caseId, startedBy }: Case): Promise<void> {
  if (startedBy !== "arrived-mail") {
    return;
  }
  await advance(ports, caseId, { kind: "shown-over-mail" });
  const cases = await readCases(ports.session);
  if (!cases.some((entry) => entry.startedBy === "arrived-mail")) {
    ports.mailWindow.setBadge(false);
    await showUntold(ports);
  }
}

/**
 * Bounces among mails that have just come. News is what is shown to be about a message of the user's that will not
 * arrive: no success, no delay, and nothing that anybody could have written.
 */
export async function noticeArrivedMails(ports: Ports, mails: readonly MailSeen[]): Promise<void> {
  const bounces = mails.filter(mayBeBounce);
  if (bounces.length === 0 || (await ports.sibling.takesOver())) {
    return;
  }
  // Several folders tell of theirs in the same moment: what one pushes out is to be seen by the other.
  await ports.underWay.inLine("arrived", async () => noticeBounces(ports, bounces));
}

async function noticeBounces(ports: Ports, bounces: readonly MailSeen[]): Promise<void> {
  const before = (await readCases(ports.session)).filter(({ startedBy }) => startedBy === "arrived-mail");
  for (const { messageId } of bounces.slice(0, maximumAtOnce)) {
    // Anybody can write one that a mistake of ours stumbles over: the others are read all the same.
    await noticeBounce(ports, messageId).catch(async (error: unknown) =>
      report(ports, error, "a returned mail"),
    );
  }
  // More than are read at once, and those that the newest have pushed out of the list before anybody saw them.
  const after = new Set((await readCases(ports.session)).map(({ caseId }) => caseId));
  const untold =
    Math.max(0, bounces.length - maximumAtOnce) + before.filter(({ caseId }) => !after.has(caseId)).length;
  if (untold > 0) {
    await giveNoticeOfMoreReturned(ports, untold);
    ports.pages.changed();
  }
}

async function noticeBounce(ports: Ports, messageId: number): Promise<void> {
  const mail = await ports.returnedMails.read(messageId);
  const known = mail === null ? null : await findCase(ports.session, caseIdOf(mail));
  if (mail !== null && known === null && (await open(ports, mail, "arrived-mail")) !== null) {
    ports.mailWindow.setBadge(true);
    ports.pages.changed();
  }
}

/** Each is read, and looked for among all sent messages. */
const maximumAtOnce = 20;

function caseIdOf({ headerMessageId }: Pick<ReturnedMail, "headerMessageId">): string {
  return `mail-${headerMessageId}`;
}

async function open(
  ports: Ports,
  mail: ReturnedMail,
  startedBy: "returned-mail" | "arrived-mail",
): Promise<Case | null> {
  const notice = readNotice(mail);
  const reported = notice === null ? null : reportOfNotice(notice);
  const headers = readReturnedHeaders(mail.returned);
  const evidence = reported === null ? null : await evidenceOf(ports, mail, reported, headers);
  if (evidence === null || (startedBy === "arrived-mail" && !isNews(evidence))) {
    return null;
  }
  const caseId = caseIdOf(mail);
  const fresh = openCase(evidence, { caseId, windowId: null, startedBy, at: ports.clock.now() });
  // It may arrive and be opened in the same moment.
  return (await advance(ports, caseId, { kind: "opened", fresh })).case;
}

function isNews({ reported }: Evidence): boolean {
  return reported?.ownMessage === "yes" && reported.notice?.event === "failed";
}

async function evidenceOf(
  ports: Ports,
  mail: ReturnedMail,
  report: Report,
  headers: ReturnedHeaders,
): Promise<Evidence | null> {
  const identities = await ports.accounts.identities();
  const own = senderOf(identities, mail, headers);
  const settings = own === null ? null : await gather(ports, own.identityId, null);
  if (own === null || settings === null) {
    return null;
  }
  const { refusal, refused, reportingServer, refusingServer, notice } = report;
  const hosts = hostsOf(settings);
  const isSender = headers.senders.includes(own.address.toLowerCase());
  const domains = identities.map(({ address }) => domainOf(address));
  const isOwn = ownMessage({ headers: mail.headers, reportingServer }, headers, {
    isKnown: isSender && (await isKnown(ports, mail, headers.messageId, identities)),
    hosts,
    domains,
  });
  // Whoever has received a message of the user's can write a notice of it: a copy vouches for the message alone.
  const isFromOutside = ownWriter(mail.headers, [...hosts, ...domains]) === null;
  // Where both are the user's, the server that had signed the sender in is too, whatever it calls itself.
  const signedInAt = isOwn === "yes" && !isFromOutside ? headers.signedInAt : [];
  const by = refusedBy(refused, reportingServer, [domainOf(own.address), ...hosts, ...signedInAt]);
  const isClaimed = isFromOutside && by === "own-server";
  return {
    ...settings,
    refusal,
    reported: {
      found: "returned-mail",
      by: isClaimed ? "unknown" : by,
      reportingServer,
      refusingServer,
      ownMessage: isClaimed && isOwn === "yes" ? "unknown" : isOwn,
      ...(isFromOutside && { isFromOutside }),
      ...(notice !== null && { notice }),
    },
  };
}

/** Who sent it by its headers; else who received the bounce, which goes to the sender (RFC 5321 §6.1). */
function senderOf(
  identities: readonly KnownIdentity[],
  { accountId, to }: ReturnedMail,
  { senders }: ReturnedHeaders,
): KnownIdentity | null {
  const among = (addresses: readonly string[]): KnownIdentity | undefined =>
    identities.find(({ address }) => addresses.includes(address.toLowerCase()));
  return (
    among(senders) ??
    among(to.map((address) => address.toLowerCase())) ??
    identities.find((identity) => identity.accountId === accountId) ??
    null
  );
}

/** A search through all folders; a mailbox too large for that tells nothing. */
const untilGivenUp = 3_000;

/**
 * Seen going out, or there is a copy of it. The mail itself, under the Message-ID that it says came back, is none.
 */
async function isKnown(
  ports: Ports,
  { headerMessageId }: ReturnedMail,
  messageId: string | null,
  identities: readonly KnownIdentity[],
): Promise<boolean> {
  if (messageId === null || messageId === headerMessageId) {
    return false;
  }
  if (await hasGoneOut(ports.session, messageId)) {
    return true;
  }
  const authors = identities.map(({ address }) => address.toLowerCase());
  return within(ports.clock, untilGivenUp, ports.returnedMails.hasCopyOf(messageId, authors), false);
}
