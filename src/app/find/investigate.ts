// Gathers what only servers know, and judges again with it: the server in use first, other settings only where a
// problem calls for them. Runs at the failure and at a check; never signs in, changes nothing.

import { guesses } from "../../engine/discovery/guesses.js";
import { toAsk, type ToAsk } from "../../engine/discovery/to-ask.js";
import { movedTo } from "../../engine/providers/moved-to.js";
import { callsForPages } from "../../engine/providers/shown-note.js";
import { Race, within } from "../../engine/waiting/race.js";
import { diagnose } from "../../engine/rules/diagnose.js";
import type { Evidence } from "../../engine/model/evidence.js";
import { accountIn } from "../../engine/model/discovery-account.js";
import type { Diagnosis } from "../../engine/model/finding.js";
import { offersSignIn, type Candidate, type Probe, type ProbedCandidate } from "../../engine/model/probe.js";
import type { NamedPage } from "../../engine/model/published-page.js";
import { effectivePort } from "../../engine/model/server-settings.js";
import type { Ports, WritingPorts } from "../../ports.js";
import type { Case } from "../../engine/model/case.js";
import { report, reportingOr } from "../report/bugs.js";
import { callsForCandidates } from "./calls-for-candidates.js";
import { advance } from "../case/advance.js";
import { discover } from "./discover.js";
import {
  CandidateLooks,
  lookAtServerInUse,
  namesInCertificate,
  reachesSameMachine,
} from "./look-at-servers.js";
import { readOptions, sourcesAllowed } from "./options.js";
import { patienceWith } from "./patience.js";
import { withPages, withPublished, withPublishedPages } from "./with-published.js";
import { writing } from "../case/writing.js";

/** Asks for every case that waits for servers and is not being asked for: new ones, and those a restart cut off. */
export function resume(ports: Ports, cases: readonly Case[]): void {
  const { asking } = ports.underWay;
  for (const { caseId, gathering, evidence } of cases) {
    // A case of the same name may have another failed send by now.
    if (gathering && JSON.stringify(asking.get(caseId)?.evidence) !== JSON.stringify(evidence)) {
      const operationId = `look-${caseId}-${String(ports.clock.now())}`;
      let tell: () => void = () => undefined;
      const offered = new Promise<void>((resolve) => {
        tell = resolve;
      });
      const offer = (seen: Evidence): void => {
        const now = asking.get(caseId);
        if (now?.operationId === operationId) {
          asking.set(caseId, { ...now, evidence: seen });
          tell();
        }
      };
      const work = ports.awake
        .during(async () => run(ports, caseId, evidence, { operationId, offer }))
        .finally(() => {
          tell();
          if (asking.get(caseId)?.work === work) {
            asking.delete(caseId);
          }
        });
      asking.set(caseId, { evidence, work, operationId, offered });
    }
  }
}

/** Settled when nothing is being asked for this case any more. */
export async function investigated({ underWay }: Pick<Ports, "underWay">, caseId: string): Promise<void> {
  await underWay.asking.get(caseId)?.work;
}

/** Settled when what the page offers may be clicked: a good answer is there, or nobody is being asked any more. */
export async function offered({ underWay }: Pick<Ports, "underWay">, caseId: string): Promise<void> {
  await underWay.asking.get(caseId)?.offered;
}

/** Stops asking: the case gets the verdict that is possible with what is known by now. */
export async function stopAsking(ports: Ports, caseId: string): Promise<void> {
  const running = ports.underWay.asking.get(caseId);
  if (running !== undefined) {
    await writing(ports)?.talk.end(running.operationId);
    const { evidence } = running;
    await advance(ports, caseId, { kind: "servers-answered", asked: evidence, seen: evidence });
  }
}

/** Never rejects: whatever goes wrong on the way, the case gets the verdict that is possible without servers. */
async function run(
  ports: Ports,
  caseId: string,
  evidence: Evidence,
  { operationId, offer: onOffered }: Looking,
): Promise<void> {
  const able = writing(ports);
  let known = evidence;
  let offering = Promise.resolve();
  let lookedUp = false;
  const onLookedUp = (): void => {
    lookedUp = true;
  };
  /** What is good is offered as soon as it is known, and refined while it is read. */
  const offer = (seen: Evidence): void => {
    if (diagnose(seen).plan !== null) {
      offering = advance(ports, caseId, { kind: "servers-answered", asked: evidence, seen, more: true }).then(
        ({ taken }) => {
          if (taken) {
            known = seen;
            onOffered(seen);
          }
        },
        async (error: unknown) => report(ports, error, "asking servers"),
      );
    }
  };
  // Not first when the server has answered: from then on they are remembered (background/start.ts). They are read when they are
  // needed, for the user may choose otherwise meanwhile; and who reads them then is told where storage is broken.
  void readOptions(ports).catch(() => undefined);
  try {
    const offline = able !== null && ports.isOffline();
    const asked = ports.isOffline()
      ? Promise.resolve(evidence)
      : able === null
        ? withPublished(ports, evidence, onLookedUp)
        : evidenceOfServers(able, evidence, { operationId, offer });
    const seen = await reportingOr(ports, "asking servers", () => asked, null);
    await offering;
    const answered = { kind: "servers-answered", asked: known, seen: seen ?? known } as const;
    await advance(ports, caseId, { ...answered, lookedUp, offline });
  } finally {
    await able?.talk.end(operationId);
  }
}

interface Looking {
  readonly operationId: string;
  readonly offer: (seen: Evidence) => void;
}

async function evidenceOfServers(
  ports: WritingPorts,
  evidence: Evidence,
  looking: Looking,
): Promise<Evidence> {
  const patience = patienceWith(evidence);
  const look = lookAtServerInUse(ports.talk, evidence, looking.operationId);
  const soon = await within(ports.clock, patience.others, look, "silent" as const);
  const early = soon === "silent" ? evidence : { ...evidence, probe: soon };
  const diagnosis = diagnose(early);
  if (soon !== "silent" && !callsForCandidates(early, diagnosis)) {
    if (diagnosis.plan === null || !callsForPages(early, diagnosis)) {
      return early;
    }
    looking.offer(early);
    return withPublishedPages(ports, early);
  }
  const [inUse, { candidates, left, pages }] = await Promise.all([
    within(ports.clock, patience.silent - patience.others, look, silent(evidence)),
    lookedAtCandidates(ports, early, diagnosis, looking),
  ]);
  const near = candidates.filter((candidate) => reachesSameMachine(candidate, inUse));
  const asked = { ...evidence, probe: inUse, candidates: near, ...(left > 0 && { notAsked: left }) };
  return withPages(asked, pages);
}

function silent({ outgoing }: Evidence): Probe | null {
  if (outgoing.kind !== "smtp") {
    return null;
  }
  const { host, security } = outgoing.server;
  return { host, port: effectivePort(outgoing.server), security, answer: { kind: "silent" }, addresses: [] };
}

/** A published answer that comes later than this after a guess has answered well is not waited for. */
const graceMilliseconds = 1_000;
/** So long those that stand before the first good answer have to answer before it is offered. */
const offerMilliseconds = 250;

interface Looked {
  readonly candidates: readonly ProbedCandidate[];
  /** Servers that were not asked. */
  readonly left: number;
  readonly pages: readonly NamedPage[];
}

/** What is published for the domain, and what the guide would guess: looked at as they become known. */
async function lookedAtCandidates(
  ports: WritingPorts,
  evidence: Evidence,
  { plan }: Diagnosis,
  { operationId, offer }: Looking,
): Promise<Looked> {
  const account = accountIn(evidence);
  const looks = new CandidateLooks(ports, operationId);
  const { toAsk: named, further } = namesInCertificate(evidence);
  const wish: readonly Candidate[] =
    plan === null
      ? []
      : [{ settings: plan.settings, source: "guide", trust: "guess", ownNetworkOnly: false }];
  const guessed = looks.at([...named, ...movedTo(account), ...guesses(account), ...wish]);
  let published: readonly Candidate[] = [];
  let pages: readonly NamedPage[] = [];
  // `rank` has the guesses among the published; the wish stands last, for its source is the weakest.
  const all = (): ToAsk => toAsk([...named, ...published, ...guesses(account), ...wish], further);
  let isEnded = false;
  void looks.anyGood
    .then(() => ports.clock.wait(offerMilliseconds))
    .then(() => {
      if (!isEnded) {
        const soFar = looks.sofar(all().candidates).filter((one) => reachesSameMachine(one, evidence.probe));
        offer({ ...evidence, candidates: soFar });
      }
    });
  const take = (found: readonly Candidate[]): void => {
    published = found;
  };
  const race = new Race(ports.clock, { graceMilliseconds });
  void race.enter(guessed, (all) => all.some(({ probe }) => offersSignIn(probe)));
  const sources = sourcesAllowed(await readOptions(ports));
  const found = discover(ports, account, { sources, onFound: take }).then((discovered) => {
    take(discovered.candidates);
    pages = discovered.pages;
  });
  await race.enter(found);
  const { candidates, left } = all();
  const looked = await looks.at(candidates);
  isEnded = true;
  return { candidates: looked, left, pages };
}
