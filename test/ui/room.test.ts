// How high a page may be where it stands on the screen.

import { expect, it } from "vitest";
import { roomOf } from "../../src/ui/page/room.js";

const laptop = { screenTop: 0, screenHeight: 512 };

it("reaches from the top of the page to the end of the screen", () => {
  expect(roomOf({ ...laptop, pageTop: 67 })).toBe(439);
});

it("counts in what a desktop keeps for itself at the top", () => {
  expect(roomOf({ screenTop: 30, screenHeight: 482, pageTop: 67 })).toBe(439);
});

it("is not known where the panel has not been put in its place yet", () => {
  expect(roomOf({ ...laptop, pageTop: -1000 })).toBeNull();
  expect(roomOf({ ...laptop, pageTop: 500 })).toBeNull();
});
