// Whether a server says that it has shut this user out for a while after too many log-ins. Every further one makes it
// longer, so it is asked before any (DESIGN §5). One list for all languages of the catalogue. What "too many" means of
// messages, recipients or connections is `rate-limit.ts`; a wrong password alone is `auth-failed.ts`.

import type { Refusal } from "../model/refusal.js";
import { fold } from "./fold.js";
import { maximumReplyLength } from "./maximum-length.js";

interface LockOutWords {
  /** What the pattern was written for. */
  readonly said: string;
  readonly pattern: RegExp;
}

/** They speak of log-ins, and so mean the same at every step. */
const tooManyTries: readonly LockOutWords[] = [
  {
    said: "535 5.7.8 Error: too many failed login attempts",
    pattern:
      /(?:too many|maximum(?: number of)?|max|excessive|repeated|multiple|several|number of) (?:of )?(?:\w{1,14} ){0,3}(?:log-?(?:in|on)s?|sign-?(?:in|on)s?|auth\w{0,12}|passwords?|credentials?|attempts?|tries|failures?)\b/,
  },
  {
    said: "535 Login attempts exceeded, try again later",
    pattern:
      /(?:log-?(?:in|on)|sign-?(?:in|on)|auth\w{0,12}|password|failed)(?: \w{1,10}){0,2} (?:attempts?|tries|failures?|limit|count|rate)[^.]{0,20} (?:exceeded|reached|limit|hit)|exceeded[^.]{0,30} (?:log-?in|sign-?in|auth\w{0,12}|password|failed) (?:attempts?|tries|failures?|limit)/,
  },
  {
    said: "535 Account disabled due to repeated authentication failures",
    pattern:
      /(?:locked|blocked|disabled|suspended|banned|denied|rejected|barred) (?:temporarily )?(?:due to|because of|after|for|as|by) [^.]{0,40}(?:log-?in|sign-?in|auth\w{0,12}|password|attempts?|brute)\b|brute[- ]?force|fail2ban/,
  },
  {
    said: "535 Zu viele fehlgeschlagene Anmeldeversuche",
    pattern:
      /(?:zu viele|mehrere|wiederholte)[^.]{0,40} ?(?:anmelde|login|authentifizierung|passwort|kennwort|versuch|fehlversuch)/,
  },
  {
    said: "535 Trop de tentatives de connexion",
    pattern: /(?:trop de|plusieurs|nombreuses)[^.]{0,30} ?(?:tentatives|[eé]checs|essais)/,
  },
  {
    said: "535 Demasiados intentos de inicio de sesión",
    pattern: /(?:demasiad[oa]s|m[uú]ltiples|varios)[^.]{0,30} ?(?:intentos|tentativas|inicios|fallos)/,
  },
  {
    said: "535 Muitas tentativas de login malsucedidas",
    pattern: /(?:muitas|excesso de|v[aá]rias|demasiadas)[^.]{0,30} ?(?:tentativas|falhas)/,
  },
  {
    said: "535 Troppi tentativi di accesso falliti",
    pattern: /(?:troppi|numerosi|ripetuti)[^.]{0,30} ?(?:tentativi|accessi|errori|login)/,
  },
  {
    said: "535 Te veel mislukte aanmeldpogingen",
    pattern: /te veel[^.]{0,30} ?(?:pogingen|aanmeld|inlog|login)/,
  },
  {
    said: "535 Zbyt wiele nieudanych prób logowania",
    pattern: /(?:zbyt|za) (?:wiele|du[zż]o)[^.]{0,30} ?(?:pr[oó]b|logowa)/,
  },
  {
    said: "535 Příliš mnoho neúspěšných pokusů o přihlášení",
    pattern: /p[rř][ií]li[sš] (?:mnoho|ve[lľ]a)[^.]{0,30} ?(?:pokus|p[rř]ihl)/,
  },
  {
    said: "535 För många misslyckade inloggningsförsök",
    pattern:
      /(?:f[oö]r m[aå]nga|for mange|liian monta)[^.]{0,30} ?(?:inlogg|innlogg|login|f[oö]rs[oö]k|fors[oø]g|fors[oø]k|kirjautumis|yrity)/,
  },
  {
    said: "535 Prea multe încercări de autentificare",
    pattern: /prea multe[^.]{0,30} ?(?:[iî]ncerc[aă]ri|autentific)/,
  },
  {
    said: "535 Túl sok sikertelen bejelentkezési kísérlet",
    pattern: /t[uú]l sok[^.]{0,40} ?(?:bejelentkez|k[ií]s[eé]rlet)/,
  },
  {
    said: "535 Çok fazla başarısız oturum açma denemesi",
    pattern: /[cç]ok fazla[^.]{0,40} ?(?:deneme|giri[sş]|oturum)/,
  },
  {
    said: "535 Слишком много неудачных попыток входа",
    pattern:
      /(?:слишком много|превышен\S{0,3}|многократн\S{1,4}|забагато|занадто багато)[^.]{0,40} ?(?:попыт|спроб|вход|авторизац|аутентификац|логин)/,
  },
  {
    said: "535 登录失败次数过多",
    pattern:
      /(?:登录|登陆|登錄|登入|认证|認證|验证|驗證|密码|密碼)[^。]{0,12}(?:次数|次數|频繁|頻繁|过多|過多|超过|超過)/,
  },
  {
    said: "535 ログイン試行回数が多すぎます",
    pattern: /(?:ログイン|認証|試行|パスワード)[^。]{0,20}(?:回数|多すぎ|超え|制限)/,
  },
  {
    said: "535 로그인 시도가 너무 많습니다",
    pattern: /(?:로그인|인증|비밀번호)[^.]{0,20}(?:너무 많|초과|횟수)/,
  },
];

/** They mean the user's own log-in only where that was answered: elsewhere a recipient's mailbox, or a spammer's host. */
const accountLocked: readonly LockOutWords[] = [
  { said: "535 account temporarily locked", pattern: /lock(?:ed)?\b|\block-?out\b|\bbanned\b/ },
  {
    said: "535 login temporarily blocked, try again in 15 minutes",
    pattern: /tempor(?:arily|ary) (?:blocked|disabled|suspended|unavailable for log)|too many/,
  },
  {
    said: "535 Ihr Konto wurde vorübergehend gesperrt",
    pattern: /(?:konto|zugang|benutzer|postfach|anmeldung|login)[^.]{0,50} gesperrt/,
  },
  {
    said: "535 Compte temporairement verrouillé",
    pattern: /(?:compte|acc[eè]s|utilisateur|connexion)[^.]{0,40} (?:verrouill|bloqu[eé]|suspendu)/,
  },
  {
    said: "535 Cuenta bloqueada temporalmente",
    pattern: /(?:cuenta|usuario|acceso|conta|usu[aá]rio|utilizador|acesso)[^.]{0,40} (?:bloquead|suspendid)/,
  },
  {
    said: "535 Account bloccato",
    pattern: /(?:account|utente|accesso|casella)[^.]{0,40} (?:bloccat|sospes)/,
  },
  {
    said: "535 Account tijdelijk geblokkeerd",
    pattern: /(?:account|gebruiker|toegang)[^.]{0,40} (?:geblokkeerd|vergrendeld)/,
  },
  {
    said: "535 Konto zostało zablokowane",
    pattern: /(?:konto|dost[eę]p)[^.]{0,40} (?:zablokowan|zawieszon)/,
  },
  {
    said: "535 Účet je dočasně zablokován",
    pattern: /(?:[uú][cč]et|p[rř][ií]stup|u[zž]ivatel)[^.]{0,40} (?:zablokov|uzamk|uzam[cč])/,
  },
  {
    said: "535 Kontot är tillfälligt låst",
    pattern:
      /(?:konto|bruger|bruker|anv[aä]ndare|tili|k[aä]ytt[aä]j[aä])\S{0,4}[^.]{0,40} (?:l[aå]st|sp[aä]rra|sperret|lukittu|lukit)/,
  },
  { said: "535 Contul este blocat", pattern: /(?:contul|accesul|cont)[^.]{0,40} blocat/ },
  {
    said: "535 A fiók ideiglenesen zárolva",
    pattern: /(?:fi[oó]k|hozz[aá]f[eé]r[eé]s)\S{0,4}[^.]{0,40} (?:z[aá]rol|letilt)/,
  },
  { said: "535 Hesabınız kilitlendi", pattern: /hesab\S{0,6}[^.]{0,40} (?:kilitlen|engellen)/ },
  {
    said: "535 Учётная запись временно заблокирована",
    pattern:
      /(?:аккаунт|уч[её]тн\S{1,4} запис\S{1,2}|доступ|ящик|пользовател\S{1,2})[^.]{0,40} (?:заблокирован|блокирован)/,
  },
  {
    said: "535 账号已被锁定",
    pattern: /(?:帐号|账号|帐户|账户|帳號|帳戶|用户)[^。]{0,12}(?:锁定|鎖定|冻结|凍結|被锁|封禁)/,
  },
  { said: "535 アカウントがロックされています", pattern: /アカウント[^。]{0,20}(?:ロック|凍結|停止)/ },
  { said: "535 계정이 잠겼습니다", pattern: /계정[^.]{0,20}(?:잠겼|잠금|차단)/ },
];

/** For tests. */
export const lockOutWords = { tooManyTries, accountLocked };

/**
 * At the sign-in 421 and 454 count as well (RFC 4954 §6 has 454 for a check that cannot be made now); elsewhere these are about other things: "454 4.7.1 Relay access denied".
 */
export function saysLockOut({ stage, code, lines }: Pick<Refusal, "stage" | "code" | "lines">): boolean {
  const said = fold(lines.join("\n").slice(0, maximumReplyLength));
  const says = ({ pattern }: LockOutWords): boolean => pattern.test(said);
  return (
    tooManyTries.some(says) ||
    (stage === "auth" && (code === 421 || code === 454 || accountLocked.some(says)))
  );
}
