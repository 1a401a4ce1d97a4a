// Every text that says what has been done, or how things stand after it, with the fact it claims. A new such text has to be
// listed here (claims.test.ts), and is then held to its fact on every page that can be drawn.

import type { CaseView, Outcome } from "../../src/protocol.js";

type Fact = (view: CaseView) => boolean;

const after =
  <Kind extends Outcome["kind"]>(
    kind: Kind,
    holds: (outcome: Extract<Outcome, { kind: Kind }>) => boolean = () => true,
  ): Fact =>
  ({ outcome }) =>
    outcome?.kind === kind && holds(outcome as Extract<Outcome, { kind: Kind }>);

const notChanged = (because: Extract<Outcome, { kind: "not-changed" }>["because"]): Fact =>
  after("not-changed", (outcome) => outcome.because === because);
const notSent = (because: Extract<Outcome, { kind: "not-sent" }>["because"]): Fact =>
  after("not-sent", (outcome) => outcome.because === because);
const notUndone = (because: Extract<Outcome, { kind: "not-undone" }>["because"]): Fact =>
  after("not-undone", (outcome) => outcome.because === because);
/** One sentence for both. */
const unrecorded: Fact = (view) => notChanged("unrecorded")(view) || notUndone("unrecorded")(view);
const refusedAgain = (settings: Extract<Outcome, { kind: "refused-again" }>["settings"]): Fact =>
  after("refused-again", (outcome) => outcome.settings === settings);

export const claims: Readonly<Record<string, Fact>> = {
  ui_state_sent: ({ state }) => state === "sent",
  ui_state_settings_fine: ({ state }) => state === "settings-fine",
  ui_settings_fine: ({ diagnosis }) => diagnosis?.conclusion.kind === "settings-fine",
  ui_refused_again_restored: refusedAgain("as-before"),
  ui_refused_again_kept: refusedAgain("in-place"),
  ui_refused_again_changed: refusedAgain("changed"),
  ui_settings_work: after("settings-work"),
  ui_outbox_grew: after("outbox-grew"),
  ui_not_sent_stopped: notSent("stopped"),
  ui_not_sent_left: notSent("left"),
  ui_not_sent_not_there: notSent("not-there"),
  ui_not_changed_locked: notChanged("locked"),
  ui_not_changed_gone: notChanged("gone"),
  ui_not_changed_busy: notChanged("busy"),
  ui_nothing_changed_offline: notChanged("offline"),
  ui_not_changed_primary_password: notChanged("primary-password"),
  ui_not_changed_locked_out: notChanged("locked-out"),
  ui_not_changed_unrecorded: unrecorded,
  ui_not_changed_other: notChanged("other"),
  ui_not_proven: after("not-proven"),
  ui_mail_not_fetched: after("mail-not-fetched", ({ because }) => because === "failed"),
  ui_testing: after("testing"),
  ui_undone: after("undone", ({ password }) => password === undefined),
  ui_undone_password_changed: after("undone", ({ password }) => password === "changed-since"),
  ui_undone_password_used: after("undone", ({ password }) => password === "used-elsewhere"),
  ui_undone_password_gone: after("undone", ({ password }) => password === "gone"),
  ui_changed_since_undo: after("changed-since", ({ during }) => during === "undo"),
  ui_changed_since_fix: after("changed-since", ({ during }) => during === "fix"),
  ui_not_undone_locked: notUndone("locked"),
  ui_not_undone_busy: notUndone("busy"),
  ui_not_undone_primary_password: notUndone("primary-password"),
  ui_not_undone_forgotten: notUndone("forgotten"),
};

/** They ask, explain, or say what this program does whoever uses it: nothing that has happened here. */
export const noClaims: readonly string[] = [
  "ui_no_refusal_title",
  "ui_ask_settings_why",
  "ui_ask_settings_hint",
  "ui_guide_password",
  "ui_look_up_what",
  "ui_not_proven_do_provider",
  "options_look_up_settings_as_thunderbird",
  "options_look_up_settings_asked_for",
];

/** Also claims, of other pages or of what a test of their own holds to its fact. */
export const heldElsewhere: readonly RegExp[] = [
  // test/ui/history.test.ts
  /^history_/,
  // test/app/change/recover.test.ts
  /^ui_notice_/,
  // test/engine/rules: each sentence of a rule is drawn from its evidence.
  /^(?:rule|no_plan|conclusion|next)_/,
  // test/ui/reasons.test.ts: what a reply means.
  /^(?:reason|subreason|matter|elsewhere|backscatter)_/,
  // test/ui/not-proven.test.ts: what each one tried answered.
  /^ui_tried_/,
];
