// When Thunderbird is killed: around each write of the add-on's journal, at the very change of a preference or of a
// saved log-in, and after so many milliseconds from the click, until the message is long out.

/** A case file, whose repair is cut off. */
export type Scenario =
  "port-25-sign-in-none" | "second-account-on-first-server" | "wrong-outgoing-password-right-incoming";

export type Trigger =
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** The n-th write of the journal: it never begins, or it is done and nothing after it begins. */
  | { readonly kind: "journal"; readonly nth: number; readonly at: "before" | "after" }
  /** In the middle of Thunderbird's own code that sets the n-th preference that matches. */
  | { readonly kind: "preference"; readonly nth: number; readonly matches: string }
  /** In the middle of Thunderbird's own code that saves the n-th change of a log-in. */
  | { readonly kind: "log-in"; readonly nth: number };

export interface Moment {
  readonly scenario: Scenario;
  readonly trigger: Trigger;
  /** Among the few that every `npm test` runs. */
  readonly isSample: boolean;
}

const inPlace = "port-25-sign-in-none";
const ownEntry = "second-account-on-first-server";
const replaced = "wrong-outgoing-password-right-incoming";

/** How often each fix writes the journal: every step, what became of a new entry, whole, confirmed. */
const journalWrites: Readonly<Record<Scenario, number>> = { [inPlace]: 4, [ownEntry]: 6, [replaced]: 3 };

function delays(scenario: Scenario, upTo: number, step: number): readonly Moment[] {
  const all: Moment[] = [];
  for (let milliseconds = step; milliseconds <= upTo; milliseconds += step)
    all.push({ scenario, trigger: { kind: "delay", milliseconds }, isSample: false });
  return all;
}

function journal(scenario: Scenario): readonly Moment[] {
  return Array.from({ length: journalWrites[scenario] }, (_, index) => index + 1).flatMap((nth) =>
    (["before", "after"] as const).map((at): Moment => ({
      scenario,
      trigger: { kind: "journal", nth, at },
      isSample: scenario === ownEntry && ((nth === 2 && at === "before") || (nth === 5 && at === "after")),
    })),
  );
}

function preference(scenario: Scenario, matches: string, nth = 1): Moment {
  return { scenario, trigger: { kind: "preference", nth, matches }, isSample: false };
}

function logIn(scenario: Scenario, nth: number, isSample = false): Moment {
  return { scenario, trigger: { kind: "log-in", nth }, isSample };
}

export const moments: readonly Moment[] = [
  ...journal(inPlace),
  preference(inPlace, "mail.smtpserver.smtp1.port"),
  preference(inPlace, "mail.smtpserver.smtp1.authMethod"),
  logIn(inPlace, 1),
  ...journal(ownEntry),
  preference(ownEntry, "mail.smtpservers", 1),
  preference(ownEntry, "mail.smtpservers", 2),
  preference(ownEntry, "mail.smtpserver.smtp2.hostname"),
  preference(ownEntry, "mail.smtpserver.smtp2.authMethod"),
  preference(ownEntry, "mail.identity.id2.smtpServer"),
  logIn(ownEntry, 1),
  ...journal(replaced),
  logIn(replaced, 1),
  logIn(replaced, 2, true),
  ...delays(inPlace, 1100, 100),
  ...delays(ownEntry, 1300, 130),
];

export function nameOf({ scenario, trigger }: Moment): string {
  switch (trigger.kind) {
    case "delay":
      return `${scenario}: ${String(trigger.milliseconds)} ms after the click`;
    case "journal":
      return `${scenario}: ${trigger.at} journal write ${String(trigger.nth)}`;
    case "preference":
      return `${scenario}: as ${trigger.matches} is set${trigger.nth === 1 ? "" : ` for the ${String(trigger.nth)}nd time`}`;
    case "log-in":
      return `${scenario}: at change ${String(trigger.nth)} of a saved log-in`;
  }
}
