// Brings what was changed to the disk at once. Thunderbird saves preferences half a second and log-ins a second and a
// half later; a crash in between would leave an extension's own record ahead of the settings it speaks of.

interface JsonFile {
  readonly _saver?: { disarm(): void };
  _save?(): Promise<void>;
}
interface LogInStore {
  readonly _store?: JsonFile;
}

/**
 * On the disk when it returns. The file is named: without a name Thunderbird answers before it has begun to write, and on a
 * busy disk the extension's record of the change gets there first (measured on 153: on the disk by then 0 times of 40,
 * named 40 of 40). Where the disk refuses, the change holds for this session, and Thunderbird tries again when it ends.
 */
export function preferencesOnDisk(): void {
  try {
    Services.prefs.savePrefFile(Services.dirsvc.get("PrefF", Ci["nsIFile"]));
  } catch (error) {
    console.error(error);
  }
}

/** The log-in manager has no such call of its own: its file is asked. The database writes in transactions. */
export async function logInsOnDisk(): Promise<void> {
  try {
    const file = await jsonFile();
    file?._saver?.disarm();
    await file?._save?.();
  } catch (error) {
    console.error(error);
  }
}

/** Whether a change of a log-in bears the time that is given for it; the database of 157 writes its own. */
export async function storeKeepsTimes(): Promise<boolean> {
  return (await jsonFile()) !== undefined;
}

/**
 * `create` answers the one store of 153 (storage-json.sys.mjs), and in 157 a promise of the one in use: the database, which
 * has no `_store`, or the JSON file still, where the passwords could not be moved yet.
 */
async function jsonFile(): Promise<JsonFile | undefined> {
  const { LoginManagerStorage } = ChromeUtils.importESModule(
    "resource://passwordmgr/passwordstorage.sys.mjs",
  ) as { LoginManagerStorage?: { create?(): LogInStore | Promise<LogInStore> } };
  return (await LoginManagerStorage?.create?.())?._store;
}
