import { expect, it } from "vitest";
import { sharedLookUps } from "../../../src/app/find/shared-look-ups.js";
import type { LookUp } from "../../../src/ports.js";
import { thunderbird } from "../profile.js";
import { answerLater } from "../../fakes/answer-later.js";

it("asks each publisher once about a domain while it is being asked, and anew afterwards", async () => {
  const asked: string[] = [];
  const answer = answerLater<LookUp>();
  const discovery = sharedLookUps({
    ...thunderbird().ports.discovery,
    lookUp: async (domain, source) => {
      asked.push(`${source} ${domain}`);
      return answer.promise;
    },
  });
  const all = [
    ...Array.from({ length: 60 }, async () => discovery.lookUp("example.test", "mx")),
    discovery.lookUp("example.test", "srv"),
    discovery.lookUp("other.test", "mx"),
  ];
  answer.resolve({ result: "none", vouched: false, servers: [], pages: [] });
  await Promise.all(all);
  expect(asked).toEqual(["mx example.test", "srv example.test", "mx other.test"]);
  await discovery.lookUp("example.test", "mx");
  expect(asked).toHaveLength(4);
});
