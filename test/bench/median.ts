// One figure out of several rounds: the median, which a single slow round does not move.

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new Error("a median of nothing");
  return (lower + upper) / 2;
}

/** Rounded for people and for the file. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The median of what each pair gives by itself: a busy moment of the machine meets both sides of a pair. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  const ratios = ours.map((value, index) => value / (theirs[index] ?? Number.NaN));
  return rounded(median(ratios), 3);
}

/** Of milliseconds. */
export function roundedMedian(values: readonly number[]): number {
  return rounded(median(values), 1);
}
