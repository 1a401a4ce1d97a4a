// @vitest-environment happy-dom
// When nothing could be proven: every answer in words, the servers' own words as text, and what to do next.

import { describe, expect, it } from "vitest";
import type { CandidateSource } from "../../src/engine/model/probe.js";
import type { Outcome, Tried } from "../../src/protocol.js";
import { openPage, type OpenPage } from "./open-page.js";
import {
  caseView,
  everyOutcome,
  everyTried,
  hostile,
  pageOf,
  plan,
  signInRefused as refused,
  unreachable,
  wrong,
} from "./sample-pages.js";

function afterTrying(...tried: readonly Tried[]): Promise<OpenPage> {
  return openPage(pageOf(caseView("failed", { outcome: { kind: "not-proven", tried } })));
}

describe("what to do next", () => {
  it.each([
    ["locked-out", "Wait at least a quarter of an hour"],
    ["sign-in-put-off", "says nothing about your password"],
    ["account-disabled", "No password helps"],
  ] as const)("where the sign-in says %s is not to check the password", async (matter, said) => {
    const answer = { kind: "refused", refusal: hostile, matter } as const;
    const { find } = await afterTrying({ ...refused, answer });
    const next = find(".why")?.textContent ?? "";
    expect(next).toContain(said);
    expect(next).not.toContain("Check the password");
  });
});

describe("a fix that was put off", () => {
  const putOff = { kind: "refused", refusal: hostile, matter: "sign-in-put-off" } as const;

  it.each<[string, Outcome]>([
    ["by the server", { kind: "not-proven", tried: [{ ...refused, answer: putOff }] }],
    ["by a lock-out", { kind: "not-changed", because: "locked-out" }],
    ["by a full disk", { kind: "not-changed", because: "unrecorded" }],
  ])("%s stays offered, beside checking again", async (_, outcome) => {
    const { find } = await openPage(pageOf(caseView("failed", { outcome })));
    expect(find('[data-action="fix-and-send"]')).not.toBeNull();
    expect(find('[data-action="check"]')).not.toBeNull();
  });

  it.each<[string, Outcome, string | undefined]>([
    [
      "where the page asks to wait",
      { kind: "not-proven", tried: [{ ...refused, answer: putOff }] },
      undefined,
    ],
    ["where the sign-in is closed for a while", { kind: "not-changed", because: "locked-out" }, undefined],
    ["where the page says to try again", { kind: "not-changed", because: "busy" }, "fix-and-send"],
  ])("is what stands first, and in blue only where to press helps: %s", async (_, outcome, blue) => {
    const { find, findAll } = await openPage(pageOf(caseView("failed", { outcome })));
    expect(find(".case > .actions > button")?.dataset["action"]).toBe("fix-and-send");
    expect(find("button.primary")?.dataset["action"]).toBe(blue);
    expect(findAll('[data-action="fix-and-send"]')).toHaveLength(1);
  });

  it("by a lock-out that the proof met leaves nothing to press in blue", async () => {
    const answer = { kind: "refused", refusal: hostile, matter: "locked-out" } as const;
    const { find } = await afterTrying({ ...refused, answer });
    expect(find("button.primary")).toBeNull();
  });

  it("is another thing than one that was refused", async () => {
    const { find } = await afterTrying(refused);
    expect(find('[data-action="fix-and-send"]')).toBeNull();
  });
});

describe("what was tried", () => {
  it("is listed in the order tried, each with words of its own", async () => {
    const { findAll, host } = await afterTrying(...everyTried);
    const lines = findAll("[data-tried]");
    expect(lines.length).toBe(everyTried.length);
    const words = lines.map((line) => line.querySelector("p:not(.place)")?.textContent ?? "");
    expect(new Set(words).size).toBe(everyTried.length);
    expect(words.filter((sentence) => sentence === "" || sentence.startsWith("ui_"))).toEqual([]);
    expect([...host.missing].filter((key) => key.startsWith("ui_"))).toEqual([]);
  });

  it("names server, port and security", async () => {
    const plain: Tried = { ...unreachable("silent"), port: 25, security: "none" };
    const { findAll } = await afterTrying(refused, unreachable("silent"), plain);
    expect(findAll(".place").map((line) => line.textContent)).toEqual([
      "mail.example.com, port 587, STARTTLS",
      "smtp.example.com, port 465, SSL/TLS",
      "smtp.example.com, port 25, no encryption",
    ]);
  });

  it("gives the server's words with code and step", async () => {
    const { find } = await afterTrying(refused);
    const line = find("[data-tried=refused]");
    expect(line?.querySelector("[data-server-text]")?.textContent).toBe("Incorrect authentication data");
    expect(line?.querySelector(".meta")?.textContent).toBe("Code 535 5.7.8, at the sign-in step");
  });

  it("says what broke where the server gave no reply", async () => {
    const refusal = { ...hostile, lines: [], code: null, enhancedCode: null, fault: "interrupted" } as const;
    const { find } = await afterTrying({ ...refused, answer: { kind: "refused", refusal } });
    expect(find("[data-tried]")?.textContent).toContain("The connection to mail.example.com was cut off.");
  });

  it("stays text, and bounded, whatever a server says or is called", async () => {
    const { find, findAll } = await afterTrying({
      ...refused,
      host: "<img src=x>\u202emoc",
      answer: { kind: "refused", refusal: hostile },
    });
    expect(findAll("main img, main b, main script")).toEqual([]);
    expect(find(".place")?.textContent).toContain("<img src=x>⟨U+202E⟩moc");
    const said = find("[data-tried] [data-server-text]")?.textContent ?? "";
    expect(said).toContain("<img src=x onerror=alert(1)>");
    expect(said).not.toContain("\u202e");
    expect(said).toContain(" …");
  });
});

describe("what to do next", () => {
  it.each([
    ["the connection", "internet connection", [unreachable("silent"), unreachable("unknown-host")]],
    ["the password", "signing in on your provider’s web page", [unreachable("silent"), refused]],
    ["the provider", "Ask your provider for the name", [unreachable("silent"), unreachable("certificate")]],
  ])("is about %s", async (_, words, tried) => {
    const { find } = await afterTrying(...tried);
    expect(find(".not-proven .why")?.textContent).toContain(words);
  });

  it("is offered as buttons: check again, the report, close", async () => {
    const { findAll } = await afterTrying(refused);
    const shown = findAll("button").filter((button) => button.closest("[hidden]") === null);
    expect(shown.map(({ dataset }) => dataset["action"])).toEqual([
      "check",
      "copy-report",
      "details",
      "dismiss",
    ]);
    expect(findAll('[data-action="copy-report"]').length).toBe(1);
  });
});

it("a list of accounts says so in its title, and has one button to check again", async () => {
  const outcome = { kind: "not-proven", tried: [refused] } as const;
  const view = caseView("failed", { refusal: null, canSend: false, outcome });
  const { find, findAll } = await openPage(pageOf(view), "toolbar");
  expect(find("h1")?.textContent).toBe("No working settings were found");
  expect(findAll('[data-action="check"]').length).toBe(1);
});

it.each(Object.values(everyOutcome))("the outcome $kind has words", async (outcome: Outcome) => {
  const { find, host } = await openPage(pageOf(caseView("failed", { outcome })));
  expect(find(`[data-outcome="${outcome.kind}"]`)?.textContent ?? "").not.toMatch(/^(ui_|$)/);
  expect([...host.missing].filter((key) => key.startsWith("ui_"))).toEqual([]);
});

/** A record, so that a new source cannot be forgotten. */
const sources: Readonly<Record<CandidateSource, string>> = {
  policy: "organization",
  thunderbird: "came with Thunderbird",
  isp: "your provider (example.com)",
  ispdb: "list of providers",
  mx: "mail servers of example.com",
  srv: "directory",
  incoming: "incoming server",
  note: "providers that have moved",
  certificate: "certificate",
  guide: "(a guess)",
};

it.each(Object.entries(sources))("new values from %s say so", async (source, words) => {
  const diagnosis = { ...wrong, plan: { ...plan, source: source as CandidateSource } };
  const { find } = await openPage(pageOf(caseView("problem", { diagnosis })));
  expect(find(`[data-source="${source}"]`)?.textContent).toContain(words);
});

it("new values are told as found for the domain that was looked up, whatever address is in From", async () => {
  const diagnosis = { ...wrong, plan: { ...plan, source: "isp" as const } };
  const { find } = await openPage(pageOf(caseView("problem", { diagnosis, from: "anna@elsewhere.test" })));
  expect(find("[data-source]")?.textContent).toContain("your provider (example.com)");
});

it("values that follow from the present ones name no source", async () => {
  const { find } = await openPage(pageOf(caseView("problem")));
  expect(find("[data-source]")).toBeNull();
});

describe("Undo", () => {
  it.each([
    ["fixed", "Undo puts the old settings back."],
    ["sent", "The message stays sent."],
  ] as const)("says what it does: %s", async (state, words) => {
    const { main } = await openPage(pageOf(caseView(state, { canUndo: true, canSend: false })), "toolbar");
    expect(main.textContent).toContain(words);
  });

  it("is not spoken of where it is not offered", async () => {
    const { main } = await openPage(pageOf(caseView("fixed")));
    expect(main.textContent).not.toContain("Undo");
  });
});

describe("servers that were looked at in vain", () => {
  it("are listed below the next step of a problem without a plan", async () => {
    const { findAll } = await openPage(
      pageOf(caseView("problem", { diagnosis: { ...wrong, plan: null }, looked: everyTried })),
    );
    expect(findAll("[data-tried]").length).toBe(everyTried.length);
  });
});
