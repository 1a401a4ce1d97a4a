// Every rule, in the order in which equally certain findings are told. The guide's six, then what the evidence
// called for. A rule that is not listed here does not exist (test/repo/rules-complete).

import { authenticationOff } from "./causes/authentication-off.js";
import { certificateName } from "./causes/certificate-name.js";
import { certificateUntrusted } from "./causes/certificate-untrusted.js";
import { credentialsRejected } from "./causes/credentials-rejected.js";
import { foreignServer } from "./causes/foreign-server.js";
import { outgoingServerMissing } from "./causes/outgoing-server-missing.js";
import { popBeforeSmtp } from "./causes/pop-before-smtp.js";
import { port25 } from "./causes/port-25.js";
import { senderMismatch } from "./causes/sender-mismatch.js";
import { wrongSettings } from "./causes/wrong-settings.js";
import type { Rule } from "./rule.js";

export const rules: readonly Rule[] = [
  outgoingServerMissing,
  certificateName,
  certificateUntrusted,
  popBeforeSmtp,
  authenticationOff,
  port25,
  wrongSettings,
  senderMismatch,
  foreignServer,
  credentialsRejected,
];
