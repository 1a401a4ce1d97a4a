import { expect, it } from "vitest";
import { RefusedLogIns, rejectsPassword } from "../../../src/engine/smtp/refused-log-ins.js";

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

it("who was shut out is that under the other form of the name, too, and nobody else is", () => {
  const short = { ...alice, userName: "Alice" };
  const { known: inFull } = world();
  inFull.lockedOut(alice);
  expect(inFull.isLockedOut(short)).toBe(true);
  expect(inFull.isLockedOut({ ...alice, userName: "alice@other.test" })).toBe(false);
  expect(inFull.isLockedOut({ ...alice, userName: "bob" })).toBe(false);
  const { known, wait } = world();
  known.lockedOut(short);
  expect(known.isLockedOut(alice)).toBe(true);
  expect(known.isLockedOut({ ...alice, userName: "bob@example.test" })).toBe(false);
  wait(minutes(15));
  expect(known.isLockedOut(alice)).toBe(false);
});

it.each([
  ["535 Incorrect authentication data", true],
  ["535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6", true],
  ["535 5.7.3 Authentication unsuccessful", true],
  ["535 5.7.139 Authentication unsuccessful, basic authentication is disabled", false],
  ["535 Authentication is disabled for this account", false],
  ["534 5.7.9 Application-specific password required", false],
  ["535 Application-specific password required", false],
  ["538 5.7.11 Encryption required for requested authentication mechanism", false],
  ["454 4.7.0 Temporary authentication failure", false],
])("Thunderbird's own log-in, answered by %s: the password was rejected %s", (said, isRejected) => {
  const [, code, , enhancedCode, words] = /^(\d{3}) ((\d\.\d+\.\d+) )?(.*)$/.exec(said) ?? [];
  const refusal = { code: Number(code), enhancedCode: enhancedCode ?? null, lines: [words ?? ""] };
  expect(rejectsPassword({ ...refusal, stage: "auth" })).toBe(isRejected);
  expect(rejectsPassword({ ...refusal, stage: "rcpt" })).toBe(false);
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
