// Keeps the last ten failed sends for the popup. The listener is persistent: a failed send wakes this script, and it
// sleeps again afterwards.

messenger.outgoingServers.onSendFailed.addListener(async (failure) => {
  const { failures = [] } = await messenger.storage.session.get("failures");
  await messenger.storage.session.set({ failures: [failure, ...failures].slice(0, 10) });
});
