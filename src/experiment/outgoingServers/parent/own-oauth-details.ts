// OAuth2 details that the user has set for a server of theirs (Thunderbird 157): they lie below its entry. A second entry
// for the same host and user signs in with the same saved token only if it has them too.

const folder = (key: string): string => `mail.smtpserver.${key}.oauth2.`;

export function takeOwnOAuthDetails(from: string, to: string): void {
  const { prefs } = Services;
  for (const name of prefs.getChildList(folder(from))) {
    const target = `${folder(to)}${name.slice(folder(from).length)}`;
    switch (prefs.getPrefType(name)) {
      case prefs.PREF_BOOL:
        prefs.setBoolPref(target, prefs.getBoolPref(name, false));
        break;
      case prefs.PREF_STRING:
        prefs.setStringPref(target, prefs.getStringPref(name, ""));
        break;
    }
  }
}
