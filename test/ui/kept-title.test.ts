// @vitest-environment happy-dom
// A title that has the focus stays the same element from one drawing to the next; and what is drawn around it is the same as
// on a page that is opened there.

import { describe, expect, it } from "vitest";
import { openPage, settled, type OpenPage } from "./open-page.js";
import { samples } from "./sample-pages.js";

/** Attributes in the order of their names: a kept element has them in the order in which they came. */
function drawnIn({ find }: OpenPage): string {
  const copy = find("#content")?.cloneNode(true) as HTMLElement;
  for (const one of copy.querySelectorAll("*")) {
    const attributes = [...one.attributes].map(({ name, value }) => [name, value] as const);
    for (const [name] of attributes) one.removeAttribute(name);
    for (const [name, value] of attributes.sort(([a], [b]) => (a < b ? -1 : 1)))
      one.setAttribute(name, value);
  }
  return copy.innerHTML;
}

const ofOnePlace = samples.filter(({ place }) => place === "compose");
/** Some of every kind are enough to come from. */
const before = ofOnePlace.filter((_, index) => index % 5 === 0);

describe("a title that has the focus", () => {
  it.each(ofOnePlace)(
    "stays when $name is drawn over another page, and all else is as if opened",
    async (over) => {
      const fresh = drawnIn(await openPage(over.page));
      let stayed = 0;
      for (const under of before) {
        const opened = await openPage(under.page);
        const title = opened.find("h1");
        expect(document.activeElement, under.name).toBe(title);
        opened.page = over.page;
        opened.host.deliver({ kind: "pageChanged" });
        await settled();
        stayed += opened.find("h1") === title ? 1 : 0;
        expect(drawnIn(opened), under.name).toBe(fresh);
        expect(
          document.activeElement === opened.find("h1") || over.page.cases[0]?.state === "need-input",
          under.name,
        ).toBe(true);
      }
      expect(stayed).toBeGreaterThan(before.length / 2);
    },
  );
});
