// What the sources said about a domain, kept for a while so that a second failure asks nobody. Per domain, without
// anything of the user's; forgotten with Thunderbird's end.

import type { LookUp, LookUpSource, Ports } from "../../ports.js";

export type LookUps = ReadonlyMap<LookUpSource, LookUp>;

export const memoryMilliseconds = 15 * 60 * 1000;

interface Remembered {
  readonly at: number;
  readonly answers: readonly (readonly [LookUpSource, LookUp])[];
}

const keyOf = (domain: string): string => `look-ups:${domain}`;

export async function recallLookUps(
  { session, clock }: Pick<Ports, "session" | "clock">,
  domain: string,
): Promise<LookUps> {
  const remembered = (await session.read(keyOf(domain))) as Remembered | undefined;
  const age = clock.now() - (remembered?.at ?? 0);
  return new Map(age >= 0 && age < memoryMilliseconds ? remembered?.answers : []);
}

/**
 * Only where somebody has found something: that nobody did may be the network's fault. A policy is read anew each
 * time, and who kept silent is asked again.
 */
export async function rememberLookUps(
  { session, clock }: Pick<Ports, "session" | "clock">,
  domain: string,
  answers: LookUps,
): Promise<void> {
  const worthIt = [...answers].filter(
    ([source, { result }]) => source !== "policy" && (result === "found" || result === "none"),
  );
  if (worthIt.some(([, { result }]) => result === "found")) {
    const remembered: Remembered = { at: clock.now(), answers: worthIt };
    await session.write(keyOf(domain), remembered);
  }
}
