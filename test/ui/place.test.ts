// Where a page is shown, by its address.

import { expect, it } from "vitest";
import { placeOf } from "../../src/ui/kit/place.js";

const host = { windowId: () => Promise.resolve(7), tabId: () => Promise.resolve(3) };

it("is the window around the page, or, in a window of its own, the one it was opened for", async () => {
  expect(await placeOf("?place=compose", host)).toEqual({ kind: "compose", windowId: 7 });
  expect(await placeOf("?place=compose&window=own&of=12", host)).toEqual({ kind: "compose", windowId: 12 });
});

it("is the tab under the page over a mail, and the toolbar else", async () => {
  expect(await placeOf("?place=message", host)).toEqual({ kind: "message", tabId: 3 });
  expect(await placeOf("?place=toolbar&window=own", host)).toEqual({ kind: "toolbar" });
});
