// The page at work: asks for what to show, draws it, and turns clicks into requests. The background's answer to an
// action is not drawn itself: the page asks again, so that what is shown is always the newest truth of this place.

import type { Page, PagePlace } from "../../protocol.js";
import type { Action } from "../kit/buttons.js";
import { createBackgroundClient } from "../kit/background-client.js";
import { createTexts, translatePage } from "../kit/i18n.js";
import type { Host } from "../kit/host.js";
import { lookUp } from "../case/look-up.js";
import { addDrawings } from "../kit/drawings.js";
import { createPasteBox } from "./paste-box.js";
import { placeOf } from "../kit/place.js";
import { everyCase, renderNoAnswer, renderPage, type Drawing } from "./render-page.js";
import { keepAsked } from "../kit/asked-fields.js";
import { tell } from "../case/tell.js";
import { rememberFocus } from "../kit/focus.js";
import { keepFields, passwordFieldIn, takePassword, toggleShown } from "../kit/password-field.js";
import { busyStates } from "../kit/states.js";

/** Starts the page; settled when it has been drawn once. */
export async function startPage(page: Document, query: string, host: Host): Promise<void> {
  const texts = createTexts(host);
  const client = createBackgroundClient(host);
  const main = only(page, "main");
  const content = only(page, "#content");
  const announcement = only(page, "#announcement");
  const opened = new Set<string>();
  /** The case of the last click: its password field gets the focus when the click leads to one. */
  let clicked: string | null = null;
  addDrawings(page);
  translatePage(page, texts, host);
  let place: PagePlace = await placeOf(query, host);
  const pasteBox = createPasteBox(content, client, texts, (drawing) => {
    show(drawing, "need-input");
  });

  let asked = 0;
  let drawn = "";
  let last: Page | null = null;
  const told: Page["notices"][number][] = [];

  async function refresh(): Promise<void> {
    asked += 1;
    const mine = asked;
    const answer = await client.request("page", { place });
    // Each is given out once, also by an answer that a newer one has overtaken; here it stays as long as the page does.
    told.push(...(answer.kind === "answer" ? answer.value.notices : []));
    if (mine === asked) {
      last = answer.kind === "answer" ? answer.value : null;
    }
    if (mine === asked || last !== null) {
      last = last && { ...last, notices: [...told] };
      draw();
    }
  }

  function draw(): void {
    const shown = JSON.stringify([last, [...opened]]);
    if (shown === drawn || pasteBox.isOpen) {
      return;
    }
    drawn = shown;
    const asked = clicked !== null && passwordFieldIn(around(clicked)) === null;
    const scene = { texts, opened };
    const drawing = last === null ? renderNoAnswer(scene) : renderPage(last, place, scene);
    show(drawing, last?.state ?? "failed");
    if (asked && clicked !== null) {
      passwordFieldIn(around(clicked))?.focus();
    }
  }

  function around(caseId: string): HTMLElement | null {
    const cases = content.querySelectorAll<HTMLElement>("[data-case]");
    return [...cases].find((card) => card.dataset["case"] === caseId) ?? null;
  }

  function show(drawing: Drawing, state: Page["state"]): void {
    const restoreFocus = rememberFocus(page, content);
    main.dataset["state"] = state;
    main.setAttribute("aria-busy", String(busyStates.has(state)));
    keepFields(content, drawing.content);
    keepAsked(content, drawing.content);
    content.replaceChildren(drawing.content);
    if (announcement.textContent !== drawing.announcement) {
      announcement.textContent = drawing.announcement;
    }
    restoreFocus();
  }

  async function act(action: Action, caseId: string, pressed: HTMLElement): Promise<void> {
    switch (action) {
      case "details":
        if (!opened.delete(caseId)) {
          opened.add(caseId);
        }
        draw();
        return;
      case "show-all":
        opened.add(everyCase);
        draw();
        return;
      case "copy-text":
        await copy(pressed.dataset["text"] ?? "", pressed);
        return;
      case "copy-report": {
        const report = await client.request("report", { caseId });
        if (report.kind === "answer") {
          await copy(report.value, pressed);
        }
        return;
      }
      case "paste":
        drawn = "";
        await pasteBox.open();
        return;
      case "check":
        if (!pasteBox.isOpen) {
          await client.request("check", { place });
          break;
        }
        await checkPasted();
        return;
      case "dismiss":
        await client.request("dismiss", { caseId });
        host.close();
        return;
      case "tell-alert":
      case "choose-alert":
      case "tell-settings":
      case "answer-settings":
        if (!(await tell(client, texts, { action, caseId, place, pressed, card: around(caseId) }))) {
          return;
        }
        break;
      case "look-up":
        if (!(await lookUp(client, host, caseId, (pressed.dataset["hosts"] ?? "").split(" ")))) {
          host.close();
          return;
        }
        break;
      case "history":
        await client.request("openHistory", null);
        host.close();
        return;
      case "show-password":
        toggleShown(around(caseId));
        return;
      case "fix-and-send":
      case "fix": {
        const taken = takePassword(around(caseId));
        if (taken.kind === "empty") {
          passwordFieldIn(around(caseId))?.focus();
          return;
        }
        const password = taken.kind === "typed" ? taken.password : null;
        await client.request(requests[action], { caseId, password });
        break;
      }
      case "cancel":
        if (pasteBox.isOpen) {
          pasteBox.close();
          draw();
          return;
        }
        await client.request("cancel", { caseId });
        break;
      default:
        await client.request(requests[action], { caseId });
    }
    await refresh();
  }

  async function checkPasted(): Promise<void> {
    const caseId = await pasteBox.check(place);
    if (caseId !== null) {
      place = place.kind === "compose" ? place : { kind: "case", caseId };
      await refresh();
      content.querySelector<HTMLElement>("h1")?.focus();
    }
  }

  async function copy(text: string, pressed: HTMLElement): Promise<void> {
    let outcome = "ui_copied";
    try {
      await host.copy(text);
    } catch {
      outcome = "ui_not_copied";
    }
    pressed.textContent = announcement.textContent = texts.text(outcome);
  }

  content.addEventListener("click", (event) => {
    const pressed =
      event.target instanceof Element ? event.target.closest<HTMLElement>("button[data-action]") : null;
    if (pressed === null || pressed.getAttribute("aria-disabled") === "true") {
      return;
    }
    // One click, one request: the button stays where it is (and keeps the focus) until the page is drawn anew.
    pressed.setAttribute("aria-disabled", "true");
    const caseId = pressed.closest<HTMLElement>("[data-case]")?.dataset["case"] ?? "";
    clicked = caseId;
    void act(pressed.dataset["action"] as Action, caseId, pressed).finally(() => {
      pressed.removeAttribute("aria-disabled");
    });
  });
  content.addEventListener("change", (event) => {
    const ticked = event.target instanceof HTMLInputElement ? event.target : null;
    const step = ticked?.dataset["step"];
    if (ticked !== null && step !== undefined) {
      const caseId = ticked.closest<HTMLElement>("[data-case]")?.dataset["case"] ?? "";
      void client.request("tickStep", { caseId, step: Number(step), done: ticked.checked });
    }
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      host.close();
    }
    if (event.key === "Enter" && !event.isComposing && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      const card = event.target.closest<HTMLElement>("[data-case]");
      card?.querySelector<HTMLElement>('[data-action="fix-and-send"], [data-action="fix"]')?.click();
    }
  });
  client.onPageChanged(() => void refresh());

  await refresh();
  // The title, not the first button: a popup that opens by itself under a finger still on Enter must not change anything.
  content.querySelector<HTMLElement>("h1")?.focus();
}

const requests = {
  "fix-and-send": "fixAndSend",
  fix: "fix",
  "send-again": "sendAgain",
  "get-mail-and-send": "getMailAndSend",
  "test-sending": "testSending",
  undo: "undo",
  "open-settings": "openSettings",
  "open-provider-page": "openProviderPage",
  "use-oauth2": "useOAuth2",
} as const;

function only(page: Document, selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`popup.html has no ${selector}`);
  }
  return found;
}
