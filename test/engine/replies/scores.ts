// Precision, recall and F1 per category for a list of judged replies.

export interface Judged {
  readonly wanted: string;
  readonly got: string;
}

export interface Scores {
  readonly entries: number;
  readonly accuracy: number;
  /** Mean F1 of the categories that occur. */
  readonly macroF1: number;
  readonly f1: Readonly<Record<string, number>>;
  /** Share of replies that settings cannot help, called a client problem. */
  readonly falseAlarms: number;
}

export const noClientProblem = "not-a-client-config-problem";

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

export function scoresOf(judged: readonly Judged[]): Scores {
  const f1: Record<string, number> = {};
  for (const category of new Set(judged.map(({ wanted }) => wanted))) {
    const wanted = judged.filter((one) => one.wanted === category).length;
    const got = judged.filter((one) => one.got === category).length;
    const both = judged.filter((one) => one.wanted === category && one.got === category).length;
    f1[category] = share(2 * both, wanted + got);
  }
  const negatives = judged.filter(({ wanted }) => wanted === noClientProblem);
  return {
    entries: judged.length,
    accuracy: share(judged.filter(({ wanted, got }) => wanted === got).length, judged.length),
    macroF1: share(
      Object.values(f1).reduce((sum, value) => sum + value, 0),
      Object.keys(f1).length,
    ),
    f1,
    falseAlarms: share(negatives.filter(({ got }) => got !== noClientProblem).length, negatives.length),
  };
}
