// Writes and sends a message as a user does: a compose window, Send, Thunderbird's own dialogs.
import type { Dialog } from "./dialogs.js";
import { dismissDialog, openDialog } from "./dialogs.js";
import { setTimeout as sleep } from "node:timers/promises";
import type { Thunderbird } from "./thunderbird.js";

export interface Message {
  /** Key of the identity, `id1`. */
  readonly identity: string;
  readonly to: string;
  readonly subject: string;
  readonly body?: string;
  /** Options > Delivery Status Notification (RFC 3461). */
  readonly asksForNotice?: boolean;
}

export async function openCompose(thunderbird: Thunderbird, message: Message): Promise<void> {
  await thunderbird.run(
    `const { identity, to, subject, asksForNotice = false, body = "Written in the lab.\\n" } = args[0];
     const fields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
     fields.to = to;
     fields.subject = subject;
     fields.body = body;
     const params = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
     params.composeFields = fields;
     params.identity = MailServices.accounts.getIdentity(identity);
     params.type = Ci.nsIMsgCompType.New;
     params.format = Ci.nsIMsgCompFormat.PlainText;
     MailServices.compose.OpenComposeWindowWithParams(null, params);
     await until("the compose window", 20000, () => {
       const w = Services.wm.getMostRecentWindow("msgcompose");
       return w?.gMsgCompose?.editor && w.composeEditorReady !== false && w.document.readyState == "complete";
     });
     await sleep(300);
     // Not before: a new message takes it from the identity.
     if (asksForNotice) Services.wm.getMostRecentWindow("msgcompose").gMsgCompose.compFields.DSN = true;`,
    message,
  );
}

/** Presses Send; resolves at once, the outcome is awaited with `outcomeOfSend`. */
export async function pressSend(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`
    const w = Services.wm.getMostRecentWindow("msgcompose");
    w.setTimeout(() => w.goDoCommand("cmd_sendNow"), 0);`);
}

/** Cancel in the dialog that shows the progress, once the server is waited for. */
export async function cancelSending(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `const progress = await until("the progress dialog", 10000, () =>
       windows().find(w => /sendProgress\\.xhtml/.test(w.location.href) && w.document.readyState == "complete"));
     await sleep(700);
     progress.document.querySelector("dialog").cancelDialog();`,
  );
}

/** Send Later; resolves when the message lies in the Outbox. */
export async function sendLater(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(`
    const w = Services.wm.getMostRecentWindow("msgcompose");
    w.setTimeout(() => w.goDoCommand("cmd_sendLater"), 0);
    await until("the message in the Outbox", 10000, () => w.closed);
    await sleep(300);`);
}

/** Send Later, then Send Unsent Messages. */
export async function sendFromOutbox(thunderbird: Thunderbird): Promise<void> {
  await sendLater(thunderbird);
  await thunderbird.run(`
    const main = Services.wm.getMostRecentWindow("mail:3pane");
    main.focus();
    main.setTimeout(() => main.goDoCommand("cmd_sendUnsentMsgs"), 0);`);
}

export function composeIsOpen(thunderbird: Thunderbird): Promise<boolean> {
  return thunderbird.run<boolean>(`return Boolean(Services.wm.getMostRecentWindow("msgcompose"));`);
}

export interface FailedSend {
  /** Every dialog in order; the last is Thunderbird's alert. */
  readonly dialogs: readonly Dialog[];
  /** When the last dialog was gone, milliseconds since the epoch. */
  readonly closedAt: number;
}

/**
 * Waits for `last`, the dialog that ends a failed send, shows each dialog to `look` (a screenshot), and dismisses
 * it. Undefined when `sent` says so before. Throws when nothing happens for 40 seconds.
 */
export async function outcomeOfSend(
  thunderbird: Thunderbird,
  last: string,
  sent: () => Promise<boolean>,
  look: (dialog: Dialog) => Promise<void>,
): Promise<FailedSend | undefined> {
  const dialogs: Dialog[] = [];
  for (let tries = 0; tries < 400; tries++) {
    const dialog = await openDialog(thunderbird);
    if (dialog !== null) {
      await look(dialog);
      dialogs.push(dialog);
      const closedAt = await dismissDialog(thunderbird);
      if (dialog.kind === last) return { dialogs, closedAt };
    } else if (await sent()) {
      return undefined;
    }
    await sleep(100);
  }
  throw new Error(`the send neither failed nor succeeded; dialogs: ${JSON.stringify(dialogs)}`);
}
