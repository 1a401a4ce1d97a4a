// The sender is refused in so many words and no more: unknown, forged, not accepted, does not exist. Whatever the stage, it
// is the sender who is meant and never the recipient. With a reason of its own: `sender-not-allowed.ts`.

import { sentences, words } from "../phrase.js";

export const senderRefused = [
  ...sentences("sender-not-allowed", [
    {
      said: "550 5.1.0 <user@example.com>: Sender address rejected: User unknown in local recipient table",
      by: "Postfix reject_unlisted_sender",
      pattern:
        /sender(?: address)?(?: @)? rejected: (?:@:? )?(?:user|mailbox|address|account|recipient|no such|unknown)/,
      matter: "own-address-unknown",
    },
    {
      said: "550 Unknown sender",
      by: "several",
      pattern:
        /(?:unknown|unrecogni[sz]ed|non-?existent|invalid local) (?:local |mail |envelope )?(?:sender|originator|return path)\b(?! (?:domain|policy|host))|(?:sender|originator)(?: address| @| e-?mail)? (?:is |was )?(?:unknown|not known|not recogni[sz]ed|non-?existent)\b(?! (?:to|on|at) (?:this|our))/,
      matter: "own-address-unknown",
    },
    {
      said: "554 5.7.1 forged sender address",
      by: "several",
      pattern:
        /(?:forged|faked|falsified) (?:mail |envelope )?(?:sender|from|originator|return path|address|e-?mail address)\b|(?:sender|from|originator)(?: address| header)? (?:is |was |looks |appears |seems )?(?:to be )?(?:forged|faked|falsified)\b(?!: message)/,
    },
    {
      said: "550 originator not accepted",
      by: "several",
      pattern:
        /originator\b[^.;]{0,24}(?: not|n't) (?:be )?(?:accepted|allowed|permitted|authori[sz]ed|valid|acceptable)|originator\b[^.;]{0,16} (?:rejected|refused|denied|invalid|unauthori[sz]ed)|(?:sender|from)(?: address)?(?: @)? (?:is |was )?(?:not accepted|not acceptable|unacceptable|not welcome)\b/,
    },
    {
      said: "550 Sender address user@example.com does not belong to other@example.net",
      by: "several",
      pattern: /\b(?:sender|from|originator|return path)\b[^;]{0,60} (?:does not|doesn't|not) belong to\b/,
      holdsInBounce: true,
    },
    {
      said: "550 Only user@example.com is allowed to send mail",
      by: "several",
      pattern: /only @ (?:is |may |can )?(?:be )?(?:allowed|permitted|authori[sz]ed|used|send)\b/,
      holdsInBounce: true,
    },
    {
      said: "550 Recipient Not Authorised [recipient rejected due to no authorised destination groups]",
      by: "a gateway that knows its senders by address",
      pattern: /no authori[sz]ed (?:destination|sender)/,
    },
  ]),
  ...words("sender-not-allowed", [
    {
      said: "530 Sender rejected",
      by: "OpenSMTPD: the sender is not the one who signed in",
      pattern:
        /^\s?(?:sorry, )?(?:@:? )?(?:your |the )?(?:smtp |mail |envelope )?(?:sender|from)(?: address)?(?: @)? (?:is |was |has been )?(?:rejected|refused|denied|invalid|unvalidated|unauthori[sz]ed|not (?:authori[sz]ed|permitted|valid))(?=[ .!()#]{0,5}$)|invalid (?:envelope )?sender(?: address)?(?: specified)?(?=[ .!()#]{0,5}$)|denies (?:the|this|your) sender\b/,
      inBounce: "blocklist",
    },
    {
      said: "550 5.7.1 We do not accept mail from example.com",
      by: "Sendmail's access map",
      pattern:
        /(?:do not|don't|does not|doesn't|will not|won't|cannot|can't) (?:accept|take|allow|relay) (?:any )?(?:e-?mails?|mails?|messages?) from (?:@|(?:this|that|your) (?:sender|address|domain)|(?:the )?(?:domain )?[a-z][\w-]{0,62}\.[a-z])/,
      inBounce: "policy",
    },
    {
      said: "550 Unbekannter Absender",
      by: "German, French, Italian, Spanish, Portuguese, Dutch, Polish, Russian, Chinese, Japanese",
      pattern:
        /unbekannter absender|gef[aä]lschte[rs]? absender|absender(?:adresse)?[^.;]{0,16} (?:unbekannt|abgelehnt|abgewiesen|verweigert|nicht akzeptiert|existiert nicht)|(?:exp[eé]diteur|[eé]metteur)[^.;]{0,16} (?:inconnu|rejet[eé]|inexistant|non accept|usurp)|mittente[^.;]{0,16} (?:sconosciut|rifiutat|inesistent|falsific|non accettat)|remitente[^.;]{0,16} (?:desconocid|rechazad|inexistent|falsificad|no aceptad)|remetente[^.;]{0,16} (?:desconhecid|rejeitad|recusad|inexistent|n[aã]o aceit)|onbekende afzender|afzender[^.;]{0,16} (?:onbekend|geweigerd|afgewezen|niet geaccepteerd)|nieznany nadawca|nadawc[aey][^.;]{0,16} (?:nieznan|odrzucon)|неизвестный отправитель|отправител\S{1,3}[^.;]{0,16} (?:неизвестен|отклон[её]н|не принят|не существует)|(?:发件人|发信人|寄件人)(?:地址)?(?:被拒|不存在|无效|未知)|(?:送信者|差出人)[^。]{0,10}(?:拒否|不明|存在しま)/,
      inBounce: "policy",
    },
  ]),
];
