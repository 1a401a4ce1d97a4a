// Whether Thunderbird's own methods are where the hooks expect them. In core there is nothing to hook, and this file goes.

const hooked = {
  MessageSend: ["fail", "_deliverAsMail"],
  SmtpClient: ["_parse", "_onCommand", "connect", "_sendCommand"],
};

export function isMissing() {
  return Object.entries(hooked).some(([name, methods]) => {
    try {
      const exported = ChromeUtils.importESModule(`resource:///modules/${name}.sys.mjs`);
      return !methods.every((method) => method in exported[name].prototype);
    } catch {
      // There is no such module.
      return true;
    }
  });
}
