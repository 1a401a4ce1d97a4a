// The paste box at work: lies over what the page shows, and asks the background about the text.

import type { PagePlace } from "../../protocol.js";
import type { BackgroundClient } from "../kit/background-client.js";
import type { Texts } from "../kit/i18n.js";
import { complain, pasteIn, renderPaste } from "./render-paste.js";
import type { Screen } from "./screen.js";

interface Around {
  readonly client: BackgroundClient;
  readonly texts: Texts;
  readonly screen: Screen;
}

export async function openPasteBox({ client, texts, screen }: Around): Promise<void> {
  const addresses = await client.request("addresses", null);
  screen.show(renderPaste(addresses ?? [], texts), "need-input");
  screen.content.querySelector<HTMLElement>("textarea")?.focus();
}

/** The case that the text came to; null where the box says why there is none. */
export async function checkPasted(
  { client, texts, screen: { content } }: Around,
  place: PagePlace,
): Promise<string | null> {
  const typed = pasteIn(content);
  if (typed === null || typed.text.trim() === "") {
    complain(content, "empty", texts);
    return null;
  }
  const judged = await client.request("judgeText", { ...typed, place });
  if (judged?.kind === "case") {
    return judged.caseId;
  }
  complain(content, judged?.kind ?? "no-answer", texts);
  return null;
}
