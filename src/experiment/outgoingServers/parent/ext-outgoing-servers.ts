// The Experiment's entry: binds the API's functions and its one event. Everything else is in the files beside it.

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
    onSendFailed: ({ fire }: { fire: GeckoFire }): PersistentRegistration =>
      persistent(fire, (tell) =>
        noticeFailedSends({
          failed: (failure, window) => {
            void rememberOwnLogIn(failure).catch(console.error);
            tell(async () => failureWithoutSecrets({ ...failure, windowId: idOf(this.extension, window) }));
          },
        }),
      ),
    onSendAlertClosed: ({ fire }: { fire: GeckoFire }): PersistentRegistration =>
      persistent(fire, (tell) =>
        noticeFailedSends({
          alertClosed: (window) => {
            const closed = { windowId: idOf(this.extension, window) };
            tell(async () => Promise.resolve(closed));
          },
        }),
      ),
    onMessagesReturned: ({ fire }: { fire: GeckoFire }): PersistentRegistration =>
      persistent(fire, (tell) =>
        watchReturnedMails({
          extension: this.extension,
          onArrived: (mails) => {
            tell(async () => Promise.resolve(mails));
          },
        }),
      ),
    onReminded: ({ fire }: { fire: GeckoFire }): PersistentRegistration => {
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
  };

  override onShutdown(): void {
    unwatchOutbox();
  }

  override getAPI(context: GeckoContext): object {
    return inTheirOwnTurn({
      outgoingServers: {
        list: listServers,
        get: readServer,
        getByIdentity: readByIdentity,
        getIncoming: readIncoming,
        create: async (properties: messenger.outgoingServers.Properties, description: string) =>
          createServer(withoutNulls(properties), description),
        update: async (
          serverId: string,
          properties: messenger.outgoingServers.Properties,
          unset: messenger.outgoingServers.Property[],
        ) => Promise.resolve(updateServer(serverId, withoutNulls(properties), unset)),
        assign: async (identityId: string, serverId: string | null, mayBeMissing: boolean) =>
          Promise.resolve(assignServer(identityId, serverId, mayBeMissing)),
        remove: removeServer,
        copyPassword: async (
          from: messenger.outgoingServers.PasswordSource,
          toServerId: string,
          identityId: string,
          credentialId: string,
        ) =>
          copyPassword({ from: withoutNulls(from), toServerId, identityId, credentialId }, this.extension.id),
        removePassword,
        look: async (...asked: Parameters<typeof lookAtServer>) =>
          lookWithoutSecrets(await lookAtServer(...asked)),
        verify: async (request: messenger.outgoingServers.VerifyRequest) =>
          verifiedWithoutSecrets(
            await verify({ ...request, properties: withoutNulls(request.properties) }, this.extension.id),
          ),
        endOperation: async (operationId: string) => {
          endOperation(operationId);
          return Promise.resolve(null);
        },
        discover: async (...asked: Parameters<typeof discover>) =>
          discoveryWithoutSecrets(await discover(...asked)),
        getMissing: async () => Promise.resolve(missingParts()),
        sendErrorTexts: async () => Promise.resolve(sendErrorTexts()),
        countUnsent: async () => Promise.resolve(countUnsent()),
        getUnsent: async () => Promise.resolve(getUnsent()),
        sendUnsent,
        getMail,
        openSettings: async (accountId: string) => Promise.resolve(openAccountSettings(accountId)),
        setReminder: async (isOn: boolean) => Promise.resolve(setReminder(this.extension.id, isOn)),
        onSendFailed: new ExtensionCommon.EventManager({
          context,
          module: "outgoingServers",
          event: "onSendFailed",
          extensionApi: this,
        }).api(),
        onSendAlertClosed: new ExtensionCommon.EventManager({
          context,
          module: "outgoingServers",
          event: "onSendAlertClosed",
          extensionApi: this,
        }).api(),
        onMessagesReturned: new ExtensionCommon.EventManager({
          context,
          module: "outgoingServers",
          event: "onMessagesReturned",
          extensionApi: this,
        }).api(),
        onReminded: new ExtensionCommon.EventManager({
          context,
          module: "outgoingServers",
          event: "onReminded",
          extensionApi: this,
        }).api(),
      },
    });
  }
};

/**
 * Thunderbird marks whose call it is serving until the function returns. Code of its own that we call may spin the event
 * loop (OAuth2Module reading its token), and a second call of ours would be served inside the first: so no function does
 * anything before its first turn is over.
 */
function inTheirOwnTurn(api: Readonly<Record<string, Readonly<Record<string, unknown>>>>): object {
  const later = (bound: unknown): unknown =>
    isFunction(bound)
      ? async (...given: unknown[]): Promise<unknown> => {
          await Promise.resolve();
          return bound(...given);
        }
      : bound;
  return mapped(api, (namespace) => mapped(namespace, later));
}

function mapped<From, To>(
  object: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
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
