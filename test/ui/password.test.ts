// @vitest-environment happy-dom
// The password a user types: it goes out once, stays nowhere, and is not lost while the page changes.

import { describe, expect, it } from "vitest";
import type { CaseView } from "../../src/protocol.js";
import { openPage, settled, type OpenPage } from "./open-page.js";
import { caseView, pageOf, plan, wrong } from "./sample-pages.js";

const secret = "correct horse <battery>";

async function typing(
  view: CaseView = caseView("need-input"),
): Promise<OpenPage & { field(): HTMLInputElement }> {
  const opened = await openPage(pageOf(view));
  const field = (): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>("input");
    if (found === null) {
      throw new Error("no field");
    }
    return found;
  };
  field().value = secret;
  return Object.assign(opened, { field });
}

/** Everywhere in the page where a value could be left: markup with attributes, and what fields hold. */
function everythingIn(page: Document): string {
  return [
    page.documentElement.outerHTML,
    ...[...page.querySelectorAll("input")].map(({ value }) => value),
    ...[...page.querySelectorAll<HTMLElement>("*")].map(({ dataset }) => JSON.stringify(dataset)),
  ].join("\n");
}

function pressEnter(field: HTMLElement): void {
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
}

describe("the password", () => {
  it("is asked for without a word of one that is saved: nobody knows of any, or none is", async () => {
    const moved = {
      ...plan,
      kind: "new-entry",
      changes: [{ field: "host", from: "a.example", to: "b.example" }],
    } as const;
    const { main } = await openPage(pageOf(caseView("need-input", { diagnosis: { ...wrong, plan: moved } })));
    expect(main.textContent).toContain("The old one stays in your list.");
  });

  it.each([
    ["fix-and-send", "fixAndSend", true],
    ["fix", "fix", false],
  ])("goes out once, with %s, and is nowhere in the page afterwards", async (action, kind, canSend) => {
    const { host, field, press } = await typing(caseView("need-input", { canSend }));
    expect(document.documentElement.outerHTML).not.toContain("battery");
    await press(action);
    expect(host.sent.filter((envelope) => JSON.stringify(envelope).includes("battery"))).toEqual([
      { kind, request: { caseId: "case1", password: secret, agreed: null } },
    ]);
    expect(field().value).toBe("");
    expect(everythingIn(document)).not.toContain("battery");
  });

  it("is out of the page before the answer comes", async () => {
    const view = caseView("need-input");
    const opened = await openPage(pageOf(view), "compose", ({ kind }) =>
      kind === "page" ? pageOf(view) : new Promise(() => undefined),
    );
    const field = opened.find("input") as HTMLInputElement;
    field.value = secret;
    await opened.press("fix-and-send");
    expect(everythingIn(document)).not.toContain("battery");
  });

  it("is sent by Enter in the field", async () => {
    const { host, field } = await typing();
    pressEnter(field());
    pressEnter(field());
    await settled();
    expect(host.sent.filter(({ kind }) => kind === "fixAndSend")).toEqual([
      { kind: "fixAndSend", request: { caseId: "case1", password: secret, agreed: null } },
    ]);
  });

  it("is not sent by an Enter that ends the composition of a character", async () => {
    const { host, field } = await typing();
    field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing: true }));
    await settled();
    expect(host.sent.map(({ kind }) => kind)).toEqual(["page"]);
  });

  it("is asked for when the field is empty, and nothing is requested", async () => {
    const { host, field, press, find } = await typing();
    field().value = "";
    await press("fix-and-send");
    expect(host.sent.map(({ kind }) => kind)).toEqual(["page"]);
    expect(document.activeElement).toBe(field());
    expect(find(".field-error")?.hidden).toBe(false);
    expect(field().getAttribute("aria-invalid")).toBe("true");
  });

  it("can be read on demand, and is hidden again when it is sent", async () => {
    const { host, field, press, find } = await typing();
    await press("show-password");
    expect([field().type, find('[data-action="show-password"]')?.getAttribute("aria-pressed")]).toEqual([
      "text",
      "true",
    ]);
    await press("show-password");
    expect(field().type).toBe("password");
    await press("show-password");
    await press("fix-and-send");
    expect(field().type).toBe("password");
    expect(host.sent.filter(({ kind }) => kind === "fixAndSend").length).toBe(1);
  });

  it("stays, with the place of the cursor, while the page changes around it", async () => {
    const opened = await typing();
    opened.field().focus();
    opened.field().setSelectionRange(3, 5);
    opened.page = pageOf(caseView("need-input", { gathering: true }));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(opened.find("[data-gathering]")).not.toBeNull();
    const { value, selectionStart, selectionEnd } = opened.field();
    expect([value, selectionStart, selectionEnd]).toEqual([secret, 3, 5]);
    expect(document.activeElement).toBe(opened.field());
  });

  it("does not go over to another server that is asked for instead", async () => {
    const opened = await typing();
    const asksPassword = { userName: "anna@example.com", host: "mail.hosting.example", optional: false };
    opened.page = pageOf(caseView("need-input", { asksPassword }));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(opened.field().value).toBe("");
  });

  it("leaves with the state that asks for it", async () => {
    const opened = await typing();
    opened.page = pageOf(caseView("fixing"));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(opened.find("input")).toBeNull();
    expect(everythingIn(document)).not.toContain("battery");
  });
});

describe("the focus", () => {
  it("goes to the field when a click has led to it", async () => {
    const opened = await openPage(pageOf(caseView("problem")));
    const fixing = opened.press("fix-and-send");
    opened.page = pageOf(caseView("fixing"));
    await fixing;
    opened.page = pageOf(caseView("need-input"));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(document.activeElement?.tagName).toBe("INPUT");
  });

  it("stays at the title where the field comes by itself", async () => {
    const opened = await openPage(pageOf(caseView("checking")));
    opened.page = pageOf(caseView("need-input"));
    opened.host.deliver({ kind: "pageChanged" });
    await settled();
    expect(document.activeElement?.tagName).toBe("H1");
  });
});
