// The OAuth2 tokens that Thunderbird itself has told servers, for the redactor: they stand in no log-in manager, and a
// server may repeat them. Read along in SmtpClient's commands. In memory alone, bounded in number and time.

import { decodeBase64 } from "../../../engine/octets/base64.js";
import { decodeText } from "../../../engine/octets/text.js";
import { readAlong } from "./hook.js";
import { socketTimer } from "./socket-timer.js";

export interface CommandSender {
  _sendCommand(command: string, suppressLogging?: boolean): unknown;
}

const maximumTokens = 16;
/** Longer than a server keeps an idle connection, on which it could still repeat one. */
const lifetimeMilliseconds = 30 * 60 * 1000;

let tokens: readonly string[] = [];

/** Installs the hook; answers the function that takes it out. */
export function rememberTokens(prototype: CommandSender): () => void {
  const unhook = readAlong(prototype, "_sendCommand", (_client, command) => {
    keep(tokenIn(command));
  });
  return () => {
    unhook();
    tokens = [];
  };
}

export function tokensSaid(): readonly string[] {
  return tokens;
}

// eslint-disable-next-line no-control-regex -- ^A is what ends it
const bearer = /\x01auth=Bearer ([^\x01]+)/i;

/**
 * XOAUTH2 says `user=…^Aauth=Bearer …^A^A` in base 64: known by what it says, not by the line it travels on. Behind the
 * name of the method where both fit, else on a line of its own (SmtpClient of 157, above 512 octets).
 */
function tokenIn(command: string): string | null {
  const coded = /^(?:AUTH \S+ )?([\w+/]+=*)$/i.exec(command)?.[1];
  const octets = coded === undefined ? null : decodeBase64(coded);
  return octets === null ? null : (bearer.exec(decodeText(octets))?.[1] ?? null);
}

function keep(token: string | null): void {
  if (token === null || tokens.includes(token)) {
    return;
  }
  tokens = [...tokens.slice(1 - maximumTokens), token];
  socketTimer.after(lifetimeMilliseconds, () => {
    tokens = tokens.filter((one) => one !== token);
  });
}
