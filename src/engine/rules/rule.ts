// What a rule is: one cause, the evidence it cannot do without, and a pure judgement.
// A rule is handed what it declares and nothing else; reading more is a compile error.

import type { Evidence, KnownIdentity, Sender } from "../model/evidence.js";
import type { Certainty, Cure, Judgement, Text } from "../model/finding.js";
import type { Probe, ProbedCandidate } from "../model/probe.js";
import type { Refusal } from "../model/refusal.js";
import type { RuleId } from "../model/rule-id.js";
import type { IncomingServer, OutgoingServer } from "../model/server-settings.js";
import type { Classification } from "../model/reason.js";

/** The pieces of evidence a rule can name. */
export interface Pieces {
  readonly sender: Sender;
  readonly server: OutgoingServer;
  readonly incoming: IncomingServer;
  readonly fellows: readonly KnownIdentity[];
  readonly refusal: Refusal;
  /** What the refusal means; absent where the server said nothing. */
  readonly meaning: Classification;
  readonly found: Evidence["outgoing"];
  /** The server in use, looked at without signing in. */
  readonly probe: Probe;
  /** Other settings that may be right, with what each server answered. */
  readonly candidates: readonly ProbedCandidate[];
}
export type Piece = keyof Pieces;

export interface Rule {
  readonly id: RuleId;
  readonly needs: readonly Piece[];
  readonly judge: (pieces: Readonly<Partial<Pieces>>) => Judgement;
}

/** What a judgement is handed. */
export type Handed<Needed extends Piece, Optional extends Piece = never> = Pick<Pieces, Needed> & {
  readonly [Name in Optional]: Pieces[Name] | null;
};

/** `needs` are there when `judge` runs, else the rule is skipped; `mayUse` may be null. */
export function defineRule<Needed extends Piece, Optional extends Piece = never>(rule: {
  readonly id: RuleId;
  readonly needs: readonly Needed[];
  readonly mayUse?: readonly Optional[];
  readonly judge: (pieces: Handed<Needed, Optional>) => Judgement;
}): Rule {
  const { id, needs, mayUse = [], judge } = rule;
  const declared: readonly Piece[] = [...needs, ...mayUse];
  return {
    id,
    needs,
    judge: (pieces) => {
      const handed: Partial<Record<Piece, unknown>> = {};
      for (const name of declared) handed[name] = pieces[name] ?? null;
      return judge(handed as Parameters<typeof judge>[0]);
    },
  };
}

export const fine: Judgement = { verdict: "fine" };

export function skipped(missing: string): Judgement {
  return { verdict: "skipped", missing };
}

export function problem(certainty: Certainty, why: Text, cure: Cure | null): Judgement {
  return { verdict: "problem", certainty, why, cure };
}
