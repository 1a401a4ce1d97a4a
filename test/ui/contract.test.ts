// @vitest-environment happy-dom
// The names that tests and tools rely on (DESIGN §6), on every page a user can meet.

import { describe, expect, it } from "vitest";
import { openPage } from "./open-page.js";
import { caseView, changes, findings, pageOf, samples } from "./sample-pages.js";

const contractActions =
  "fix-and-send fix send-again undo check copy-report cancel dismiss details open-settings copy-text".split(
    " ",
  );

describe.each(samples)("$name", ({ page, place }) => {
  it("carries its state on main and on every case", async () => {
    const { main, findAll } = await openPage(page, place);
    expect(main.dataset["state"]).toBe(page.state);
    expect(findAll("[data-case]").map((card) => [card.dataset["case"], card.dataset["state"]])).toEqual(
      page.cases.map((view) => [view.caseId, view.state]),
    );
  });

  it("is busy exactly while something is under way, and can be cancelled unless Thunderbird is sending", async () => {
    const { main, findAll } = await openPage(page, place);
    const busy = ["checking", "fixing", "sending"];
    expect(main.getAttribute("aria-busy")).toBe(String(busy.includes(page.state)));
    expect(findAll('[data-action="cancel"]').length).toBe(
      page.cases.filter(({ state }) => state === "checking" || state === "fixing").length,
    );
  });

  it("carries every finding with its verdict, also while the details are closed", async () => {
    const { findAll } = await openPage(page, place);
    expect(
      findAll("[data-finding]").map((item) => [item.dataset["finding"], item.dataset["verdict"]]),
    ).toEqual(
      page.cases.flatMap(
        (view) => view.diagnosis?.findings.map(({ rule, verdict }) => [rule, verdict]) ?? [],
      ),
    );
  });

  it("has one title, real buttons with words on them, and nothing nameless", async () => {
    const { findAll } = await openPage(page, place);
    expect(findAll("h1").length).toBe(1);
    for (const button of findAll("button")) {
      expect(contractActions).toContain(button.dataset["action"]);
      expect(button.textContent.trim()).not.toBe("");
      expect(button.getAttribute("type")).toBe("button");
    }
  });
});

describe("the plan", () => {
  it("shows each change in Thunderbird's words, old and new", async () => {
    const { findAll } = await openPage(pageOf(caseView("problem")));
    expect(
      findAll("[data-change]").map(({ dataset }) => [dataset["change"], dataset["from"], dataset["to"]]),
    ).toEqual([
      ["sign-in", "No authentication", "Normal password"],
      ["port", "25", "587"],
      ["security", "None", "STARTTLS"],
    ]);
    expect(changes.length).toBe(3);
  });

  it("names a plain password by the security of its own side", async () => {
    const view = caseView("problem");
    const diagnosis = view.diagnosis && {
      ...view.diagnosis,
      plan: view.diagnosis.plan && {
        ...view.diagnosis.plan,
        changes: [
          { field: "signIn", from: "password", to: "encrypted-password" },
          { field: "security", from: "none", to: "tls" },
          { field: "userName", from: "", to: "anna@example.com" },
          { field: "host", from: "a\u202eb", to: "mail.example.com" },
        ] as const,
      },
    };
    const { findAll } = await openPage(pageOf({ ...view, diagnosis }));
    expect(findAll("[data-change]").map(({ dataset }) => dataset["from"])).toEqual([
      "Password, transmitted insecurely",
      "None",
      "not set",
      "a⟨U+202E⟩b",
    ]);
    expect(findAll("[data-change] bdi").map((value) => value.textContent)).toContain("mail.example.com");
  });

  it("says who keeps the old entry when the account gets its own", async () => {
    const sample = samples.find(({ name }) => name === "problem-own-entry");
    const { find } = await openPage(sample?.page ?? pageOf());
    expect(find(".note")?.textContent).toContain("Anna (private) and Work");
  });
});

describe("settings are fine", () => {
  it.each(["settings-fine", "settings-fine-greylist"])(
    "%s offers nothing that changes a setting",
    async (name) => {
      const sample = samples.find((candidate) => candidate.name === name);
      const { find, findAll } = await openPage(sample?.page ?? pageOf());
      expect(find("main")?.textContent).toContain("Your settings are fine");
      expect(findAll('[data-action="fix"], [data-action="fix-and-send"]')).toEqual([]);
      expect(findAll("[data-change]")).toEqual([]);
    },
  );
});

describe("the text for the provider", () => {
  it("is copied with the facts that support asks for first", async () => {
    const sample = samples.find(({ name }) => name === "settings-fine");
    const { press, host } = await openPage(sample?.page ?? pageOf());
    await press("copy-text");
    expect(host.copied).toContain("refused as spam");
    expect(host.copied).toContain(
      [
        "Outgoing server: mail.example.com",
        "Sender’s address: anna@example.com",
        "Recipients: friend@example.net",
        "What the server said: 554 5.7.1 Your message looks like spam to us. See https://mail.example.com/help/spam",
      ].join("\n"),
    );
  });
});

describe("the misleading line of Thunderbird's own alert", () => {
  it("is put right when the server refused the sender at the recipient step", async () => {
    const { find } = await openPage(pageOf(caseView("problem")));
    expect(find(".hint")?.textContent).toContain("recipient");
  });

  it("is left alone where the recipient may well be wrong", async () => {
    const view = caseView("settings-fine", {
      diagnosis: {
        conclusion: { kind: "settings-fine" },
        classification: {
          reason: "not-a-client-config-problem",
          subReason: "mailbox-unknown",
          confidence: "certain",
          basis: "unknown user",
          links: [],
        },
        findings,
        plan: null,
        noPlan: null,
      },
    });
    const { find } = await openPage(pageOf(view));
    expect(find(".hint")).toBeNull();
  });
});
