// What each effect of the state machine is, done. Where something comes of it, that is told as an event again.

import type { Effect } from "../../engine/case/event.js";
import type { Ports } from "../../ports.js";
import { findCase, readCases } from "../case/case-file.js";
import { showUntold } from "../case/notices.js";
import { writing } from "../case/writing.js";
import { keep } from "../change/journal.js";
import { sendsThrough } from "../change/sends-through.js";
import { readOptions } from "../find/options.js";
import { resume, stopAsking } from "../find/investigate.js";
import { getMail } from "./get-mail.js";
import { sendFromWindow } from "./send-again.js";
import { askOutbox, sendUnsent } from "./send-unsent.js";
import { takeBackFor } from "./take-back-for.js";

export async function carryOut(ports: Ports, effect: Effect, caseId: string): Promise<void> {
  switch (effect.kind) {
    case "tell-pages":
      ports.pages.changed();
      return;
    case "show-page":
      return showPage(ports, effect.at);
    case "show-sent":
      return showSent(ports);
    case "set-sign":
      ports.compose.setSign(effect.windowId, true);
      return;
    case "ask-servers": {
      const entry = await findCase(ports.session, caseId);
      resume(ports, entry === null ? [] : [entry]);
      return;
    }
    case "stop-asking":
      return stopAsking(ports, caseId);
    case "end-operation":
      return writing(ports)?.talk.end(effect.operationId);
    case "get-mail":
      return getMail(ports, caseId, effect.accountId);
    case "send-from-window":
      return sendFromWindow(ports, caseId, effect.windowId);
    case "send-outbox":
      return sendUnsent(ports, caseId);
    case "ask-outbox":
      // Not waited for: Thunderbird may have minutes to go.
      void ports.awake.during(async () => askOutbox(ports, caseId));
      return;
    case "keep-change":
      return keepChange(ports, effect);
    case "take-back":
      return takeBackFor(ports, caseId, effect.changeId);
  }
}

async function keepChange(
  ports: Ports,
  { changeId, untilSent, sentBy }: Extract<Effect, { kind: "keep-change" }>,
): Promise<void> {
  if (sentBy === undefined || (await sendsThrough(ports, sentBy, changeId))) {
    await keep(ports, changeId, untilSent);
  }
}

/**
 * By itself. The sign stays until the page is read: another panel may keep it from opening, and where the user wants quiet
 * it is all there is. Then the main window is marked as well: the button of the window may have been taken away.
 */
async function showPage(ports: Ports, at: number | "main-window"): Promise<void> {
  if (at === "main-window") {
    ports.mailWindow.setBadge(true);
  } else {
    ports.compose.setSign(at, true);
  }
  if ((await readOptions(ports)).quiet) {
    ports.mailWindow.setBadge(true);
  } else if (at === "main-window") {
    // Not waited for, here and below: Thunderbird answers when the window has the focus, and never where another alert opens as
    // the page comes.
    void ports.mailWindow.showPage();
  } else {
    ports.compose.showPage(at);
  }
}

/** Quiet, it takes the failure's mark off the main window, unless that stands for something else as well. */
async function showSent(ports: Ports): Promise<void> {
  if (!(await readOptions(ports)).quiet) {
    void ports.mailWindow.showPage();
  } else if ((await readCases(ports.session)).every(({ state }) => state === "sent")) {
    ports.mailWindow.setBadge(false);
    await showUntold(ports);
  }
}
