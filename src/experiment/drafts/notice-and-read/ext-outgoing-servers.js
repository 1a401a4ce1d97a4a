// Binds the functions and events of the API to the modules beside it.

/* globals ExtensionAPIPersistent, ExtensionCommon */

"use strict";

(function (exports) {
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
        return persistent(fire, (tell) =>
          noticeFailedSends({
            failed: (failure, window) =>
              tell(async () => failureWithoutSecrets({ ...failure, windowId: this.idOf(window) })),
          }),
        );
      },
      onSendAlertClosed: ({ fire }) => {
        const { persistent } = this.load("persistent-event");
        const { noticeFailedSends } = this.load("notice-failed-sends");
        return persistent(fire, (tell) =>
          noticeFailedSends({
            alertClosed: (window) => {
              const closed = { windowId: this.idOf(window) };
              tell(async () => closed);
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
          onSendFailed: event("onSendFailed"),
          onSendAlertClosed: event("onSendAlertClosed"),
        },
      };
    }
  };
})(this);
