// With what words servers close signing in for a while, or tell that an account is locked, in all languages of the catalogue.
// What is made of them is `lock-out.ts`.

export interface LockOutWords {
  /** What the pattern was written for. */
  readonly said: string;
  readonly pattern: RegExp;
}

/** Too many log-ins, or tries of them: they mean the same at every step before the message itself. */
export const tooManyTries: readonly LockOutWords[] = [
  {
    said: "421 4.7.0 Too many failed login attempts, try again later",
    pattern:
      /(?:too many|excessive|repeated|multiple|several|max(?:imum)?(?: number of)?|number of) (?:of )?(?:\w{1,14} ){0,3}(?:log-?(?:in|on)s?|sign-?(?:in|on)s?|auth(?:entications?|orization)?|passwords?|credentials?)(?: \w{1,14}){0,2} (?:attempts?|tries|failures?|errors?|commands?)\b/,
  },
  {
    said: "421 Too many failed logins",
    pattern:
      /(?:too many|excessive|repeated|multiple) (?:\w{1,14} ){0,2}(?:log-?(?:in|on)s|sign-?(?:in|on)s|passwords|credentials|authentications)\b|(?:too many|excessive|repeated|multiple|several) (?:failed|unsuccessful|invalid|incorrect|wrong|bad) (?:attempts?|tries|log-?(?:in|on)|sign-?(?:in|on)|auth(?:entication)?|password)\b/,
  },
  {
    said: "535 Login attempts exceeded, try again later",
    pattern:
      /(?:log-?(?:in|on)|sign-?(?:in|on)|auth(?:entication)?|password)(?: \w{1,10}){0,2} (?:attempts?|tries|failures?|limit|count|rate)[^.]{0,20} (?:exceeded|reached|limit|hit)|failed attempts?[^.]{0,20} (?:exceeded|reached)|exceed(?:ed|s|ing)[^.]{0,30} (?:log-?in|sign-?in|auth(?:entication)?|password|failed) (?:attempts?|tries|failures?|limit)/,
  },
  {
    said: "535 Zu viele fehlgeschlagene Anmeldeversuche",
    pattern:
      /(?:zu viele|mehrere|wiederholte) (?!verbindung|zustell)[^.]{0,40}(?:anmelde|login|authentifizierung|passw[oö]rt|kenn(?:wort|w[oö]rter)|versuch)/,
  },
  {
    said: "535 Trop de tentatives de connexion",
    pattern: /(?:trop de|plusieurs|nombreuses) (?:[^.]{0,30} )?(?:tentatives|mots de passe|[eé]checs|essais)/,
  },
  {
    said: "535 Demasiados intentos de inicio de sesión",
    pattern:
      /(?:demasiad[oa]s|m[uú]ltiples|varios|muitas|excesso de|v[aá]rias) (?:[^.]{0,30} )?(?:intentos|tentativas|inicios|contrase)(?!\w{0,6} (?:de )?(?:conexi|conex[aã]|entreg|env[ií]o))/,
  },
  {
    said: "535 Troppi tentativi di accesso falliti",
    pattern:
      /(?:troppi|numerosi|ripetuti) (?:[^.]{0,30} )?(?:tentativi(?! di (?:conness|consegn|invio))|accessi|login)|troppe password/,
  },
  {
    said: "535 Te veel mislukte aanmeldpogingen",
    pattern: /te veel (?!verbinding|bezorg)[^.]{0,30}(?:pogingen|aanmeld|inlog|login)/,
  },
  {
    said: "535 Zbyt wiele nieudanych prób logowania",
    pattern:
      /(?:zbyt |za )(?:wiele|du[zż]o) (?:[^.]{0,30} )?(?:pr[oó]b(?! (?:po[lł][aą]cz|dor[eę]cz))|b[lł][eę]dnych (?:has|log)|logowa)/,
  },
  {
    said: "535 Příliš mnoho neúspěšných pokusů o přihlášení",
    pattern: /p[rř][ií]li[sš] (?:mnoho|ve[lľ]a) (?:[^.]{0,30} )?(?:pokus(?!\S{0,3} o p[rř]ip)|p[rř]ihl)/,
  },
  {
    said: "535 För många misslyckade inloggningsförsök",
    pattern:
      /(?:f[oö]r m[aå]nga|for mange|liian monta) (?!anslut|tilslut|tilkobl|yhtey)[^.]{0,30}(?:inlogg|innlogg|login|f[oö]rs[oö]k|fors[oø]g|fors[oø]k|kirjautumis|yrity)/,
  },
  {
    said: "535 Prea multe încercări de autentificare",
    pattern: /prea multe (?:[^.]{0,30} )?(?:[iî]ncerc[aă]ri|autentific)/,
  },
  {
    said: "535 Túl sok sikertelen bejelentkezési kísérlet",
    pattern: /t[uú]l sok (?!kapcsol)[^.]{0,40}(?:bejelentkez|k[ií]s[eé]rlet)/,
  },
  {
    said: "535 Çok fazla başarısız oturum açma denemesi",
    pattern: /[cç]ok fazla (?!ba[gğ]lant)[^.]{0,40}(?:deneme|giri[sş]|oturum)/,
  },
  {
    said: "535 Слишком много неудачных попыток входа",
    pattern:
      /(?:слишком много|превышен\S{0,3}|многократн\S{1,4}|забагато|занадто багато) (?:[^.]{0,40} )?(?:(?:попыт|спроб)(?!\S{0,3} (?:соед|подкл|дост|з'єд|підкл))|вход|авторизац|аутентификац|логин)/,
  },
  {
    said: "535 登录失败次数过多",
    pattern:
      /(?:登录|登陆|登錄|登入|认证|認證|验证|驗證|密码|密碼)[^。]{0,12}(?:次数|次數|频繁|頻繁|过多|過多|超过|超過)/,
  },
  {
    said: "535 ログイン試行回数が多すぎます",
    pattern: /(?:ログイン|認証|パスワード)[^。]{0,20}(?:回数|多すぎ|超え|制限)/,
  },
  {
    said: "535 로그인 시도가 너무 많습니다",
    pattern: /(?:로그인|인증|비밀번호)[^.]{0,20}(?:너무 많|초과|횟수)/,
  },
];

/** Shut out, and for failed log-ins: the same at every step, too. */
export const shutOut: readonly LockOutWords[] = [
  {
    said: "535 5.7.0 Your account has been temporarily locked after failed login attempts",
    pattern:
      /(?:locked|blocked|disabled|suspended|banned|denied|rejected|barred|frozen) (?:temporarily )?(?:due to|because of|after|for|by) [^.]{0,30}(?:failed|failures|unsuccessful|invalid|wrong|incorrect|many|multiple|repeated|excessive) [^.]{0,30}(?:log-?(?:in|on)|sign-?(?:in|on)|password|authentication failures|attempts)|brute[- ]?force|fail2ban|\blocked out\b|\blockout\b|\block-out\b/,
  },
];

/**
 * Too many, whatever of, and what holds for a while: they mean the user's own log-in only where that was answered;
 * elsewhere recipients, messages, a spammer's host.
 */
export const forNow: readonly LockOutWords[] = [
  {
    said: "535 account temporarily blocked",
    pattern:
      /too many|tempor(?:arily|ary) (?:blocked|disabled|suspended|denied|locked|banned|unavailable for log)/,
  },
  {
    said: "535 5.7.0 Rate limit exceeded",
    pattern:
      /\brate[ -]?limit|throttl|(?:connection|session|hourly|daily) limit\b|slow down|too (?:quickly|fast)\b/,
  },
  {
    said: "535 Твърде много неуспешни опити",
    pattern:
      /(?:твърде|прекалено) много|превише|previ[sš]e|preve[cč]|(?:πάρα|υπερβολικά) πολλ|liiga palju|p[aā]r[aā]k daudz|per daug|quá nhiều|terlalu banyak|massa intents|moitos intentos|gehiegi|of m(?:ö|a)rg|t[uú]l sok|יותר מדי|كثيرة جد|محاولات كثير|frequency (?:is )?limited(?!, or)/,
  },
];

/** The same of an account that is locked, without a word of how long: elsewhere a recipient's mailbox. A database is no account. */
export const locked: readonly LockOutWords[] = [
  {
    said: "535 5.7.0 Account locked",
    pattern:
      /(?<!\b(?:database|db|table|file)(?: file| table)?(?: is| was)? )\block(?:ed)?\b|\bbanned\b|\bfrozen\b|(?:account|user|login|mailbox)(?: \S{1,64})?(?: has been| is| was)? (?:suspended|blocked|barred)/,
  },
  {
    said: "535 Ihr Konto wurde vorübergehend gesperrt",
    pattern:
      /(?:konto|zugang|benutzer|postfach|anmeldung|login|adresse)[^.]{0,50} (?:aus)?(?:gesperrt|blockiert|eingefroren)/,
  },
  {
    said: "535 Compte temporairement verrouillé",
    pattern:
      /(?:compte|acc[eè]s|utilisateur|connexion|authentification|adresse)[^.]{0,40} (?:verrouill|bloqu[eé]|suspendu|gel[eé])/,
  },
  {
    said: "535 Cuenta bloqueada temporalmente",
    pattern:
      /(?:cuenta|usuario|acceso|autentic|sesi[oó]n|conta|usu[aá]rio|utilizador|acesso)[^.]{0,40} (?:bloquead|suspendid|suspens[ao]|congelad)/,
  },
  {
    said: "535 Account bloccato",
    pattern: /(?:account|utente|accesso|casella|autenticazione)[^.]{0,40} (?:bloccat|sospes|congelat)/,
  },
  {
    said: "535 Account tijdelijk geblokkeerd",
    pattern:
      /(?:account|gebruiker|toegang|aanmeld|authenticatie|login)[^.]{0,40} (?:geblokkeerd|vergrendeld|bevroren|opgeschort)/,
  },
  {
    said: "535 Konto zostało zablokowane",
    pattern: /(?:konto|dost[eę]p|logowanie)[^.]{0,40} (?:zablokowan|zawieszon|zamro[zż])/,
  },
  {
    said: "535 Účet je dočasně zablokován",
    pattern:
      /(?:[uú][cč]et|p[rř][ií]stup|p[rř]ihl[aá][sš]|u[zž]ivatel)[^.]{0,40} (?:zablokov|uzamk|uzam[cč]|zmra[zž]|pozastav)/,
  },
  {
    said: "535 Kontot är tillfälligt låst",
    pattern:
      /(?:konto|inlogg|innlogg|login|bruger|bruker|anv[aä]ndare|tili|k[aä]ytt[aä]j[aä])\S{0,8}[^.]{0,40} (?:l[aå]st|sp[aä]rra|sperret|frys|blokeret|blockera|lukittu|lukit|j[aä][aä]dyt)/,
  },
  {
    said: "535 Contul este blocat",
    pattern: /(?:contul|accesul|cont|autentificarea)[^.]{0,40} (?:blocat|suspendat|[iî]nghe[tțţ]at)/,
  },
  {
    said: "535 A fiók ideiglenesen zárolva",
    pattern:
      /(?:fi[oó]k|hozz[aá]f[eé]r[eé]s|bejelentkez)\S{0,6}[^.]{0,40} (?:z[aá]rol|letilt|felf[uü]ggeszt|befagyaszt)/,
  },
  {
    said: "535 Hesabınız kilitlendi",
    pattern: /(?:hesab|oturum|giri[sş])\S{0,6}[^.]{0,40} (?:kilitlen|engellen|dondurul|ask[iı]ya)/,
  },
  {
    said: "535 Учётная запись временно заблокирована",
    pattern:
      /(?:аккаунт|уч[её]тн\S{1,4} запис\S{1,2}|доступ|вход|ящик|пользовател\S{1,2})[^.]{0,40} (?:заблокирован|блокирован|заморожен|приостановлен)|заблокован/,
  },
  {
    said: "535 账号已被锁定",
    pattern: /(?:帐号|账号|帐户|账户|帳號|帳戶|用户)[^。]{0,12}(?:锁定|鎖定|冻结|凍結|被锁|封禁)/,
  },
  {
    said: "535 アカウントがロックされています",
    pattern: /アカウント[^。]{0,20}(?:ロック|凍結|停止)/,
  },
  { said: "535 계정이 잠겼습니다", pattern: /계정[^.]{0,20}(?:잠겼|잠금|차단|정지|동결)/ },
  {
    said: "535 Профилът е заключен",
    pattern:
      /заключен|блокиран|закључан|zaklju[cč]an|zaklenjen|blokiran|κλειδ[ωώ]|αποκλε[ιίί]|lukusta|blo[kķ][eē]t|u[zž]rakint|u[zž]blokuot|bị kh[oó][aá]|dikunci|diblokir|bloquejat|blokeatu|zamknut|kilitli|utenza bloccat|נעול|ננעל|חסום|مقفل|محظور|læst/,
  },
];

/**
 * Whatever is refused for so long: "Authentication disabled for 30 minutes", "Login denied, please wait 10 minutes". Only
 * with a refusal for good: for now, a wait is what any busy or greylisting server asks for.
 */
export const waits: readonly LockOutWords[] = [
  {
    said: "535 Authentication disabled for 30 minutes",
    pattern:
      /\d ?(?:de )?(?:se[ckg]|s[eé]c|se[ck]ú|min|hou?r|stund|heure|hora|hrs?\b|or[aeă]\b|uur|uren|godz|hod[ií]n|tim(?:m|er)|tun(?:t|n)i|m[aá]sodperc|perc|[oó]r[aá]|saniye|dakika|saat|секунд|минут|хвилин|час|годин|λεπτ|phút|giờ|menit|jam\b|דקות|דקה|دق[ايئ]|ساع|秒|分|小时|小時|時間|초|분|시간)|\bwait\b|(?:an|one|few|some|several|ten|fifteen|thirty) (?:minutes?|hours?)\b/,
  },
  {
    said: "535 Bitte warten Sie einige Minuten",
    pattern:
      /warten sie|(?:einige|wenige) minuten|einer? (?:viertel)?stunde|patiente[rz]|quelques minutes|une heure|espere|aguarde|(?:unos|algunos|alguns) minutos|una hora|uma hora|attend(?:ere|i|ete)\b|(?:alcuni|qualche) minut|un'ora|\bwacht\b|enkele minuten|v[aä]nta\b|\bvent\b|odota|a[sșş]tepta[tțţ]i|v[aá]rjon|bekleyin/,
  },
  {
    said: "535 Подождите",
    pattern:
      /poczeka[jć]|kilka minut|po[cč]k(?:ejte|ajte)|n[eě]kolik minut|подождите|зачекайте|(?:请|請)(?:等待|稍候)|お待ちください|기다(?:려|리)/,
  },
];
