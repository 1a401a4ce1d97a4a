// Words that servers say anyway: of the sentences of our catalogue, and of mail in general. Who has one of them as a
// password, or for a name, is not helped by a gap in "relay *** permitted", which hides what the server means and tells
// the word. The redactor's test names what a new sentence adds.

const words = `
aaaa aanmeldpogingen abgelehnt aborted about absender absenderadresse abuse accept accepted access accesso
account accounts action activated active activity add address addressee addresses admin administrative
administrator adresse advertise advertised after again against alias all allocation allow allowed also and
anmeldeversuche anmeldung anonymous another answer any appartiennent application are arrived ascii ask
associated attachment atteinte attempt attempting attempts attrbl auf aup autenticación autenticazione
autentificare auth authenticate authenticated authenticatie authentication authentification
authentifizierung authorised authorization authorized autorisé autorizzato aux available açma back bad
badcredentials badmailfrom banned based basic başarısız because been before behalf bejelentkezési belong benutzer
between black blacklisted blocat bloccato block blocked blocking blocks bloqueada both bounce box boîte
browser business busy but can cannot capability casilla cdrbl changes channel characters check checks client clients
close closed closing cmsmtp cnct code com command commands company complaints compliant compte conexión
configuration configured connect connecting connection connections connexion connexions consentito considered contact
contacts contain containing contains content continue contraseña contul conversation correct could couldn
country credential credentials cuenta currently customer customers customfromdenied daily data databytes day
deactivated default deferred delete deliver delivered delivery dem demasiados denemesi denied derzeit des
destinataire destination detected determine dialup die diese diesem differents directly directory disabled
disallowed disk dkim dmarc dns dnsbl doe does doesn domain domains domino don doorsturen down dočasně due
during dyn dynamic dynamische dépasse dépassée each echec ehlo email emails emetteur empfänger enabled encrypt encrypted
encryption end enter entries envelope envid envoi equal erforderlich erreichbar error errors essayer est establish este
every example exceeded exceeding exceeds excessive exchanger exist expansion expirado expired expéditeur extension external
fail failed failing fails failure failures fallita falliti fazla feature fehlernummer fehlgeschlagen
fehlgeschlagene filter filtered find fine first fixed fiók following for forged forgery forward found
framework frequency from full fully för für gateway geblokkeerd gebruiker gehostet gesperrt get geweigerd global gmail
going good got greeting greylisted greylisting group groups gsmtp gssapi guest had handle has hasło hat have
header headers hello helo help her here hesabınız him his home host hosted hosting hosts hour house http
https hub ibsmtp ideiglenesen identifiant identified identities identity ihr imap implemented inactive
inactivity incoming inconnu incorrect incorrectly incorrectos indésirable information inicio
inloggningsförsök inoltro input instead intentos internet into invalid invalide invalidsecondfactor isn isp
issue issues ist its jane judged junkmail kennwort kerberos key kilitlendi konto kontot kunden kísérlet
large last later ldap less let letter lettres level likely limit limite limited limits line link list liste
listed lists local locked log logged login logins logowania long lookup loops lost loving low lpn lub låst
mail mailbox mailfrom mailgun mailing mails mailserver malformed malsucedidas man many marked match max may
mechanism meet megtagadva men message messages method middle minutes mislukte mismatch mismatched mismatches
missing misslyckade misspelled mit mittente mnoho moins more mta much muitas multe must myself många nadawca
name named names need needed needs negato neobhodim neodpovídá net network never new next neúspěšných nicht
nieprawidłowy nieudanych niezgodny noire non none not now null nullmx number nur nxdomain oauth occurred
odesílatel odmietnutý off office okay old onbekende one online only open option org organization originating originator other
oturum our ours out outbound outgoing over overlimit own owned owner parameters parol part pass passing
password passwords passwort path peer per perform perhaps permanent permanently permission permissions
permit permitted plain plaintext please pleine plus pokusů pol policies policy poor pop port ports poses
possible postfach postmaster pour prea prenos present prilozheniya private problem process program progress
prohibited prohibition proper protection protocol provider przekazywanie prób psmtp ptr public purported put
přihlášení příliš qualified queue queued quickly quota quotaexceededexception raisons rate rbl rcpt
rcpthosts reach reached ready reason reasons receive received receiving recipient recipients recognized
record recusado reencaminhamento refuse refused refusing refusé registered reject rejected rejecting
rejection rejete rejeté relais relay relaying remote repeated reputation request requested requiere required
requires requise reset resolve resource responded responsible restricted restrictions retransmission retry
return returned reverse rfc richiesta right rights risk root route routines rule rules run said same sasl saslauthd
say school sconosciuto second secret secure security see seem segura selected send sendasdenied sender
senders sending sendrawemail sent sequence server serverantwort servers service services ses sesión session
sessions set settings shall she should sign signature sikertelen simple since size slow smtp
smtpclientauthentication sok some sometime sorry space spam spamhaus spammer spamming specific specified spf
spm spoofed ssl starttls state status stimmt storage submit such support supported sur suspended suspendida suspicious
switched synchronization syntax system systems sécurité table taille taken tard tempfail temporairement
temporalmente temporarily temporary tenant tenantattribution tentativas tentatives tentativi terminated test
testing tests than thank thanks that the their them then there these they this those threshold through
ticket tijdelijk tillfälligt time timed timeout times tls token too továbbítás traffic transaction transfer
transient transmission transport tried trop troppi try trying turn turned two type túl ube una unable
unauthenticated unauthorised unauthorized unavailable unbekannt unbekannter unconfigured undeliverable under
une unexpected unexpectedly unimplemented university unknown unrecognized unroutable unsolicited unspecified
unsuccessful unsupported until unusual unverified url use used user username users using usuario utente
utilisateurs uwierzytelnienie użytkownikiem valid validated validrcptto veel verbindung vereist verification
verified verifier verify verrouillé verschlüsselte version verweigert very veuillez via viele violation
virtual virus voll volume vorübergehend votre wantautherror warning was way weak web webmail weitergabe
weiterleitung welcome were weren what when where which while white whitelist wiele will wird with without
workspace would wrong wurde www wymagane yes yet you your yours zablokován zablokowane zabronione
zalogowanym zbyt zostało zuviele zárolva çok încercări účet überein аутентификации аутентификация временно
входа заблокирована запись запрещена много найден неудачных ошибка пользователь попыток ретрансляция слишком
требуется учётная アカウントがロックされています ログイン試行回数が多すぎます 中継が拒否されました 发件人与认证用户不一致 发送的邮件内容包含了未被许可的信息 发送频率过高 或被系统识别为垃圾邮件
用户不存在 登录失败次数过多 认证失败 请先登录 账号已被锁定 邮件太大 邮箱已满 계정이 로그인 많습니다 시도가 잠겼습니다
`;

export const ordinaryWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
