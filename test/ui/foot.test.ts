// @vitest-environment happy-dom
// The foot of the page, and the page that comes once after the installation.

import { expect, it } from "vitest";
import { openPage, settled } from "./open-page.js";
import { caseView, healthy, pageOf } from "./sample-pages.js";
import type { Page } from "../../src/protocol.js";

const checked = pageOf(caseView("healthy", { refusal: null, diagnosis: healthy }));
const installed: Page = { state: "healthy", cases: [], empty: "installed", notices: [] };

it("leads to the changes made so far, where there are any", async () => {
  const without = await openPage(checked, "toolbar");
  expect(without.find('.foot [data-action="history"]')).toBeNull();
  const page = await openPage({ ...checked, hasChanges: true }, "toolbar");
  expect(page.find('.foot [data-action="history"]')?.textContent).toBe("Changes made so far");
  await page.press("history");
  expect(page.host.sent.map(({ kind }) => kind)).toContain("openHistory");
});

it("leads to the home page, once there is one", async () => {
  const page = await openPage(checked, "toolbar");
  expect(page.find('[data-action="home-page"]')).toBeNull();
  let opened = 0;
  page.host.homePage = () => {
    opened += 1;
  };
  const { startPage } = await import("../../src/ui/page/page.js");
  await startPage(document, "?place=toolbar", page.host);
  await page.press("home-page");
  expect(opened).toBe(1);
});

it("says after the installation that nothing is to be done, and closes", async () => {
  const page = await openPage(installed, "welcome");
  expect(page.find("h1")?.textContent).toBe("Relay Doctor is ready");
  expect(page.main.textContent).toContain("nothing to do now");
  expect(page.findAll("button").map(({ textContent }) => textContent)).toEqual(["Close"]);
  await page.press("dismiss");
  await settled();
  expect(page.host.closed).toBe(true);
  expect(page.host.sent.map(({ kind }) => kind)).toEqual(["page"]);
});
