// The paste box at work: opens over what the page shows, asks the background about the text, and gives way to the case.

import type { PagePlace } from "../../protocol.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Texts } from "../kit/i18n.js";
import { complain, pasteIn, renderPaste } from "./render-paste.js";
import type { Drawing } from "./render-page.js";

export interface PasteBox {
  readonly isOpen: boolean;
  open(): Promise<void>;
  close(): void;
  /** The case that the text came to; null where the box says why there is none. */
  check(place: PagePlace): Promise<string | null>;
}

export function createPasteBox(
  content: HTMLElement,
  client: BackgroundClient,
  texts: Texts,
  show: (drawing: Drawing) => void,
): PasteBox {
  let isOpen = false;
  return {
    get isOpen() {
      return isOpen;
    },
    async open() {
      const addresses = await client.request("addresses", null);
      isOpen = true;
      show(renderPaste(addresses.kind === "answer" ? addresses.value : [], texts));
      content.querySelector<HTMLElement>("textarea")?.focus();
    },
    close() {
      isOpen = false;
    },
    async check(place) {
      const typed = pasteIn(content);
      if (typed === null || typed.text.trim() === "") {
        complain(content, "empty", texts);
        return null;
      }
      const judged = await client.request("judgeText", { ...typed, place });
      if (judged.kind === "answer" && judged.value.kind === "case") {
        isOpen = false;
        return judged.value.caseId;
      }
      complain(
        content,
        judged.kind === "answer" && judged.value.kind !== "case" ? judged.value.kind : "no-answer",
        texts,
      );
      return null;
    },
  };
}
