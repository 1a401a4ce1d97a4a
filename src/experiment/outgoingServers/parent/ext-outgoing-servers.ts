// The Experiment's entry: binds the API's functions and its events. Everything else is in the files beside it.

import { openAccountSettings } from "./account-settings.js";
import { discover } from "./discover.js";
import { getMail } from "./get-mail.js";
import { lookAtServer } from "./look-at-server.js";
import {
  discoveryWithoutSecrets,
  failureWithoutSecrets,
  lookWithoutSecrets,
  verifiedWithoutSecrets,
} from "./known-secrets.js";
import { missingParts } from "./missing-parts.js";
import { noticeFailedSends } from "./notice-failed-sends.js";
import { persistent } from "./persistent-event.js";
import { endOperation } from "./operations.js";
import { listServers, readByIdentity, readIncoming, readServer } from "./read-entries.js";
import { rememberOwnLogIn } from "./refused-log-ins.js";
import { copyPassword } from "./saved-passwords.js";
import { sendErrorTexts } from "./send-error-texts.js";
import { countUnsent, sendUnsent } from "./send-unsent.js";
import { isReminded, setReminder } from "./reminder.js";
import { removePassword } from "./take-password-back.js";
import { verify } from "./verify.js";
import { getUnsent, unwatchOutbox } from "./watch-outbox.js";
import { watchReturnedMails } from "./watch-returned-mails.js";
import { assignServer, createServer, removeServer, updateServer } from "./write-entries.js";

export const outgoingServers = class extends ExtensionAPIPersistent {
  /**
   * Since the extension was started, with Thunderbird or later, until a background has listened: how often one is still
   * started for what was left undone. One that ends while it comes up is started again, but not for ever.
   */
  startsLeft = 3;

  override PERSISTENT_EVENTS = {
    onSendFailed: ({ fire }) =>
      persistent(fire, (tell) =>
        noticeFailedSends({
          failed: (failure, window) => {
            void rememberOwnLogIn(failure).catch(console.error);
            tell(failureWithoutSecrets({ ...failure, windowId: idOf(this.extension, window) }));
          },
        }),
      ),
    onSendAlertClosed: ({ fire }) =>
      persistent(fire, (tell) =>
        noticeFailedSends({
          alertClosed: (window) => {
            tell({ windowId: idOf(this.extension, window) });
          },
        }),
      ),
    onMessagesReturned: ({ fire }) =>
      persistent(fire, (tell) => watchReturnedMails({ extension: this.extension, onArrived: tell })),
    onReminded: ({ fire }) => {
      const remind = (listening: GeckoFire): void => {
        if (isReminded(this.extension.id)) {
          // Not in the turn of the registration, before which Thunderbird delivers nothing. Rejected where the background
          // ends while it comes up.
          void Promise.resolve()
            .then(async () => listening.async())
            .catch(console.error);
        }
      };
      const remindListener = (listening: GeckoFire): void => {
        // A background that has just gone to sleep is not woken again by what it has left undone itself.
        this.startsLeft = 0;
        remind(listening);
      };
      if (fire.wakeup === undefined) {
        remindListener(fire);
      } else if (this.startsLeft > 0) {
        this.startsLeft -= 1;
        remind(fire);
      }
      return {
        unregister() {
          // Nothing was installed.
        },
        convert: remindListener,
      };
    },
  } satisfies ExtensionAPIPersistent["PERSISTENT_EVENTS"];

  override onShutdown(): void {
    unwatchOutbox();
  }

  override getAPI(context: GeckoContext): object {
    const event = (name: string): object =>
      new ExtensionCommon.EventManager({
        context,
        module: "outgoingServers",
        event: name,
        extensionApi: this,
      }).api();
    return inTheirOwnTurn({
      outgoingServers: {
        list: listServers,
        get: readServer,
        getByIdentity: readByIdentity,
        getIncoming: readIncoming,
        create: async (properties, description) => createServer(withoutNulls(properties), description),
        update: (serverId, properties, unset) => updateServer(serverId, withoutNulls(properties), unset),
        assign: assignServer,
        remove: removeServer,
        copyPassword: async (from, toServerId, identityId, credentialId) =>
          copyPassword({ from: withoutNulls(from), toServerId, identityId, credentialId }, this.extension.id),
        removePassword,
        look: async (...asked) => lookWithoutSecrets(await lookAtServer(...asked)),
        verify: async (request) =>
          verifiedWithoutSecrets(
            await verify({ ...request, properties: withoutNulls(request.properties) }, this.extension.id),
          ),
        endOperation: (operationId) => {
          endOperation(operationId);
          return null;
        },
        discover: async (...asked) => discoveryWithoutSecrets(await discover(...asked)),
        getMissing: missingParts,
        sendErrorTexts,
        countUnsent,
        getUnsent,
        sendUnsent,
        getMail,
        openSettings: openAccountSettings,
        setReminder: (isOn) => setReminder(this.extension.id, isOn),
        onSendFailed: event("onSendFailed"),
        onSendAlertClosed: event("onSendAlertClosed"),
        onMessagesReturned: event("onMessagesReturned"),
        onReminded: event("onReminded"),
      },
    });
  }
};

type Api = typeof messenger.outgoingServers;

/** What is bound: the functions as extensions call them, but at once where there is nothing to wait for. */
type Bound = {
  readonly [Name in keyof Api]: Api[Name] extends (...given: infer Given) => Promise<infer Answer>
    ? (...given: Given) => Answer | Promise<Answer>
    : object;
};

/**
 * Thunderbird marks whose call it is serving until the function returns. Code of its own that we call may spin the event
 * loop (OAuth2Module reading its token), and a second call of ours would be served inside the first: so no function does
 * anything before its first turn is over.
 */
function inTheirOwnTurn({ outgoingServers: bound }: { readonly outgoingServers: Bound }): object {
  const later = (one: unknown): unknown =>
    isFunction(one)
      ? async (...given: unknown[]): Promise<unknown> => {
          await Promise.resolve();
          return one(...given);
        }
      : one;
  return {
    outgoingServers: Object.fromEntries(Object.entries(bound).map(([name, one]) => [name, later(one)])),
  };
}

/** The schema's normaliser fills absent optional properties with null. */
function withoutNulls<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)) as Value;
}

function isFunction(value: unknown): value is (...given: unknown[]) => unknown {
  return typeof value === "function";
}

function idOf({ windowManager }: GeckoExtension, window: GeckoWindow | null): number | null {
  return window === null ? null : (windowManager.getWrapper(window)?.id ?? null);
}
