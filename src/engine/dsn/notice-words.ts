// The sentences in which servers tell what has become of a message, in the languages they speak: the one home of them.
// `alone`: said in no answer to a mail program, so that a text with it is a notice; `inNotice`: believed only in one.

export interface NoticeWords {
  readonly alone: readonly RegExp[];
  readonly inNotice: readonly RegExp[];
}

/** A notice by its fields or its make, whatever it tells. */
export const madeByServer: readonly RegExp[] = [
  // RFC 3464 fields, and what tools print of them
  /^(?:diagnostic-code|final-recipient|original-recipient|reporting-mta|remote-mta|action):/im,
  /\bsmtp; ?[245]\d\d/i,
  // Exim: "This message was created automatically by mail delivery software."; Postfix: "This is the mail system at host"
  /created automatically by mail delivery software|this is the mail system at host|delivery status notification/i,
  // Exim: "    host mx.example.com [192.0.2.1]: 554 5.7.1 <user@example.com>: ..."
  /^ {0,8}host \S{1,200} \[[^\]\s]{1,60}\]: [45]\d\d/im,
  // qmail: "Hi. This is the qmail-send program at example.com." / "Remote host said: 550" / "Giving up on 192.0.2.1."
  /qmail-send program|failed addresses follow|rejected by sieve|program at \S{1,200}\.\s{1,4}i'm afraid|remote host said:|giving up on \d/i,
  // Sendmail: "----- Transcript of session follows -----", "(reason: 550 relay not permitted)"
  /transcript of session follows|\(reason: [45]\d\d|^<<< [45]\d\d/im,
  // Gmail, Exchange: "The response from the remote server was:"; chasquid, OpenSMTPD
  /the response (?:from the remote server )?was:|the error that the other server returned|please do not reply to this e-?mail|attempting to deliver a message for/i,
  // Exchange: "#550 5.4.1 Relay Access Denied ##", "Remote Server returned '550 5.7.1 ...'", "#<edge05.example.net #5.7.1 smtp;550 ..."
  /^ {0,8}#[245]\d\d [245]\.\d|remote server returned ['<\d]|#<\S{1,120} #[45]\.|#smtp#/im,
  // Exchange, where administrators are to look
  /diagnostic information for administrators|diagnoseinformationen für administrator|informations de diagnostic pour les administrateurs|información de diagnóstico para los administradores|informazioni di diagnostica per gli amministratori|informações de diagnóstico para (?:os )?administradores|diagnostische gegevens voor beheerders|informacje diagnostyczne dla administrator|диагностические сведения для администратор|管理者向けの診断情報|管理员的?诊断信息|系統管理員(?:的)?診斷資訊|관리자를 위한 진단 정보/i,
];

export const delayed: NoticeWords = {
  alone: [
    // Postfix, Sendmail, Exim, OpenSMTPD, Courier, MDaemon, Gmail, Exchange
    /not yet been delivered|will be (?:re)?tried (?:until|for)|(?:message|mail) hasn't been delivered yet|delivery (?:is )?(?:incomplete|delayed)|(?:message|mail) (?:you sent )?(?:has been |was |is )?(?:temporarily )?delayed|no action is required on your part|temporary problem delivering|delivery attempts will continue/i,
    /(?:zustellung|nachricht)[^.\n]{0,60}verz[öo]gert|verzögerung bei der zustellung|noch nicht (?:an [^\n]{1,80} )?zugestellt|n['’]a pas encore été remis|(?:todavía|aún) no se ha entregado|non è ancora stato (?:recapit|consegn)|ainda não foi entregue|nog niet (?:bezorgd|afgeleverd)|jeszcze nie (?:została )?dostarczon|ещ[её] не доставлен|ännu inte levererats|endnu ikke (?:blevet )?leveret|まだ配信されて|尚未(?:传递|送达|傳遞|送達)|아직 (?:배달|전달)되지/i,
    /remise[^.\n]{0,40}(?:incompl[èe]te|retard[ée])|entrega (?:incompleta|retrasada)|(?:mensaje|entrega)[^.\n]{0,40} retrasad|(?:recapito|consegna) (?:incomplet|ritardat)|in ritardo|(?:mensagem|entrega)[^.\n]{0,40} (?:atrasad|incomplet)|(?:bezorging|bericht)[^.\n]{0,40} (?:vertraagd|onvolledig)|opóźnione|доставка[^.\n]{0,40} (?:отложен|задержан)|配信(?:が|は)?(?:遅れて|遅延|不完全)|传递(?:已)?延迟|傳遞(?:已)?延遲/i,
  ],
  inNotice: [
    /warning only|warning message only|still being retried|will be (?:re)?tried again|not been delivered to (?:one or more|some)[^]{0,60}after more than/i,
    /delivery(?: \S{1,60})? (?:is|has been|was) (?:temporarily )?(?:delayed|postponed)|(?:message|mail) \S{1,60} (?:is|has been|was) (?:temporarily )?delayed|only a temporary failure/i,
    /could not send message for (?:the )?past|(?:do|does) not need to re-?send|(?:no need to|do not) re-?send|will (?:keep|continue) (?:on )?(?:to )?(?:re)?try|will retry for|status notification \(delay|postponed due to/i,
    /verz[öo]gert|wird weiter versucht|retard[ée]e?|sera de nouveau|retrasad|ritardat|atrasad|vertraagd|op[óo][źz]ni|задержан|отложен|försenad|forsinket|viivästy|遅延|延迟|延遲|지연/i,
  ],
};

export const delivered: NoticeWords = {
  alone: [
    /success(?:fully|ful) (?:mail )?(?:deliver|relay)|successful delivery notification|status notification \((?:success|relay)|has been (?:successfully )?(?:delivered|relayed) to|was (?:successfully )?(?:delivered|relayed) to (?:the|these|your)|^(?:delivered|relayed): /i,
    /delivery to (?:these|the following) recipients?(?: or groups)? is complete|your message was relayed to|message (?:has been |was )?delivered successfully/i,
    /(?:zustellung|remise|entrega|recapito|bezorging|доставка)[^.\n]{0,120} (?:abgeschlossen|terminée|se ha completado|è stato completato|concluída|voltooid|завершена)|配信は完了|(?:传递|傳遞)(?:已)?完成/i,
    /erfolgreich zugestellt|wurde (?:an [^.\n]{1,60} )?zugestellt|^zugestellt: |(?:a été remis|remis avec succ)|^remis : |(?<!no )se (?:entregó|ha entregado)|entregado correctamente|^entregado: |consegnat[oa] correttamente|(?<!non )è stato recapitato|^consegnato: |(?<!não )foi entregue|entregue com [êe]xito|is bezorgd|успешно доставлено|正常に配信|配信されました|已成功(?:送达|傳遞|传递)/i,
  ],
  inNotice: [],
};

export const failed: NoticeWords = {
  alone: [
    /(?:message|mail) (?:could not|couldn't|cannot|can't) be delivered|wasn't delivered to|delivery has failed to these|did(?:n't| not) (?:reach (?:the following|some or all|one or more)|receive a copy)|was not delivered to:|recipients?(?:\(s\))? could not be reached/i,
    /unable to deliver (?:your|this|the)? ?message|undeliver(?:ed|able) (?:mail|message)|rejected your message:|delivery to the following recipients?(?:\(s\))? failed|returned to sender/i,
    /delivery of your message to the following|wasn't able to deliver your message|message to the following recipients? (?:cannot|could not|was not)|(?:message|mail) (?:(?:that )?you sent )?(?:has been |was |is )?(?:permanently )?undeliverable|your message to:? ?\S{1,64}@\S{1,255} was (?:automatically )?(?:rejected|blocked)/i,
    /error delivering your mail|had permanent (?:fatal )?(?:delivery )?errors|error occurred while (?:trying|attempting) to deliver|had delivery (?:problems|errors)|trouble delivering your message|message blocked|message not delivered|address not found|failed recipients/i,
    // Gmail, Exchange, Yandex and others, of the message that was not delivered, and of the delivery that failed
    /unzustellbar|nicht (?:an [^\n]{1,80} )?(?:zugestellt|übermittelt)|zustellung[^.\n]{0,80} fehlgeschlagen|fehler bei der nachrichten(?:zustellung|(?:ü|ue)bermittlung)|adresse nicht gefunden|nachricht blockiert/i,
    /n['’]a pas (?:pu [êe]tre|été) (?:remis|distribu|livr|d[ée]livr|transmis)|non remis|[ée]chec de (?:la )?remise|adresse introuvable|message bloqué/i,
    /no se (?:pudo|ha podido|puede) entregar|no se (?:ha )?entreg(?:ó|ado)|error al entregar|no (?:se ha encontrado|se encontró) la dirección|dirección no encontrada|mensaje bloqueado/i,
    /impossibile recapitare|non (?:è stat[oa]|è possibile|può essere) (?:recapit|consegn)|non recapitat|recapito non riuscito|indirizzo non trovato|messaggio bloccato/i,
    /não (?:foi|p[ôo]de|pode) (?:ser )?entregue|falha na entrega|endereço não encontrado|mensagem bloqueada/i,
    /niet (?:worden )?(?:bezorgd|afgeleverd)|kan niet (?:worden )?bezorg|bezorg(?:ing|en)[^.\n]{0,60} mislukt|adres niet gevonden|bericht geblokkeerd/i,
    /nie (?:została? )?dostarczon|nie (?:można|udało się)(?: było)? dostarczyć|dostarcz(?:anie|enie)[^.\n]{0,60} nie powiodło|nie znaleziono adresu|wiadomość zablokowana/i,
    /не (?:может быть|было|удалось) доставлен|не доставлено|не удалось доставить|сбой доставки|адрес не найден|сообщение заблокировано|не вдалося доставити|не доставлено/i,
    /kunde inte levereras|har inte levererats|inte att leverera|adressen hittades inte|(?:kunne|blev|ble) ikke lever|ikke levere til|levering[^.\n]{0,60} mislykkedes|adressen blev ikke fundet|ei voitu toimittaa|ei toimitettu|osoitetta ei löydy|toimittaminen[^.\n]{0,80} epäonnistui/i,
    /teslim edilemedi|teslim başarısız|adres bulunamadı|(?:nebyla|nemohla být|nelze) doruč|doručení[^.\n]{0,60} se nezdařilo|adresa nebyla nalezena|adresa nenalezena|nem sikerült kézbesíteni|nem kézbesíthető|kézbesítés[^.\n]{0,60} sikertelen|a cím nem található|nu a (?:putut fi|fost) livrat|adresa nu a fost găsită|δεν (?:ήταν δυνατή η παράδοση|παραδόθηκε)/i,
    /配信(?:でき|され)ませんでした|(?:配信|送信)に失敗し|アドレス(?:不明|が見つかりません)|メッセージがブロック|无法(?:送达|投递|传递)|未(?:能)?送达|未能传递|传递给[^\n]{0,40}失败|找不到地址|邮件被阻止|無法(?:傳遞|送達|投遞)|傳送給[^\n]{0,40}失敗|未傳送給|退信|전달되지|배달하지 못했|배달할 수 없|전송되지 (?:않았|못했)|주소를 찾을 수 없/i,
  ],
  inNotice: [
    /(?:could|can) ?not be (?:re)?delivered|couldn't be delivered|(?:was|were) not delivered|not able to be delivered|del[ei]very (?:to the following \S{1,40} )?(?:has |have )?failed|unable to deliver|undeliver(?:able|ed)|non-?deliver|permanent (?:error|failure|fatal)|returned mail|failure notice|returning message|has failed|failed permanently|message (?:not|could not be) sent|did not reach|wasn't able to deliver|status notification \(fail|delivery (?:failure|problems|errors?)|failed mail|was blocked by|error (?:has )?occurred while (?:trying|attempting) to deliver|cannot deliver|not relayed to|refused to accept|had trouble delivering|address was not found|notification: failed|del[ei]ver[a-z ]{1,60} (?:was )?aborted|mail failure|incorrectly constructed|failed addresses follow|no valid recipients|has been (?:rejected|returned)|giving up|invalid user address|no such user here/i,
    /konnte nicht|не (?:может быть|было|удалось|доставлено)|недоставлен|送信できませんでした|不明|配信不能|失败|失敗|não (?:foi|p[ôo]de)|nie można było/i,
  ],
};
