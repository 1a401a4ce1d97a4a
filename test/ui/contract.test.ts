// @vitest-environment happy-dom
// The names that tests and tools rely on (DESIGN §6), on every page a user can meet.

import { describe, expect, it } from "vitest";
import { openPage } from "./open-page.js";
import type { CaseView } from "../../src/protocol.js";
import { caseView, changes, findings, pageOf, plan, samples, wrong } from "./sample-pages.js";

const contractActions =
  "choose-alert tell-alert tell-settings answer-settings look-up home-page fix-and-send fix send-again get-mail-and-send undo check copy-report save-report write-provider cancel dismiss details open-settings copy-text show-password paste history".split(
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

  // Where the user mends by hand, there are texts to paste and steps to tick: asked.test.ts, guide.test.ts.
  const isByHand = page.cases.some(({ mending }) => mending.kind === "guided");
  it.skipIf(isByHand)("asks for a password exactly in need-input, and for nothing else", async () => {
    const { findAll, find } = await openPage(page, place);
    const asked = page.cases.flatMap((view) =>
      view.state === "need-input" && view.asksPassword !== null ? [view.asksPassword] : [],
    );
    const fields = findAll("input, textarea, select");
    expect(fields.map((field) => [field.getAttribute("type"), field.getAttribute("autocomplete")])).toEqual(
      asked.map(() => ["password", "off"]),
    );
    for (const [index, { userName, host }] of asked.entries()) {
      const label = find(`label[for="${fields[index]?.id ?? ""}"]`)?.textContent;
      expect(label).toContain(userName);
      expect(label).toContain(host);
      const card = fields[index]?.closest("[data-case]");
      expect(card?.querySelectorAll('[data-action="fix-and-send"], [data-action="fix"]').length).toBe(1);
    }
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

describe("a host that nobody vouches for", () => {
  it("is named in words, before the button that sends the password there", async () => {
    const sample = samples.find(({ name }) => name === "problem-guess");
    const { find } = await openPage(sample?.page ?? pageOf());
    const warning = find("[data-asks-about]");
    expect(warning?.textContent).toContain(
      "The password of alice@example.com would go to mail.hosting.example.",
    );
    const fix = find('[data-action="fix-and-send"]');
    expect(
      fix && warning && warning.compareDocumentPosition(fix) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
  });

  it("is not spoken of where there is none", async () => {
    const { find } = await openPage(pageOf(caseView("problem")));
    expect(find("[data-asks-about]")).toBeNull();
  });
});

describe("which password", () => {
  const withPassword = (to: string): CaseView =>
    caseView("problem", {
      diagnosis: { ...wrong, plan: { ...plan, changes: [{ field: "password", from: "outgoing", to }] } },
    });

  it.each([
    ["incoming", "saved for receiving"],
    ["typed", "the one you type"],
    ["hunter2", "unknown"],
  ])("%s is said as %s", async (to, words) => {
    const { find, main } = await openPage(pageOf(withPassword(to)));
    const { from, to: shown } = find('[data-change="password"]')?.dataset ?? {};
    expect([from, shown]).toEqual(["saved for sending", words]);
    expect(main.outerHTML).not.toContain("hunter2");
  });
});

describe("after an undo of what was sent", () => {
  it.each(["problem", "healthy", "settings-fine"] as const)(
    "%s does not say that it was not sent",
    async (state) => {
      const view = caseView(state, { refusal: null, outcome: { kind: "undone" } });
      const { main, find } = await openPage(pageOf(view));
      expect(main.textContent).not.toContain("not sent");
      expect(find('[data-action="fix-and-send"], [data-action="send-again"]')).toBeNull();
    },
  );
});

describe("names of accounts", () => {
  it("are left out where they only repeat the address", async () => {
    const view = caseView("problem", { accountName: "Anna@example.com", refusal: null });
    const { findAll } = await openPage(pageOf(view), "toolbar");
    expect(findAll("h2, .address").map((line) => line.textContent)).toEqual(["Anna@example.com"]);
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
