// What each button of the page does. The background's answer to an action is not drawn itself: the page asks again, so
// that what is shown is always the newest truth of this place.

import type { RequestName } from "../../protocol.js";
import { reportText } from "../case/report-text.js";
import { lookUp } from "../case/look-up.js";
import { shownQuestion } from "../case/plan-source.js";
import { answerSettings, chooseAlert, pasteSettings, tellAlert, type Tell } from "../case/tell.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Action } from "../kit/buttons.js";
import { languagesOf } from "../kit/english.js";
import type { Host } from "../kit/host.js";
import type { Texts } from "../kit/i18n.js";
import { passwordFieldIn, takePassword, toggleShown } from "../kit/password-field.js";
import { cardOf } from "../kit/pressed.js";
import type { Newest } from "./newest.js";
import { checkPasted, openPasteBox } from "./paste-box.js";
import { everyCase } from "./render-page.js";
import type { Screen } from "./screen.js";

export interface AtWork {
  readonly client: BackgroundClient;
  readonly host: Host;
  readonly texts: Texts;
  readonly screen: Screen;
  readonly newest: Newest;
}

interface Pressed {
  readonly caseId: string;
  readonly card: HTMLElement | null;
  readonly button: HTMLElement;
}

export async function act(
  atWork: AtWork,
  action: Action,
  caseId: string,
  button: HTMLElement,
): Promise<void> {
  await actions[action](atWork, { caseId, card: cardOf(atWork.screen.content, caseId), button });
}

const actions: Readonly<Record<Action, (atWork: AtWork, pressed: Pressed) => void | Promise<void>>> = {
  "fix-and-send": fixBy("fixAndSend"),
  fix: fixBy("fix"),
  "send-again": requestBy("sendAgain"),
  "get-mail-and-send": requestBy("getMailAndSend"),
  "test-sending": requestBy("testSending"),
  undo: requestBy("undo"),
  "open-settings": requestBy("openSettings"),
  async "open-provider-page"({ client, newest }, { caseId, button }) {
    await client.request("openProviderPage", { caseId, shown: button.dataset["page"] ?? "" });
    await newest.refresh();
  },
  "use-oauth2": requestBy("useOAuth2"),
  "tell-alert": tellBy(tellAlert),
  "choose-alert": tellBy(chooseAlert),
  "tell-settings": tellBy(pasteSettings),
  "answer-settings": tellBy(answerSettings),
  async dismiss({ client, host }, { caseId }) {
    // Of no case: the page just closes.
    if (caseId !== "") {
      await client.request("dismiss", { caseId });
    }
    host.close();
  },
  async history({ client, host }) {
    await client.request("openHistory", null);
    host.close();
  },
  "home-page": ({ host }) => host.homePage?.(),
  async "look-up"({ client, host, newest }, { caseId, button }) {
    const hosts = (button.dataset["hosts"] ?? "").split(" ");
    if (await lookUp(client, host, caseId, hosts)) {
      await newest.refresh();
    } else if (host.isPopup) {
      // Thunderbird's question shows under no open panel.
      host.close();
    }
  },
  async check(atWork) {
    const { client, newest, screen } = atWork;
    if (!newest.isCovered) {
      await client.request("check", { place: newest.place });
      await newest.refresh();
      return;
    }
    const caseId = await checkPasted(atWork, newest.place);
    if (caseId !== null) {
      screen.drafts.forget(screen.content);
      newest.place = newest.place.kind === "compose" ? newest.place : { kind: "case", caseId };
      newest.isCovered = false;
      await newest.refresh();
      screen.focusTitle();
    }
  },
  async cancel({ client, newest }, { caseId }) {
    if (newest.isCovered) {
      newest.isCovered = false;
      newest.draw();
      return;
    }
    await client.request("cancel", { caseId });
    await newest.refresh();
  },
  async paste(atWork) {
    atWork.newest.cover();
    await openPasteBox(atWork);
  },
  details: ({ newest, screen }, { caseId }) => {
    if (!newest.opened.delete(caseId)) {
      newest.opened.add(caseId);
    }
    newest.draw();
    // What opens below what is in sight would seem not to have opened.
    cardOf(screen.content, caseId)
      ?.querySelector(".details:not([hidden])")
      ?.scrollIntoView({ block: "nearest" });
  },
  "show-all": ({ newest }) => {
    newest.opened.add(everyCase);
    newest.draw();
  },
  "show-password": (_, { card }) => {
    toggleShown(card);
  },
  "copy-text": async (atWork, { button }) => copy(atWork, button.dataset["text"] ?? "", button),
  async "copy-report"(atWork, { caseId, button }) {
    const report = await reportOf(atWork, caseId);
    if (report !== null) {
      await copy(atWork, report, button);
    }
  },
  async "save-report"(atWork, { caseId, button }) {
    const report = await reportOf(atWork, caseId);
    if (report !== null) {
      atWork.host.save("relay-doctor-report.txt", report);
      // Where it goes, and whether, is between Thunderbird and the user: nothing tells a page how that ended.
      sayOn(button, atWork.texts.text("ui_given_to_save"), atWork.screen);
    }
  },
  async "write-provider"({ host }, { button }) {
    const { to = "", subject = "", text = "" } = button.dataset;
    await host.write({ to: to === "" ? null : to, subject, body: text });
  },
};

type OfCase = Extract<
  RequestName,
  "sendAgain" | "getMailAndSend" | "testSending" | "undo" | "openSettings" | "useOAuth2"
>;

function requestBy(name: OfCase) {
  return async ({ client, newest }: AtWork, { caseId }: Pressed): Promise<void> => {
    await client.request(name, { caseId });
    await newest.refresh();
  };
}

function fixBy(name: "fixAndSend" | "fix") {
  return async ({ client, newest }: AtWork, { caseId, card }: Pressed): Promise<void> => {
    const taken = takePassword(card);
    if (taken.kind === "empty") {
      passwordFieldIn(card)?.focus();
      return;
    }
    const password = taken.kind === "typed" ? taken.password : null;
    await client.request(name, { caseId, password, agreed: shownQuestion(card) });
    await newest.refresh();
  };
}

function tellBy(tell: Tell) {
  return async (
    { client, texts, newest, screen }: AtWork,
    { caseId, card, button }: Pressed,
  ): Promise<void> => {
    const telling = { caseId, place: newest.place, pressed: button, card };
    if (await tell(client, texts, telling)) {
      screen.drafts.forget(card);
      await newest.refresh();
    }
  };
}

/** Null where the case is gone. */
async function reportOf({ client, host, texts }: AtWork, caseId: string): Promise<string | null> {
  const posted = await client.request("report", { caseId });
  return posted && reportText(posted, await host.versions(), await languagesOf(texts, host));
}

async function copy({ host, texts, screen }: AtWork, text: string, pressed: HTMLElement): Promise<void> {
  sayOn(pressed, texts.text((await host.copy(text)) ? "ui_copied" : "ui_not_copied"), screen);
}

function sayOn(pressed: HTMLElement, sentence: string, screen: Screen): void {
  pressed.textContent = sentence;
  screen.announce(sentence);
}
