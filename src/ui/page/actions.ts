// What each button of the page does. The background's answer to an action is not drawn itself: the page asks again, so
// that what is shown is always the newest truth of this place.

import type { RequestName } from "../../protocol.js";
import { reportText } from "../case/report-text.js";
import { lookUp } from "../case/look-up.js";
import { shownQuestion } from "../case/plan-source.js";
import { tell, type Telling } from "../case/tell.js";
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

/** What the page does when the action has been done. */
type Then = "ask-again" | "stay" | "close";

export async function act(
  atWork: AtWork,
  action: Action,
  caseId: string,
  button: HTMLElement,
): Promise<void> {
  const card = cardOf(atWork.screen.content, caseId);
  const then = await actions[action](atWork, { caseId, card, button });
  if (then === "ask-again") {
    await atWork.newest.refresh();
  }
  if (then === "close") {
    atWork.host.close();
  }
}

const actions: Readonly<Record<Action, (atWork: AtWork, pressed: Pressed) => Then | Promise<Then>>> = {
  "fix-and-send": fixBy("fixAndSend"),
  fix: fixBy("fix"),
  "send-again": requestBy("sendAgain"),
  "get-mail-and-send": requestBy("getMailAndSend"),
  "test-sending": requestBy("testSending"),
  undo: requestBy("undo"),
  "open-settings": requestBy("openSettings"),
  async "open-provider-page"({ client }, { caseId, button }): Promise<Then> {
    await client.request("openProviderPage", { caseId, shown: button.dataset["page"] ?? "" });
    return "ask-again";
  },
  "use-oauth2": requestBy("useOAuth2"),
  "tell-alert": tellBy("tell-alert"),
  "choose-alert": tellBy("choose-alert"),
  "tell-settings": tellBy("tell-settings"),
  "answer-settings": tellBy("answer-settings"),
  // Of no case: the page just closes.
  dismiss: (atWork, pressed) =>
    pressed.caseId === "" ? "close" : requestBy("dismiss", "close")(atWork, pressed),
  async history({ client }): Promise<Then> {
    await client.request("openHistory", null);
    return "close";
  },
  "home-page": ({ host }) => {
    host.homePage?.();
    return "stay";
  },
  async "look-up"({ client, host }, { caseId, button }) {
    const hosts = (button.dataset["hosts"] ?? "").split(" ");
    // Thunderbird's question shows under no open panel.
    return (await lookUp(client, host, caseId, hosts)) ? "ask-again" : host.isPopup ? "close" : "stay";
  },
  async check(atWork) {
    const { client, newest, screen } = atWork;
    if (!newest.isCovered) {
      await client.request("check", { place: newest.place });
      return "ask-again";
    }
    const caseId = await checkPasted(atWork, newest.place);
    if (caseId !== null) {
      screen.forgetDrafts(screen.content);
      newest.place = newest.place.kind === "compose" ? newest.place : { kind: "case", caseId };
      newest.isCovered = false;
      await newest.refresh();
      screen.focusTitle();
    }
    return "stay";
  },
  async cancel({ client, newest }, { caseId }) {
    if (newest.isCovered) {
      newest.isCovered = false;
      newest.draw();
      return "stay";
    }
    await client.request("cancel", { caseId });
    return "ask-again";
  },
  async paste(atWork): Promise<Then> {
    atWork.newest.cover();
    await openPasteBox(atWork);
    return "stay";
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
    return "stay";
  },
  "show-all": ({ newest }) => {
    newest.opened.add(everyCase);
    newest.draw();
    return "stay";
  },
  "show-password": (_, { card }) => {
    toggleShown(card);
    return "stay";
  },
  "copy-text": async (atWork, { button }) => copy(atWork, button.dataset["text"] ?? "", button),
  async "copy-report"(atWork, { caseId, button }) {
    const report = await reportOf(atWork, caseId);
    return report === null ? "stay" : copy(atWork, report, button);
  },
  async "save-report"(atWork, { caseId, button }): Promise<Then> {
    const report = await reportOf(atWork, caseId);
    if (report !== null) {
      atWork.host.save("relay-doctor-report.txt", report);
      // Where it goes, and whether, is between Thunderbird and the user: nothing tells a page how that ended.
      sayOn(button, atWork.texts.text("ui_given_to_save"), atWork.screen);
    }
    return "stay";
  },
  async "write-provider"({ host }, { button }): Promise<Then> {
    const { to = "", subject = "", text = "" } = button.dataset;
    await host.write({ to: to === "" ? null : to, subject, body: text });
    return "stay";
  },
};

type OfCase = Extract<
  RequestName,
  "sendAgain" | "getMailAndSend" | "testSending" | "undo" | "openSettings" | "useOAuth2" | "dismiss"
>;

function requestBy(name: OfCase, then: Then = "ask-again") {
  return async ({ client }: AtWork, { caseId }: Pressed): Promise<Then> => {
    await client.request(name, { caseId });
    return then;
  };
}

function fixBy(name: "fixAndSend" | "fix") {
  return async ({ client }: AtWork, { caseId, card }: Pressed): Promise<Then> => {
    const taken = takePassword(card);
    if (taken.kind === "empty") {
      passwordFieldIn(card)?.focus();
      return "stay";
    }
    const password = taken.kind === "typed" ? taken.password : null;
    await client.request(name, { caseId, password, agreed: shownQuestion(card) });
    return "ask-again";
  };
}

function tellBy(action: Telling["action"]) {
  return async (
    { client, texts, newest, screen }: AtWork,
    { caseId, card, button }: Pressed,
  ): Promise<Then> => {
    const telling = { action, caseId, place: newest.place, pressed: button, card };
    if (!(await tell(client, texts, telling))) {
      return "stay";
    }
    screen.forgetDrafts(card);
    return "ask-again";
  };
}

/** Null where the case is gone. */
async function reportOf({ client, host, texts }: AtWork, caseId: string): Promise<string | null> {
  const posted = await client.request("report", { caseId });
  return posted && reportText(posted, await host.versions(), await languagesOf(texts, host));
}

async function copy({ host, texts, screen }: AtWork, text: string, pressed: HTMLElement): Promise<Then> {
  sayOn(pressed, texts.text((await host.copy(text)) ? "ui_copied" : "ui_not_copied"), screen);
  return "stay";
}

function sayOn(pressed: HTMLElement, sentence: string, screen: Screen): void {
  pressed.textContent = sentence;
  screen.announce(sentence);
}
