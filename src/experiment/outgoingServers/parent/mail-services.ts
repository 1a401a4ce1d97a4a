// Thunderbird's services, and the entries of its outgoing-server list that are SMTP.
// An entry of another type throws on every getter until it is initialised, so its type comes from the preference.

const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs") as {
  MailServices: GeckoMailServices;
};

export { MailServices };

export function typeOfEntry(key: string): string {
  return Services.prefs.getCharPref(`mail.smtpserver.${key}.type`, "smtp");
}

/** The entry as an SMTP server, or null where it is gone, of another type, or of a type that is not loaded. */
export function smtpServer(key: string): GeckoSmtpServer | null {
  const entry = outgoingEntry(key);
  return entry === null || typeOfEntry(key) !== "smtp" ? null : asSmtp(entry);
}

export function outgoingEntry(key: string): GeckoOutgoingServer | null {
  return MailServices.outgoingServer.servers.find((server) => server.key === key) ?? null;
}

function asSmtp(entry: GeckoOutgoingServer): GeckoSmtpServer | null {
  try {
    return entry.QueryInterface(Ci["nsISmtpServer"]);
  } catch {
    return null;
  }
}

/** The key of the default entry without Thunderbird's side effect of writing the preference. */
export function defaultKey(): string | null {
  const key = Services.prefs.getCharPref("mail.smtp.defaultserver", "");
  return key || (MailServices.outgoingServer.servers[0]?.key ?? null);
}
