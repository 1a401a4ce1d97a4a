// The engine alone, without Thunderbird and network: classify, diagnose, and a whole proof as a played dialogue.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readEvidence } from "../../../src/cli/evidence-file.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { prove } from "../../../src/engine/smtp/proof.js";
import type { Evidence } from "../../../src/engine/model/evidence.js";
import { proofRequest, soundProof } from "../../engine/smtp/requests.js";
import { playTranscript } from "../../fakes/play-transcript.js";
import { measureClassify, type ClassifyFigures } from "./classify.js";
import { perSecond } from "./per-second.js";

export interface EngineFigures {
  readonly classify: ClassifyFigures;
  readonly diagnosePerSecond: number;
  readonly proofsPerSecond: number;
}

export function measureEngine(): EngineFigures {
  return {
    classify: measureClassify(),
    diagnosePerSecond: perSecond(savedEvidence(), (evidence) => diagnose(evidence)),
    proofsPerSecond: perSecond([proofRequest], (request) => playTranscript(prove(request), soundProof)),
  };
}

function savedEvidence(): readonly Evidence[] {
  const folder = join("test", "cases");
  return readdirSync(folder).flatMap((name) => {
    const read = readEvidence(readFileSync(join(folder, name, "evidence.json"), "utf8"));
    return read.kind === "evidence" ? [read.evidence] : [];
  });
}

export function engineLines({
  classify,
  diagnosePerSecond,
  proofsPerSecond,
}: EngineFigures): readonly string[] {
  const count = (number: number): string => `${number.toLocaleString("en")} per second`;
  return [
    "engine alone, one core",
    `  classify: ${count(classify.perSecond)}`,
    `  diagnose: ${count(diagnosePerSecond)}`,
    `  a whole proof, played: ${count(proofsPerSecond)}`,
    ...Object.entries(classify.hostileMegabyte).map(
      ([name, milliseconds]) => `  classify 1 MB, ${name}: ${String(milliseconds)} ms`,
    ),
  ];
}
