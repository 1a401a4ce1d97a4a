// Preferences that keep Thunderbird from talking to the outside, asking questions or opening pages of its own.
// None of them touches sending, outgoing servers, log-ins or extensions.
import { databaseHost } from "../world/published.js";
import type { Preferences } from "./user-js.js";

export const quietPrefs: Preferences = {
  "app.donation.eoy.version.viewed": 999,
  "app.update.auto": false,
  "app.update.enabled": false,
  "browser.policies.runOncePerModification.extensionsInstall": "",
  "calendar.timezone.useSystemTimezone": true,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.policy.dataSubmissionPolicyBypassNotification": true,
  "extensions.getAddons.cache.enabled": false,
  "extensions.update.enabled": false,
  "mail.account_setup.disable_first_run": true,
  "mail.biff.play_sound": false,
  "mail.chat.enabled": false,
  "mail.collect_email_address_outgoing": false,
  "mail.inappnotifications.enabled": false,
  "mail.provider.suppress_dialog_on_startup": true,
  "mail.rights.version": 1,
  "mail.shell.checkDefaultClient": false,
  "mail.spotlight.firstRunDone": true,
  "mail.startup.enabledMailCheckOnce": true,
  "mail.winsearch.firstRunDone": true,
  "mailnews.auto_config_url": `https://${databaseHost}/v1.1/`,
  "mailnews.start_page.enabled": false,
  "mailnews.start_page_override.mstone": "ignore",
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "ui.prefersReducedMotion": 1,
  // A window of its own, which takes the focus and so closes every panel.
  "mail.biff.show_alert": false,
};
