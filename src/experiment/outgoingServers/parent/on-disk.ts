// Brings what was changed to the disk at once. Thunderbird saves preferences half a second and log-ins a second and a
// half later; a crash in between would leave an extension's own record ahead of the settings it speaks of.

interface LogInStore {
  readonly _store?: { readonly _saver?: { disarm(): void }; _save?(): Promise<void> };
}

/** Where the disk refuses, the change holds for this session, and Thunderbird tries again when it ends. */
export function settingsOnDisk(): void {
  try {
    Services.prefs.savePrefFile(null);
  } catch (error) {
    console.error(error);
  }
}

/**
 * The log-in manager has no such call of its own: its store is asked. `create` answers the one store of 153
 * (storage-json.sys.mjs), and in 157 a promise of the one in use: the database needs no asking, it has no `_store` and
 * writes in transactions; the JSON file is still in use where the passwords could not be moved yet.
 */
export async function logInsOnDisk(): Promise<void> {
  try {
    const { LoginManagerStorage } = ChromeUtils.importESModule(
      "resource://passwordmgr/passwordstorage.sys.mjs",
    ) as { LoginManagerStorage?: { create?(): LogInStore | Promise<LogInStore> } };
    const store = (await LoginManagerStorage?.create?.())?._store;
    store?._saver?.disarm();
    await store?._save?.();
  } catch (error) {
    console.error(error);
  }
}
