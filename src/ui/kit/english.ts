// English beside the user's language, for texts that strangers are to read: Thunderbird gives an add-on one language only,
// so the original texts are read from the package itself (`_locales/en`), and filled in as Thunderbird does.

import type { Host } from "./host.js";
import { createTexts, type Texts } from "./i18n.js";
import { english } from "./labels.js";
import { messageIn } from "./messages.js";

/** The user's language and English; one alone where the user's is English, or not translated into. */
export async function languagesOf(
  own: Texts,
  host: Pick<Host, "message" | "englishMessages">,
): Promise<readonly Texts[]> {
  const messages = await host.englishMessages();
  const message: Host["message"] = (key, values) => messageIn(messages, key, values);
  const isEnglish = message(tellTale, []) === host.message(tellTale, []);
  return isEnglish ? [own] : [own, createTexts({ message, locale: "en", direction: "ltr", labels: english })];
}

/** Long enough to be another in every language. */
const tellTale: TextKey = "ui_report_masked";
