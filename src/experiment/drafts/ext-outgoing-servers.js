// Binds the functions and events of the API to the modules beside it.

/* globals ExtensionAPIPersistent, ExtensionCommon */

"use strict";

(function (exports) {
  // change-and-ask
  /** The schema's normaliser fills optional properties that were left out with null. */
  function given(properties) {
    return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
  }

  // end
  exports.outgoingServers = class extends ExtensionAPIPersistent {
    /** Where an Experiment's modules are found; those of core are at resource:///modules/. */
    root = `outgoing-servers-${this.extension.uuid}-${this.extension.version}`;

    get resources() {
      return Services.io.getProtocolHandler("resource").QueryInterface(Ci.nsISubstitutingProtocolHandler);
    }

    load(name) {
      if (!this.resources.hasSubstitution(this.root)) {
        this.resources.setSubstitution(this.root, this.extension.rootURI);
      }
      return ChromeUtils.importESModule(
        `resource://${this.root}/experiments/outgoingServers/modules/${name}.sys.mjs`,
      );
    }

    PERSISTENT_EVENTS = {
      onSendFailed: ({ fire }) => {
        const { persistent } = this.load("persistent-event");
        const { noticeFailedSends } = this.load("notice-failed-sends");
        const { failureWithoutSecrets } = this.load("known-secrets");
        // change-and-ask
        const { rememberOwnLogIn } = this.load("refused-log-ins");
        // end
        return persistent(fire, (tell) =>
          noticeFailedSends({
            failed: (failure, window) => {
              // change-and-ask
              rememberOwnLogIn(failure).catch(console.error);
              // end
              tell(failureWithoutSecrets({ ...failure, windowId: this.idOf(window) }));
            },
          }),
        );
      },
      onSendAlertClosed: ({ fire }) => {
        const { persistent } = this.load("persistent-event");
        const { noticeFailedSends } = this.load("notice-failed-sends");
        return persistent(fire, (tell) =>
          noticeFailedSends({
            alertClosed: (window) => {
              tell({ windowId: this.idOf(window) });
            },
          }),
        );
      },
    };

    idOf(window) {
      const { windowManager } = this.extension;
      return window === null ? null : (windowManager.getWrapper(window)?.id ?? null);
    }

    onShutdown() {
      const { unwatchOutbox } = this.load("watch-outbox");
      unwatchOutbox();
      this.resources.setSubstitution(this.root, null);
    }

    getAPI(context) {
      const { listServers, readServer, readByIdentity, readIncoming } = this.load("read-entries");
      // change-and-ask
      const { createServer, updateServer, assignServer, removeServer } = this.load("write-entries");
      const { copyPassword } = this.load("saved-passwords");
      const { removePassword } = this.load("take-password-back");
      const { lookAtServer } = this.load("look-at-server");
      const { verify } = this.load("verify");
      const { endOperation } = this.load("operations");
      const { discover } = this.load("discover");
      const { lookWithoutSecrets, verifiedWithoutSecrets } = this.load("known-secrets");
      const { id } = this.extension;
      // end
      const event = (name) =>
        new ExtensionCommon.EventManager({
          context,
          module: "outgoingServers",
          event: name,
          extensionApi: this,
        }).api();
      return {
        outgoingServers: {
          list: () => listServers(),
          get: (serverId) => readServer(serverId),
          getByIdentity: (identityId) => readByIdentity(identityId),
          getIncoming: (accountId) => readIncoming(accountId),
          // change-and-ask
          create: async (properties, description) => createServer(given(properties), description),
          update: async (serverId, properties, unset) => updateServer(serverId, given(properties), unset),
          assign: async (identityId, serverId, mayBeMissing) =>
            assignServer(identityId, serverId, mayBeMissing),
          remove: (serverId, newDefaultId) => removeServer(serverId, newDefaultId),
          copyPassword: (from, toServerId, identityId, credentialId) =>
            copyPassword({ from: given(from), toServerId, identityId, credentialId }, id),
          removePassword: async (credentialId, serverId) => {
            // As below: a store of passwords that is locked asks, and waits.
            await Promise.resolve();
            return removePassword(credentialId, serverId);
          },
          look: async (endpoint, envelope, operationId) =>
            lookWithoutSecrets(await lookAtServer(endpoint, envelope, operationId)),
          verify: async (request) => {
            // Thunderbird's OAuth2Module may spin the event loop: not in the turn in which the API was called.
            await Promise.resolve();
            return verifiedWithoutSecrets(
              await verify({ ...request, properties: given(request.properties) }, id),
            );
          },
          endOperation: async (operationId) => {
            endOperation(operationId);
            return null;
          },
          discover: (domain, source) => discover(domain, source),
          // end
          onSendFailed: event("onSendFailed"),
          onSendAlertClosed: event("onSendAlertClosed"),
        },
      };
    }
  };
})(this);
