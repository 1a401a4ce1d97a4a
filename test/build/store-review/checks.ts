// Every check of Thunderbird's add-on review (the tool `webext-linter` 1.9.0 and the ten steps of its reviewers), and
// how each is met here: looked at by our own code, without an object, or left to a human who reads the reviewer notes.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AddOn } from "./add-on.js";
import * as api from "./calls.js";
import { type Check, manual, notApplicable, tested } from "./check.js";
import * as code from "./code.js";
import * as files from "./files.js";
import * as manifest from "./manifest.js";
import * as network from "./network.js";
import type { Schemas } from "./schemas.js";

const rejects = tested("rejects");
const error = tested("error");
const warning = tested("warning");
const info = tested("info");

const libraryFiles = ({ files: all }: AddOn): readonly string[] =>
  [...all.keys()].filter((path) =>
    /(?:^|\/)(?:vendor|lib|libs|third.?party|node_modules)(?:\/|\.md$)/i.test(path),
  );
const packageFiles = ({ files: all }: AddOn): readonly string[] =>
  [...all.keys()].filter((path) =>
    /(?:^|\/)(?:package(?:-lock)?\.json|yarn\.lock|pnpm-lock\.yaml)$/.test(path),
  );

const noExperiment = "the store edition has no Experiment";
const noSeparateLibrary = "libraries are part of our own readable bundle, none is a file by itself";
const noPackageFile = "no package.json is shipped; NOTICE.txt names the libraries";
const noSourceArchive = "no script is minified, so no source archive is asked for or handed in";

/** Judged by the code alone. */
export const checks: readonly Check[] = [
  rejects("experiment-not-allowed", manifest.experiments),

  error("manifest-missing", manifest.manifestMissing),
  error("manifest-invalid-json", manifest.manifestInvalidJson),
  error("manifest-missing-key", manifest.manifestMissingKey),
  error("manifest-version-mismatch", manifest.manifestVersionMismatch),
  error("update-url", manifest.updateUrl),
  error("trademark-violation", manifest.trademarkViolation),
  error("default-locale-missing", manifest.defaultLocaleMissing),
  error("default-locale-unused", manifest.defaultLocaleUnused),
  error("csp-unsafe-eval", network.cspUnsafeEval),
  error("csp-unsafe-inline", network.cspUnsafeInline),
  warning("missing-english-localization", manifest.missingEnglish),
  warning("non-experiment-strict-max-version", manifest.strictMaxVersion),
  warning("minimize-web-accessible-resources", manifest.webAccessibleResources),
  info("minimize-host-permissions", manifest.minimizeHostPermissions),
  info("addon-icon-missing", manifest.addonIconMissing),
  tested("manual")("native-messaging", manifest.nativeMessaging),

  error("bundled-files", files.bundledFiles),
  error("unused-files", files.unusedFiles),
  error("unrecognized-file-type", files.unrecognizedFileType),
  error("minified-code", files.minifiedCode),
  info("unparsable-file", files.unparsableFile),

  error("core-symbol-in-webext", code.coreSymbol),
  error("sync-xhr", code.syncXhr),
  error("debugger-statement", code.debuggerStatement),
  error("eval-call", code.evalCall),
  error("function-constructor", code.functionConstructor),
  error("string-timer", code.stringTimer),
  error("background-module", code.backgroundModule),
  error("remote-eval", code.remoteEval),
  error("obfuscated-code", code.obfuscatedCode),
  warning("async-onmessage", code.asyncOnMessage),
  info("unsafe-html", code.unsafeHtml),
  info("code-sanity", code.codeSanity),
  info("api-coverage", api.hiddenCalls),

  error("remote-resources", network.remoteResources),
  error("cleartext-transmission", network.cleartextTransmission),
  error("disguised-resource", (addOn) => network.disguised(addOn, "resource")),
  error("disguised-stylesheet", (addOn) => network.disguised(addOn, "stylesheet")),
  error("disguised-window", (addOn) => network.disguised(addOn, "window")),
  error("disguised-navigation", (addOn) => network.disguised(addOn, "navigation")),
  error("disguised-transmission", (addOn) =>
    (["resource", "stylesheet", "window", "navigation"] as const).flatMap((how) =>
      network.disguised(addOn, how),
    ),
  ),
  tested("manual")("privacy-policy", network.transmissions),
  tested("manual")("data-exfiltration", network.transmissions),

  ...notApplicable("error", "there is no background page", manifest.backgroundPage, "background-page-module"),
  ...notApplicable(
    "error",
    "no highest version is named",
    manifest.strictMaxVersion,
    "strict-max-version-api",
  ),
  ...notApplicable(
    "info",
    "no highest version is named",
    manifest.strictMaxVersion,
    "strict-max-version-bump-only",
  ),
  ...notApplicable(
    "error",
    noExperiment,
    manifest.experiments,
    "experiment-modified",
    "experiment-missing-strict-max-version",
    "experiment-overrides-api",
  ),
  ...notApplicable(
    "manual",
    noExperiment,
    manifest.experiments,
    "experiment-manual-review",
    "experiment-unknown-api",
  ),
  ...notApplicable(
    "error",
    noSeparateLibrary,
    libraryFiles,
    "untrusted-minified-library",
    "unpinned-vendor-source",
    "vendor-modified",
    "vendor-unparseable",
    "vendor-ambiguous-source",
  ),
  ...notApplicable("warning", noSeparateLibrary, libraryFiles, "missing-vendor-file"),
  ...notApplicable("manual", noSeparateLibrary, libraryFiles, "vendor-unverified"),
  ...notApplicable(
    "info",
    noSeparateLibrary,
    libraryFiles,
    "missing-library",
    "find-lib-on-cdn",
    "untrusted-library",
    "vendor-vuln-unknown",
  ),
  ...notApplicable("error", noPackageFile, packageFiles, "unpinned-dependency", "unsupported-dependency"),
  ...notApplicable(
    "error",
    noSourceArchive,
    files.minifiedCode,
    "unpopular-source-dependency",
    "unsupported-build-tool",
    "build-registry-redirect",
    "committed-node-modules",
    "committed-build-artifact",
    "undeclared-build-source",
    "build-not-from-source",
  ),
  ...notApplicable(
    "warning",
    noSourceArchive,
    files.minifiedCode,
    "sca-not-required",
    "build-lifecycle-hook",
  ),
  ...notApplicable("warning", noSourceArchive, files.minifiedCode, "vendor-vulnerable-dev"),
  manual(
    "error",
    "vendor-vulnerable",
    "a list of known vulnerabilities on the net; the notes name each library",
  ),
  manual("error", "banned-library", "jquery and angular of old; the notes name each library"),
];

/** Judged by the schemas of the installed Thunderbird as well. */
export function schemaChecks(schemas: Schemas): readonly Check[] {
  const against =
    (find: (addOn: AddOn, schemas: Schemas) => readonly string[]) =>
    (addOn: AddOn): readonly string[] =>
      find(addOn, schemas);
  return [
    error("unknown-api", against(api.unknownApi)),
    error("missing-permission", against(api.missingPermission)),
    error("missing-manifest-key", against(api.missingManifestKey)),
    error("manifest-unknown-permission", against(manifest.manifestUnknownPermission)),
    Number.parseInt(schemas.version, 10) > oldestThunderbird
      ? manual("error", "strict-min-version-api", "judged where the oldest Thunderbird is installed")
      : error("strict-min-version-api", against(olderThanSchemas)),
    warning("mistyped-manifest-value", against(manifest.mistypedManifestValue)),
    warning("unused-permission", against(api.unusedPermission)),
    info("deprecated-api", against(api.deprecatedApi)),
    info("unrecognized-manifest-key", against(manifest.unrecognizedManifestKey)),
  ];
}

const { browser_specific_settings: oldest } = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../manifest.json"), "utf8"),
) as { readonly browser_specific_settings: { readonly gecko: { readonly strict_min_version: string } } };
const oldestThunderbird = Number.parseInt(oldest.gecko.strict_min_version, 10);

/** The schemas say nothing of older versions: what is called may be newer than a lower `strict_min_version`. */
function olderThanSchemas(addOn: AddOn, { version }: Schemas): readonly string[] {
  const named = manifest.minimumVersion(addOn);
  return Number.parseInt(named, 10) < Number.parseInt(version, 10)
    ? [`${named} is older than ${version}`]
    : [];
}
