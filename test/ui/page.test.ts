// @vitest-environment happy-dom
// The page at work: clicks, keys, news from the background.

import { describe, expect, it } from "vitest";
import type { Envelope } from "../../src/protocol.js";
import { openPage, settled } from "./open-page.js";
import { caseView, pageOf, samples } from "./sample-pages.js";

describe("requests", () => {
  it("asks for its own window's case in a compose window", async () => {
    const { host } = await openPage(pageOf(caseView("problem")), "compose");
    expect(host.sent).toEqual([{ kind: "page", request: { place: { kind: "compose", windowId: 7 } } }]);
  });

  it("asks for all accounts from the toolbar", async () => {
    const { host } = await openPage(pageOf(caseView("problem")), "toolbar");
    expect(host.sent).toEqual([{ kind: "page", request: { place: { kind: "toolbar" } } }]);
  });

  it("stands on the screen before every account is asked for", async () => {
    const order: string[] = [];
    const painted = async (): Promise<void> => {
      order.push(document.querySelector("h1")?.textContent ?? "");
      await settled();
    };
    const answer = ({ kind }: Envelope): unknown => {
      order.push(kind);
      return pageOf(caseView("problem"));
    };
    await openPage(pageOf(), "toolbar", answer, {}, { painted });
    await openPage(pageOf(), "compose", answer, {}, { painted });
    expect(order).toEqual(["Checking the settings", "page", "page"]);
  });

  it.each([
    ["fix-and-send", "fixAndSend", caseView("problem"), { password: null, agreed: null }],
    ["fix", "fix", caseView("problem", { canSend: false }), { password: null, agreed: null }],
    ["send-again", "sendAgain", caseView("fixed"), {}],
    ["undo", "undo", caseView("sent", { canUndo: true }), {}],
    ["cancel", "cancel", caseView("fixing"), {}],
    ["open-settings", "openSettings", caseView("problem"), {}],
  ])(
    "%s becomes %s for the case around the button, then the page asks again",
    async (action, kind, view, more) => {
      const { host, press } = await openPage(pageOf(view));
      await press(action);
      expect(host.sent.slice(1)).toEqual([
        { kind, request: { caseId: "case1", ...more } },
        { kind: "page", request: { place: { kind: "compose", windowId: 7 } } },
      ]);
    },
  );

  it("agrees to the question that is to be read at the click, and to no other", async () => {
    const asking = samples.find(({ name }) => name === "problem-guess")?.page;
    const { host, press } = await openPage(asking ?? pageOf());
    await press("fix-and-send");
    expect(host.sent[1]?.request).toMatchObject({
      agreed: { host: "mail.hosting.example", passwordOf: "alice@example.com" },
    });
  });

  it("sends one request however often the button is pressed", async () => {
    const { host, find } = await openPage(pageOf(caseView("problem")));
    const button = find('[data-action="fix-and-send"]');
    button?.click();
    button?.click();
    await settled();
    expect(host.sent.filter(({ kind }) => kind === "fixAndSend").length).toBe(1);
  });

  it("copies the report and says so", async () => {
    const { host, press, find } = await openPage(pageOf(caseView("problem")));
    await press("copy-report");
    expect(host.copied).toMatch(/^Relay Doctor for Thunderbird: report\nWhat happened: /);
    expect(find('[data-action="copy-report"]')?.textContent).toBe("Copied");
    expect(find("#announcement")?.textContent).toBe("Copied");
  });

  it("says so where the system does not let it copy", async () => {
    const { host, press, find } = await openPage(pageOf(caseView("problem")));
    host.copy = () => Promise.resolve(false);
    await press("copy-report");
    expect(find('[data-action="copy-report"]')?.textContent).toBe("Could not copy");
  });

  it("hands the report over as a file as well, the same text", async () => {
    const { host, press, find } = await openPage(pageOf(caseView("problem")));
    await press("copy-report");
    await press("save-report");
    expect(host.saved).toEqual(["relay-doctor-report.txt", host.copied]);
    expect(find('[data-action="save-report"]')?.textContent).toBe("Given to Thunderbird to save");
    expect(find("#announcement")?.textContent).toBe("Given to Thunderbird to save");
  });

  it("begins a message to the provider with the text for it, and sends nothing", async () => {
    const sample = samples.find(({ name }) => name === "settings-fine");
    const { host, press } = await openPage(sample?.page ?? pageOf());
    await press("copy-text");
    const sent = host.sent.length;
    await press("write-provider");
    const message = { subject: "Sending from anna@example.com does not work", body: host.copied };
    expect(host.written).toEqual({ to: null, ...message });
    expect(host.sent).toHaveLength(sent);
  });

  it("addresses that message to the organization's own support, where a policy names one", async () => {
    const [sample] = samples.filter(({ name }) => name === "settings-fine");
    const [view] = sample?.page.cases ?? [];
    if (view === undefined) throw new Error("no such sample");
    const { host, press } = await openPage(pageOf({ ...view, supportAddress: "help@company.example" }));
    await press("write-provider");
    expect(host.written?.to).toBe("help@company.example");
  });

  it.each(["https://help.company.example/mail@home", "+49 30 1234567"])(
    "has nobody to address where the policy names no mailbox: %s",
    async (supportAddress) => {
      const [sample] = samples.filter(({ name }) => name === "settings-fine");
      const [view] = sample?.page.cases ?? [];
      if (view === undefined) throw new Error("no such sample");
      const { host, press } = await openPage(pageOf({ ...view, supportAddress }));
      await press("write-provider");
      expect(host.written).toMatchObject({ to: null });
    },
  );

  it("closes after the user is through with the case", async () => {
    const { host, press } = await openPage(pageOf(caseView("problem")));
    await press("dismiss");
    expect(host.closed).toBe(true);
    expect(host.sent.at(-1)).toEqual({ kind: "dismiss", request: { caseId: "case1" } });
  });

  it("closes on Escape", async () => {
    const { host } = await openPage(pageOf(caseView("problem")));
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    expect(host.closed).toBe(true);
  });
});

it("has no sign of health where no account was looked at", async () => {
  const conclusion = { kind: "left-alone", why: { key: "conclusion_other_type", values: [] } } as const;
  const diagnosis = { conclusion, classification: null, findings: [], plan: null, noPlan: null };
  const leftAlone = caseView("settings-fine", { refusal: null, canSend: false, diagnosis });
  const { find, findAll } = await openPage(pageOf(leftAlone), "toolbar");
  expect(find("h1")?.textContent).toBe("Not checked");
  expect(findAll(".icon-check")).toEqual([]);
});

describe("news from the background", () => {
  it("draws the page anew, and tells a screen reader once", async () => {
    const opened = await openPage(pageOf(caseView("fixing")));
    opened.page = pageOf(caseView("sent"));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(opened.main.dataset["state"]).toBe("sent");
    expect(opened.find("#announcement")?.textContent).toBe("Your message was sent");
  });

  it("is ignored when it is not for pages", async () => {
    const opened = await openPage(pageOf(caseView("fixing")));
    opened.host.deliver({ kind: "page", request: {} });
    opened.host.deliver(null);
    await settled();
    expect(opened.host.sent.length).toBe(1);
  });

  it("shows the newest answer, also when an older one comes later", async () => {
    const waiting: ((page: unknown) => void)[] = [];
    let first = true;
    const opened = await openPage(pageOf(caseView("checking")), "compose", (envelope: Envelope) => {
      if (first) {
        first = false;
        return pageOf(caseView("checking"));
      }
      expect(envelope.kind).toBe("page");
      return new Promise((resolve) => waiting.push(resolve));
    });
    opened.host.deliver({ kind: "pageChanged" });
    opened.host.deliver({ kind: "pageChanged" });
    waiting[1]?.(pageOf(caseView("sent")));
    await settled();
    waiting[0]?.(pageOf(caseView("fixing")));
    await settled();
    expect(opened.main.dataset["state"]).toBe("sent");
  });

  it("tells what is told once, also where a newer answer overtook the one that brought it", async () => {
    const notice = { kind: "taken-back", accountName: "anna@example.com" } as const;
    const healthy = pageOf(caseView("healthy", { refusal: null, diagnosis: null }));
    const held: ((page: unknown) => void)[] = [];
    let isOpen = false;
    const { host, findAll } = await openPage(healthy, "toolbar", () =>
      isOpen ? new Promise((resolve) => held.push(resolve)) : healthy,
    );
    isOpen = true;
    host.deliver({ kind: "pageChanged" });
    host.deliver({ kind: "pageChanged" });
    held[1]?.(healthy);
    await settled();
    held[0]?.({ ...healthy, notices: [notice] });
    await settled();
    expect(findAll("[data-notice]").map(({ dataset }) => dataset["notice"])).toEqual(["taken-back"]);
  });

  it("leaves the page alone when nothing changed, so that a selection or an open menu stays", async () => {
    const { host, find } = await openPage(pageOf(caseView("problem")));
    const before = find("article");
    host.deliver({ kind: "pageChanged" });
    await settled();
    expect(find("article")).toBe(before);
  });

  it.each([undefined, null])("says that nobody answers instead of staying blank (%s)", async (nothing) => {
    const { main } = await openPage(pageOf(), "compose", () => nothing);
    expect(main.dataset["state"]).toBe("failed");
    expect(main.textContent).toContain("Relay Doctor is not ready");
  });

  it("says that nobody answers when the background is gone", async () => {
    const { main } = await openPage(pageOf(), "compose", () => Promise.reject(new Error("no receiver")));
    expect(main.dataset["state"]).toBe("failed");
  });
});

describe("the keyboard", () => {
  it("starts at the title, so that Enter cannot change a setting", async () => {
    await openPage(pageOf(caseView("problem")));
    expect(document.activeElement?.tagName).toBe("H1");
  });

  it("meets the main button first and the details last", async () => {
    const { findAll } = await openPage(pageOf(caseView("problem")));
    expect(findAll("button, a, input, [tabindex='0']").map((stop) => stop.dataset["action"])).toEqual([
      "fix-and-send",
      "details",
      "dismiss",
      "copy-report",
      "save-report",
      "open-settings",
      "history",
    ]);
  });

  it("keeps its place while the page changes around it", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    opened.find('[data-action="details"]')?.focus();
    opened.page = pageOf(caseView("problem", { outcome: { kind: "undone" } }));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect((document.activeElement as HTMLElement).dataset["action"]).toBe("details");
  });

  it("goes to the title when its button is gone", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    opened.find('[data-action="fix-and-send"]')?.focus();
    opened.page = pageOf(caseView("fixing"));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(document.activeElement?.tagName).toBe("H1");
  });
});

describe("details", () => {
  it("open and close, and stay open while the page changes", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    expect(opened.find(".details")?.hidden).toBe(true);
    await opened.press("details");
    expect(opened.find(".details")?.hidden).toBe(false);
    expect(opened.find('[data-action="details"]')?.getAttribute("aria-expanded")).toBe("true");
    opened.page = pageOf(caseView("fixed"));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(opened.find(".details")?.hidden).toBe(false);
    await opened.press("details");
    expect(opened.find(".details")?.hidden).toBe(true);
  });

  it("of one account do not open those of another", async () => {
    const sample = samples.find(({ name }) => name === "healthy");
    const { press, findAll } = await openPage(sample?.page ?? pageOf(), "toolbar");
    await press("details");
    expect(findAll(".details").map((section) => section.hidden)).toEqual([false, true]);
  });
});

describe("very many accounts", () => {
  const many = (count: number) =>
    pageOf(
      ...Array.from({ length: count }, (_, number) =>
        caseView("problem", {
          caseId: `case${String(number)}`,
          accountName: `Account ${String(number)}`,
          refusal: null,
        }),
      ),
    );

  it("are folded beyond a dozen, and all there at one press", async () => {
    const { findAll, press, host } = await openPage(many(60), "toolbar");
    expect(findAll("[data-case]")).toHaveLength(12);
    await press("show-all");
    expect(findAll("[data-case]")).toHaveLength(60);
    expect(findAll('[data-action="show-all"]')).toHaveLength(0);
    expect(host.sent).toHaveLength(1);
  });

  it("are not folded where they are a dozen", async () => {
    const { findAll } = await openPage(many(12), "toolbar");
    expect(findAll("[data-case]")).toHaveLength(12);
    expect(findAll('[data-action="show-all"]')).toHaveLength(0);
  });
});
