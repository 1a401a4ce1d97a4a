// @vitest-environment happy-dom
// A look-up that was asked for while Thunderbird is offline, on the page of an edition without changes of its own.

import { expect, it, vi } from "vitest";
import { caseView, pageOf } from "./sample-pages.js";
import { openPage } from "./open-page.js";

vi.mock("#own-changes", async () => import("../../src/ui/case/no-own-changes.js"));

it("says why nothing came of it", async () => {
  const { main } = await openPage(
    pageOf(
      caseView("need-input", {
        asks: "settings",
        asksPassword: null,
        diagnosis: null,
        outcome: { kind: "not-changed", because: "offline" },
      }),
    ),
  );
  expect(main.textContent).toContain("Thunderbird is offline. Go online, then try again.");
});
