// It is the sender's own mailbox that is full: the provider takes no new message to send, or to confirm the sender's
// address, until there is room. The recipient's is `mailbox-full.ts`.

import { sentences } from "../phrase.js";

export const ownMailboxFull = sentences({ means: "mailbox-full", matter: "own-mailbox-full" }, [
  {
    said: "554 Mailbox full. STOREDRV.Submission.Exception:QuotaExceededException; Failed to process message",
    by: "Exchange Online, to its own customer",
    pattern: /storedrv\.submission.{0,40}quota|sendquota/,
  },
  {
    said: "550 Verification failed for <user@example.com>\nMailbox is full / Blocks limit exceeded\nSender verify failed.",
    by: "Exim (cPanel)",
    pattern: /verification failed for .{0,60} (?:full|over ?-?quota|quota|exceeded).{0,60}sender verif/,
  },
  {
    said: "552 Your mailbox is full, delete some messages before you send",
    by: "several",
    pattern:
      /(?:your|sender's|own) (?:e-?mail )?(?:mail ?box|inbox|account)(?: \w{1,12}){0,3} (?:full|over ?-?quota|out of (?:space|quota))\b|(?:your|sender's) (?:mailbox |storage |disk )?quota(?: \w{1,12}){0,2} (?:full|exceeded|used)/,
  },
  {
    said: "552 Ihr Postfach ist voll",
    by: "German, French, Italian, Spanish, Portuguese, Dutch, Polish, Russian",
    pattern:
      /(?:ihr|dein) (?:postfach|konto)[^.]{0,24} (?:voll|[uü]berf[uü]llt)|votre (?:bo[iî]te|messagerie)[^.]{0,30} (?:pleine|satur[eé]e)|(?:sua|tua) casella[^.]{0,20} piena|(?:su|tu) buz[oó]n[^.]{0,20} llen|(?:sua|tua) caixa[^.]{0,20} cheia|(?:uw|je) (?:mailbox|postvak)[^.]{0,16} vol\b|(?:twoja|pa[nń]stwa) skrzynka[^.]{0,20} pe[lł]na|ваш (?:почтовый )?ящик[^.]{0,20} (?:переполнен|заполнен)/,
  },
]);
