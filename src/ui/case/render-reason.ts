// "Your settings are fine": what the refusal meant, what helps, and words to send to the provider. No fix is offered.

import { isOnlySaid } from "../../engine/model/reported.js";
import {
  isAboutAccount,
  type Classification,
  type Matter,
  type Reason,
  type SubReason,
} from "../../engine/model/reason.js";
import type { CaseView } from "../../protocol.js";
import { writeButton } from "../kit/buttons.js";
import { element, icon, section } from "../kit/elements.js";
import { snake, type Texts } from "../kit/i18n.js";
import type { Scene } from "../kit/scene.js";
import { bounded, visible } from "../kit/server-text.js";
import { getsOut } from "./gets-out.js";
import { optionalPart } from "./optional-part.js";

export function renderSettingsFine(
  view: CaseView,
  classification: Classification | null,
  scene: Scene,
): HTMLElement {
  const { texts } = scene;
  if (view.reported !== null && isOnlySaid(view.reported)) {
    return renderOnlySaid(classification, view, texts);
  }
  const leave = leaveOf(view, classification, texts);
  return element(
    "div",
    { class: "settings-fine" },
    element(
      "p",
      { class: "callout" },
      icon("check"),
      element(
        "span",
        {},
        element("strong", {}, texts.text("ui_settings_fine")),
        " ",
        leave ?? texts.text("ui_settings_fine_leave"),
      ),
    ),
    ...(classification === null || classification.confidence === "guess"
      ? [element("p", {}, texts.text("ui_no_reason_known"))]
      : reasonParts(view, classification, texts)),
  );
}

/** Nobody vouches for such a mail: neither for what it says nor for the settings, and nothing of it is sent on. */
function renderOnlySaid(classification: Classification | null, view: CaseView, texts: Texts): HTMLElement {
  const stem = classification === null ? null : stemFor(view, classification);
  return element(
    "div",
    { class: "settings-fine" },
    element("p", {}, texts.text("ui_said_change_nothing")),
    stem === null
      ? null
      : renderSection(
          texts.optional(`${stem}_title`),
          isDelayed(view) ? texts.text("ui_delayed_lead") : texts.optional(`${stem}_do`),
        ),
  );
}

/** The server tries again by itself: what helps after a failure, sending it once more among it, does harm here. */
function isDelayed({ reported }: CaseView): boolean {
  return reported?.notice?.event === "delayed";
}

/** What the user had better not touch while it is not clear what is wrong; null where there is no such word. */
export function renderLeave(
  view: CaseView,
  classification: Classification,
  texts: Texts,
): HTMLElement | null {
  const { reason, matter } = classification;
  // The other words would call the settings fine, which nobody has shown.
  const earned = reason !== "not-a-client-config-problem" || isAboutAccount(matter);
  const leave = leaveOf(view, earned ? classification : { ...classification, confidence: "guess" }, texts);
  return leave === null ? null : element("p", {}, leave);
}

function leaveOf({ reported }: CaseView, classification: Classification | null, texts: Texts): string | null {
  if (reported?.ownMessage === "no") {
    return null;
  }
  return reported?.by === "other-server"
    ? texts.text("ui_settings_fine_accepted")
    : classification && optionalPart(texts, stemOf(classification), "leave");
}

function reasonParts(
  view: CaseView,
  classification: Classification,
  texts: Texts,
): readonly (HTMLElement | null)[] {
  const stem = stemFor(view, classification);
  const why = renderSection(texts.optional(`${stem}_title`), texts.optional(`${stem}_why`));
  if (isDelayed(view)) {
    return [why];
  }
  return [
    why,
    renderSection(texts.text("ui_what_to_do"), texts.optional(`${stem}_do`)),
    renderProviderText(view, texts, providersAlone.test(stem) ? "ui_for_provider" : "ui_for_provider_then"),
  ];
}

/** What helps is to tell the provider. Else its words come after: they speak of what was tried in vain. */
const providersAlone = /^(?:subreason_(?:blocklist|policy|spf_dkim_dmarc)|matter_home_internet_address)$/;

function renderSection(heading: string | null, sentence: string | null): HTMLElement | null {
  return heading === null || sentence === null ? null : section({}, heading, element("p", {}, sentence));
}

/** Words to send to the provider; null where there are none for this reason, or the page does not speak of it. */
export function wordsForProvider(
  view: CaseView,
  texts: Texts,
): { readonly shown: string; readonly copied: string } | null {
  const { conclusion, classification, plan } = view.diagnosis ?? {};
  const isUnknown = conclusion?.kind === "settings-fine" && classification?.confidence === "guess";
  const isOnlyTold = view.reported !== null && isOnlySaid(view.reported);
  const isNoMatter = isUnknown || isOnlyTold || isDelayed(view) || conclusion?.kind === "healthy";
  if (classification == null || plan != null || isNoMatter) {
    return null;
  }
  const shown = optionalPart(texts, stemFor(view, classification), "provider");
  return shown === null ? null : { shown, copied: `${shown}\n\n${factsFor(view, texts)}` };
}

/** The words, and a message with them to be begun where it would get out; the button that copies them is among the case's others. */
export function renderProviderText(
  view: CaseView,
  texts: Texts,
  heading: TextKeyWith<[]>,
): HTMLElement | null {
  const words = wordsForProvider(view, texts);
  return words === null
    ? null
    : section(
        { class: "provider" },
        texts.text(heading),
        element("p", { class: "provider-text", dir: "auto" }, words.shown),
        // Where no message gets out the words go another way: copied.
        getsOut(view)
          ? writeButton(
              {
                to: mailboxIn(view.supportAddress),
                subject: texts.text("ui_provider_mail_subject", view.from),
                body: words.copied,
              },
              texts.text("ui_action_write_provider"),
            )
          : null,
      );
}

/** Whom an organization names may be a page or a telephone number instead: nothing to write to. */
function mailboxIn(supportAddress: string | null): string | null {
  return supportAddress?.includes("@") === true && !supportAddress.startsWith("https://")
    ? supportAddress
    : null;
}

/** What a provider's support asks first; added to the copied text only, because the page shows it already. */
function factsFor({ serverHost, from, refusal }: CaseView, texts: Texts): string {
  const codes = [refusal?.code?.toString() ?? "", refusal?.enhancedCode ?? ""];
  const reply = [...codes, ...bounded(refusal?.lines ?? []).lines.map(visible)].filter(Boolean).join(" ");
  const facts: readonly (readonly [label: TextKeyWith<[]>, value: string])[] = [
    ["ui_field_server", serverHost ?? ""],
    ["ui_fact_from", from],
    ["ui_fact_recipients", (refusal?.recipients ?? []).join(", ")],
    ["ui_server_words", reply],
  ];
  return facts
    .filter(([, value]) => value !== "")
    .map(([label, value]) => texts.text("ui_fact_line", texts.text(label), value))
    .join("\n");
}

/** What one recipient's words come to, in a few words; null where they were only guessed. */
export function reasonTitle(view: CaseView, classification: Classification, texts: Texts): string | null {
  return classification.confidence === "guess"
    ? null
    : texts.optional(`${stemFor(view, classification)}_title`);
}

/** Another server's "no relaying" is no word about this user, and a message sent by somebody else none to this user. */
function stemFor({ reported }: CaseView, classification: Classification): Stem {
  if (reported?.ownMessage === "no") {
    return "backscatter";
  }
  const { ifSaidByOwnServer, matter, reason } = classification;
  if (reported?.notice !== undefined && (reason === "auth-failed" || reason === "tls-required")) {
    return "sendas";
  }
  return reported?.by === "other-server" && matter === undefined && ifSaidByOwnServer !== undefined
    ? "elsewhere"
    : stemOf(classification);
}

/**
 * Stem of a reason's keys: `reason_relay_denied`, why settings cannot help: `subreason_spam`, or what the words tell more
 * closely: `matter_own_mailbox_full`. What was only guessed has no advice of its own.
 */
function stemOf({ reason, subReason, matter, confidence }: Classification): Stem {
  const isKnown = confidence !== "guess";
  if (isKnown && matter !== undefined) {
    return `matter_${snake(matter)}`;
  }
  return isKnown && subReason === null && reason !== "not-a-client-config-problem"
    ? `reason_${snake(reason)}`
    : `subreason_${snake((isKnown ? subReason : null) ?? "other")}`;
}

type Stem =
  | `reason_${Snake<Exclude<Reason, "not-a-client-config-problem">>}`
  | `subreason_${Snake<SubReason>}`
  | `matter_${Snake<Matter>}`
  | "backscatter"
  | "sendas"
  | "elsewhere";
