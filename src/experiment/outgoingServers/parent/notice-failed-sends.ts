// Notices every failed send at its one meeting point, MessageSend.fail, and what the server had answered,
// in SmtpClient. Compose, Outbox and background sends all pass here. Never changes what Thunderbird does:
// the original runs whatever happens in ours. See README.md for why no public notification is enough.

import { beginTelling } from "./being-told.js";
import { hook, readAlong } from "./hook.js";
import { refusalOf, rememberReply, type SmtpClientInternals } from "./last-reply.js";
import { mailServices } from "./mail-services.js";
import { isMissing } from "./missing-parts.js";
import { toldSoFar } from "./persistent-event.js";
import { liesInOutbox, watchOutbox } from "./watch-outbox.js";
import { rememberTokens, type CommandSender } from "./tokens-said.js";

type SendFailure = messenger.outgoingServers.SendFailure;
interface Listener {
  readonly failed?: (failure: SendFailure, window: GeckoWindow | null) => void;
  /** The alert over a compose window is closed. */
  readonly alertClosed?: (window: GeckoWindow) => void;
}

interface MessageSendInternals {
  readonly _userIdentity?: GeckoIdentity | null;
  readonly _compFields?: {
    readonly from: string;
    readonly to: string;
    readonly cc: string;
    readonly bcc: string;
    readonly messageId: string;
  };
  readonly _deliverMode?: number;
  fail(exitCode: number, message: string | null): unknown;
  _deliverAsMail(): Promise<unknown>;
}

const listeners = new Set<Listener>();
let restore: (() => void) | null = null;

/** Answers the function that stops listening; the last one to stop takes the hooks out. */
export function noticeFailedSends(listener: Listener): () => void {
  if (isMissing("notice")) {
    // Thunderbird's own methods are left alone: half a hook would be in the way of sending.
    return () => undefined;
  }
  listeners.add(listener);
  watchOutbox();
  restore ??= hookSending();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      restore?.();
      restore = null;
    }
  };
}

function hookSending(): () => void {
  const { MessageSend } = ChromeUtils.importESModule("resource:///modules/MessageSend.sys.mjs") as {
    MessageSend: { prototype: MessageSendInternals };
  };
  const { SmtpClient } = ChromeUtils.importESModule("resource:///modules/SmtpClient.sys.mjs") as {
    SmtpClient: { prototype: SmtpClientInternals & CommandSender };
  };
  const { fail } = MessageSend.prototype;
  const hooks = [
    hook(MessageSend.prototype, "fail", function (this: MessageSendInternals, exitCode, message) {
      const failed = attempt(() => isFailedDelivery(this, exitCode)) === true;
      const window = failed ? attempt(() => composeWindowOf(this)) : null;
      if (window !== null) {
        tell(this, window, exitCode, true);
      }
      const told = failed && window === null ? beginTelling() : null;
      try {
        // Shows the alert and returns when the user has closed it.
        return fail.call(this, exitCode, message);
      } finally {
        if (window !== null) {
          tellClosed(window);
        } else if (told !== null) {
          // Nothing else tells when the alert over the main window is gone, and a page opened under it would close.
          tellWithoutWindow(this, exitCode, true, told);
        }
      }
    }),
    // An identity without an outgoing server throws here and never reaches `fail`.
    readAlong(MessageSend.prototype, "_deliverAsMail", (send) => {
      if (canAskForServer() && serverKeyOf(send) === null) {
        const window = attempt(() => composeWindowOf(send));
        const exitCode = Cr["NS_ERROR_FAILURE"] ?? 0;
        if (window === null) {
          tellWithoutWindow(send, exitCode, false);
        } else {
          tell(send, window, exitCode, false);
        }
      }
    }),
    rememberReply(SmtpClient.prototype),
    rememberTokens(SmtpClient.prototype),
  ];
  return () => {
    for (const unhook of hooks) {
      unhook();
    }
  };
}

/** Our own mistakes must never stop Thunderbird from telling the user that the send failed. */
function attempt<Value>(ours: () => Value): Value | null {
  try {
    return ours();
  } catch (error) {
    console.error("outgoingServers: a failed send could not be looked at or told", error);
    return null;
  }
}

/** Sending itself, now or from the Outbox; not a draft, and not the user's own Cancel. */
function isFailedDelivery(send: MessageSendInternals, exitCode: number): boolean {
  const modes = deliverModes();
  return (
    !Components.isSuccessCode(exitCode) &&
    exitCode !== Cr["NS_ERROR_ABORT"] &&
    [modes["Now"], modes["SendUnsent"], modes["Background"]].includes(send._deliverMode)
  );
}

function deliverModes(): Record<string, number> {
  return Ci["nsIMsgCompDeliverMode"] as Record<string, number>;
}

function serverKeyOf(send: MessageSendInternals): string | null {
  try {
    const identity = send._userIdentity;
    return identity ? (mailServices().outgoingServer.getServerByIdentity(identity)?.key ?? null) : null;
  } catch {
    // The entry that the identity names is gone.
    return null;
  }
}

/** In a Thunderbird that has no such call nothing may be told of a send that has not failed. */
function canAskForServer(): boolean {
  return attempt(() => typeof mailServices().outgoingServer.getServerByIdentity === "function") === true;
}

/** `begun`: it came as far as having an outgoing server. */
function tell(
  send: MessageSendInternals,
  window: GeckoWindow | null,
  exitCode: number,
  begun: boolean,
): void {
  attempt(() => {
    const serverId = serverKeyOf(send);
    const fields = send._compFields;
    const inOutbox = send._deliverMode === deliverModes()["SendUnsent"];
    const messageId = fields?.messageId ?? "";
    // As folders keep it: without the angle brackets.
    const name = messageId.replace(/^<|>$/g, "") || null;
    const failure: SendFailure = {
      serverId,
      identityId: send._userIdentity?.key ?? null,
      windowId: null,
      at: Date.now(),
      inOutbox,
      // By its own fields: nsIMsgSendLater begins with the next one before this one's failure is told to anybody.
      messageId: name === null || (inOutbox && attempt(() => liesInOutbox(name)) !== true) ? null : name,
      from: addressesIn(fields?.from ?? "")[0] ?? "",
      ...refusalOf({ serverId, messageId, exitCode, begun }),
      recipients: recipientsOf(send),
    };
    for (const listener of listeners) {
      listener.failed?.(failure, window);
    }
  });
}

/** Until it is on its way, which takes its time: the passwords are taken out first. */
function tellWithoutWindow(
  send: MessageSendInternals,
  exitCode: number,
  begun: boolean,
  told = beginTelling(),
): void {
  tell(send, null, exitCode, begun);
  void toldSoFar().then(told);
}

function tellClosed(window: GeckoWindow): void {
  attempt(() => {
    for (const listener of listeners) {
      listener.alertClosed?.(window);
    }
  });
}

const maximumRecipients = 100;

function recipientsOf(send: MessageSendInternals): string[] {
  const fields = send._compFields;
  return [fields?.to, fields?.cc, fields?.bcc]
    .flatMap((header) => addressesIn(header ?? ""))
    .slice(0, maximumRecipients);
}

function addressesIn(header: string): string[] {
  return mailServices()
    .headerParser.parseEncodedHeaderW(header)
    .map((address) => address.email)
    .filter((email) => email !== "");
}

/**
 * The window that holds the message, known by the message itself: `_parentWindow`, over which the alert is shown, is the
 * compose window that was used last (MessageSend), perhaps another's.
 */
function composeWindowOf(send: MessageSendInternals): GeckoWindow | null {
  for (const window of Services.wm.getEnumerator("msgcompose")) {
    const compose = window.gMsgCompose as { readonly compFields?: unknown } | undefined;
    if (!window.closed && send._compFields !== undefined && compose?.compFields === send._compFields) {
      return window;
    }
  }
  return null;
}
