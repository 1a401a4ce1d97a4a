// Opens the page of changes in a tab. Of the full edition alone: the other changes nothing, and does not bring the page.
export function openHistory(): void {
  void messenger.tabs.create({ url: "history.html" });
}
