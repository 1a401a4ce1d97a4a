// What a user sees of a notice and copies into the box: in the languages of Gmail and Exchange, and of each make in
// English. Whose words they are is told without a header; where it cannot be told, the page asks.

import { describe, expect, it } from "vitest";
import { readReport } from "../../../src/engine/replies/read-report.js";
import { isUnclear } from "../../../src/engine/replies/wrapper.js";

const reply = `550 5.1.1 The email account that you tried to reach does not exist. abc123 - gsmtp`;

/** As Gmail shows it: a title, a sentence, and the server's reply below. */
const gmail: readonly (readonly [string, string])[] = [
  [
    "en",
    "Address not found\nYour message wasn't delivered to carol@elsewhere.test because the address couldn't be found, or is unable to receive mail.\nThe response was:",
  ],
  [
    "de",
    "Adresse nicht gefunden\nIhre Nachricht wurde nicht an carol@elsewhere.test zugestellt, weil die Adresse nicht gefunden wurde oder keine E-Mails empfangen kann.\nAntwort:",
  ],
  [
    "fr",
    "Adresse introuvable\nVotre message n'a pas été remis à carol@elsewhere.test, car l'adresse est introuvable ou ne peut pas recevoir de messages.\nRéponse :",
  ],
  [
    "es",
    "No se ha encontrado la dirección\nTu mensaje no se ha entregado a carol@elsewhere.test porque no se ha encontrado la dirección.\nRespuesta:",
  ],
  [
    "it",
    "Indirizzo non trovato\nIl tuo messaggio non è stato recapitato a carol@elsewhere.test perché l'indirizzo non è stato trovato.\nRisposta:",
  ],
  [
    "pt",
    "Endereço não encontrado\nSua mensagem não foi entregue a carol@elsewhere.test porque o endereço não foi encontrado.\nResposta:",
  ],
  [
    "nl",
    "Adres niet gevonden\nJe bericht is niet bezorgd bij carol@elsewhere.test omdat het adres niet kan worden gevonden.\nAntwoord:",
  ],
  [
    "pl",
    "Nie znaleziono adresu\nWiadomość nie została dostarczona na adres carol@elsewhere.test, ponieważ nie można go znaleźć.\nOdpowiedź:",
  ],
  [
    "ru",
    "Адрес не найден\nСообщение не доставлено на адрес carol@elsewhere.test, так как он не найден.\nОтвет:",
  ],
  [
    "uk",
    "Адресу не знайдено\nПовідомлення не доставлено на адресу carol@elsewhere.test, оскільки її не знайдено.\nВідповідь:",
  ],
  [
    "sv",
    "Adressen hittades inte\nMeddelandet har inte levererats till carol@elsewhere.test eftersom adressen inte hittades.\nSvar:",
  ],
  [
    "da",
    "Adressen blev ikke fundet\nDin besked blev ikke leveret til carol@elsewhere.test, fordi adressen ikke blev fundet.\nSvar:",
  ],
  [
    "fi",
    "Osoitetta ei löydy\nViestiäsi ei toimitettu vastaanottajalle carol@elsewhere.test, koska osoitetta ei löydy.\nVastaus:",
  ],
  [
    "cs",
    "Adresa nebyla nalezena\nVaše zpráva nebyla doručena na adresu carol@elsewhere.test, protože adresa nebyla nalezena.\nOdpověď:",
  ],
  ["tr", "Adres bulunamadı\nİletiniz carol@elsewhere.test adresine teslim edilemedi.\nYanıt:"],
  ["ja", "アドレス不明\ncarol@elsewhere.test が見つからないため、メールは配信されませんでした。\n応答:"],
  ["zh", "找不到地址\n由于找不到地址，您的邮件未送达 carol@elsewhere.test。\n回复："],
  ["ko", "주소를 찾을 수 없음\ncarol@elsewhere.test 주소를 찾을 수 없어 메일이 전송되지 않았습니다.\n응답:"],
];

const block = `
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient carol@elsewhere.test not found by SMTP address lookup'`;

/** As Exchange shows it: what failed, the address, and what is for administrators. */
const exchange: readonly (readonly [string, string, string])[] = [
  [
    "en",
    "Delivery has failed to these recipients or groups:",
    "Diagnostic information for administrators:\nGenerating server:",
  ],
  [
    "de",
    "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:",
    "Diagnoseinformationen für Administratoren:\nGenerierender Server:",
  ],
  [
    "fr",
    "Échec de la remise à ces destinataires ou groupes :",
    "Informations de diagnostic pour les administrateurs :\nServeur de génération :",
  ],
  [
    "es",
    "No se pudo entregar a estos destinatarios o grupos:",
    "Información de diagnóstico para los administradores:\nGenerando servidor:",
  ],
  [
    "it",
    "Recapito non riuscito per i seguenti destinatari o gruppi:",
    "Informazioni di diagnostica per gli amministratori:\nServer di generazione:",
  ],
  [
    "pt",
    "Falha na entrega a estes destinatários ou grupos:",
    "Informações de diagnóstico para administradores:\nGerando servidor:",
  ],
  [
    "nl",
    "Kan niet bezorgen bij deze geadresseerden of groepen:",
    "Diagnostische gegevens voor beheerders:\nServer:",
  ],
  [
    "pl",
    "Dostarczanie do następujących adresatów lub grup nie powiodło się:",
    "Informacje diagnostyczne dla administratorów:\nSerwer generujący:",
  ],
  [
    "ru",
    "Сбой доставки следующим получателям или группам:",
    "Диагностические сведения для администраторов:\nСоздающий сервер:",
  ],
  [
    "sv",
    "Det gick inte att leverera till följande mottagare eller grupper:",
    "Diagnostikinformation för administratörer:\nGenererande server:",
  ],
  [
    "da",
    "Levering til følgende modtagere eller grupper mislykkedes:",
    "Diagnosticeringsoplysninger for administratorer:\nGenererende server:",
  ],
  [
    "fi",
    "Viestin toimittaminen seuraaville vastaanottajille tai ryhmille epäonnistui:",
    "Diagnostiikkatiedot järjestelmänvalvojille:\nPalvelin:",
  ],
  [
    "cs",
    "Doručení následujícím příjemcům nebo skupinám se nezdařilo:",
    "Diagnostické informace pro správce:\nServer:",
  ],
  [
    "hu",
    "A kézbesítés a következő címzetteknek vagy csoportoknak sikertelen:",
    "Diagnosztikai információk rendszergazdáknak:\nKiszolgáló:",
  ],
  ["ja", "次の受信者またはグループへの配信に失敗しました:", "管理者向けの診断情報:\n生成サーバー:"],
  ["zh-CN", "未能传递到这些收件人或组:", "管理员的诊断信息:\n生成服务器:"],
  ["zh-TW", "傳送給下列收件者或群組時失敗:", "系統管理員診斷資訊:\n產生伺服器:"],
  ["ko", "다음 받는 사람 또는 그룹에게 배달하지 못했습니다.", "관리자를 위한 진단 정보:\n생성 서버:"],
];

/** Made up after each program's own form, all of one recipient who does not exist. */
const makes: readonly (readonly [string, string])[] = [
  [
    "Haraka",
    "Hi. This is the Haraka Mailer program at mail.alpha.test.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\nIntended Recipients: <carol@elsewhere.test>\nFailed Recipients: <carol@elsewhere.test>\nFailure Reason: Error: 550 5.1.1 No such user",
  ],
  [
    "Courier",
    "                           UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<carol@elsewhere.test>:\n    mx.elsewhere.test [192.0.2.1]:\n<<< 550 5.1.1 User unknown.\n",
  ],
  [
    "qmail",
    "Hi. This is the qmail-send program at mail.alpha.test.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<carol@elsewhere.test>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 192.0.2.1.\n",
  ],
  [
    "Sendmail",
    "   ----- The following addresses had permanent fatal errors -----\n<carol@elsewhere.test>\n    (reason: 550 5.1.1 <carol@elsewhere.test>... User unknown)\n",
  ],
  [
    "Exim",
    "A message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  carol@elsewhere.test\n    host mx.elsewhere.test [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<carol@elsewhere.test>:\n    550 5.1.1 User unknown",
  ],
  [
    "Postfix",
    "I'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients.\n\n<carol@elsewhere.test>: host mx.elsewhere.test[192.0.2.1] said: 550 5.1.1\n    <carol@elsewhere.test>: User unknown (in reply to RCPT TO command)",
  ],
  [
    "OpenSMTPD",
    "    An error has occurred while attempting to deliver a message for\n    the following list of recipients:\n\ncarol@elsewhere.test: 550 5.1.1 User unknown\n",
  ],
  [
    "chasquid",
    'Delivery of your message to the following recipient(s) failed permanently:\n\n  - "carol@elsewhere.test" (EMAIL) failed permanently with error:\n    mx.elsewhere.test.: MAIL/RCPT failed: 550 "5.1.1 User unknown"\n',
  ],
  [
    "MDaemon",
    "The following message had permanent fatal delivery errors.\n\nThe following addresses did NOT receive a copy of your message:\n\n> carol@elsewhere.test\n\n <-- 550 5.1.1 User unknown\n",
  ],
  [
    "hMailServer",
    "Your message did not reach some or all of the intended recipients.\n\nThe following recipient(s) could not be reached:\n\ncarol@elsewhere.test\n   Remote server replied: 550 5.1.1 User unknown\n",
  ],
  [
    "Kerio",
    "Delivery to the following recipient(s) failed permanently:\n\n     carol@elsewhere.test (550 5.1.1 User unknown)\n",
  ],
  [
    "Domino",
    "Your message\n\n  Subject: Hello\n\nwas not delivered to:\n\n  carol@elsewhere.test\n\nbecause:\n\n  550 5.1.1 User unknown\n",
  ],
  [
    "Mail.Ru",
    "К сожалению, Ваше письмо не может быть доставлено одному или нескольким\nполучателям:\n\ncarol@elsewhere.test\nhost mx.elsewhere.test [192.0.2.1]: 550 5.1.1 User unknown",
  ],
  [
    "QQ",
    "抱歉，您的邮件被退回来了……\n收件人邮件地址（carol@elsewhere.test）不存在，邮件无法送达。\nhost mx.elsewhere.test[192.0.2.1] said: 550 5.1.1 User unknown\n",
  ],
  [
    "Yahoo",
    "Sorry, we were unable to deliver your message to the following address.\n\n<carol@elsewhere.test>:\n550: 5.1.1 User unknown\n",
  ],
  [
    "iCloud",
    "Your message could not be delivered to the following recipients:\n\ncarol@elsewhere.test\nReason: Remote SMTP server has rejected address\nDiagnostic code: smtp;550 5.1.1 User unknown\n",
  ],
];

const delays: readonly (readonly [string, string])[] = [
  [
    "Exchange, en",
    "Delivery is delayed to these recipients or groups:\n\ncarol@elsewhere.test\n\nThis message hasn't been delivered yet. Delivery will continue to be attempted.",
  ],
  [
    "Exchange, de",
    "Verzögerung bei der Zustellung an folgende Empfänger oder Gruppen:\n\ncarol@elsewhere.test\n\nDiese Nachricht wurde noch nicht zugestellt.",
  ],
  [
    "Exchange, fr",
    "La remise à ces destinataires ou groupes est retardée :\n\ncarol@elsewhere.test\n\nCe message n'a pas encore été remis.",
  ],
  [
    "Gmail, en",
    "Delivery incomplete\nThere was a temporary problem delivering your message to carol@elsewhere.test. Gmail will retry for 45 more hours.",
  ],
];

function expectFailed(text: string): void {
  const report = readReport(text);
  expect(report?.notice?.event).toBe("failed");
  expect(report?.refused.kind).not.toBe("own-server");
  expect(report?.refusal?.recipients).toEqual(["carol@elsewhere.test"]);
  expect(isUnclear(text)).toBe(false);
}

describe("the visible text of a notice", () => {
  it.each(makes)("%s", (_, text) => {
    expectFailed(text);
    expect(readReport(text)?.refusal?.code).toBe(550);
  });

  it.each(delays)("%s, of a delay", (_, text) => {
    const report = readReport(text);
    expect(report?.notice?.event).toBe("delayed");
    expect(report?.refusal?.recipients).toEqual(["carol@elsewhere.test"]);
  });

  it.each([
    [
      "Exchange, en",
      "Delivery to these recipients or groups is complete, but no delivery notification was sent:",
    ],
    ["Exchange, de", "Die Zustellung an folgende Empfänger oder Gruppen ist abgeschlossen:"],
  ])("%s, of a success", (_, text) => {
    const report = readReport(`${text}\n\ncarol@elsewhere.test`);
    expect(report?.notice?.event).toBe("delivered");
    expect(report?.refusal).toBeNull();
  });

  it("of which nothing tells whose words they are is asked about", () => {
    expect(
      isUnclear(
        "Hola\n\nTu mensaje para carol@elsewhere.test\ntiene un problema:\n550 5.7.1 relay not permitted\n",
      ),
    ).toBe(true);
    expect(isUnclear("550 5.7.1 relay not permitted")).toBe(false);
    // No letter is that short, empty lines or not.
    expect(isUnclear("Tu mensaje\n\n\ntiene un problema:\n \n550 5.7.1 relay not permitted")).toBe(false);
  });

  it.each(gmail)("Gmail, %s: with the reply below", (_, text) => {
    expectFailed(`${text}\n${reply}`);
    expect(readReport(`${text}\n${reply}`)?.refusal?.code).toBe(550);
  });

  it.each(gmail)("Gmail, %s: the sentences alone", (_, text) => {
    expect(readReport(text)?.notice?.event).toBe("failed");
  });

  it.each(exchange)("Exchange, %s: whole", (_, failed, diagnostics) => {
    const text = `${failed}\n\ncarol@elsewhere.test (carol@elsewhere.test)\nX\n\n${diagnostics} mail.alpha.test\n\ncarol@elsewhere.test${block}`;
    expectFailed(text);
    expect(readReport(text)?.refusal?.code).toBe(550);
  });

  it.each(exchange)("Exchange, %s: the first sentence alone", (_, failed) => {
    expectFailed(`${failed}\n\ncarol@elsewhere.test\n`);
  });
});
