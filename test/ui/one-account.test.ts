// @vitest-environment happy-dom
// A check of one account says what it found once: the page's title is that of its only case.

import { expect, it } from "vitest";
import { english, openPage } from "./open-page.js";
import { caseView, pageOf } from "./sample-pages.js";

const healthy = caseView("healthy", { refusal: null, diagnosis: null });
const found = english["ui_state_healthy"]?.message ?? "";

it("the only account does not repeat the page's title", async () => {
  const { main } = await openPage(pageOf(healthy), "toolbar");
  expect(main.textContent.split(found)).toHaveLength(2);
  expect(main.querySelector("h1")?.textContent).toBe(found);
});

it("of several each has its own", async () => {
  const { findAll } = await openPage(pageOf(healthy, { ...healthy, caseId: "case2" }), "toolbar");
  expect(findAll(".case .lead").map(({ textContent }) => textContent)).toEqual([found, found]);
});

it("another sentence than the page's title is said", async () => {
  const { main } = await openPage(pageOf(caseView("problem", { refusal: null })), "toolbar");
  expect(main.querySelector(".case .lead")?.textContent).toBe(english["ui_state_problem"]?.message);
});

it("a title that says what goes on just now ends in no full stop", async () => {
  const fixing = caseView("fixing");
  const { findAll } = await openPage(pageOf(fixing, caseView("problem", { caseId: "case2" })), "toolbar");
  const leads = findAll(".case .lead").map(({ textContent }) => textContent);
  expect(leads.filter((one) => one.includes("…"))).toHaveLength(1);
  expect(leads.filter((one) => one.includes("….") || !one.endsWith("."))).toEqual([]);
});
