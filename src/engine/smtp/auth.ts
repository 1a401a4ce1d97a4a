// Signing in (RFC 4954): which method Thunderbird would use for a setting (SmtpClient, "preferred auth methods"),
// and one log-in with it. Kerberos, NTLM and client certificates are not done here.
// At most ONE log-in: another method follows only where the first was refused as a method (504), never after
// the credentials were judged.

import type { SignIn } from "../model/server-settings.js";
import { encodeBase64 } from "../octets/base64.js";
import { cramMd5Response } from "./cram-md5.js";
import type { Dialogue } from "./dialogue.js";
import { refusedAt, type Step } from "./outcome.js";
import { isPositive, type Reply } from "./reply.js";
import type { Failed, Session } from "./session.js";
import { encodeText } from "../octets/text.js";

export type Mechanism = "PLAIN" | "LOGIN" | "CRAM-MD5" | "XOAUTH2";

export interface Credentials {
  /** What the secret is; `token`: an OAuth2 access token. */
  readonly kind: "password" | "token";
  readonly userName: string;
  readonly secret: string;
}

const preferred = {
  password: ["PLAIN", "LOGIN"],
  "encrypted-password": ["CRAM-MD5"],
  oauth2: ["XOAUTH2"],
} satisfies Partial<Record<SignIn, readonly Mechanism[]>>;

/** The settings that can be proven. */
export type ProvableSignIn = keyof typeof preferred;

/** The methods that this setting, these credentials and the server allow, the first to be tried first. */
export function usableMechanisms(
  signIn: ProvableSignIn,
  credentials: Credentials,
  offered: readonly string[],
): readonly Mechanism[] {
  return preferred[signIn].filter(
    (mechanism) =>
      offered.includes(mechanism) && (mechanism === "XOAUTH2") === (credentials.kind === "token"),
  );
}

/** Kept by the caller, so that it is known even if the connection breaks. */
export interface LogInCount {
  /** How many times the server was given credentials to judge: 0 or 1. */
  logIns: number;
}

/** Null: the server has taken the credentials. */
export function* signInWith(
  dialogue: Dialogue,
  mechanisms: readonly [Mechanism, ...Mechanism[]],
  credentials: Credentials,
  count: LogInCount,
): Step {
  yield* dialogue.begin("auth");
  const [mechanism, next, ...others] = mechanisms;
  const answer = yield* logIn(dialogue, mechanism, credentials, count);
  if (answer.kind === "fault") {
    return answer;
  }
  if (isPositive(answer)) {
    return null;
  }
  if (answer.code === 504 && next !== undefined) {
    // The method was refused, nothing was judged.
    count.logIns = 0;
    return yield* signInWith(dialogue, [next, ...others], credentials, count);
  }
  return refusedAt("auth", answer);
}

/** The server's last word on one method. */
function* logIn(
  dialogue: Dialogue,
  mechanism: Mechanism,
  credentials: Credentials,
  count: LogInCount,
): Session<Reply | Failed> {
  const { initial, responses } = exchangeOf(mechanism, credentials);
  if (initial !== null) {
    count.logIns = 1;
  }
  let answer = yield* sendSecret(dialogue, `AUTH ${mechanism}`, initial);
  for (const respond of responses) {
    if (answer.kind === "fault") {
      return answer;
    }
    if (answer.code !== 334) {
      // A "yes" before the password was said proves nothing; Thunderbird takes it for a failure, too.
      return isPositive(answer) && initial === null ? dialogue.failed({ kind: "malformed" }) : answer;
    }
    count.logIns = 1;
    answer = yield* sendSecret(dialogue, null, respond(answer.lines.join("")));
  }
  // A server that never stops asking: RFC 4954 §4, "*" cancels.
  return answer.kind === "reply" && answer.code === 334 ? yield* dialogue.ask("*") : answer;
}

interface Exchange {
  /** Sent along with the command, saving a round trip; null where the server speaks first. */
  readonly initial: string | null;
  /** The answers to the server's challenges (334), one after the other. */
  readonly responses: readonly ((challenge: string) => string)[];
}

function exchangeOf(mechanism: Mechanism, { userName, secret }: Credentials): Exchange {
  switch (mechanism) {
    case "PLAIN": {
      // RFC 4616. A server that ignores the initial response asks for it again.
      const message = base64(`\0${userName}\0${secret}`);
      return { initial: message, responses: [() => message] };
    }
    case "LOGIN":
      return { initial: null, responses: [() => base64(userName), () => base64(secret)] };
    case "CRAM-MD5":
      return { initial: null, responses: [(challenge) => cramMd5Response(userName, secret, challenge)] };
    case "XOAUTH2": {
      const message = base64(`user=${userName}\x01auth=Bearer ${secret}\x01\x01`);
      // An empty challenge asks for the initial response that was ignored. Any other is the reason why the token was
      // refused, as JSON: an empty line fetches the final reply.
      const respond = (challenge: string): string => (challenge.trim() === "" ? message : "");
      return { initial: message, responses: [respond, () => ""] };
    }
  }
}

function base64(text: string): string {
  return encodeBase64(encodeText(text));
}

/** What is sent here is masked in the transcript, and wherever the server repeats it. */
function* sendSecret(
  dialogue: Dialogue,
  command: string | null,
  secret: string | null,
): Session<Reply | Failed> {
  if (secret !== null) {
    dialogue.hide(secret);
  }
  const line = [command, secret].filter((part) => part !== null).join(" ");
  const shown = [command, secret === null ? null : "***"].filter((part) => part !== null).join(" ");
  return (yield* dialogue.send([line], [shown])) ?? (yield* dialogue.reply());
}
