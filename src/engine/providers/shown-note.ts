// Which facts of a provider's note explain a diagnosis, and how sure that is. Explains and ranks; changes no verdict.
// Nothing is said of a refusal that is another server's, or of a message that somebody else has sent.

import { domainOf } from "../model/address.js";
import type { Evidence } from "../model/evidence.js";
import { isFound, text, type Certainty, type Diagnosis } from "../model/finding.js";
import type { NoteShown } from "../model/provider-note.js";
import { hasMoved } from "./moved-to.js";
import type { FactKind, Facts, ProviderNote } from "./note.js";
import { noteFor } from "./note-for.js";
import { canUseOAuth2 } from "./password-wanted.js";
import { publishedNote } from "./published-note.js";
import { sentenceOf } from "./sentences.js";

/** `today`: as YYYY-MM-DD. Null where nobody has anything to say about it. */
export function noteShown(evidence: Evidence, diagnosis: Diagnosis, today: string): NoteShown | null {
  const situation = situationOf(evidence, diagnosis);
  if (situation === null) {
    return null;
  }
  const isOfSettings = situation === "sign-in" || situation === "network";
  return (
    ownNote(evidence, diagnosis, situation, today) ??
    (isOfSettings ? publishedNote(evidence, situation === "sign-in") : null)
  );
}

/** A refused sign-in that no note explains: what the provider publishes may. */
export function callsForPages(evidence: Evidence, diagnosis: Diagnosis): boolean {
  return situationOf(evidence, diagnosis) === "sign-in" && noteFor(evidence) === null;
}

function ownNote(
  evidence: Evidence,
  diagnosis: Diagnosis,
  situation: Situation,
  today: string,
): NoteShown | null {
  const note = noteFor(evidence);
  if (note === null) {
    return null;
  }
  const bearing = factsFor(note, situation, evidence, diagnosis);
  // What is doubtful is told only where nothing better is known.
  const better = bearing.filter(({ fact }) => fact.certainty !== "possible");
  const facts = better.length > 0 ? better : bearing;
  // One heading stands over all of them: it promises no more than the weakest holds.
  const certainty = fromTheWeakest.find((one) => facts.some(({ fact }) => fact.certainty === one));
  if (certainty === undefined) {
    return null;
  }
  const { id, provider, checked, page } = note;
  const told = { provider, host: hostOf(evidence), domain: domainOf(evidence.sender.address) };
  return {
    id,
    provider,
    place: certainty === "possible" || diagnosis.conclusion.kind === "settings-fine" ? "beside" : "cause",
    certainty: certainty === "certain" && isMerelyLikely(diagnosis) ? "likely" : certainty,
    sentences: [
      ...facts.map(({ kind, fact }) =>
        kind === "password" && turnsToOAuth2(diagnosis)
          ? text("note_oauth2_instead", provider)
          : sentenceOf(kind, fact as never, told),
      ),
      ...(certainty === "possible" ? [text("note_doubtful")] : []),
      ...(isOld(checked, today) ? [text("note_old", checked)] : []),
    ],
    published: null,
    page,
  };
}

/** Which of a note's facts bear on it, in the order in which they are told. */
type Situation = "sign-in" | "sender" | "limit" | "network";
const kinds: Readonly<Record<Situation, readonly FactKind[]>> = {
  "sign-in": ["moved", "signIn", "switch", "password", "paid"],
  sender: ["from"],
  limit: ["limit"],
  network: ["moved", "ownNetwork"],
};

function situationOf({ reported }: Evidence, { findings, classification }: Diagnosis): Situation | null {
  if (reported?.by === "other-server" || reported?.ownMessage === "no") {
    return null;
  }
  const reason = classification?.reason;
  if (reason === "auth-failed" || isFound(findings, "credentials-rejected", "authentication-off")) {
    return "sign-in";
  }
  if (classification?.subReason === "rate-limit") {
    // What the provider lets its users send is no matter where the recipient gets too much.
    return classification.matter === "recipient-limit" ? null : "limit";
  }
  if (reason === "sender-not-allowed" || isFound(findings, "sender-mismatch")) {
    return "sender";
  }
  const isElsewhere = isFound(findings, "wrong-settings", "foreign-server");
  return isElsewhere || reason === "port-or-connection-blocked" || reason === "relay-denied"
    ? "network"
    : null;
}

interface Told {
  readonly kind: FactKind;
  readonly fact: Facts[FactKind];
}

function factsFor(
  { facts }: ProviderNote,
  situation: Situation,
  evidence: Evidence,
  diagnosis: Diagnosis,
): readonly Told[] {
  const bears: Readonly<Partial<Record<FactKind, boolean>>> = {
    moved: facts.moved !== undefined && hasMoved(facts.moved, hostOf(evidence)),
    // Who signs in with OAuth2 has no use for a password, and is never sent back to one.
    password: !usesOAuth2(evidence),
    // What has to be signed in to is no news to whoever did.
    signIn: isFound(diagnosis.findings, "authentication-off"),
  };
  return kinds[situation].flatMap((kind) => {
    const fact = facts[kind];
    return fact === undefined || bears[kind] === false ? [] : [{ kind, fact }];
  });
}

function usesOAuth2({ outgoing }: Pick<Evidence, "outgoing">): boolean {
  return outgoing.kind === "smtp" && outgoing.server.signIn === "oauth2";
}

function turnsToOAuth2({ plan }: Diagnosis): boolean {
  return plan?.settings.signIn === "oauth2";
}

/** A rule that is certain is not the cause for certain: the password may have been of the right kind, and wrong. */
function isMerelyLikely({ findings }: Diagnosis): boolean {
  const [problem] = findings.flatMap((finding) => (finding.verdict === "problem" ? [finding] : []));
  return problem !== undefined && problem.certainty !== "certain";
}

const fromTheWeakest: readonly Certainty[] = ["possible", "likely", "certain"];

/** Checked more than a year ago. Both as YYYY-MM-DD. */
export function isOld(checked: string, today: string): boolean {
  const [year = "", ...rest] = today.split("-");
  return checked < [String(Number(year) - 1), ...rest].join("-");
}

function hostOf({ outgoing }: Evidence): string {
  return outgoing.kind === "smtp" ? outgoing.server.host.toLowerCase() : "";
}

/** Thunderbird can sign in at the server in use on the provider's own page, and does not yet. */
export function mayTurnToOAuth2(evidence: Evidence, diagnosis: Diagnosis): boolean {
  return (
    situationOf(evidence, diagnosis) === "sign-in" &&
    diagnosis.plan?.settings.host.toLowerCase() === hostOf(evidence) &&
    !usesOAuth2(evidence) &&
    !turnsToOAuth2(diagnosis) &&
    canUseOAuth2(diagnosis.plan.settings.host, evidence.refusal?.offeredSignIn ?? null)
  );
}
