// How far what a mail says is to be believed: as a message of the user's, and as the words of servers.

import { expect, it } from "vitest";
import { isOnlySaid, isOwnServersWord, type Reported } from "../../../src/engine/model/reported.js";

const reported: Reported = {
  found: "returned-mail",
  by: "other-server",
  reportingServer: "mail.example.test",
  refusingServer: null,
  ownMessage: "yes",
};
const notice = { event: "failed", fates: [] } as unknown as NonNullable<Reported["notice"]>;

it.each<[Partial<Reported>, boolean]>([
  [{}, true],
  [{ isFromOutside: true }, false],
  [{ isFromOutside: false }, true],
  [{ found: "pasted" }, false],
  [{ found: "remembered" }, false],
])("what a server of the user's has handed over is its word: %j", (change, is) => {
  expect(isOwnServersWord({ ...reported, ...change })).toBe(is);
});

it.each<[Partial<Reported>, boolean]>([
  [{}, false],
  [{ notice }, false],
  [{ notice, ownMessage: "unknown" }, true],
  [{ notice, ownMessage: "no" }, true],
  [{ ownMessage: "unknown" }, false],
])("a notice that nothing ties to a message of the user's has only its own word: %j", (change, is) => {
  expect(isOnlySaid({ ...reported, ...change })).toBe(is);
});
