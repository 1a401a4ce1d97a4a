// Every hostile behaviour at every step of a proof: what it comes to, how long it takes and how much is read.

import { driveSession } from "../../src/engine/smtp/drive-session.js";
import { patience } from "../../src/engine/smtp/limits.js";
import { prove, type ProofResult } from "../../src/engine/smtp/proof.js";
import type { SmtpStage } from "../../src/engine/model/refusal.js";
import { proofRequest, password } from "../engine/smtp/requests.js";
import { behaviours, speaking, type Behaviour } from "./behaviours.js";
import { MisbehavingServer, steps, type Step, type Told } from "./server.js";
import { VirtualClock } from "./virtual-clock.js";

export interface Cell {
  readonly behaviour: Behaviour;
  readonly step: Step;
  readonly security: "starttls" | "tls";
  readonly mechanism: "PLAIN" | "LOGIN";
}

export interface Seen {
  readonly result: ProofResult;
  readonly told: Told;
  readonly seconds: number;
  /** Timers that nobody stopped. */
  readonly leftRunning: boolean;
}

const stageOf: Readonly<Record<Step, SmtpStage>> = {
  connect: "connect",
  "tls-first": "connect",
  greeting: "greeting",
  ehlo: "ehlo",
  starttls: "starttls",
  tls: "starttls",
  "ehlo-again": "ehlo",
  auth: "auth",
  user: "auth",
  password: "auth",
  mail: "mail",
  rcpt: "rcpt",
  rset: "unknown",
  quit: "unknown",
};

const ways = [
  { security: "starttls", mechanism: "PLAIN" },
  { security: "starttls", mechanism: "LOGIN" },
  { security: "tls", mechanism: "PLAIN" },
] as const;

/** The steps of that way, in order. */
function stepsOf({ security, mechanism }: Pick<Cell, "security" | "mechanism">): readonly Step[] {
  const absent: readonly Step[] = [
    ...(security === "tls" ? (["starttls", "tls", "ehlo-again"] as const) : (["tls-first"] as const)),
    ...(mechanism === "PLAIN" ? (["user", "password"] as const) : []),
  ];
  return steps.filter((step) => !absent.includes(step));
}

/** LOGIN only where it differs: at the steps of the log-in. */
export const cells: readonly Cell[] = ways.flatMap((way) =>
  stepsOf(way)
    .filter((step) => way.mechanism === "PLAIN" || stageOf[step] === "auth")
    .flatMap((step) =>
      behaviours
        .filter(
          ({ at, security }) =>
            (at ?? speaking).includes(step) && (security ?? way.security) === way.security,
        )
        .map((behaviour) => ({ behaviour, step, ...way })),
    ),
);

export async function play({ behaviour, step, security, mechanism }: Cell): Promise<Seen> {
  const clock = new VirtualClock();
  const server = new MisbehavingServer(clock, security, mechanism, (at, sound) =>
    at === step ? behaviour.does(sound) : null,
  );
  const session = prove({ ...proofRequest, security });
  const driven = await clock.run(driveSession(session, server, { timer: clock }));
  if (driven.kind !== "ended") {
    throw new Error("nobody cancelled");
  }
  return { result: driven.result, told: server.told, seconds: clock.now / 1000, leftRunning: !clock.idle };
}

export function outcomeOf({ outcome }: ProofResult): string {
  switch (outcome.kind) {
    case "refused":
      return `refused ${outcome.stage} ${outcome.code}`;
    case "fault": {
      const { fault } = outcome;
      const more =
        fault.kind === "limit" ? ` ${fault.limit}` : fault.kind === "not-smtp" ? ` ${fault.peer}` : "";
      return `fault ${outcome.stage} ${fault.kind}${more}`;
    }
    default:
      return outcome.kind;
  }
}

export function expectedOutcome({ behaviour: { comesTo, but }, step, security, mechanism }: Cell): string {
  // Nothing rests on the answers to RSET and QUIT (envelope.ts).
  if (step === "rset" || step === "quit") {
    return "accepted";
  }
  const order = stepsOf({ security, mechanism });
  const next = order[order.indexOf(step) + 1] ?? step;
  const special = but?.[step === "auth" && mechanism === "LOGIN" && but["auth LOGIN"] ? "auth LOGIN" : step];
  const said = special ?? comesTo;
  // The last word of a recipient is the proof's own: what follows is said to RSET.
  if (step === "rcpt" && said.includes("<next>")) {
    return "accepted";
  }
  // With TLS from the start, EHLO is the one that offers to sign in.
  if (security === "tls" && step === "ehlo" && said.includes("starttls-not-offered")) {
    return "no-sign-in-offered";
  }
  return said.replace("<stage>", stageOf[step]).replace("<next>", stageOf[next]);
}

/** Seconds: every step in turn may take its patience, up to the one that misbehaves; then QUIT and RSET. */
export function longest({ step, security, mechanism }: Cell): number {
  const order = stepsOf({ security, mechanism });
  const stages = new Set(order.slice(0, order.indexOf(step) + 1).map((one) => stageOf[one]));
  // EHLO is said again inside TLS, a silent greeting is poked once, and leaving has its own moment.
  return [...stages].reduce((sum, stage) => sum + patience[stage], patience.ehlo + 2 * patience.unknown);
}

const encoded = Buffer.from(password).toString("base64");
const message = Buffer.from(`\0alice@example.com\0${password}`).toString("base64");

/** Lines with the password in them that came where the certificate was not verified. */
export function exposed({ told }: Seen): readonly string[] {
  return told.lines
    .filter(
      ({ line, safe }) =>
        !safe && [password, encoded, message, "AUTH"].some((secret) => line.includes(secret)),
    )
    .map(({ line }) => line);
}

export function secretsShown({ result }: Seen): readonly string[] {
  const shown = JSON.stringify(result);
  return [password, encoded, message].filter((secret) => shown.includes(secret));
}
