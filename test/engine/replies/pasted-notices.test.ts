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

function expectFailed(text: string): void {
  const report = readReport(text);
  expect(report?.notice?.event).toBe("failed");
  expect(report?.refused.kind).not.toBe("own-server");
  expect(report?.refusal?.recipients).toEqual(["carol@elsewhere.test"]);
  expect(isUnclear(text)).toBe(false);
}

describe("the visible text of a notice", () => {
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
