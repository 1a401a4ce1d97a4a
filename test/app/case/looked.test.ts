// What the page tells of servers that were looked at in vain.

import { describe, expect, it } from "vitest";
import { lookedInVain } from "../../../src/app/case/looked.js";
import type { Candidate, ProbeAnswer, ProbedCandidate } from "../../../src/engine/model/probe.js";
import { diagnose } from "../../../src/engine/rules/diagnose.js";
import { evidence, faulty, sending } from "../../engine/rules/sample.js";

function candidate(host: string, answer: ProbeAnswer | null, port = 587): ProbedCandidate {
  const about: Candidate = {
    settings: { host, port, security: "starttls", signIn: "password", userName: "alice@example.test" },
    source: "guide",
    trust: "own-domain",
    ownNetworkOnly: false,
  };
  const probe = answer && { host, port, security: "starttls" as const, answer, addresses: [] };
  return { ...about, probe };
}

const unreachable = { ...sending({ host: "smtp.gone.test" }), refusal: faulty("unreachable") };

describe("servers looked at in vain", () => {
  it("are told with what each answered, once each, without those that were not reached in time", () => {
    const all = evidence({
      ...unreachable,
      candidates: [
        candidate("mail.example.test", { kind: "silent" }),
        candidate("mail.example.test", { kind: "silent" }),
        candidate("smtp.example.test", { kind: "unknown-host" }),
        candidate("relay.example.test", { kind: "turned-away", code: 554, lines: ["No"] }),
        candidate("late.example.test", null),
      ],
    });
    const looked = lookedInVain(all, diagnose(all));
    expect(looked.map(({ host, answer }) => [host, answer.kind])).toEqual([
      ["mail.example.test", "unreachable"],
      ["smtp.example.test", "unreachable"],
      ["relay.example.test", "refused"],
    ]);
  });

  it("say what is wrong with them: no sign-in is offered, or they turned us away in these words", () => {
    const all = evidence({
      ...unreachable,
      candidates: [
        candidate("mail.example.test", { kind: "answers", offeredSignIn: [], toStranger: null }),
        candidate("relay.example.test", { kind: "turned-away", code: 554, lines: ["No"] }),
      ],
    });
    expect(lookedInVain(all, diagnose(all)).map(({ answer }) => answer)).toMatchObject([
      { kind: "no-sign-in-offered" },
      { kind: "refused", refusal: { stage: "greeting", code: 554, lines: ["No"] } },
    ]);
  });

  it("are not told where one of them will do", () => {
    const good: ProbeAnswer = { kind: "answers", offeredSignIn: ["PLAIN"], toStranger: null };
    const silent = candidate("smtp.example.test", { kind: "silent" });
    for (const candidates of [
      [candidate("mail.example.test", good)],
      [silent, candidate("mail.example.test", good)],
    ]) {
      const all = evidence({ ...unreachable, candidates });
      expect(lookedInVain(all, diagnose(all))).toEqual([]);
    }
  });
});
