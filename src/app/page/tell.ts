// What only the user can tell, where nothing built in does: Thunderbird's alert, and its settings. The case is then
// judged anew. Of a pasted text nothing is kept but the servers in it (engine/settings-text).

import { isRememberedAlert, refusalOfAlert } from "../../engine/replies/remembered-alerts.js";
import { readTroubleshootingInformation } from "../../engine/settings-text/troubleshooting-information.js";
import type { Reported } from "../../engine/model/reported.js";
import type { ToldSettings } from "../../engine/model/told-settings.js";
import type { Ports } from "../../ports.js";
import type { RequestOf, Told } from "../../protocol.js";
import { advance } from "../case/advance.js";
import { findCase, type Case } from "../case/case-file.js";
import { checkAccounts } from "../notice/check-accounts.js";
import { lookAgain } from "../notice/look-again.js";
import { openCase } from "../../engine/case/open-case.js";

export async function tellAlert(ports: Ports, { caseId, alert }: RequestOf<"tellAlert">): Promise<Told> {
  const entry = await findCase(ports.session, caseId);
  if (entry === null || !isRememberedAlert(alert)) {
    return { kind: "not-understood" };
  }
  const refusal = refusalOfAlert(alert, entry.evidence.refusal?.recipients ?? []);
  const { windowId, startedBy, at } = entry;
  const reported: Reported = {
    found: "remembered",
    by: "own-server",
    reportingServer: null,
    refusingServer: null,
    ownMessage: "unknown",
  };
  const fresh = openCase({ ...entry.evidence, refusal, reported }, { caseId, windowId, startedBy, at });
  await advance(ports, caseId, { kind: "looked-again", fresh, from: entry });
  return { kind: "told" };
}

export async function tellSettings(ports: Ports, { caseId, told }: RequestOf<"tellSettings">): Promise<Told> {
  const { mending } = ports;
  const entry = await findCase(ports.session, caseId);
  if (mending.kind !== "guided" || entry === null) {
    return { kind: "not-understood" };
  }
  const settings = told.kind === "pasted" ? readTroubleshootingInformation(told.text) : answered(entry, told);
  if (settings === null) {
    return { kind: "not-understood" };
  }
  await mending.tell(settings);
  await (entry.startedBy === "check" ? checkAccounts(ports) : lookAgain(ports, caseId));
  return { kind: "told" };
}

/** Settings may have changed since they were told. */
export async function forgetTold({ mending }: Pick<Ports, "mending">): Promise<void> {
  if (mending.kind === "guided") {
    await mending.forget();
  }
}

function answered(
  { evidence: { sender } }: Case,
  { host, port, security, signIn }: Extract<RequestOf<"tellSettings">["told"], { kind: "answered" }>,
): ToldSettings | null {
  const name = host.trim();
  if (!/^[\w.-]{1,253}$/.test(name) || !Number.isInteger(port) || port < 1 || port > 65_535) {
    return null;
  }
  const server = { host: name, port, security, signIn, address: sender.address };
  return [{ accountId: sender.accountId, incoming: null, outgoing: [server] }];
}
