// Whether a server says that it cannot check a log-in just now: then no password, and no permission, was judged. Asked where
// log-ins are made and remembered, which carries the words of trouble and not the whole catalogue; what the page says of it
// is the matter `sign-in-put-off`.

import type { Refusal } from "../model/refusal.js";
import { fold } from "./fold.js";
import { ofPassword } from "./lock-out.js";
import { maximumReplyLength } from "./maximum-length.js";
import { serverTrouble } from "./reasons/server-trouble.js";

/** Also with a code that refuses for good: "535 LDAP server unavailable". Beside the name of what was wrong it is no excuse. */
export function saysPutOff({ stage, code, lines }: Pick<Refusal, "stage" | "code" | "lines">): boolean {
  if (stage !== "auth") return false;
  if (code !== null && code < 500) return true;
  const said = fold(lines.join("\n").slice(0, maximumReplyLength));
  const isTrouble = serverTrouble.some(
    ({ pattern, weak }) => pattern.test(said) && !(weak && namesLogIn(said)),
  );
  const isOfThem = ofPassword.test(said) || ofCredentials.test(said);
  return (isTrouble || busy.test(said)) && !namesWrong.test(said) && (!isOfThem || couldNot.test(said));
}

/** Where password or user name are named in whatever language, only this is no word against them. */
const couldNot = /\b(?:check|verify|validate|look up)\b/;

/** Elsewhere the server counts who sends: `rate-limit` in the catalogue. */
const busy = /server (?:is )?(?:too )?busy/;

/** "Try again later" is added to many a refused password. */
export function namesLogIn(said: string): boolean {
  return ofPassword.test(said) || ofLogIn.test(said);
}

const ofLogIn =
  /credential|user ?name|user ?id|log-?(?:in|on)\b|sign-?(?:in|on)\b|\bauth|account|anmeld|benutzer|zugang|identifi|connexion|usuario|utente|acces/;

export const namesWrong =
  /(?:incorrect|wrong|invalid|bad|unknown) (?:authentication data|log-?in|user ?name|user|password|credentials?)\b|(?:password|credentials?|user ?name)(?: \w{1,8}){0,3} (?:incorrect|wrong|invalid|mismatch|not (?:accepted|correct|right|valid|match))|(?:user|account) (?:was )?(?:not found|unknown)|no such user/;

export const ofCredentials =
  /credential|user ?name|benutzername|(?:zugangs|anmelde)daten|identifiant|nom d'utilisateur|nome utente|credenzial|credencia|логин|имя|nieprawid|niepoprawn|b[lł][eę]dn|wachtwoord|gebruikersnaam|帐号|账号|用户名|ユーザー名/;
