// @vitest-environment happy-dom
// What only the user can tell: the alert, or the settings. What is drawn (render-asked), what is handed over and what is
// said where nothing could be made of it (tell).

import { describe, expect, it } from "vitest";
import { rememberedAlerts } from "../../src/engine/model/remembered-alert.js";
import type { AnswerOf, CaseView, Envelope } from "../../src/protocol.js";
import { english, openPage, type OpenPage } from "./open-page.js";
import { caseView, healthy, noticed, pageOf } from "./sample-pages.js";

const alertWords = {
  relay: "The server responded:",
  "sign-in-required": "It responded:",
  "sign-in-failed": "Unable to sign in to …",
  unreachable: "Connecting to … failed",
  timeout: "The connection to … timed out",
};
const guided = { kind: "guided", steps: [], done: [], hostsToAsk: [], alertWords } as const;

it("says of told settings, too, that they were only looked at; of a notice that was read, not", async () => {
  const checked = caseView("healthy", { refusal: null, diagnosis: healthy, mending: guided });
  const told = async (view: CaseView): Promise<string> =>
    (await openPage(pageOf(view), "toolbar")).main.textContent;
  expect(await told(checked)).toContain(english["ui_healthy_not_tried"]?.message);
  const notice = { event: "delivered", fates: [], retryUntil: null } as const;
  const read = { ...noticed(notice), mending: guided };
  expect(await told(read)).not.toContain(english["ui_healthy_not_tried"]?.message);
});

it("leads to the settings by a button that is there: the main window of a new profile has no menu bar", async () => {
  const steps = (await asking("settings")).findAll(".pictured li").map(({ textContent }) => textContent);
  expect(steps[0]).toMatch(/ ≡ > Help /);
});

function asking(
  asks: "alert" | "settings",
  told: AnswerOf<"tellSettings">["kind"] = "told",
  drafts: Readonly<Record<string, string>> = {},
): Promise<OpenPage> {
  const page = pageOf(caseView("need-input", { asks, asksPassword: null, diagnosis: null, mending: guided }));
  return openPage(
    page,
    "compose",
    ({ kind }: Envelope) => {
      switch (kind) {
        case "tellAlert":
        case "tellSettings":
          return { kind: told };
        case "judgeText":
          return told === "told" ? { kind: "case", caseId: "case1" } : { kind: "not-understood" };
        default:
          return page;
      }
    },
    drafts,
  );
}

const sent = ({ host }: OpenPage, kind: Envelope["kind"]): readonly unknown[] =>
  host.sent.filter((envelope) => envelope.kind === kind).map(({ request }) => request);

function type({ find }: OpenPage, input: string, value: string): void {
  const field = find(`[data-input="${input}"]`) as HTMLInputElement | null;
  if (field === null) throw new Error(`no field ${input}`);
  field.value = value;
}

/** Beside which field something is said, and what. */
function complaints({ findAll }: OpenPage): readonly (string | null)[] {
  return findAll(".field-error").map(({ textContent }) => textContent);
}

describe("the alert", () => {
  it("is offered as every common one, each under a name of its own", async () => {
    const page = await asking("alert");
    const choices = page.findAll('button[data-action="choose-alert"]');
    expect(choices.map(({ dataset }) => dataset["alert"])).toEqual(rememberedAlerts);
    expect(new Set(choices.map(({ textContent }) => textContent)).size).toBe(rememberedAlerts.length);
  });

  it("is told by one click", async () => {
    const page = await asking("alert");
    page.find('button[data-alert="sign-in-failed"]')?.click();
    await Promise.resolve();
    expect(sent(page, "tellAlert")).toEqual([{ caseId: "case1", alert: "sign-in-failed" }]);
  });

  it("may be pasted instead, into a labelled field", async () => {
    const page = await asking("alert");
    const field = page.find('textarea[data-input="error-text"]');
    expect(page.find(`label[for="${field?.id ?? ""}"]`)?.textContent).not.toBe("");
    type(page, "error-text", "relay not permitted");
    await page.press("tell-alert");
    expect(sent(page, "judgeText")).toMatchObject([{ text: "relay not permitted", identityId: null }]);
    expect(complaints(page)).toEqual([""]);
  });

  it("that is empty, or says nothing known, is answered beside the field, which gets the keyboard", async () => {
    const page = await asking("alert", "not-understood");
    await page.press("tell-alert");
    const [empty] = complaints(page);
    type(page, "error-text", "Hello");
    await page.press("tell-alert");
    const [unknown] = complaints(page);
    expect(empty).not.toBe("");
    expect(unknown).not.toBe("");
    expect(unknown).not.toBe(empty);
    const field = page.find("textarea");
    expect(document.activeElement).toBe(field);
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    expect((field as HTMLTextAreaElement).value).toBe("Hello");
  });

  it("half typed is there again when the page is opened once more, and gone once it was told", async () => {
    const page = await asking("alert");
    type(page, "error-text", "half a sen");
    page.find("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
    expect(page.host.drafts).toEqual({ "error-text-case1": "half a sen" });
    const again = await asking("alert", "told", page.host.drafts);
    expect((again.find("textarea") as HTMLTextAreaElement).value).toBe("half a sen");
    await again.press("tell-alert");
    await Promise.resolve();
    expect(again.host.drafts).toEqual({});
  });

  it("a mail that was pasted stays in its page: nothing of it is stored", async () => {
    const page = await asking("alert");
    type(page, "error-text", "Dear friend, ".repeat(100));
    page.find("textarea")?.dispatchEvent(new Event("input", { bubbles: true }));
    expect(page.host.drafts).toEqual({});
    expect((page.find("textarea") as HTMLTextAreaElement).value).toContain("Dear friend");
  });

  it("keeps what is being typed while the page is drawn anew", async () => {
    const page = await asking("alert");
    type(page, "error-text", "half a sen");
    page.page = pageOf(
      caseView("need-input", {
        asks: "alert",
        asksPassword: null,
        diagnosis: null,
        gathering: true,
        mending: guided,
      }),
    );
    page.host.deliver({ kind: "pageChanged" });
    await Promise.resolve();
    expect((page.find("textarea") as HTMLTextAreaElement).value).toBe("half a sen");
  });
});

describe("the settings", () => {
  it("are asked for in two pictured steps, with a field, and with questions folded away", async () => {
    const page = await asking("settings");
    expect(page.findAll(".pictured li")).toHaveLength(2);
    expect(page.find('textarea[data-input="troubleshooting-information"]')).not.toBeNull();
    expect((page.find("details.questions") as HTMLDetailsElement).open).toBe(false);
    for (const field of page.findAll("textarea, .question input, .question select")) {
      expect(page.find(`label[for="${field.id}"]`)?.textContent).not.toBe("");
    }
  });

  it("are handed over as pasted", async () => {
    const page = await asking("settings");
    type(page, "troubleshooting-information", "INCOMING: …");
    await page.press("tell-settings");
    expect(sent(page, "tellSettings")).toEqual([
      { caseId: "case1", told: { kind: "pasted", text: "INCOMING: …" } },
    ]);
    expect(complaints(page)).toEqual(["", ""]);
  });

  it("are read as soon as they are pasted", async () => {
    const page = await asking("settings");
    type(page, "troubleshooting-information", "INCOMING: …");
    page.find("textarea")?.dispatchEvent(new Event("paste", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sent(page, "tellSettings")).toEqual([
      { caseId: "case1", told: { kind: "pasted", text: "INCOMING: …" } },
    ]);
  });

  it("are handed over as answers", async () => {
    const page = await asking("settings");
    type(page, "host", "mail.example.com");
    type(page, "port", "25");
    type(page, "security", "starttls");
    type(page, "sign-in", "none");
    await page.press("answer-settings");
    expect(sent(page, "tellSettings")).toEqual([
      {
        caseId: "case1",
        told: {
          kind: "answered",
          host: "mail.example.com",
          port: 25,
          security: "starttls",
          signIn: "none",
        },
      },
    ]);
  });

  it("that could not be read are answered beside what was used, not beside the other", async () => {
    const pasted = await asking("settings", "not-understood");
    await pasted.press("tell-settings");
    expect(complaints(pasted).map((one) => one !== "")).toEqual([true, false]);
    const answered = await asking("settings", "not-understood");
    await answered.press("answer-settings");
    expect(complaints(answered).map((one) => one !== "")).toEqual([false, true]);
    expect(answered.find('[data-input="host"]')?.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("looking up, in place of telling the settings", () => {
  const shown = (mending: Partial<Extract<CaseView["mending"], { kind: "guided" }>>): Promise<OpenPage> =>
    openPage(
      pageOf(
        caseView("need-input", {
          asks: "settings",
          asksPassword: null,
          diagnosis: null,
          from: "anna@elsewhere.test",
          mending: { ...guided, ...mending },
        }),
      ),
    );

  it("is offered above the steps, and says what is sent before", async () => {
    const { find } = await shown({ hostsToAsk: ["https://example.org/*"] });
    const offer = find(".look-up");
    expect(offer?.textContent).toContain("A shorter way: look up the right values. Your provider may have");
    expect(offer?.textContent).toContain("only the name example.com is sent");
    expect(offer?.textContent).toContain("Never your address.");
    expect(offer?.querySelector<HTMLElement>('[data-action="look-up"]')?.dataset["hosts"]).toBe(
      "https://example.org/*",
    );
    expect(find('[data-input="troubleshooting-information"]')).not.toBeNull();
  });

  it("is not offered where nobody could be asked", async () => {
    expect((await shown({})).find(".look-up")).toBeNull();
  });

  it("says so where nothing was found", async () => {
    const { main, find } = await shown({ foundNothing: true });
    expect(main.textContent).toContain("No published values were found for example.com.");
    expect(find('[data-action="look-up"]')).toBeNull();
  });
});
