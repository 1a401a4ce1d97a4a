// Whether the user has installed the add-on: not a company's policy ("admin"), not a file that something else put into the
// profile ("sideload"), not a developer's folder ("development").

export async function isInstalledByHand(): Promise<boolean> {
  return (await messenger.management.getSelf()).installType === "normal";
}
