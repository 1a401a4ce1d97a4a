// The Experiment's words (Thunderbird's own) and the engine's, both ways and without loss.

import type { ServerSettings, SignIn } from "../engine/model/server-settings.js";

type Properties = messenger.outgoingServers.Properties;

export const signInOf: Readonly<Record<messenger.outgoingServers.AuthMethod, SignIn>> = {
  unset: "unset",
  none: "none",
  old: "old",
  passwordCleartext: "password",
  passwordEncrypted: "encrypted-password",
  gssapi: "kerberos",
  ntlm: "ntlm",
  external: "certificate",
  secure: "secure",
  anything: "any",
  oauth2: "oauth2",
  unknown: "unknown",
};
const authMethodOf = Object.fromEntries(
  Object.entries(signInOf).map(([authMethod, signIn]) => [signIn, authMethod]),
) as Readonly<Record<SignIn, messenger.outgoingServers.AuthMethod>>;

export function propertiesOf(settings: Partial<ServerSettings>): Properties {
  const { host, port, security, signIn, userName } = settings;
  return {
    ...(host !== undefined && { hostname: host }),
    ...(port !== undefined && { port }),
    ...(security !== undefined && { security }),
    ...(signIn !== undefined && { authMethod: authMethodOf[signIn] }),
    ...(userName !== undefined && { username: userName }),
  };
}

export function settingsOf(properties: Properties): Partial<ServerSettings> {
  const { hostname, port, security, authMethod, username } = properties;
  return {
    ...(hostname != null && { host: hostname }),
    ...(port != null && { port }),
    ...(security != null && { security }),
    ...(authMethod != null && { signIn: signInOf[authMethod] }),
    ...(username != null && { userName: username }),
  };
}
