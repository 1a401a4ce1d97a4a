// Which of Firefox's API schemas the store's review knows: Thunderbird carries all of them, but its add-on team publishes
// (thunderbird/webext-annotated-schemas, read on 28 Nov 2026) only those that it supports. What is called and not
// published is refused, however well it works.

export const publishedToolkitSchemas: ReadonlySet<string> = new Set(
  `alarms browser_settings browsing_data clipboard content_scripts contextual_identities cookies declarative_net_request
  dns downloads events experiments extension extension_protocol_handlers extension_types i18n identity idle management
  manifest notifications permissions privacy proxy runtime scripting storage theme types user_scripts
  user_scripts_content web_navigation web_request`.split(/\s+/),
);
