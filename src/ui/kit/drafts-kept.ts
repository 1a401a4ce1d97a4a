// Where unfinished texts are kept: in memory, until Thunderbird ends.

export async function readDrafts(): Promise<Readonly<Record<string, string>>> {
  const { drafts } = await messenger.storage.session.get("drafts");
  return (drafts as Readonly<Record<string, string>> | undefined) ?? {};
}
