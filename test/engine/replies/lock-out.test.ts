// Words of lock-out in every language of the catalogue, and what only sounds like them.

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classify } from "../../../src/engine/replies/classify.js";
import { fold } from "../../../src/engine/replies/fold.js";
import { forNow, locked, shutOut, tooManyTries, waits } from "../../../src/engine/replies/lock-out-words.js";
import { saysLockOut } from "../../../src/engine/replies/lock-out.js";
import { withoutClasses } from "./pattern-source.js";

const said = (line: string, stage: "auth" | "rcpt" | "connect" | "data" = "auth"): boolean =>
  saysLockOut({ stage, code: Number(line.slice(0, 3)), lines: [line.slice(4)] });

describe("a server that has shut the user out", () => {
  const everywhere = [...tooManyTries, ...shutOut];

  it.each([...everywhere, ...forNow, ...locked, ...waits])("$said", ({ said: sentence, pattern }) => {
    expect(pattern.test(fold(sentence))).toBe(true);
    expect(pattern.flags).toBe("");
    expect(withoutClasses(pattern.source)).not.toMatch(/[*+]|\{\d+,\}/);
    expect(said(sentence)).toBe(true);
  });

  it.each(everywhere)("$said, wherever it says so but of the message itself", ({ said: sentence }) => {
    expect(said(sentence, "connect")).toBe(true);
    expect(said(sentence, "rcpt")).toBe(true);
    expect(said(sentence, "data")).toBe(false);
  });

  it.each([
    "535 Too many bad auth attempts",
    "535 5.7.8 account temporarily locked",
    "535 Account disabled due to repeated authentication failures",
    "535 login attempts exceeded",
    "535 Zu viele fehlgeschlagene Anmeldeversuche",
    "535 Trop de tentatives de connexion",
    "421 Too many failed logins",
    "535 5.7.0 Too many authentication failures, try again later",
    "535-5.7.8 Your account has been locked out. 5.7.8 Contact your administrator",
    "550 5.7.1 Your IP address has been temporarily blocked due to too many failed login attempts",
    "454 4.7.0 Temporary authentication failure",
    "421 4.7.0 Try again later, closing connection",
    "535 5.7.8 Maximum login attempts reached for alice@example.test",
    "535 Ihr Konto wurde vorübergehend gesperrt",
    "535 Compte verrouillé",
    "535 Учетная запись заблокирована",
    "535 Authentication disabled for 30 minutes",
    "535 5.7.8 Login denied, please wait 10 minutes",
    "432 4.7.0 Login denied, please wait 10 minutes",
    "435 Authentication disabled for 30 minutes",
    "450 Zu viele Anmeldeversuche, bitte warten Sie 10 Minuten",
    "535 Account frozen",
    "535 5.7.1 Account is frozen",
    "535 Your account was suspended",
    "535 Retry after 600 seconds",
    "535 Try again in one hour",
    "535 LDAP database account locked",
    "451 4.7.1 Rate limit exceeded",
    "535 5.7.0 Slow down",
    "535 Throttled",
    "535 Too many tries",
    "535 Too many failed attempts",
    "535 Number of failed login attempts exceeded",
    "535 Anmeldung für 15 Minuten deaktiviert",
    "535 Ihr Konto ist eingefroren",
    "535 Bitte warten Sie einige Minuten",
    "535 Connexion refusée, réessayez dans 10 minutes",
    "535 Compte gelé",
    "535 Veuillez patienter avant de réessayer",
    "535 Autenticación deshabilitada durante 30 minutos",
    "535 Cuenta congelada",
    "535 Acceso denegado, espere unos minutos",
    "535 Conta congelada",
    "535 Autenticação desativada por 1 hora",
    "535 Autenticazione disabilitata per 30 minuti",
    "535 Account congelato",
    "535 Accesso negato, attendere",
    "535 Aanmelden 30 minuten uitgeschakeld",
    "535 Account bevroren",
    "535 Logowanie wyłączone na 30 minut",
    "535 Účet zmrazen",
    "535 Přihlášení zakázáno na 30 minut",
    "535 Kontot är fryst",
    "535 Login spærret i 30 minutter",
    "535 Kirjautuminen estetty 30 minuutiksi",
    "535 Autentificare dezactivată 30 de minute",
    "535 Cont suspendat",
    "535 Bejelentkezés letiltva 30 percre",
    "535 Hesap donduruldu, 30 dakika bekleyin",
    "535 Вход отключён на 30 минут",
    "535 Аккаунт заморожен",
    "535 Вхід заблоковано на 15 хвилин",
    "535 账户已冻结",
    "535 请30分钟后再试",
    "535 30分後にもう一度お試しください",
    "535 30분 후에 다시 시도하세요",
  ])("%s", (line) => {
    expect(said(line)).toBe(true);
  });
});

/** Too many tries, and a locked account, in each language that the page speaks. */
const inLanguages: Readonly<Record<string, readonly string[]>> = {
  ar: ["محاولات كثيرة جدا", "الحساب مقفل", "حاول بعد 10 دقائق"],
  bg: ["Твърде много неуспешни опити", "Профилът е заключен"],
  ca: ["Massa intents fallits", "El compte està bloquejat"],
  cs: ["Příliš mnoho neúspěšných pokusů", "Účet je uzamčen"],
  da: ["For mange forsøg", "Kontoen er låst"],
  de: ["Zu viele Fehlversuche", "Ihr Konto ist gesperrt"],
  el: ["Πάρα πολλές αποτυχημένες προσπάθειες", "Ο λογαριασμός κλειδώθηκε", "Δοκιμάστε σε 10 λεπτά"],
  en: ["Too many failed attempts", "Account locked", "Login frequency limited"],
  es: ["Demasiados intentos fallidos", "Cuenta bloqueada"],
  et: ["Liiga palju ebaõnnestunud katseid", "Konto on lukustatud"],
  eu: ["Saiakera gehiegi", "Kontua blokeatuta dago"],
  fi: ["Liian monta yritystä", "Tili on lukittu"],
  fr: ["Trop de tentatives", "Compte bloqué"],
  gl: ["Demasiados intentos errados", "Conta bloqueada"],
  he: ["יותר מדי ניסיונות", "החשבון נעול", "נסה שוב בעוד 10 דקות"],
  hr: ["Previše neuspjelih pokušaja", "Račun je zaključan"],
  hu: ["Túl sok próbálkozás", "A fiók zárolva"],
  id: ["Terlalu banyak percobaan gagal", "Akun dikunci", "Coba lagi dalam 10 menit"],
  is: ["Of margar misheppnaðar tilraunir", "Aðgangi læst"],
  it: ["Troppi tentativi falliti", "Utenza bloccata"],
  ja: ["ログイン試行が多すぎます", "アカウントがロックされました"],
  ko: ["로그인 시도 횟수 초과", "계정이 잠겼습니다"],
  lt: ["Per daug nesėkmingų bandymų", "Paskyra užrakinta"],
  lv: ["Pārāk daudz neveiksmīgu mēģinājumu", "Konts ir bloķēts"],
  nb: ["For mange forsøk", "Kontoen er låst"],
  nl: ["Te veel mislukte pogingen", "Account geblokkeerd"],
  pl: ["Zbyt wiele błędnych prób", "Konto zablokowane"],
  pt_BR: ["Muitas tentativas", "Conta bloqueada"],
  pt_PT: ["Excesso de tentativas", "Conta suspensa"],
  ro: ["Prea multe încercări", "Contul este blocat"],
  ru: ["Слишком много попыток", "Аккаунт заблокирован"],
  sk: ["Príliš veľa pokusov", "Účet je zamknutý"],
  sl: ["Preveč neuspelih poskusov", "Račun je zaklenjen"],
  sr: ["Превише покушаја", "Налог је закључан"],
  sv: ["För många försök", "Kontot är spärrat"],
  tr: ["Çok fazla deneme", "Hesap kilitli"],
  uk: ["Забагато спроб", "Обліковий запис заблоковано"],
  vi: ["Quá nhiều lần đăng nhập thất bại", "Tài khoản bị khóa", "Thử lại sau 10 phút"],
  zh_CN: ["登录失败次数过多", "帐号已锁定"],
  zh_TW: ["登入嘗試次數過多", "帳戶已鎖定"],
};

describe("in every language of the catalogue", () => {
  it("there is something to recognise", () => {
    const languages = readdirSync(new URL("../../../_locales", import.meta.url)).filter(
      (name) => !name.endsWith(".md"),
    );
    expect(Object.keys(inLanguages)).toEqual(languages.sort());
  });

  it.each(Object.entries(inLanguages).flatMap(([language, all]) => all.map((one) => [language, one])))(
    "%s: %s",
    (_, sentence = "") => {
      expect(said(`535 ${sentence}`)).toBe(true);
    },
  );
});

describe("a server that has not", () => {
  it.each([
    "535 5.7.8 Error: authentication failed",
    "535 database is locked",
    "535 5.7.8 unable to open: database file is locked",
    "535 Incorrect authentication data",
    "535 5.7.8 Username and Password not accepted",
    "535 Anmeldung fehlgeschlagen",
    "534 5.7.9 Application-specific password required",
    "530 5.7.0 Authentication required",
    "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant",
    "535 5.7.139 Authentication unsuccessful, access has been blocked by Conditional Access policies",
    "535 5.7.8 Username and Password not accepted. For more information, go to https://support.example.test/mail/?p=BadCredentials 4fb4d7f45d1cf-5a1 - gsmtp",
    "535 Authentication failed: maximum message size 25 MB",
    "535 Fehler bei der Anmeldung, Kennwort falsch",
    "535 Identifiant ou mot de passe incorrect",
    "535 Usuario o contraseña incorrectos",
    "535 Имя пользователя или пароль неверны",
    "535 用户名或密码错误",
    "451 4.7.1 Greylisted, please try again in 5 minutes",
    "450 4.2.0 Greylisting in action, please wait 300 seconds",
    "451 4.3.0 Temporary server error, please wait and try again later",
    "432 4.7.0 Try again in a few minutes",
    "451 4.3.2 Bitte warten Sie einige Minuten",
    "450 Veuillez patienter quelques minutes",
    "451 请稍候",
    "535 5.7.1 Greylisted, try again in 5 minutes",
    // QQ's for any reason at all: mostly the password.
    "535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy.",
  ])("%s", (line) => {
    expect(said(line)).toBe(false);
  });

  it.each([
    "550 relay not permitted",
    "454 4.7.1 Relay access denied",
    "452 4.5.3 Too many recipients",
    "421 4.7.0 Too many connections from your host",
    "451 4.7.1 Too many messages, slow down",
    "550 5.1.1 User unknown",
    "554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org",
    "550 5.7.1 <bob@elsewhere.test>: Recipient address rejected: User temporarily locked",
    "550 5.7.606 Access denied, banned sending IP [192.0.2.1]",
    "554 This IP has been temporarily blocked for attempting to send too many messages",
    "450 4.2.0 Greylisted, please try again in 5 minutes",
    "550 Relay denied. Too many connection attempts",
    "554 multiple authentication headers",
    "421 Too many failed delivery attempts",
    "550 Maximum number of recipients reached",
    "452 Too many invalid recipients",
    "550 Zu viele Verbindungsversuche",
    "550 Demasiados intentos de conexión",
    "550 Troppi tentativi di connessione",
    "550 Te veel verbindingspogingen",
    "550 Zbyt wiele prób połączenia",
    "550 Слишком много попыток соединения",
    "550 接続試行回数の制限を超えました",
    "550 5.7.1 Account frozen",
    "550 Message deferred for 30 minutes",
    "550-relay not permitted. Perhaps you have not logged into the pop/imap server in the last 30 minutes",
  ])("%s, at the recipient", (line) => {
    expect(said(line, "rcpt")).toBe(false);
  });
});

it.each([
  "550-5.7.26 This mail has been blocked because the sender is unauthenticated.",
  "550 5.7.1 Message rejected: multiple authentication failures (SPF, DKIM)",
])("nor has one that speaks of the message: %s", (line) => {
  expect(said(line, "data")).toBe(false);
});

it("a time to wait is a lock where no code is told, and where it says no for good", () => {
  const saysSo = (code: number | null): boolean =>
    saysLockOut({ stage: "auth", code, lines: ["please try again in 5 minutes"] });
  expect([null, 535, 450].map(saysSo)).toEqual([true, true, false]);
});

it("takes time linear in what the server says", () => {
  expect(saysLockOut({ stage: "auth", code: 535, lines: ["too many ".repeat(20_000)] })).toBe(true);
});

describe("a lock, told at the sign-in", () => {
  const matterOf = (text: string): string | undefined =>
    classify({ text, kind: "smtp-reply", stage: "auth", code: 535 }).matter;

  it.each([
    ["Account locked", "account-disabled"],
    ["Compte bloqué", "account-disabled"],
    ["Ihr Zugang wurde gesperrt", "account-disabled"],
    ["Your IP address has been banned", "locked-out"],
    ["Account temporarily locked", "locked-out"],
    ["Login denied, please wait 10 minutes", "locked-out"],
    ["За много опити: твърде много", "locked-out"],
    // A new password opens it.
    ["your account is locked: too simple password", undefined],
    ["Account locked until the password is set anew", undefined],
    ["Compte bloqué, changez votre mot de passe", undefined],
    // A known sentence about a refused log-in: only a time to wait adds to it.
    ["Authentication failed, account locked", undefined],
    ["Authentication failed, please wait 10 minutes", "locked-out"],
    // Yahoo, of the first password that is none made for mail programs.
    ["5.7.0 (#AUTH005) Too many bad auth attempts.", undefined],
    ["5.7.8 Error: authentication failed", undefined],
    ["5.7.1 Greylisted, try again in 5 minutes", undefined],
  ])("%s: %s", (text, matter) => {
    expect(matterOf(text)).toBe(matter);
  });
});
