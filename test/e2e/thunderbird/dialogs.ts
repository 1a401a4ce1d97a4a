// Thunderbird's own modal dialogs: notices them, reads them, answers them as a user who only wants them gone.
import type { Thunderbird } from "./thunderbird.js";

export interface Dialog {
  /** `alert`, or a question: `confirmEx` (login failed), `promptPassword`, `certificate`. */
  readonly kind: string;
  readonly text: string;
  /** Milliseconds since the epoch, by Thunderbird's clock. */
  readonly shownAt: number;
}

const find = `
  const dialog = windows().find(w => /commonDialog\\.xhtml|exceptionDialog\\.xhtml/.test(w.location.href)
    && w.document.readyState == "complete" && w.document.querySelector("dialog"));
`;

/** A dialog of the main window, the one Marionette is in, stops scripts; only its own commands reach it. */
function ofMainWindow(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("Unexpected alert dialog");
}

/** The dialog on screen, with the time of its first sighting. */
export async function openDialog(thunderbird: Thunderbird): Promise<Dialog | null> {
  try {
    return await readDialog(thunderbird);
  } catch (error) {
    if (!ofMainWindow(error)) throw error;
    const { value } = (await thunderbird.command("WebDriver:GetAlertText")) as { value: string };
    return { kind: "alert", text: value, shownAt: Date.now() };
  }
}

/** Presses OK on an alert and Cancel on a question; resolves with the time the dialog was gone. */
export async function dismissDialog(thunderbird: Thunderbird): Promise<number> {
  try {
    return await pressDialog(thunderbird);
  } catch (error) {
    if (!ofMainWindow(error)) throw error;
    await thunderbird.command("WebDriver:AcceptAlert");
    return Date.now();
  }
}

/** Types into Thunderbird's question and presses OK, or presses Cancel for null. */
export async function answerQuestion(thunderbird: Thunderbird, typed: string | null): Promise<void> {
  await thunderbird.run(
    `${find}
     if (!dialog) throw new Error("no question to answer");
     const field = dialog.document.getElementById("password1Textbox");
     const element = dialog.document.querySelector("dialog");
     if (args[0] != null) {
       field.value = args[0];
       dialog.Dialog.onInput?.();
     }
     setTimeout(() => (args[0] == null ? element.cancelDialog() : element.acceptDialog()), 0);
     await until("the question to close", 5000, () => dialog.closed);`,
    typed,
  );
}

function readDialog(thunderbird: Thunderbird): Promise<Dialog | null> {
  return thunderbird.run<Dialog | null>(`${find}
    if (!dialog) return null;
    dialog.labShownAt ??= Date.now();
    if (/exceptionDialog/.test(dialog.location.href)) return { kind: "certificate", text: "", shownAt: dialog.labShownAt };
    const text = dialog.document.getElementById("infoBody")?.textContent ?? "";
    return { kind: dialog.Dialog?.args?.promptType ?? "unknown", text, shownAt: dialog.labShownAt };`);
}

function pressDialog(thunderbird: Thunderbird): Promise<number> {
  return thunderbird.run<number>(`${find}
    if (!dialog) throw new Error("no dialog to dismiss");
    let closedAt = 0;
    dialog.addEventListener("unload", () => { closedAt = Date.now(); }, { once: true });
    const element = dialog.document.querySelector("dialog");
    const alert = dialog.Dialog?.args?.promptType == "alert";
    setTimeout(() => (alert ? element.acceptDialog() : element.cancelDialog()), 0);
    await until("the dialog to close", 5000, () => closedAt || dialog.closed);
    return closedAt || Date.now();`);
}
