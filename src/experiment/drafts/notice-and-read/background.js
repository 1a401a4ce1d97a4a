// Keeps the last ten failed sends for the popup. The listeners are persistent: a failed send wakes this script, and it
// sleeps again afterwards.

messenger.outgoingServers.onSendFailed.addListener(async (failure) => {
  const server = await messenger.outgoingServers.get(failure.serverId ?? "");
  const { failures = [] } = await messenger.storage.session.get("failures");
  const through = server?.smtp?.hostname ?? "no server";
  await messenger.storage.session.set({
    failures: [{ ...failure, through }, ...failures].slice(0, 10),
  });
});

messenger.outgoingServers.onSendAlertClosed.addListener(async ({ windowId }) => {
  const [tab] = windowId === null ? [] : await messenger.tabs.query({ windowId });
  if (tab) {
    await messenger.action.setBadgeText({ text: "!" });
  }
});
