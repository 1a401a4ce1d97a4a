// Masks every password that Thunderbird knows in what servers and files say, before it leaves the parent process: a
// server may repeat what it was told, in its refusal or in the next certificate. Only words from outside are masked;
// an account's own settings are its own, even where somebody took the address for a password.

import { Redactor } from "../../../engine/secrets/redact.js";
import { mailServices, smtpServer } from "./mail-services.js";
import { passwordsInUse } from "./operations.js";
import { savedSecrets } from "./saved-secrets.js";
import { tokensSaid } from "./tokens-said.js";

type ServerLook = messenger.outgoingServers.ServerLook;
type Verified = messenger.outgoingServers.Verified;
type Discovery = messenger.outgoingServers.Discovery;
type SendFailure = messenger.outgoingServers.SendFailure;
type Reply = messenger.outgoingServers.Reply;

async function redactor(): Promise<Redactor> {
  const inMemory = [
    ...mailServices().outgoingServer.servers.map(({ key }) => smtpServer(key)?.wrappedJSObject.password),
    ...mailServices().accounts.accounts.map(({ incomingServer }) => incomingServer?.password),
  ];
  return new Redactor(
    [...(await savedSecrets()), ...inMemory, ...passwordsInUse(), ...tokensSaid()].filter(
      (secret): secret is string => typeof secret === "string",
    ),
  );
}

export async function lookWithoutSecrets(look: ServerLook): Promise<ServerLook> {
  const known = await redactor();
  const { certificate, speaks, reply, offeredAuth } = look;
  return {
    ...look,
    offeredAuth: methods(offeredAuth, known),
    reply: replyWithout(reply, known),
    certificate: certificate && { ...certificate, names: certificate.names.map((name) => known.text(name)) },
    speaks: speaks === null ? null : known.text(speaks),
  };
}

export async function verifiedWithoutSecrets(verified: Verified): Promise<Verified> {
  const known = await redactor();
  return {
    ...verified,
    reply: replyWithout(verified.reply, known),
    transcript: [...known.transcript(verified.transcript)],
  };
}

export async function discoveryWithoutSecrets(discovery: Discovery): Promise<Discovery> {
  const known = await redactor();
  return {
    ...discovery,
    pages: discovery.pages.map((page) => ({
      ...page,
      url: known.text(page.url),
      words: page.words === null ? null : known.text(page.words),
    })),
    servers: discovery.servers.map((server) => ({
      // The host as it is: asked for by the domain, from pages that no password was ever told to.
      ...server,
      username: server.username == null ? null : known.text(server.username),
    })),
  };
}

export async function failureWithoutSecrets(failure: SendFailure): Promise<SendFailure> {
  const known = await redactor();
  return {
    ...failure,
    lines: [...known.lines(failure.lines)],
    offeredAuth: failure.offeredAuth && methods(failure.offeredAuth, known),
  };
}

function replyWithout(reply: Reply | null, known: Redactor): Reply | null {
  return reply && { ...reply, lines: [...known.lines(reply.lines)] };
}

const wellKnown = /^(?:PLAIN|LOGIN|CRAM-MD5|XOAUTH2|OAUTHBEARER|NTLM|GSSAPI|EXTERNAL|SCRAM-SHA-\d+)$/i;

/** A password may be "plain": the names of the methods are not hidden. */
function methods(offered: readonly string[], known: Redactor): string[] {
  return offered.map((method) => (wellKnown.test(method) ? method : known.text(method)));
}
