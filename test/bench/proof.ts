// One full proof (STARTTLS, AUTH PLAIN, MAIL, RCPT, RSET, QUIT) at a real Exim that is 50 ms away: ours, swaks doing
// the same, and what the protocol needs. Pairs one after the other; ours and theirs take turns in going first.

import { hosts } from "../e2e/world/hosts.js";
import { startMailHost } from "../e2e/world/mail-host.js";
import { farAway } from "./far-away.js";
import { median, medianRatio, rounded, roundedMedian } from "./median.js";
import { ourProof, swaks, type Prover } from "./provers.js";

const oneWay = 50;
const pairs = 7;

/** Nobody can do with less: RFC 5321, 3207, 4954 let none of these be sent before the answer to the one before. */
const needed = [
  "TCP handshake",
  "greeting",
  "EHLO",
  "STARTTLS",
  "TLS 1.3 handshake",
  "EHLO",
  "AUTH",
  "MAIL, RCPT, RSET, QUIT in one flight (PIPELINING)",
];

const provers = { ours: ourProof, swaks: swaks(), "swaks --pipeline": swaks("--pipeline") } as const;
type Name = keyof typeof provers;
type Times = Readonly<Record<Name, readonly number[]>>;

export interface ProofFigures {
  readonly oneWay: number;
  readonly pairs: number;
  /** Median milliseconds of a session, and how many round trips of it the distance alone makes. */
  readonly sessions: Readonly<Record<Name, { readonly milliseconds: number; readonly roundTrips: number }>>;
  readonly roundTripsNeeded: number;
  /** Medians of the pairs' ratios; below 1 we are quicker. */
  readonly oursToSwaks: number;
  readonly oursToSwaksPipelining: number;
  readonly withoutDistance: { readonly oursToSwaks: number; readonly ours: number; readonly swaks: number };
}

export async function measureProof(): Promise<ProofFigures> {
  const [company] = hosts;
  if (company === undefined) throw new Error("the lab has no hosts");
  const exim = await startMailHost(company);
  try {
    const far = await times(company, oneWay);
    const near = await times(company, 0);
    const session = (name: Name): { milliseconds: number; roundTrips: number } => ({
      milliseconds: roundedMedian(far[name]),
      roundTrips: rounded((median(far[name]) - median(near[name])) / (2 * oneWay), 1),
    });
    return {
      oneWay,
      pairs,
      sessions: {
        ours: session("ours"),
        swaks: session("swaks"),
        "swaks --pipeline": session("swaks --pipeline"),
      },
      roundTripsNeeded: needed.length,
      oursToSwaks: medianRatio(far.ours, far.swaks),
      oursToSwaksPipelining: medianRatio(far.ours, far["swaks --pipeline"]),
      withoutDistance: {
        oursToSwaks: medianRatio(near.ours, near.swaks),
        ours: roundedMedian(near.ours),
        swaks: roundedMedian(near.swaks),
      },
    };
  } finally {
    await exim.stop();
  }
}

async function times(
  server: { readonly name: string; readonly address: string },
  way: number,
): Promise<Times> {
  const proxy = await farAway({ address: server.address, port: 587 }, way);
  const target = { host: server.name, port: proxy.port };
  const time = async (prover: Prover): Promise<number> => {
    const session = proxy.nextSession();
    await prover(target);
    return session;
  };
  const taken: Record<Name, number[]> = { ours: [], swaks: [], "swaks --pipeline": [] };
  const names = Object.keys(provers) as Name[];
  try {
    for (const name of names) await time(provers[name]); // Warm: not counted.
    for (let pair = 0; pair < pairs; pair++) {
      for (const name of pair % 2 === 0 ? names : names.toReversed())
        taken[name].push(await time(provers[name]));
    }
  } finally {
    await proxy.stop();
  }
  return taken;
}

export function proofLines(figures: ProofFigures): readonly string[] {
  const { sessions, withoutDistance: near } = figures;
  const distance = `${String(figures.oneWay)} ms each way`;
  return [
    `full proof, ${distance}, ${String(figures.pairs)} pairs; the protocol needs ${String(figures.roundTripsNeeded)} round trips`,
    ...Object.entries(sessions).map(
      ([name, { milliseconds, roundTrips }]) =>
        `  ${name}: ${String(milliseconds)} ms, ${String(roundTrips)} round trips`,
    ),
    `  ours / swaks: ${String(figures.oursToSwaks)}   (bound 1.25)`,
    `  ours / swaks --pipeline: ${String(figures.oursToSwaksPipelining)}`,
    `  without distance: ${String(near.ours)} ms / ${String(near.swaks)} ms = ${String(near.oursToSwaks)}`,
  ];
}
