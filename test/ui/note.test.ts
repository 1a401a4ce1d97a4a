// @vitest-environment happy-dom
// What the page tells of the provider: its rule before the diagnosis or beside it, its own words as mere text, and the
// button to its page with the site's name.

import { expect, it } from "vitest";
import type { NoteShown } from "../../src/engine/model/provider-note.js";
import { openPage } from "./open-page.js";
import { caseView, pageOf, wrong } from "./sample-pages.js";

const note: NoteShown = {
  id: "yahoo",
  provider: "Yahoo Mail",
  place: "cause",
  certainty: "certain",
  sentences: [{ key: "note_app_password", values: ["Yahoo Mail"] }],
  published: null,
  page: "https://help.yahoo.com/kb/SLN15241.html",
};
const published: NoteShown = {
  id: null,
  provider: "club.test",
  place: "beside",
  certainty: "possible",
  sentences: [{ key: "note_published_by_domain", values: ["club.test"] }],
  published: 'Ring 0190 <img src="https://evil.test/x"> \u202Eesle',
  page: "https://help.club.test/",
};

it.each([
  ["certain", "Why"],
  ["likely", "Most likely why"],
] as const)("a %s rule stands first, under “%s”", async (certainty, heading) => {
  const { find } = await openPage(pageOf(caseView("problem", { note: { ...note, certainty } })));
  const section = find("[data-note=yahoo]");
  expect(section?.querySelector("h3")?.textContent).toBe(heading);
  expect(section?.textContent).toContain("Yahoo Mail does not take your ordinary password");
  expect(document.querySelector(".why")).toBe(section);
});

it.each([
  ["likely", 0],
  ["certain", 1],
] as const)("under a %s rule the likely cause has %i headings of its own", async (certainty, headings) => {
  const likely = wrong.findings.map((one) =>
    one.verdict === "problem" ? { ...one, certainty: "likely" as const } : one,
  );
  const diagnosis = { ...wrong, findings: likely };
  const { findAll } = await openPage(
    pageOf(caseView("problem", { diagnosis, note: { ...note, certainty } })),
  );
  expect(findAll(".why:not([data-note]) h3")).toHaveLength(headings);
});

it("the page is opened by its button, beside the name of its site", async () => {
  const { host, find, press } = await openPage(pageOf(caseView("problem", { note })));
  expect(find(".provider-page")?.textContent).toContain("help.yahoo.com");
  await press("open-provider-page");
  expect(host.sent).toContainEqual({
    kind: "openProviderPage",
    request: { caseId: "case1", shown: note.page },
  });
});

it("a publisher's words are text, with what hides in them made visible", async () => {
  const { find, findAll } = await openPage(pageOf(caseView("problem", { note: published })));
  const quote = find("[data-note=published] blockquote");
  expect(quote?.textContent).toContain('<img src="https://evil.test/x">');
  expect(quote?.textContent).not.toContain("\u202E");
  expect(findAll("[data-note=published] :is(img, a)")).toEqual([]);
  expect(find("[data-note=published] .provider-page")?.textContent).toContain("help.club.test");
});

it("only a rule of ours offers to sign in on the provider's page", async () => {
  const asked = { canUseOAuth2: true, note };
  const first = await openPage(pageOf(caseView("need-input", asked)));
  expect(first.find("[data-action=use-oauth2]")).not.toBeNull();
  const second = await openPage(pageOf(caseView("need-input", { ...asked, note: published })));
  expect(second.find("[data-action=use-oauth2]")).toBeNull();
});
