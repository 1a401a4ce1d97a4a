// The recipient's mailbox has no room left.

import { sentences } from "../phrase.js";

export const mailboxFull = sentences("mailbox-full", [
  {
    said: "552 5.2.2 <user@example.com>: Recipient address rejected: Mailbox is full",
    by: "Dovecot, Cyrus, Exchange",
    pattern:
      /(?:mail ?box|inbox|account|user|recipient)[^.]{0,40} (?:is |are )?(?:currently )?(?:full\b|over[ -]?quota|over (?:its |the |his )?(?:quota|storage|disk|allocat)|out of (?:space|storage|quota))/,
  },
  {
    said: "452 4.2.2 The email account that you tried to reach is over quota",
    by: "Gmail",
    pattern:
      /over ?-?quota|(?<!relay |sending |daily |hourly |outgoing )quota (?:is |usage )?(?:exceeded|full|violat)(?! (?:for|of) (?:sending|outgoing))|exceed(?:s|ed|ing)? (?:\w{1,12} ){0,3}(?:mailbox |storage |disk )?(?<!relay |sending |daily |hourly |outgoing )quota|out of (?:storage )?space|over the allowed quota|space has been used up/,
  },
  {
    said: "552 Requested mail action aborted: exceeded storage allocation",
    by: "RFC 5321, GMX",
    pattern: /exceeded storage allocation|messages in (?:the )?recipient's mail ?box exceeded/,
  },
  {
    said: "554 5.2.2 mailbox full",
    by: "Cyrus",
    pattern:
      /mail ?(?:box|folder)(?: is)?(?: too)? full\b|(?<!your )full mail ?box|mailbox size limit|quotaexceeded|mailboxfull/,
  },
  {
    said: "User mailbox exceeds allowed size: user@example.com",
    by: "IMail, 163",
    pattern:
      /mail ?box (?:exceeds? (?:the |its )?(?:allowed|maximum|permitted) size|exceeded the local limit|would exceed (?:the )?(?:maximum|allowed)|space (?:is )?not enough)|too many messages on the server/,
  },
  {
    said: "422 Benutzer hat zuviele Mails auf dem Server",
    by: "German",
    pattern:
      /zu ?viele mails auf dem server|postfach (?:\w{1,12} ){0,3}(?:voll|[uü]berf[uü]llt)|speicherplatz[^.]{0,24} (?:voll|ersch[oö]pft|[uü]berschritten)/,
  },
  {
    said: "552 Boîte aux lettres pleine",
    by: "French and others",
    pattern:
      /bo[iî]te[^.]{0,24} pleine|casella (?:\w{1,12} )?piena|buz[oó]n (?:\w{1,12} )?lleno|espacio en (?:la )?casilla[^.]{0,24} agotado|caixa[^.]{0,20} cheia|skrzynka[^.]{0,20} (?:pe[lł]na|przepe[lł]nion)|schr[aá]nka (?:je )?pln[aá]|ящик[^.]{0,20} переполнен/,
  },
  {
    said: "552 邮箱已满",
    by: "Chinese, Japanese, Korean",
    pattern: /邮箱已?满|郵箱已滿|메일함[^.]{0,12}(?:초과|가득)|メールボックス[^。]{0,12}(?:いっぱい|容量)/,
  },
  {
    said: "452 4.2.1 mailbox temporarily disabled: storage limit",
    by: "several",
    pattern:
      /(?:storage|disk)[^.]{0,16} (?:limit|quota|full\b|exceeded)|insufficient disk space in (?:the )?mailbox|trouble in home directory|exhausted allowed storage|not enough (?:disk |storage )?space (?:in|for) (?:the |your )?(?:mailbox|recipient|user|@)|not (?:have enough|sufficient) (?:disk )?space/,
  },
]);
