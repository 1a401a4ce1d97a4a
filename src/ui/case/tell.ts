// Hands over what only the user can tell, and says beside the field where nothing could be made of it.

import type { RememberedAlert } from "../../engine/model/remembered-alert.js";
import type { ToldServer } from "../../engine/model/told-settings.js";
import type { PagePlace } from "../../protocol.js";
import { complainBeside, typedIn } from "../kit/asked-fields.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Texts } from "../kit/i18n.js";
import { answersIn } from "./render-questions.js";

export interface Telling {
  readonly caseId: string;
  readonly place: PagePlace;
  readonly pressed: HTMLElement;
  readonly card: HTMLElement | null;
}

/** False where nothing could be made of it. */
export type Tell = (client: BackgroundClient, texts: Texts, telling: Telling) => Promise<boolean>;

export const chooseAlert: Tell = async (client, _, { caseId, pressed }) => {
  const alert = pressed.dataset["alert"] as RememberedAlert;
  return (await client.request("tellAlert", { caseId, alert })) !== null;
};

export const tellAlert: Tell = async (client, texts, { card, place, pressed }) => {
  const text = typedIn(card, "error-text");
  const answer = await client.request("judgeText", { text, identityId: null, place });
  const judged = answer?.kind === "case";
  if (!judged) {
    complainBeside(pressed, texts.text(text.trim() === "" ? "ui_paste_empty" : "ui_paste_not_understood"));
  }
  return judged;
};

export const pasteSettings = tellSettings("ui_ask_settings_not_understood", (card) => ({
  kind: "pasted",
  text: typedIn(card, "troubleshooting-information"),
}));

export const answerSettings = tellSettings("ui_ask_questions_incomplete", answersIn);

function tellSettings(complaint: TextKeyWith<[]>, told: (card: HTMLElement | null) => ToldServer): Tell {
  return async (client, texts, { caseId, card, pressed }) => {
    const answer = await client.request("tellSettings", { caseId, told: told(card) });
    const understood = answer?.kind === "told";
    if (!understood) {
      complainBeside(pressed, texts.text(complaint));
    }
    return understood;
  };
}
