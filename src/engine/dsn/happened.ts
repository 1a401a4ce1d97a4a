// What a notice says has happened, where no field does: by its subject and its words, a success and a warning before
// a failure, since both quote what went wrong on the way. Sentences of servers in the languages they speak.

import type { DeliveryEvent } from "../model/delivery.js";

const delayed: readonly RegExp[] = [
  // Postfix, Sendmail, Exim, OpenSMTPD, Courier, MDaemon
  /warning only|warning message only|still being retried|will be (?:re)?tried (?:until|for|again)|not (?:yet )?been delivered to (?:one or more|some)[^]{0,60}after more than/i,
  /(?:message|mail|delivery)(?: \S{1,60})? (?:is|has been|was) (?:temporarily )?delayed|has not yet been delivered|delivery attempts will continue|only a temporary failure/i,
  /could not send message for (?:the )?past|(?:do|does) not need to re-?send|no action is required on your part|will (?:keep|continue) (?:on )?(?:re)?try/i,
  // Gmail, Exchange
  /will retry for|delivery (?:is )?(?:incomplete|delayed)|temporary problem delivering|status notification \(delay/i,
  /verz[öo]gert|wird weiter versucht|retard[ée]e?|sera de nouveau|retrasad|se ha retrasado|in ritardo|ritardat|atrasad|vertraagd|op[óo][źz]ni|задержан|отложен|försenad|forsinket|viivästy|遅延|延迟|延遲|지연/i,
];

const delivered: readonly RegExp[] = [
  /success(?:fully|ful) (?:mail )?(?:deliver|relay)|successful delivery notification|status notification \((?:success|relay)|has been (?:successfully )?(?:delivered|relayed) to|was (?:successfully )?(?:delivered|relayed) to (?:the|these|your)|^(?:delivered|relayed): /i,
  /delivery to (?:these|the following) recipients?(?: or groups)? is complete|your message was relayed to|message (?:has been |was )?delivered successfully/i,
  /erfolgreich zugestellt|wurde zugestellt an|^zugestellt: |remis avec succ|^remis : |entregado correctamente|^entregado: |consegnat[oa] correttamente|^consegnato: |entregue com [êe]xito|успешно доставлено|正常に配信|已成功(?:送达|傳遞|传递)/i,
];

const failed: readonly RegExp[] = [
  /(?:could|can) ?not be (?:re)?delivered|couldn't be delivered|wasn't delivered|was not delivered|were not delivered|not able to be delivered|delivery (?:to the following \S{1,40} )?(?:has |have )?failed|unable to deliver|undeliver(?:able|ed)|non-?deliver|permanent (?:error|failure|fatal)|returned mail|failure notice|returning message|has failed|failed permanently|message (?:not|could not be) (?:delivered|sent)|did not reach|rejected your message|wasn't able to deliver|status notification \(fail|delivery (?:failure|problems|errors?)|failed mail|message blocked|was blocked by|error (?:has )?occurred while (?:trying|attempting) to deliver|error delivering your mail|cannot deliver|not relayed to|refused to accept|had trouble delivering|address (?:was )?not found|notification: failed|deliver[a-z ]{1,40} (?:was )?aborted|mail failure|incorrectly constructed|failed addresses follow|no valid recipients|has been (?:rejected|returned)|giving up/i,
  /unzustellbar|nicht zugestellt|konnte nicht (?:an [^\n]{1,80} )?(?:zugestellt|übermittelt)|zustellung[^\n]{0,40}fehlgeschlagen|non remis|n'a pas (?:pu être|été) (?:remis|distribu|livr)|[ée]chec de (?:la )?remise|no se (?:pudo|ha podido|puede) entregar|no entregado|non (?:è stato|recapit|consegnat)|impossibile recapitare|não (?:foi entregue|p[ôo]de ser entregue)|niet (?:bezorgd|worden bezorgd|afgeleverd)|nie (?:dostarczono|można dostarczyć|można było)|недоставлен|не (?:может быть|было|удалось|доставлено)|kunde inte levereras|kunne ikke leveres|teslim edilemedi|nedoručiteln|nem kézbesíthető|配信できませんでした|送信できませんでした|不明|无法(?:送达|投递)|無法(?:傳遞|送達|投遞)|退信|配信不能|전달되지/i,
];

/** Null where the words tell of no delivery at all. `subject`: the notice's own. */
export function eventInWords(subject: string, text: string): DeliveryEvent | null {
  const read = `${subject.slice(0, 300)}\n${text.slice(0, 8_000)}`.replaceAll(
    /[ \t]{0,20}\n[ \t]{0,20}/g,
    "\n",
  );
  const flat = read.replaceAll(/\n(?!\n)/g, " ");
  const says = (patterns: readonly RegExp[]): boolean =>
    patterns.some((pattern) => pattern.test(flat) || pattern.test(subject));
  if (says(delivered) && !says(failedForSure)) {
    return /relayed/i.test(flat) && !/delivered to mailbox/i.test(flat) ? "relayed" : "delivered";
  }
  if (says(delayed) && !givenUp.test(flat)) return "delayed";
  return says(failed) ? "failed" : null;
}

const failedForSure: readonly RegExp[] = [
  /permanent (?:error|failure|fatal)|failed permanently|given up|returning message to sender|status notification \(fail/i,
];
/** A warning's words in the report that ends it: "delayed … and now given up". */
const givenUp =
  /failed permanently|permanent (?:error|failure|fatal)|given up|giving up|no further (?:delivery )?attempts|will (?:not|no longer) (?:be retried|retry|try)|returning message to sender|status notification \(fail|undeliverable|has been (?:removed|deleted) from the queue|timed out, last error/i;
