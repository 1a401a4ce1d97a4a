// @vitest-environment happy-dom
// The box for a pasted text: its contract, the keyboard, and what it says when there is no verdict.

import { expect, it } from "vitest";
import { openPage, settled, type OpenPage } from "./open-page.js";
import { caseView, healthy, pageOf, refusedElsewhere } from "./sample-pages.js";
import type { KnownIdentity } from "../../src/engine/model/evidence.js";
import type { Envelope, JudgedText } from "../../src/protocol.js";

const anna: KnownIdentity = {
  identityId: "id1",
  accountId: "account1",
  accountName: "Anna",
  address: "anna@example.com",
};
const shop: KnownIdentity = {
  identityId: "id2",
  accountId: "account2",
  accountName: "Shop",
  address: "shop@example.org",
};
const checked = pageOf(
  caseView("healthy", { refusal: null, diagnosis: healthy }),
  caseView("healthy", { caseId: "case2", refusal: null, diagnosis: healthy }),
);
const returned = pageOf(refusedElsewhere);

async function openBox(
  judged: JudgedText = { kind: "case", caseId: "text-id1" },
  addresses: readonly KnownIdentity[] = [anna, shop],
): Promise<OpenPage> {
  const opened = await openPage(checked, "toolbar", ({ kind, request }: Envelope) => {
    switch (kind) {
      case "addresses":
        return addresses;
      case "judgeText":
        return judged;
      default:
        return "place" in (request ?? {}) && JSON.stringify(request).includes("text-id1")
          ? returned
          : checked;
    }
  });
  await opened.press("paste");
  return opened;
}

const fieldOf = ({ find }: OpenPage): HTMLTextAreaElement =>
  find('textarea[data-input="error-text"]') as HTMLTextAreaElement;
const errorOf = ({ find }: OpenPage): string => find(".field-error")?.textContent ?? "";
const judgedTexts = ({ host }: OpenPage): readonly unknown[] =>
  host.sent.flatMap(({ kind, request }) => (kind === "judgeText" ? [request] : []));

it("is one quiet button away from the toolbar's page, and not in a compose window", async () => {
  const toolbar = await openPage(checked, "toolbar");
  expect(toolbar.find('button[data-action="paste"]')?.classList.contains("quiet")).toBe(true);
  const compose = await openPage(pageOf(caseView("problem")), "compose");
  expect(compose.find('button[data-action="paste"]')).toBeNull();
});

it("asks for the text and the address, each labelled, in need-input", async () => {
  const box = await openBox();
  expect(box.main.dataset["state"]).toBe("need-input");
  for (const field of box.findAll("textarea, select, input")) {
    expect(box.find(`label[for="${field.id}"]`)?.textContent).not.toBe("");
  }
  expect(box.findAll("textarea, select, input")).toHaveLength(2);
  expect(box.findAll("select option").map((option) => option.textContent)).toEqual([
    "Find out from the text",
    "anna@example.com",
    "shop@example.org",
  ]);
  expect(document.activeElement).toBe(fieldOf(box));
});

it("asks for no address where there is one", async () => {
  expect((await openBox(undefined, [anna])).findAll("textarea, select, input")).toHaveLength(1);
});

it("hands the text over and shows the case alone", async () => {
  const box = await openBox();
  fieldOf(box).value = "550 relay not permitted";
  (box.find("select") as HTMLSelectElement).value = "id2";
  await box.press("check");
  await settled();
  expect(judgedTexts(box)).toEqual([
    { text: "550 relay not permitted", identityId: "id2", place: { kind: "toolbar" } },
  ]);
  expect(box.main.dataset["state"]).toBe("settings-fine");
  expect(box.main.textContent).toContain("mx.example.net refused it, after your own server had accepted it.");
  expect(box.find("textarea")).toBeNull();
  expect(document.activeElement?.tagName).toBe("H1");
  expect(box.host.missing).toEqual(new Set());
});

it.each([
  ["not-understood", "No refusal", "TEXTAREA"],
  ["address-unclear", "Choose the address", "SELECT"],
] as const)("says %s beside the field, which keeps what was typed", async (kind, words, focused) => {
  const box = await openBox({ kind });
  fieldOf(box).value = "hello";
  await box.press("check");
  expect(errorOf(box)).toContain(words);
  expect(document.activeElement?.tagName).toBe(focused);
  expect(fieldOf(box).value).toBe("hello");
  expect(box.main.dataset["state"]).toBe("need-input");
});

it("asks where a text came from that does not tell, and hands the answer over", async () => {
  const box = await openBox({ kind: "source-unclear" });
  fieldOf(box).value = "hello";
  await box.press("check");
  const source = box.find('select[data-input="text-source"]') as HTMLSelectElement | null;
  expect(document.activeElement).toBe(source);
  expect([...(source?.options ?? [])].map(({ value }) => value)).toEqual(["", "smtp-reply", "dsn"]);
  if (source !== null) source.value = "dsn";
  await box.press("check");
  expect(judgedTexts(box).at(-1)).toMatchObject({ text: "hello", cameAs: "dsn" });
});

it("asks nobody about an empty text", async () => {
  const box = await openBox();
  fieldOf(box).value = "  \n";
  await box.press("check");
  expect(judgedTexts(box)).toEqual([]);
  expect(errorOf(box)).toBe("Paste the text first.");
});

it("stays while the page behind it changes, and Cancel leads back to that", async () => {
  const box = await openBox();
  fieldOf(box).value = "half a text";
  box.page = pageOf(caseView("problem", { refusal: null }));
  box.host.deliver({ kind: "pageChanged" });
  await settled();
  expect(fieldOf(box).value).toBe("half a text");
  await box.press("cancel");
  expect(box.find("textarea")).toBeNull();
  expect(box.main.dataset["state"]).toBe("healthy");
});
