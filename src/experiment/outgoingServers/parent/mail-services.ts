// Thunderbird's services, and the entries of its outgoing-server list that are SMTP.
// An entry of another type throws on every getter until it is initialised, so its type comes from the preference.

/** Looked for when it is used: where Thunderbird's module is gone, what needs it fails, and the rest of the API is there. */
export function mailServices(): GeckoMailServices {
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs") as {
    MailServices: GeckoMailServices;
  };
  return MailServices;
}

/** Null for an unknown key. Thunderbird's own `getIdentity` makes an identity of it, without an account. */
export function identityOf(key: string): GeckoIdentity | null {
  const identities = mailServices().accounts.accounts.flatMap((account) => [...account.identities]);
  return identities.find((identity) => identity.key === key) ?? null;
}

export function accountsOf(identity: GeckoIdentity): readonly GeckoAccount[] {
  return mailServices().accounts.accounts.filter((account) =>
    account.identities.some(({ key }) => key === identity.key),
  );
}

export function typeOfEntry(key: string): string {
  return Services.prefs.getCharPref(`mail.smtpserver.${key}.type`, "smtp");
}

/** The entry as an SMTP server, or null where it is gone, of another type, or of a type that is not loaded. */
export function smtpServer(key: string): GeckoSmtpServer | null {
  const entry = outgoingEntry(key);
  if (entry === null || typeOfEntry(key) !== "smtp") {
    return null;
  }
  try {
    return entry.QueryInterface(Ci["nsISmtpServer"]);
  } catch {
    // An entry of another kind, such as EWS.
    return null;
  }
}

/** The SMTP entries that sign in there as that user. */
export function entriesFor(hostname: string, username: string): readonly GeckoSmtpServer[] {
  return mailServices()
    .outgoingServer.servers.map(({ key }) => smtpServer(key))
    .filter((server) => server !== null)
    .filter(
      (server) => server.hostname.toLowerCase() === hostname.toLowerCase() && server.username === username,
    );
}

export function outgoingEntry(key: string): GeckoOutgoingServer | null {
  return mailServices().outgoingServer.servers.find((server) => server.key === key) ?? null;
}

/** What the identity sends through, as Thunderbird decides: where the named entry is gone, 153 answers none, 157 the default. */
export function entryOfIdentity(identity: GeckoIdentity): GeckoOutgoingServer | null {
  return withoutTrace(() => mailServices().outgoingServer.getServerByIdentity(identity) ?? null);
}

/** The key of the default entry; null where there is none, or where the default that is named is gone. */
export function defaultKey(): string | null {
  return withoutTrace(() => mailServices().outgoingServer.defaultServer)?.key ?? null;
}

const defaultPreference = "mail.smtp.defaultserver";

/** Asked for a default that nobody chose, Thunderbird writes its choice down: whoever only reads takes that back. */
function withoutTrace<Answer>(ask: () => Answer): Answer {
  const isChosen = Services.prefs.prefHasUserValue(defaultPreference);
  const answer = ask();
  if (!isChosen && Services.prefs.prefHasUserValue(defaultPreference)) {
    Services.prefs.clearUserPref(defaultPreference);
  }
  return answer;
}
