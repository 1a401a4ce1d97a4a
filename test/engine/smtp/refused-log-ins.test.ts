import { expect, it } from "vitest";
import { RefusedLogIns } from "../../../src/engine/smtp/refused-log-ins.js";

const alice = { host: "mail.example.test", userName: "alice@example.test" };
const minutes = (count: number): number => count * 60_000;

function world(): { readonly known: RefusedLogIns; wait(milliseconds: number): void } {
  let now = 1_000_000;
  return {
    known: new RefusedLogIns(() => now),
    wait(milliseconds) {
      now += milliseconds;
    },
  };
}

it("remembers whom a server has shut out for a quarter of an hour, by host and user, capitals alike", () => {
  const { known, wait } = world();
  known.lockedOut(alice);
  expect(known.isLockedOut({ host: "MAIL.example.test", userName: "Alice@example.test" })).toBe(true);
  expect(known.isLockedOut({ ...alice, host: "smtp.example.test" })).toBe(false);
  expect(known.isLockedOut({ ...alice, userName: "bob@example.test" })).toBe(false);
  wait(minutes(15) - 1);
  expect(known.isLockedOut(alice)).toBe(true);
  wait(1);
  expect(known.isLockedOut(alice)).toBe(false);
});

it("remembers a rejected password as long, and no other one", () => {
  const { known, wait } = world();
  known.rejected(alice, "old");
  expect(known.isRejected(alice, "old")).toBe(true);
  expect(known.isRejected(alice, "OLD")).toBe(false);
  expect(known.isRejected({ ...alice, userName: "bob@example.test" }, "old")).toBe(false);
  wait(minutes(15));
  expect(known.isRejected(alice, "old")).toBe(false);
});
