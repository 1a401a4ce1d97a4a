// QQ, 163, 126 (Netease) and eYou, the server many Chinese providers run.

import { sentences } from "../phrase.js";

export const chinese = [
  ...sentences({ means: "sender-not-allowed", holdsInBounce: true }, [
    {
      said: "501 mail from address must be same as authorization user",
      by: "QQ, at MAIL",
      pattern: /must be same as authorization user/,
    },
    {
      said: "553 Mail from must equal authorized user",
      by: "163, 126, at MAIL",
      pattern: /mail from must equal/,
    },
  ]),
  ...sentences("wrong-server-not-hosting", [
    {
      said: "553 Local user only or Authentication mechanism",
      by: "163, in a bounce",
      pattern: /local user only or authentication/,
      holdsInBounce: true,
    },
  ]),
  ...sentences("sender-not-allowed", [
    { said: "553 Local user only", by: "163, at MAIL", pattern: /local user only(?! or)/ },
  ]),
  ...sentences("auth-required", [
    {
      said: "553 relay check local fail",
      by: "eYou: one of its own users, who has to sign in",
      pattern: /relay check local fail/,
    },
  ]),
  ...sentences("relay-denied", [
    { said: "553 relay check domain fail", by: "eYou", pattern: /relay check domain fail/ },
  ]),
  ...sentences("auth-failed", [
    {
      said: "550 User has no permission",
      by: "163, at AUTH: SMTP is switched off in the account",
      pattern: /user has no permission/,
    },
    {
      said: "535 Login Fail. Please enter your authorization code to login.",
      by: "QQ, at AUTH",
      pattern: /login fail\b|authorization code/,
    },
  ]),
  ...sentences("spam", [
    {
      said: "554 DT:SPM 发送的邮件内容包含了未被许可的信息，或被系统识别为垃圾邮件",
      by: "163, at DATA",
      pattern: /dt:(?:spm|sum)/,
    },
    {
      said: "550 Mail content denied. http://service.mail.qq.com/",
      by: "QQ",
      pattern: /mail content denied|suspected spam/,
    },
  ]),
  ...sentences("rate-limit", [
    {
      said: "550 Ip frequency limited",
      by: "QQ",
      pattern: /frequency (?:is )?limited|mi:(?:rec|rbl|drt|ibr)|mi:(?:imf|nst|saf)/,
    },
  ]),
];
