// The shape of an extension's event as its callers see it; the published types keep theirs to themselves.

declare namespace messenger.outgoingServers {
  interface WebExtEvent<Listener> {
    addListener(listener: Listener): void;
    removeListener(listener: Listener): void;
    hasListener(listener: Listener): boolean;
  }
}
