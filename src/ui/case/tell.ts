// Hands over what only the user can tell, and says beside the field where nothing could be made of it.

import type { RememberedAlert } from "../../engine/model/remembered-alert.js";
import type { ToldServer } from "../../engine/model/told-settings.js";
import type { PagePlace } from "../../protocol.js";
import { complainBeside, typedIn } from "../kit/asked-fields.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Texts } from "../kit/i18n.js";
import { answersIn } from "./render-questions.js";

export interface Telling {
  readonly action: "tell-alert" | "choose-alert" | "tell-settings" | "answer-settings";
  readonly caseId: string;
  readonly place: PagePlace;
  readonly pressed: HTMLElement;
  readonly card: HTMLElement | null;
}

/** False where nothing could be made of it. */
export async function tell(client: BackgroundClient, texts: Texts, telling: Telling): Promise<boolean> {
  const { action, caseId, pressed } = telling;
  switch (action) {
    case "choose-alert": {
      const alert = pressed.dataset["alert"] as RememberedAlert;
      return (await client.request("tellAlert", { caseId, alert })) !== null;
    }
    case "tell-alert":
      return tellAlert(client, texts, telling);
    case "tell-settings":
    case "answer-settings":
      return tellSettings(client, texts, telling);
  }
}

async function tellAlert(
  client: BackgroundClient,
  texts: Texts,
  { card, place, pressed }: Telling,
): Promise<boolean> {
  const text = typedIn(card, "error-text");
  const answer = await client.request("judgeText", { text, identityId: null, place });
  const judged = answer?.kind === "case";
  if (!judged) {
    complainBeside(pressed, texts.text(text.trim() === "" ? "ui_paste_empty" : "ui_paste_not_understood"));
  }
  return judged;
}

async function tellSettings(
  client: BackgroundClient,
  texts: Texts,
  { action, caseId, card, pressed }: Telling,
): Promise<boolean> {
  const pasted = action === "tell-settings";
  const told: ToldServer = pasted
    ? { kind: "pasted", text: typedIn(card, "troubleshooting-information") }
    : answersIn(card);
  const answer = await client.request("tellSettings", { caseId, told });
  const understood = answer?.kind === "told";
  if (!understood) {
    const key = pasted ? "ui_ask_settings_not_understood" : "ui_ask_questions_incomplete";
    complainBeside(pressed, texts.text(key));
  }
  return understood;
}
