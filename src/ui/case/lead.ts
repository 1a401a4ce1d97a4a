// The sentence below a case's title, whatever told of it.

import type { CaseView, PageState } from "../../protocol.js";
import type { Texts } from "../kit/i18n.js";
import { noticeLead, refusalLead, reportedLead } from "./refusal-lead.js";
import { refusalOf } from "./render-refusal.js";

/** States in which the old refusal is no longer what matters. */
const pastRefusal: ReadonlySet<PageState> = new Set(["fixed", "sending", "sent", "healthy"]);

/** Null where there is nothing to add to the title. */
export function leadOf(view: CaseView, texts: Texts): string | null {
  const refusal = refusalOf(view);
  const reason = view.diagnosis?.classification?.reason ?? null;
  const told = view.reported === null || view.outcome !== null ? null : noticeLead(view.reported, texts);
  if (told !== null) {
    return told;
  }
  const isForgotten = refusal?.fault === "untold" && view.reported?.found === "remembered";
  if (refusal === null || isForgotten || pastRefusal.has(view.state)) {
    return null;
  }
  return view.reported === null
    ? refusalLead(refusal, view.serverHost, reason, texts)
    : reportedLead(view.reported, refusal, view.serverHost, reason, texts);
}
