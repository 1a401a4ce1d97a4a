// The provider's page: ours, or what it publishes with its settings; opened only by the click, and only https.

import { expect, it } from "vitest";
import { editCases, findCase } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { openProviderPage } from "../../../src/app/page/provider.js";
import type { PublishedPage } from "../../../src/engine/model/published-page.js";
import type { LookUp } from "../../../src/ports.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import { entry, failedSend, profile, thunderbird } from "../profile.js";

const caseId = "window-7";
const help: PublishedPage = {
  is: "enable",
  url: "https://help.example.test/let-in",
  words: "Switch it on first.",
};

/** Alice's password is refused by a server that nothing else is wrong with. */
async function refused(pages: LookUp["pages"]): Promise<FakeThunderbird> {
  const fake = thunderbird({
    ...profile,
    entries: profile.entries.map((one) =>
      one.id === entry.id ? { ...one, port: 587, security: "starttls", signIn: "password" } : one,
    ),
  });
  fake.lookUp = (domain, source) => {
    asked.push(`${source} ${domain}`);
    const found = source === "isp" && domain === "example.test";
    const server = { host: "mail.example.test", port: 587, security: "starttls" } as const;
    const servers = [{ ...server, signIns: ["password"], userName: null, ownNetworkOnly: false }] as const;
    return found
      ? { result: "found", vouched: true, servers, pages }
      : { result: "none", vouched: false, servers: [], pages: [] };
  };
  const { refusal, ...send } = failedSend();
  const words = { lines: ["Authentication failed"], stage: "auth", code: 535, secure: true } as const;
  await noticeFailedSend(fake.ports, {
    ...send,
    refusal: { ...refusal, ...words, offeredSignIn: ["PLAIN", "LOGIN"] },
  });
  await investigated(fake.ports, caseId);
  return fake;
}
const asked: string[] = [];

it("a refused password leads to what the provider publishes, and opens it at the click alone", async () => {
  const fake = await refused([help]);
  const { cases } = await openPage(fake.ports, { kind: "compose", windowId: 7 });
  expect(cases[0]?.note).toEqual({
    id: null,
    provider: "example.test",
    place: "beside",
    certainty: "possible",
    sentences: [{ key: "note_published_by_domain", values: ["example.test"] }],
    published: "Switch it on first.",
    page: "https://help.example.test/let-in",
  });
  expect(cases[0]?.diagnosis?.findings[0]).toMatchObject({ rule: "credentials-rejected" });
  expect(fake.opened).toEqual([]);
  // What another page, drawn before the servers had answered, named is not what would open now.
  await openProviderPage(fake.ports, caseId, "https://help.example.test/other");
  expect(fake.opened).toEqual([]);
  await openProviderPage(fake.ports, caseId, "https://help.example.test/let-in");
  expect(fake.opened).toEqual(["https://help.example.test/let-in"]);
  // By the domain alone, and nobody but who may publish for it.
  expect(new Set(asked)).toEqual(new Set(["isp example.test", "database example.test"]));
});

it("nothing is told of a stranger's page", async () => {
  const fake = await refused([{ ...help, url: "https://elsewhere.test/" }]);
  expect((await openPage(fake.ports, { kind: "compose", windowId: 7 })).cases[0]?.note).toBeNull();
});

it("an address that is no https page is not opened, wherever it came from", async () => {
  const fake = await refused([help]);
  await editCases(fake.ports, (cases) =>
    cases.map((one) => ({
      ...one,
      evidence: {
        ...one.evidence,
        published: [{ ...help, by: "isp" as const, url: "file:///etc/passwd" }],
      },
    })),
  );
  await openProviderPage(fake.ports, caseId, "file:///etc/passwd");
  expect((await findCase(fake.ports.session, caseId))?.evidence.published?.[0]?.url).toContain("file:");
  expect(fake.opened).toEqual([]);
});
