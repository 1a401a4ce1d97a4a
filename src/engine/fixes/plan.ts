// Turns all findings into ONE plan: old → new values, where they are written, and who else uses the entry.
// Which entry that is, and who is moved, is where-written.ts's.

import { expectedSignIn, expectedUserName, submission } from "../discovery/expected.js";
import type { Evidence } from "../model/evidence.js";
import {
  isFound,
  text,
  type Change,
  type Cure,
  type Finding,
  type Plan,
  type Text,
} from "../model/finding.js";
import {
  byPassword,
  effectivePort,
  settingFields,
  signsIn,
  type ServerSettings,
  type SettingField,
} from "../model/server-settings.js";
import { wantsAnotherPassword, wantsOAuth2 } from "../providers/password-wanted.js";
import { askedFor, isKnownHost } from "../passwords/passwords-for.js";
import { chooseEndpoints, sameEndpoint } from "./choose-endpoint.js";
import { hasSamePassword } from "./same-password.js";
import { isAway } from "./server-away.js";
import { signInFor } from "./sign-in-for.js";
import { needsOwnEntry, whereWritten } from "./where-written.js";

export type Planned =
  { readonly plan: Plan; readonly noPlan: null } | { readonly plan: null; readonly noPlan: Text };

const nothing: ServerSettings = { host: "", port: 0, security: "none", signIn: "unset", userName: "" };

export function makePlan(evidence: Evidence, findings: readonly Finding[]): Planned {
  const cures = curesWorthMaking(findings);
  if (cures.length === 0) {
    const own = wantsMailFirst(findings) ?? wantsOwnAddress(findings);
    return { plan: null, noPlan: own ?? text("no_plan_ask_provider") };
  }
  const server = evidence.outgoing.kind === "smtp" ? evidence.outgoing.server : null;
  if (server !== null && server.locked.length > 0) {
    return { plan: null, noPlan: text("no_plan_locked") };
  }
  const before = server ?? nothing;
  const wish = complete(before, { ...mergeCures(cures), ...oauth2Instead(evidence, findings) }, evidence);
  const stays = server !== null && sameEndpoint(before, wish);
  const choices = stays
    ? [{ settings: wish, candidate: null }]
    : chooseEndpoints(wish, evidence.candidates, server?.host ?? null);
  const possible = choices.filter(({ settings }) => !isContradicted(settings, evidence.probe));
  const away = server !== null && isAway(evidence) ? server.host : null;
  const userName = expectedUserName(evidence.sender, evidence.incoming);
  const isOwn = ({ host }: ServerSettings): boolean =>
    isKnownHost({ host, userName }, { ...evidence, current: server }, evidence.candidates);
  // Where the server in use is known to have moved, it is not merely away; the user is asked about its successor.
  const [choice, ...others] = possible.filter(
    ({ settings, candidate }) => away === null || isOwn(settings) || candidate?.source === "note",
  );
  if (choice === undefined) {
    const because =
      away !== null && possible.length > 0 ? text("no_plan_away", away) : text("no_plan_nothing_answers");
    return { plan: null, noPlan: wantsMailFirst(findings) ?? because };
  }
  const { settings, candidate } = choice;
  const changes = [
    ...changesBetween(before, settings, untold(evidence)),
    ...passwordChange(evidence, before, settings, findings),
  ];
  if (changes.length === 0) {
    const passwordOnly = isFound(findings, "credentials-rejected");
    return { plan: null, noPlan: text(passwordOnly ? "no_plan_password" : "no_plan_ask_provider") };
  }
  const where = whereWritten(evidence, needsOwnEntry(evidence, server, settings, cures));
  return {
    noPlan: null,
    // Written out: what follows a spread makes an object of many steps, which took a sixth of a diagnosis.
    plan: {
      kind: where.kind,
      identityIds: where.identityIds,
      untouchedAccounts: where.untouchedAccounts,
      untouchedAddresses: where.untouchedAddresses,
      serverId: server?.id ?? null,
      settings,
      changes,
      source: candidate?.source ?? null,
      asksAbout: askedFor(settings, evidence),
      alternatives: others.slice(0, maximumAlternatives).map((other) => other.settings),
    },
  };
}

/** The server was looked at, and offers no way of signing in that fits: proving it would be in vain. */
function isContradicted(settings: ServerSettings, probe: Evidence["probe"]): boolean {
  return (
    probe?.answer.kind === "answers" &&
    sameEndpoint(settings, probe) &&
    signsIn(settings.signIn) &&
    signInFor(settings.signIn, probe.answer.offeredSignIn) === null
  );
}

function wantsMailFirst(findings: readonly Finding[]): Text | null {
  return isFound(findings, "pop-before-smtp") ? text("no_plan_get_mail") : null;
}

/** An alias that was refused: another From is the user's to choose, with whatever settings. */
function wantsOwnAddress(findings: readonly Finding[]): Text | null {
  return isFound(findings, "sender-mismatch") ? text("reason_sender_not_allowed_do") : null;
}

/** The same plan with other values: one of its alternatives was the one that could be proven. */
export function withSettings(plan: Plan, evidence: Evidence, settings: ServerSettings): Plan {
  const { outgoing } = evidence;
  const server = outgoing.kind === "smtp" ? outgoing.server : null;
  const others = plan.changes.filter(({ field }) => field === "password");
  // An alternative may be on another host, which no entry in use is ever changed to.
  const ownEntry = plan.kind === "new-entry" || needsOwnEntry(evidence, server, settings, []);
  return {
    ...plan,
    ...whereWritten(evidence, ownEntry),
    settings,
    changes: [...changesBetween(server ?? nothing, settings, untold(evidence)), ...others],
  };
}

/** What nobody could tell of the entry in use. */
function untold({ outgoing }: Evidence): readonly SettingField[] | undefined {
  return outgoing.kind === "unreadable"
    ? settingFields
    : outgoing.kind === "smtp"
      ? outgoing.server.notTold
      : undefined;
}

/** A click makes two log-ins at the most: more alternatives could not be tried. */
const maximumAlternatives = 3;

/** A rejected password may be the wrong one of two: the one for receiving is tried next. */
function passwordChange(
  evidence: Evidence,
  before: ServerSettings,
  after: ServerSettings,
  findings: readonly Finding[],
): readonly Change[] {
  const sameLogIn = before.host === after.host && before.userName === after.userName;
  if (!isFound(findings, "credentials-rejected") || !sameLogIn || !byPassword.includes(after.signIn)) {
    return [];
  }
  const { outgoing, incoming } = evidence;
  const noneSaved = outgoing.kind === "smtp" && outgoing.server.savedPassword === "no";
  const isAnother =
    noneSaved ||
    hasSamePassword(evidence) ||
    incoming?.savedPassword === "no" ||
    wantsAnotherPassword(evidence);
  return [{ field: "password", from: noneSaved ? "none" : "outgoing", to: isAnother ? "typed" : "incoming" }];
}

/** A refused password whose place OAuth2 takes; never the other way round. */
function oauth2Instead(
  evidence: Evidence,
  findings: readonly Finding[],
): Partial<Pick<ServerSettings, "signIn">> {
  const { outgoing, refusal } = evidence;
  return isFound(findings, "credentials-rejected", "authentication-off") &&
    outgoing.kind === "smtp" &&
    wantsOAuth2(evidence, outgoing.server.host, refusal?.offeredSignIn ?? null)
    ? { signIn: "oauth2" }
    : {};
}

/** What is merely possible is mended only when nothing likelier was found: a change nobody needs is harm. */
function curesWorthMaking(findings: readonly Finding[]): readonly Cure[] {
  const problems = findings.filter((finding) => finding.verdict === "problem");
  const probable = problems.filter(({ certainty }) => certainty !== "possible");
  return (probable.length > 0 ? probable : problems).flatMap(({ cure }) => (cure === null ? [] : [cure]));
}

/** The findings come most certain first, so the first cure to name a field has it. */
function mergeCures(cures: readonly Cure[]): Partial<ServerSettings> {
  return Object.assign({}, ...cures.map(({ settings }) => settings).reverse()) as Partial<ServerSettings>;
}

/** A name that was never signed in with proves nothing: where receiving works with the full address, so does sending. */
function userNameInUse(before: ServerSettings, { incoming }: Evidence): string {
  const isShort = !signsIn(before.signIn) && !before.userName.includes("@");
  const full =
    incoming?.userName.includes("@") === true && incoming.userName.startsWith(`${before.userName}@`);
  return isShort && full ? incoming.userName : before.userName;
}

/** Settings that go together: a password travels over TLS, on a port that speaks it, and has a user name. */
function complete(
  before: ServerSettings,
  cured: Partial<ServerSettings>,
  evidence: Evidence,
): ServerSettings {
  const named = [userNameInUse(before, evidence), evidence.incoming?.userName ?? "", evidence.sender.address];
  const settings: ServerSettings = {
    host: cured.host ?? before.host,
    port: cured.port ?? before.port,
    security: cured.security ?? before.security,
    signIn: cured.signIn ?? before.signIn,
    userName: cured.userName ?? named.find((name) => name !== "") ?? "",
  };
  // A new host, or a first sign-in, starts from the guide's pair; what is already secure stays.
  const startsAfresh = cured.host !== undefined || (!signsIn(before.signIn) && signsIn(settings.signIn));
  const insecure = settings.security === "none" || effectivePort(settings) === 25;
  const pair = startsAfresh && insecure ? submission : {};
  const signIn =
    cured.host === undefined ? settings.signIn : expectedSignIn(settings.signIn, evidence.incoming);
  return { ...settings, ...pair, signIn };
}

function changesBetween(
  before: ServerSettings,
  after: ServerSettings,
  notTold: readonly SettingField[] = [],
): readonly Change[] {
  // What nobody could tell is worth a look only where it starts to count: at another host, or a first sign-in.
  const counts = before.host !== after.host || (!signsIn(before.signIn) && signsIn(after.signIn));
  const shown = (settings: ServerSettings, field: keyof ServerSettings): string => {
    if (field === "port") {
      return settings.host === "" ? "" : String(effectivePort(settings));
    }
    return settings[field];
  };
  return settingFields
    .map((field) => ({
      field,
      from: notTold.includes(field) ? null : shown(before, field),
      to: shown(after, field),
    }))
    .filter(({ from, to }) => (from === null ? counts : from !== to));
}
