// Asks the servers, without signing in: the one in use, and the candidates side by side. Each look is one
// connection; nothing is changed and no password is used.

import { expectedUserName } from "../../engine/discovery/expected.js";
import { serverOf } from "../../engine/discovery/to-ask.js";
import { Race } from "../../engine/waiting/race.js";
import { isKnownHost } from "../../engine/passwords/passwords-for.js";
import type { Evidence } from "../../engine/model/evidence.js";
import {
  offersSignIn,
  type Candidate,
  type Endpoint,
  type Probe,
  type ProbedCandidate,
} from "../../engine/model/probe.js";
import { effectivePort, signsIn } from "../../engine/model/server-settings.js";
import type { WritingPorts } from "../../ports.js";
import { reportingOr } from "../report/bugs.js";

/** Reserved by RFC 2606: an address outside that no provider can mistake for its own. Asked about, never written to. */
const outsideAddress = "postmaster@example.com";

/** Null where there is nothing to look at. */
export async function lookAtServerInUse(
  talk: WritingPorts["talk"],
  evidence: Evidence,
  operationId: string,
): Promise<Probe | null> {
  const { outgoing, sender, refusal } = evidence;
  if (outgoing.kind !== "smtp") {
    return null;
  }
  const { server } = outgoing;
  const { host, security } = server;
  const endpoint = { host, port: effectivePort(server), security };
  return talk.look(endpoint, envelopeToAsk(), operationId);

  /**
   * Asked only where the answer tells something: whether a server that is never signed in to takes mail from here,
   * and whether one with a foreign name hosts this address.
   */
  function envelopeToAsk(): { readonly from: string; readonly to: string } | null {
    if (refusal === null && !signsIn(server.signIn)) {
      return { from: sender.address, to: outsideAddress };
    }
    const userName = expectedUserName(sender, evidence.incoming);
    const foreign = refusal !== null && !isKnownHost({ host, userName }, { ...evidence, current: null });
    return foreign ? { from: sender.address, to: sender.address } : null;
  }
}

/** How long a better-placed candidate may keep one waiting that has answered well. */
const headStartMilliseconds = 1_500;

/** Looks at candidates, each endpoint once however often it is named. */
export class CandidateLooks {
  readonly #race: Race;
  readonly #looks = new Map<string, Promise<unknown>>();
  readonly #seen = new Map<string, Probe | null>();

  constructor(
    private readonly ports: Pick<WritingPorts, "talk" | "clock" | "session" | "underWay" | "bugs">,
    private readonly operationId: string,
  ) {
    this.#race = new Race(ports.clock, { graceMilliseconds: headStartMilliseconds });
  }

  /** Kept once there is a good answer; never, where there is none. */
  get anyGood(): Promise<void> {
    return this.#race.anyGood;
  }

  /**
   * All at once, answered in the given order. Ends when all have answered, or soon after the first good answer:
   * whoever is still silent then, and not only just asked, has no look. The caller ends the operation, which closes
   * what is left open.
   */
  async at(candidates: readonly Candidate[]): Promise<readonly ProbedCandidate[]> {
    await Promise.all(
      candidates.map(async ({ settings }) => {
        const key = serverOf(settings);
        const look = this.#looks.get(key) ?? this.#race.enter(this.#look(settings), offersSignIn);
        this.#looks.set(key, look);
        await look;
      }),
    );
    return this.sofar(candidates);
  }

  /** With the answers that are there by now; nobody is asked anew. */
  sofar(candidates: readonly Candidate[]): readonly ProbedCandidate[] {
    return candidates.map((candidate) => ({
      ...candidate,
      probe: this.#seen.get(serverOf(candidate.settings)) ?? null,
    }));
  }

  async #look({ host, port, security }: Endpoint): Promise<Probe | null> {
    const endpoint = { host, port: effectivePort({ port, security }), security };
    const look = () => this.ports.talk.look(endpoint, null, this.operationId);
    const probe = await reportingOr(this.ports, "looking at a server", look, null);
    this.#seen.set(serverOf(endpoint), probe);
    return probe;
  }
}

/** They all lead to one machine, which is asked so many times and no more. */
const maximumNames = 4;

/**
 * The names in the certificate of the server in use: on shared hosting one of them is the real one. Those of the user's own
 * provider first. `further`: more than are asked for.
 */
export function namesInCertificate(
  evidence: Evidence,
): Readonly<Record<"toAsk" | "further", readonly Candidate[]>> {
  const names = candidatesNamed(evidence).toSorted(
    (left, right) => Number(left.trust === "guess") - Number(right.trust === "guess"),
  );
  return { toAsk: names.slice(0, maximumNames), further: names.slice(maximumNames) };
}

function candidatesNamed(evidence: Evidence): readonly Candidate[] {
  const { outgoing, probe } = evidence;
  const answer = probe?.answer;
  if (answer?.kind !== "certificate" || answer.reason !== "other-name" || outgoing.kind !== "smtp") {
    return [];
  }
  const { port, security, signIn, userName } = outgoing.server;
  const known = { ...evidence, current: outgoing.server };
  return answer.names
    .filter((name) => /^(?!\*)[a-z0-9.-]{4,253}$/i.test(name) && name.includes("."))
    .map((name) => ({
      settings: { host: name.toLowerCase(), port, security, signIn, userName },
      source: "certificate",
      trust: isKnownHost({ host: name, userName }, known) ? "own-domain" : "guess",
      ownNetworkOnly: false,
    }));
}

/** A name in a certificate counts only if it leads to the machine that showed it. */
export function reachesSameMachine(candidate: ProbedCandidate, inUse: Probe | null): boolean {
  return (
    candidate.source !== "certificate" ||
    (candidate.probe?.addresses.some((address) => inUse?.addresses.includes(address)) ?? false)
  );
}
