// The port openInBrowser over the built-in windows API: the page opens outside Thunderbird.

export async function openInBrowser(url: string): Promise<void> {
  await messenger.windows.openDefaultBrowser(url);
}
