// One look for everybody who asks the same server the same thing: accounts of one check, sends that fail at once, *Check
// again* pressed again. Few at a time at one host: twenty connections at once are what servers turn clients away for.
// Laid over the ServerTalk port; proofs pass through untouched.

import { serverOf } from "../../engine/discovery/to-ask.js";
import { domainOf } from "../../engine/model/address.js";
import type { Endpoint, Probe } from "../../engine/model/probe.js";
import type { Clock, ServerTalk } from "../../ports.js";
import { PlacesAtHosts } from "./places-at-hosts.js";

type Envelope = Parameters<ServerTalk["look"]>[1];

interface Look {
  /** Its own, whoever asked: ended when the last asker has gone. */
  readonly operationId: string;
  readonly probe: Promise<Probe | null>;
  /** By the asker's operation: what tells him that he is no longer waited for. */
  readonly askers: Map<string, () => void>;
  isGivenUp: boolean;
}

/** So long an answer is given to whoever asks the same; a server that did not answer well is asked anew. */
const freshMilliseconds = 3_000;

export function sharedLooks(talk: ServerTalk, clock: Clock): ServerTalk {
  const looks = new Map<string, Look>();
  const places = new PlacesAtHosts(clock);
  let begun = 0;

  function begin(key: string, endpoint: Endpoint, envelope: Envelope): Look {
    begun += 1;
    const operationId = `shared-look-${String(clock.now())}-${String(begun)}`;
    const look: Look = { operationId, probe: connect(), askers: new Map(), isGivenUp: false };
    looks.set(key, look);
    void keep(key, look);
    return look;

    async function connect(): Promise<Probe | null> {
      const giveBack = await places.take(endpoint.host);
      try {
        return look.isGivenUp ? null : await talk.look(endpoint, envelope, operationId);
      } finally {
        giveBack();
      }
    }
  }

  async function keep(key: string, look: Look): Promise<void> {
    // Whoever asked is told by the same promise.
    const probe = await look.probe.catch(() => null);
    await talk.end(look.operationId);
    if (probe?.answer.kind === "answers") {
      await clock.wait(freshMilliseconds);
    }
    forget(key, look);
  }

  function forget(key: string, look: Look): void {
    if (looks.get(key) === look) {
      looks.delete(key);
    }
  }

  /** Not waited for any more by this asker; by nobody: the connection is closed, or never made. */
  async function leave(operationId: string): Promise<void> {
    for (const [key, look] of looks) {
      const tell = look.askers.get(operationId);
      look.askers.delete(operationId);
      tell?.();
      if (tell !== undefined && look.askers.size === 0) {
        look.isGivenUp = true;
        forget(key, look);
        await talk.end(look.operationId);
      }
    }
  }

  return {
    async look(endpoint, envelope, operationId) {
      const key = keyOf(endpoint, envelope);
      const look = looks.get(key) ?? begin(key, endpoint, envelope);
      const left = new Promise<null>((resolve) => {
        const before = look.askers.get(operationId);
        look.askers.set(operationId, () => {
          before?.();
          resolve(null);
        });
      });
      const probe = await Promise.race([look.probe, left]);
      // Written as this asker has it: the same endpoint may be spelt otherwise.
      return probe && { ...probe, host: endpoint.host, port: endpoint.port };
    },
    prove: (attempt) => talk.prove(attempt),
    async end(operationId) {
      await leave(operationId);
      await talk.end(operationId);
    },
  };
}

/** Whether a server takes mail from here, it says alike for all senders of a domain; whom it hosts, for each address. */
function keyOf(endpoint: Endpoint, envelope: Envelope): string {
  const asked =
    envelope && (domainOf(envelope.from) === domainOf(envelope.to) ? envelope.to : domainOf(envelope.from));
  return JSON.stringify([serverOf(endpoint), asked]);
}
