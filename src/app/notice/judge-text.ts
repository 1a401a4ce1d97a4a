// Judges a text the user pasted: opens a case for the address it is about, as a failed send would. The text itself is
// not kept: only the reply it quotes, who refused whom, and for which recipients (engine/replies/read-report.ts).

import { domainOf } from "../../engine/model/address.js";
import { maximumReplyLength } from "../../engine/replies/maximum-length.js";
import { readDialog, type DialogReading } from "../../engine/replies/read-dialog.js";
import { readReport } from "../../engine/replies/read-report.js";
import type { Report } from "../../engine/replies/report.js";
import { isUnclear } from "../../engine/replies/wrapper.js";
import { refusedBy } from "../../engine/replies/refused-by.js";
import { senderInText, type PossibleSender } from "../../engine/replies/sender-in-text.js";
import { withoutAnswers } from "../../engine/secrets/without-answers.js";
import type { Evidence } from "../../engine/model/evidence.js";
import type { Ports } from "../../ports.js";
import type { JudgedText, RequestOf } from "../../protocol.js";
import { advance } from "../case/advance.js";
import { caseOfWindow, type Case } from "../case/case-file.js";
import { gather, gatherAll } from "../find/gather.js";
import { openCase } from "../../engine/case/open-case.js";

export async function judgeText(
  ports: Ports,
  { text: pasted, identityId, place, cameAs }: RequestOf<"judgeText">,
): Promise<JudgedText> {
  const text = withoutAnswers(pasted);
  const bounded = text.slice(0, maximumReplyLength);
  const dialog = readDialog(bounded, await ports.alerts.sentences());
  const senders = await sendersOf(ports);
  const ownHosts = senders.flatMap(({ hosts }) => hosts);
  const report = dialog === null ? readReport(text, cameAs, ownHosts) : reportOfDialog(dialog);
  if (report === null) {
    return { kind: "not-understood" };
  }
  if (dialog === null && cameAs === undefined && isUnclear(bounded)) {
    return { kind: "source-unclear" };
  }
  const started = place.kind === "compose" ? await caseOfWindow(ports.session, place.windowId) : null;
  const chosen = identityId ?? started?.evidence.sender.identityId ?? senderOf(senders, bounded, report);
  const evidence = chosen === null ? null : await evidenceOf(ports, chosen, report, started);
  if (evidence === null) {
    return { kind: "address-unclear" };
  }
  const windowId = place.kind === "compose" ? place.windowId : null;
  const entry = openCase(evidence, {
    caseId: windowId === null ? `text-${evidence.sender.identityId}` : `window-${String(windowId)}`,
    windowId,
    startedBy: windowId === null ? "text" : "failed-send",
    at: ports.clock.now(),
  });
  await advance(ports, entry.caseId, { kind: "opened", fresh: entry });
  return { kind: "case", caseId: entry.caseId };
}

/** Thunderbird's own alert, in the language it runs in. */
function reportOfDialog({ refusal, server }: DialogReading): Report {
  return {
    refused: { kind: "own-server" },
    refusal,
    reportingServer: server,
    refusingServer: null,
    notice: null,
  };
}

async function evidenceOf(
  ports: Ports,
  identityId: string,
  report: Report,
  started: Case | null,
): Promise<Evidence | null> {
  const settings = await gather(ports, identityId, null);
  if (settings === null) {
    return null;
  }
  const { refusal, refused, reportingServer, refusingServer, notice } = report;
  const said = refusal?.recipients ?? [];
  const recipients = said.length > 0 ? said : (started?.evidence.refusal?.recipients ?? []);
  const by = refusedBy(refused, reportingServer, [domainOf(settings.sender.address), ...hostsOf(settings)]);
  return {
    ...settings,
    sender: { ...settings.sender, from: started?.evidence.sender.from ?? settings.sender.from },
    refusal: refusal && { ...refusal, recipients },
    reported: {
      found: "pasted",
      by,
      reportingServer,
      refusingServer,
      ownMessage: "unknown",
      ...(notice !== null && { notice }),
    },
  };
}

async function sendersOf(ports: Ports): Promise<readonly PossibleSender[]> {
  return (await gatherAll(ports)).map((settings) => ({ ...settings.sender, hosts: hostsOf(settings) }));
}

function senderOf(senders: readonly PossibleSender[], text: string, report: Report): string | null {
  const servers = [report.reportingServer, report.refusingServer].filter((server) => server !== null);
  return senderInText(text, servers, senders)?.identityId ?? null;
}

export function hostsOf({ outgoing, incoming }: Evidence): readonly string[] {
  return [
    ...(outgoing.kind === "smtp" ? [outgoing.server.host] : []),
    ...(incoming === null ? [] : [incoming.host]),
  ];
}
