// A plan as steps for the user's own hand, in Thunderbird's own words (153: Account Settings, Outgoing Server Settings,
// the dialog Outgoing Server). What the steps say is `_locales`'; which there are, and in what order, is here.

import type { OutgoingFound } from "../model/evidence.js";
import type { Change, Plan } from "../model/finding.js";
import type { GuidedStep } from "../model/guided-step.js";
import { settingFields } from "../model/server-settings.js";
import { sameEndpoint } from "./choose-endpoint.js";

/**
 * `hostInUse`: null where the identity has no entry. `further`: the address of an identity that is not the account's
 * main one, which has an outgoing server of its own to be chosen.
 */
export function guidedSteps(
  plan: Plan,
  hostInUse: string | null,
  further: string | null,
): readonly GuidedStep[] {
  const set = plan.changes
    .filter(({ field }) => field !== "password")
    .map((change): GuidedStep => ({ kind: "set", change }));
  if (set.length === 0) {
    return [];
  }
  // After a failed send Thunderbird goes on with the old security and sign-in until it is restarted, whatever is typed
  // into the entry's dialog (SmtpClient's constructor keeps both, and the client is kept; measured on 153).
  const keptByThunderbird = plan.changes.some(({ field }) => field === "security" || field === "signIn");
  const all = everyValue(plan);
  return plan.kind === "in-place" && hostInUse !== null && !keptByThunderbird
    ? [{ kind: "open-list" }, { kind: "edit", host: hostInUse }, ...set, { kind: "confirm", already: [] }]
    : [
        { kind: "open-list" },
        { kind: "add" },
        ...all.filter((change) => !isThere(change, plan)).map((change) => ({ kind: "set", change }) as const),
        { kind: "confirm", already: all.filter((change) => isThere(change, plan)) },
        further === null
          ? { kind: "choose", host: plan.settings.host }
          : { kind: "choose-for-identity", host: plan.settings.host, address: further },
      ];
}

/** A new entry starts empty: it needs what stays the same, too. */
function everyValue({ settings, changes }: Plan): readonly Change[] {
  return settingFields.map(
    (field) =>
      changes.find((change) => change.field === field) ?? { field, from: null, to: String(settings[field]) },
  );
}

/**
 * What the dialog of a new entry holds by itself (153: SmtpServerEdit.js and the preferences mail.smtpserver.default):
 * no security, a password, and the port that goes with the security chosen.
 */
function isThere({ field }: Change, { settings: { port, security, signIn } }: Plan): boolean {
  switch (field) {
    case "security":
      return security === "none";
    case "signIn":
      return signIn === "password";
    case "port":
      return port === (security === "tls" ? 465 : 587);
    default:
      return false;
  }
}

/** Whether the settings are what the plan wanted, as far as somebody has told. */
export function holdsPlan(found: OutgoingFound, { settings }: Plan): boolean {
  return (
    found.kind === "smtp" &&
    sameEndpoint(found.server, settings) &&
    found.server.signIn === settings.signIn &&
    (found.server.notTold?.includes("userName") === true || found.server.userName === settings.userName)
  );
}
