// Thunderbird's own sentences about a failed send, in the language it runs in, for reading an alert that was copied.

type SendErrorText = messenger.outgoingServers.SendErrorText;

const bundle = "chrome://messenger/locale/messengercompose/composeMsgs.properties";
// What MessageSend.sys.mjs and SmtpClient.sys.mjs put into the alert (153); not the password prompts, not progress.
const inAlerts = /^(?:sendFailed|errorSending|startTls|smtp(?!Enter|Delivering|MailSent|Security))/;

/** Every sentence by its name, as in the bundle: values that are filled in are `%S`, `%s` or `%1$S`. */
export function sendErrorTexts(): SendErrorText[] {
  return [...Services.strings.createBundle(bundle).getSimpleEnumeration()]
    .map((entry) => entry.QueryInterface(Ci["nsIPropertyElement"]))
    .filter(({ key }) => inAlerts.test(key))
    .map(({ key, value }) => ({ name: key, text: value }));
}
