// Pages for the tests of the UI and for the gallery: one per thing a user can meet. Names are example domains.

import type { DeliveryNotice } from "../../src/engine/model/delivery.js";
import type { Change, Diagnosis, Finding, Plan } from "../../src/engine/model/finding.js";
import type { GuidedStep } from "../../src/engine/model/guided-step.js";
import { guidedSteps } from "../../src/engine/fixes/guided-steps.js";
import type { Refusal } from "../../src/engine/model/refusal.js";
import type { CaseView, Outcome, Page, PageState, Tried } from "../../src/protocol.js";

export const relayDenied: Refusal = {
  stage: "rcpt",
  code: 550,
  enhancedCode: "5.7.1",
  lines: ["<friend@example.net>: relay not permitted"],
  fault: null,
  secure: false,
  offeredSignIn: null,
  recipients: ["friend@example.net"],
};

export const changes: readonly Change[] = [
  { field: "signIn", from: "none", to: "password" },
  { field: "port", from: "25", to: "587" },
  { field: "security", from: "none", to: "starttls" },
];

export const plan: Plan = {
  kind: "in-place",
  serverId: "smtp1",
  settings: {
    host: "mail.example.com",
    port: 587,
    security: "starttls",
    signIn: "password",
    userName: "anna@example.com",
  },
  changes,
  identityIds: ["id1"],
  untouchedAccounts: [],
  untouchedAddresses: [],
  source: null,
  asksAbout: null,
  alternatives: [],
};

const signInOff: Finding = {
  rule: "authentication-off",
  verdict: "problem",
  certainty: "certain",
  why: { key: "rule_authentication_off_why_none", values: ["mail.example.com"] },
  cure: { settings: { signIn: "password" } },
};

export const findings: readonly Finding[] = [
  signInOff,
  {
    rule: "port-25",
    verdict: "problem",
    certainty: "likely",
    why: { key: "rule_port_25_why", values: ["mail.example.com"] },
    cure: { settings: { port: 587 } },
  },
  { rule: "wrong-settings", verdict: "fine" },
  { rule: "sender-mismatch", verdict: "fine" },
  { rule: "foreign-server", verdict: "fine" },
  { rule: "credentials-rejected", verdict: "skipped", missing: "sign-in" },
];

export const wrong: Diagnosis = {
  conclusion: { kind: "settings-wrong" },
  classification: {
    reason: "relay-denied",
    subReason: null,
    confidence: "certain",
    basis: "relay not permitted",
  },
  findings,
  plan,
  noPlan: null,
};

const allFine: readonly Finding[] = findings.map((finding) => ({ rule: finding.rule, verdict: "fine" }));

export const spam: Diagnosis = {
  conclusion: { kind: "settings-fine" },
  classification: {
    reason: "not-a-client-config-problem",
    subReason: "spam",
    confidence: "certain",
    basis: "looks like spam",
  },
  findings: allFine,
  plan: null,
  noPlan: null,
};

export const unclear: Diagnosis = {
  conclusion: {
    kind: "not-enough-evidence",
    next: { key: "next_unreachable", values: [] },
  },
  classification: null,
  findings: findings.map((finding) => ({ rule: finding.rule, verdict: "skipped", missing: "settings" })),
  plan: null,
  noPlan: null,
};

export const healthy: Diagnosis = {
  conclusion: { kind: "healthy" },
  classification: null,
  findings: allFine,
  plan: null,
  noPlan: null,
};

export function caseView(state: PageState, overrides: Partial<CaseView> = {}): CaseView {
  return {
    caseId: "case1",
    state,
    accountName: "Anna (private)",
    from: "anna@example.com",
    domain: "example.com",
    serverHost: "mail.example.com",
    refusal: relayDenied,
    reported: null,
    fateMeanings: [],
    unsent: null,
    diagnosis: wrong,
    note: null,
    supportAddress: null,
    canUseOAuth2: false,
    outcome: null,
    canSend: true,
    canGetMail: false,
    bugs: [],
    canTest: false,
    canUndo: false,
    gathering: false,
    looked: [],
    notAsked: 0,
    asks: null,
    mending: { kind: "written" },
    asksPassword:
      state === "need-input"
        ? { userName: "anna@example.com", host: "mail.example.com", optional: false }
        : null,
    ...overrides,
  };
}

export function pageOf(...cases: readonly CaseView[]): Page {
  return { state: cases[0]?.state ?? "healthy", cases, empty: null, notices: [] };
}

const spamRefusal: Refusal = {
  ...relayDenied,
  stage: "data",
  code: 554,
  secure: true,
  offeredSignIn: ["PLAIN", "LOGIN"],
  lines: ["Your message looks like spam to us.", "See https://mail.example.com/help/spam"],
};

const ownEntry: Plan = {
  ...plan,
  kind: "new-entry",
  settings: { ...plan.settings, host: "mail.example.org", userName: "club@example.org" },
  changes: [
    { field: "host", from: "mail.example.com", to: "mail.example.org" },
    { field: "userName", from: "anna@example.com", to: "club@example.org" },
  ],
  untouchedAccounts: ["Anna (private)", "Work"],
};

const wrongPassword: Refusal = {
  ...relayDenied,
  stage: "auth",
  code: 535,
  enhancedCode: "5.7.8",
  lines: ["Incorrect authentication data"],
};

export const signInRefused: Tried = {
  host: "mail.example.com",
  port: 587,
  security: "starttls",
  answer: { kind: "refused", refusal: wrongPassword },
};

type Unreachable = Extract<Tried["answer"], { readonly kind: "unreachable" }>["because"];

export function unreachable(because: Unreachable): Tried {
  return {
    host: "smtp.example.com",
    port: 465,
    security: "tls",
    answer: { kind: "unreachable", because },
  };
}

/** A record, so that a new kind cannot be forgotten. */
const unreachableKinds: Readonly<Record<Unreachable, true>> = {
  "unknown-host": true,
  refused: true,
  silent: true,
  certificate: true,
  "tls-failed": true,
  "starttls-not-offered": true,
  "not-smtp": true,
  broken: true,
};

const kindsWithoutDetails: Readonly<
  Record<Exclude<Tried["answer"]["kind"], "refused" | "permission-refused" | "unreachable">, true>
> = {
  "no-sign-in-offered": true,
  "password-withheld": true,
  "permission-withheld": true,
};

const permissionRefused: Tried = {
  ...signInRefused,
  answer: { kind: "permission-refused", refusal: wrongPassword },
};

/** One of every kind. */
export const everyTried: readonly Tried[] = [
  signInRefused,
  permissionRefused,
  ...(Object.keys(unreachableKinds) as Unreachable[]).map(unreachable),
  ...(Object.keys(kindsWithoutDetails) as (keyof typeof kindsWithoutDetails)[]).map((kind): Tried => ({
    ...signInRefused,
    host: "mail.example.org",
    port: 25,
    security: "none",
    answer: { kind },
  })),
];

/** One of every kind. */
export const everyOutcome: Readonly<Record<Outcome["kind"], Outcome>> = {
  "refused-again": { kind: "refused-again", refusal: relayDenied, settings: "as-before" },
  "settings-work": { kind: "settings-work" },
  "outbox-grew": { kind: "outbox-grew" },
  "not-changed": { kind: "not-changed", because: "busy" },
  "not-proven": { kind: "not-proven", tried: everyTried },
  "not-sent": { kind: "not-sent", because: "busy" },
  "getting-mail": { kind: "getting-mail" },
  "mail-not-fetched": { kind: "mail-not-fetched", because: "failed" },
  testing: { kind: "testing" },
  tested: {
    kind: "tested",
    came: { kind: "accepted" },
    userName: "anna@example.com",
    host: "mail.example.com",
  },
  undone: { kind: "undone" },
  "changed-since": { kind: "changed-since", during: "undo", fields: ["port", "userName"] },
  "not-undone": { kind: "not-undone", because: "busy" },
};

export const hostile: Refusal = {
  ...relayDenied,
  lines: [
    "<img src=x onerror=alert(1)><b>Click</b> \u202egnp.exe\u202c \u0000\u001b[31m zero\u200bwidth",
    "مرفوض: الترحيل غير مسموح",
    "x".repeat(700),
    ...Array.from({ length: 60 }, (_, index) => `line ${String(index)}`),
  ],
};

const relayElsewhere: Diagnosis = {
  ...spam,
  findings: findings.map(({ rule }) => ({ rule, verdict: "skipped", missing: "refused-elsewhere" })),
  classification: {
    reason: "not-a-client-config-problem",
    subReason: "other",
    confidence: "certain",
    basis: "relay not permitted",
    ifSaidByOwnServer: "relay-denied",
  },
};

/** Told of by a text or a returned mail: the user's own server had taken it, and another one refused. */
export const refusedElsewhere = caseView("settings-fine", {
  caseId: "text-id1",
  canSend: false,
  diagnosis: relayElsewhere,
  reported: {
    found: "pasted",
    by: "other-server",
    reportingServer: "mail.example.com",
    refusingServer: "mx.example.net",
    ownMessage: "unknown",
  },
});

const unknownMailbox = {
  reason: "not-a-client-config-problem",
  subReason: "mailbox-unknown",
  confidence: "certain",
  basis: "user unknown",
} as const;

const greylisted = { ...unknownMailbox, subReason: "greylist", basis: "greylisted" } as const;

const fateOf = (
  recipient: string,
  event: DeliveryNotice["event"],
  ...lines: readonly string[]
): DeliveryNotice["fates"][number] => ({ recipient, event, code: null, enhancedCode: null, lines });

const twoFates: DeliveryNotice = {
  event: "failed",
  fates: [
    fateOf("carol@example.net", "failed", "<carol@example.net>: Recipient address rejected: User unknown"),
    fateOf("dave@example.org", "delayed", "Greylisted, please try again in 5 minutes"),
    fateOf("erin@example.org", "delivered"),
  ],
  retryUntil: null,
};

/** A notice as the add-on reads one from a mail: what came of the message, and whose word that is. */
export function noticed(
  notice: DeliveryNotice,
  own: "yes" | "unknown" = "yes",
  overrides: Partial<CaseView> = {},
): CaseView {
  const arrived = notice.event !== "failed" && notice.event !== "delayed";
  const { code, enhancedCode, lines = [], recipient = "" } = notice.fates[0] ?? {};
  return caseView(arrived ? "healthy" : "settings-fine", {
    canSend: false,
    refusal: arrived
      ? null
      : {
          ...relayDenied,
          code: code ?? null,
          enhancedCode: enhancedCode ?? null,
          lines,
          recipients: [recipient],
        },
    diagnosis: {
      ...spam,
      conclusion: { kind: arrived ? "healthy" : "settings-fine" },
      classification: arrived ? null : notice.event === "delayed" ? greylisted : unknownMailbox,
    },
    reported: {
      found: "returned-mail",
      by: notice.event === "failed" ? "other-server" : "unknown",
      reportingServer: "mail.example.com",
      refusingServer: notice.event === "failed" ? "mx.example.net" : null,
      ownMessage: own,
      ...(own === "unknown" && { isFromOutside: true }),
      notice,
    },
    ...overrides,
  });
}

const oneFate = (event: DeliveryNotice["event"], ...lines: readonly string[]): DeliveryNotice => ({
  event,
  fates: [fateOf("carol@example.net", event, ...lines)],
  retryUntil: null,
});

const untold = { refusal: { ...relayDenied, fault: "untold", lines: [] }, diagnosis: unclear } as const;

function guided(
  steps: readonly GuidedStep[],
  done: readonly number[] = [],
  hostsToAsk: readonly string[] = [],
): CaseView["mending"] {
  return { kind: "guided", steps, done, hostsToAsk, alertWords: {} };
}

/** A page of every kind, in the place where a user would meet it. */
export const samples: readonly {
  readonly name: string;
  readonly place: "compose" | "toolbar" | "welcome";
  readonly page: Page;
}[] = [
  { name: "problem", place: "compose", page: pageOf(caseView("problem")) },
  {
    name: "problem-own-entry",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        accountName: "Club",
        from: "club@example.org",
        diagnosis: { ...wrong, plan: ownEntry },
      }),
    ),
  },
  {
    name: "problem-no-plan",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        refusal: {
          ...relayDenied,
          stage: "auth",
          code: 535,
          enhancedCode: "5.7.8",
          lines: ["Authentication failed"],
        },
        diagnosis: {
          ...wrong,
          plan: null,
          noPlan: { key: "no_plan_password", values: [] },
          findings: [
            {
              rule: "credentials-rejected",
              verdict: "problem",
              certainty: "certain",
              why: {
                key: "rule_credentials_rejected_why_password",
                values: ["mail.example.com", "anna@example.com"],
              },
              cure: null,
            },
          ],
        },
      }),
    ),
  },
  { name: "problem-hostile", place: "compose", page: pageOf(caseView("problem", { refusal: hostile })) },
  {
    name: "settings-fine",
    place: "compose",
    page: pageOf(caseView("settings-fine", { refusal: spamRefusal, diagnosis: spam })),
  },
  {
    name: "settings-fine-greylist",
    place: "compose",
    page: pageOf(
      caseView("settings-fine", {
        refusal: {
          ...relayDenied,
          code: 451,
          enhancedCode: "4.7.1",
          lines: ["Greylisted, please try again later"],
        },
        diagnosis: {
          ...spam,
          classification: {
            reason: "not-a-client-config-problem",
            subReason: "greylist",
            confidence: "certain",
            basis: "Greylisted",
          },
        },
      }),
    ),
  },
  { name: "refused-elsewhere", place: "toolbar", page: pageOf(refusedElsewhere) },
  {
    name: "refused-elsewhere-relay-named-nowhere",
    place: "toolbar",
    page: pageOf({
      ...refusedElsewhere,
      diagnosis: { ...relayElsewhere, classification: spam.classification },
      reported: {
        found: "returned-mail",
        by: "other-server",
        reportingServer: null,
        refusingServer: null,
        ownMessage: "yes",
      },
    }),
  },
  {
    name: "not-yours",
    place: "toolbar",
    page: pageOf({
      ...refusedElsewhere,
      reported: {
        found: "returned-mail",
        by: "other-server",
        reportingServer: "mx.example.net",
        refusingServer: null,
        ownMessage: "no",
      },
    }),
  },
  { name: "notice-of-success", place: "toolbar", page: pageOf(noticed(oneFate("delivered"))) },
  {
    name: "notice-of-delay",
    place: "toolbar",
    page: pageOf(
      noticed({
        ...oneFate("delayed", "Greylisted, please try again later"),
        retryUntil: "Sun, 29 Nov 2026 13:22:51 +0000",
      }),
    ),
  },
  {
    name: "notice-of-three-fates",
    place: "toolbar",
    page: pageOf(
      noticed(twoFates, "yes", {
        fateMeanings: [unknownMailbox, greylisted, null],
      }),
    ),
  },
  {
    name: "notice-forged",
    place: "toolbar",
    page: pageOf(noticed(oneFate("failed", "Your account is locked. Call +1 555 0100 200 now"), "unknown")),
  },
  {
    name: "notices-of-failure-and-delay",
    place: "toolbar",
    page: pageOf(
      noticed(oneFate("failed", "User unknown"), "yes", { caseId: "one" }),
      noticed(oneFate("delayed", "Greylisted"), "yes", { caseId: "two" }),
    ),
  },
  {
    name: "notices-of-delay",
    place: "toolbar",
    page: pageOf(
      noticed(oneFate("delayed", "Greylisted"), "yes", { caseId: "one" }),
      noticed(oneFate("delayed", "Try again later"), "yes", { caseId: "two" }),
    ),
  },
  {
    name: "notices-only-said",
    place: "toolbar",
    page: pageOf(
      noticed(oneFate("failed", "User unknown"), "unknown", { caseId: "one" }),
      noticed(oneFate("failed", "User unknown"), "unknown", { caseId: "two" }),
    ),
  },
  {
    name: "returned-by-own-server",
    place: "toolbar",
    page: pageOf(
      caseView("problem", {
        canSend: false,
        reported: {
          found: "returned-mail",
          by: "own-server",
          reportingServer: "mail.example.com",
          refusingServer: "mx.example.com",
          ownMessage: "yes",
        },
      }),
    ),
  },
  {
    name: "unclear",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        diagnosis: unclear,
        refusal: { ...relayDenied, fault: "timeout", lines: [] },
      }),
    ),
  },
  { name: "need-input", place: "compose", page: pageOf(caseView("need-input")) },
  {
    name: "need-input-again",
    place: "compose",
    page: pageOf(caseView("need-input", { outcome: { kind: "not-proven", tried: [signInRefused] } })),
  },
  {
    name: "need-input-check",
    place: "toolbar",
    page: pageOf(
      caseView("need-input", { refusal: null, canSend: false, accountName: "anna@example.com" }),
      caseView("need-input", {
        caseId: "case2",
        accountName: "Club",
        from: "club@example.org",
        refusal: null,
        canSend: false,
        asksPassword: { userName: "club@example.org", host: "mail.example.org", optional: false },
      }),
    ),
  },
  { name: "problem-gathering", place: "compose", page: pageOf(caseView("problem", { gathering: true })) },
  {
    name: "problem-guess",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        diagnosis: {
          ...wrong,
          plan: {
            ...ownEntry,
            source: "guide",
            asksAbout: { host: "mail.hosting.example", passwordOf: "alice@example.com" },
            untouchedAccounts: [],
          },
        },
      }),
    ),
  },
  {
    name: "problem-password",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        diagnosis: {
          ...wrong,
          plan: { ...plan, changes: [{ field: "password", from: "outgoing", to: "incoming" }] },
        },
      }),
    ),
  },
  {
    name: "not-proven",
    place: "compose",
    page: pageOf(caseView("failed", { outcome: { kind: "not-proven", tried: everyTried.slice(0, 3) } })),
  },
  {
    name: "not-proven-every-answer",
    place: "compose",
    page: pageOf(caseView("failed", { outcome: { kind: "not-proven", tried: everyTried } })),
  },
  {
    name: "not-proven-check",
    place: "toolbar",
    page: pageOf(
      caseView("failed", {
        refusal: null,
        canSend: false,
        outcome: { kind: "not-proven", tried: [unreachable("silent"), unreachable("unknown-host")] },
      }),
    ),
  },
  { name: "checking", place: "compose", page: pageOf(caseView("checking", { diagnosis: null })) },
  { name: "fixing", place: "compose", page: pageOf(caseView("fixing")) },
  { name: "sending", place: "compose", page: pageOf(caseView("sending")) },
  { name: "fixed", place: "compose", page: pageOf(caseView("fixed", { canUndo: true })) },
  { name: "sent", place: "compose", page: pageOf(caseView("sent", { canUndo: true, canSend: false })) },
  {
    name: "failed",
    place: "compose",
    page: pageOf(
      caseView("failed", {
        outcome: {
          kind: "refused-again",
          settings: "as-before",
          refusal: { ...relayDenied, lines: ["relaying denied for this sender"] },
        },
      }),
    ),
  },
  {
    name: "failed-locked",
    place: "compose",
    page: pageOf(caseView("failed", { outcome: { kind: "not-changed", because: "locked" } })),
  },
  {
    name: "undone",
    place: "compose",
    page: pageOf(caseView("problem", { outcome: { kind: "undone" } })),
  },
  {
    name: "undone-after-sent",
    place: "compose",
    page: pageOf(caseView("problem", { refusal: null, outcome: { kind: "undone" } })),
  },
  {
    name: "fixed-in-toolbar",
    place: "toolbar",
    page: pageOf(caseView("fixed", { refusal: null, canSend: false, canUndo: true })),
  },
  {
    name: "healthy",
    place: "toolbar",
    page: pageOf(
      caseView("healthy", { refusal: null, diagnosis: healthy, canSend: false }),
      caseView("healthy", {
        caseId: "case2",
        accountName: "Work",
        from: "anna.schmidt@work.example",
        refusal: null,
        diagnosis: healthy,
        canSend: false,
      }),
    ),
  },
  {
    name: "accounts",
    place: "toolbar",
    page: pageOf(
      caseView("problem", { refusal: null, canSend: false }),
      caseView("healthy", {
        caseId: "case2",
        accountName: "Work",
        from: "anna.schmidt@work.example",
        refusal: null,
        diagnosis: healthy,
        canSend: false,
      }),
      caseView("checking", {
        caseId: "case3",
        accountName: "Club",
        from: "club@example.org",
        refusal: null,
        diagnosis: null,
        canSend: false,
      }),
    ),
  },
  {
    name: "other-kind",
    place: "toolbar",
    page: pageOf(
      caseView("settings-fine", {
        refusal: null,
        canSend: false,
        diagnosis: {
          conclusion: { kind: "left-alone", why: { key: "conclusion_other_type", values: [] } },
          classification: null,
          findings: [],
          plan: null,
          noPlan: null,
        },
      }),
    ),
  },
  {
    name: "problem-ask-provider",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        diagnosis: {
          ...wrong,
          conclusion: { kind: "not-enough-evidence", next: { key: "next_ask_provider", values: [] } },
          findings: allFine,
          plan: null,
        },
      }),
    ),
  },
  {
    name: "problem-locked",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        diagnosis: {
          ...wrong,
          classification: null,
          plan: null,
          noPlan: { key: "no_plan_locked", values: [] },
        },
      }),
    ),
  },
  {
    name: "problem-unknown-host",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        refusal: { ...relayDenied, fault: "unreachable", lines: [] },
        looked: everyTried.slice(0, 8),
        notAsked: 7,
        diagnosis: {
          ...wrong,
          classification: null,
          plan: null,
          noPlan: { key: "no_plan_nothing_answers", values: [] },
        },
      }),
    ),
  },
  {
    name: "edited-meanwhile",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        outcome: { kind: "changed-since", during: "fix", fields: ["security", "users"] },
      }),
    ),
  },
  {
    name: "after-a-crash",
    place: "toolbar",
    page: {
      ...pageOf(caseView("healthy", { refusal: null, diagnosis: null })),
      notices: [
        { kind: "taken-back", accountName: "anna@example.com" },
        { kind: "kept", accountName: "work@example.org" },
      ],
    },
  },
  {
    name: "no-accounts",
    place: "toolbar",
    page: { state: "need-input", cases: [], empty: "no-accounts", notices: [] },
  },
  {
    name: "sibling",
    place: "toolbar",
    page: { state: "healthy", cases: [], empty: "sibling", notices: [] },
  },
  {
    name: "installed",
    place: "welcome",
    page: { state: "healthy", cases: [], empty: "installed", notices: [] },
  },
  {
    name: "with-changes",
    place: "toolbar",
    page: { ...pageOf(caseView("healthy", { refusal: null, diagnosis: healthy })), hasChanges: true },
  },
  {
    name: "asks-alert",
    place: "compose",
    page: pageOf(caseView("need-input", { ...untold, asks: "alert", mending: guided([]) })),
  },
  {
    name: "asks-settings",
    place: "compose",
    page: pageOf(caseView("need-input", { ...untold, asks: "settings", mending: guided([]) })),
  },
  {
    name: "asks-settings-or-looks-up",
    place: "compose",
    page: pageOf(
      caseView("need-input", {
        ...untold,
        asks: "settings",
        mending: guided([], [], ["https://example.com/*"]),
      }),
    ),
  },
  {
    name: "guide",
    place: "compose",
    page: pageOf(caseView("problem", { mending: guided(guidedSteps(plan, "mail.example.com", null), [0]) })),
  },
  {
    name: "guide-own-entry",
    place: "compose",
    page: pageOf(
      caseView("problem", {
        mending: guided(
          guidedSteps({ ...plan, kind: "new-entry" }, "smtp.old.example", "shop@example.com"),
          [],
          ["https://autoconfig.example.com/*"],
        ),
      }),
    ),
  },
];
