// What users do in a compose window that is no failed send: what is sent, what they cancel, what they save.
import { expect } from "vitest";
import { cancelSending, openCompose, pressSend, type Message } from "../thunderbird/compose.js";
import { dismissDialog, openDialog } from "../thunderbird/dialogs.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";
import { stopped } from "./witness.js";

export interface Action {
  readonly name: string;
  /** How many ends of a send or save Thunderbird tells add-ons of. */
  readonly ends: number;
  /** Whether the message reaches its recipient. */
  readonly arrives: boolean;
  /** Thunderbird tells add-ons of this exactly as of a failed send: our button gets its sign, and nothing opens. */
  readonly isToldAsFailed?: true;
  readonly message?: Partial<Message>;
  /** In the compose window that is open on the message. */
  play(thunderbird: Thunderbird): Promise<void>;
}

/** In the compose window `w`; a command runs after the script has ended, since it may open a modal dialog. */
function inWindow(thunderbird: Thunderbird, body: string): Promise<void> {
  return thunderbird.run(`const w = Services.wm.getMostRecentWindow("msgcompose"); ${body}`);
}

const command = (name: string): string => `w.setTimeout(() => w.goDoCommand("${name}"), 0);`;

/** The question that Thunderbird asks is answered with its second button, or closed: do not send. */
async function answerNo(thunderbird: Thunderbird): Promise<void> {
  await expect.poll(() => openDialog(thunderbird), { timeout: 10_000 }).not.toBeNull();
  await dismissDialog(thunderbird);
}

async function cancelInProgressDialog(thunderbird: Thunderbird): Promise<void> {
  await pressSend(thunderbird);
  await cancelSending(thunderbird);
}

async function remindOfAttachment(thunderbird: Thunderbird): Promise<void> {
  await inWindow(thunderbird, `w.toggleAttachmentReminder(true); ${command("cmd_sendNow")}`);
  await answerNo(thunderbird);
}

const toTheOutbox = `${command("cmd_sendLater")} await until("the message in the Outbox", 10000, () => w.closed);`;

/** The telling ones first: `npm test` runs one of each of these. */
export const actions: readonly Action[] = [
  { name: "sent", ends: 1, arrives: true, play: pressSend },
  {
    name: "cancelled in the progress dialog",
    ends: 1,
    arrives: false,
    isToldAsFailed: true,
    message: { identity: "id2" },
    play: cancelInProgressDialog,
  },
  { name: "cancelled at the attachment reminder", ends: 1, arrives: false, play: remindOfAttachment },
  {
    name: "stopped by another add-on",
    ends: 1,
    arrives: false,
    message: { subject: stopped },
    play: pressSend,
  },
  {
    name: "saved as draft",
    ends: 1,
    arrives: false,
    play: (thunderbird) => inWindow(thunderbird, command("cmd_saveAsDraft")),
  },
  {
    name: "saved as template",
    ends: 1,
    arrives: false,
    play: (thunderbird) => inWindow(thunderbird, command("cmd_saveAsTemplate")),
  },
  {
    name: "Send Later",
    ends: 1,
    arrives: false,
    play: (thunderbird) => inWindow(thunderbird, toTheOutbox),
  },
  {
    name: "sent while offline",
    ends: 1,
    arrives: false,
    play: (thunderbird) =>
      inWindow(
        thunderbird,
        `Services.io.offline = true;
         try {
           ${command("cmd_sendButton")}
           await until("the message in the Outbox", 10000, () => w.closed);
         } finally {
           Services.io.offline = false;
         }`,
      ),
  },
  {
    name: "cancelled at the question about the empty subject",
    ends: 1,
    arrives: false,
    message: { subject: "" },
    async play(thunderbird) {
      await pressSend(thunderbird);
      await answerNo(thunderbird);
    },
  },
  {
    name: "cancelled at the warning of many public recipients",
    ends: 1,
    arrives: false,
    message: { to: "friend@elsewhere.test, other@elsewhere.test" },
    async play(thunderbird) {
      await inWindow(
        thunderbird,
        `Services.prefs.setBoolPref("mail.compose.warn_public_recipients.aggressive", true);
         Services.prefs.setIntPref("mail.compose.warn_public_recipients.threshold", 2); ${command("cmd_sendNow")}`,
      );
      await answerNo(thunderbird);
    },
  },
  {
    name: "cancelled at the attachment reminder, then sent",
    ends: 2,
    arrives: true,
    async play(thunderbird) {
      await remindOfAttachment(thunderbird);
      await pressSend(thunderbird);
    },
  },
  {
    name: "saved as draft, then sent",
    ends: 2,
    arrives: true,
    async play(thunderbird) {
      await inWindow(
        thunderbird,
        `${command("cmd_saveAsDraft")} await sleep(100); await until("the draft", 10000, () => !w.gSaveOperationInProgress);`,
      );
      await pressSend(thunderbird);
    },
  },
];

export const sampleSize = 8;

export async function openMessage(thunderbird: Thunderbird, action: Action, subject: string): Promise<void> {
  const { message } = action;
  await openCompose(thunderbird, {
    identity: message?.identity ?? "id1",
    to: message?.to ?? "friend@elsewhere.test",
    subject: message?.subject === "" ? "" : `${subject} ${message?.subject ?? ""}`.trim(),
  });
}

/** Closes every compose window that is still open, without a question. */
export async function closeCompose(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `for (const w of windows().filter(one => /messengercompose\\.xhtml/.test(one.location.href))) {
       w.SetContentAndBodyAsUnmodified?.();
       w.close();
     }
     await until("the compose windows to close", 5000, () => !Services.wm.getMostRecentWindow("msgcompose"));`,
  );
}
