// Saved passwords are decrypted once for the answers of one click, and kept no longer than that.
import { beforeEach, expect, it, vi } from "vitest";

vi.useFakeTimers();
const logins = {
  isLoggedIn: true,
  getAllLogins: vi.fn(() => Promise.resolve([{ password: "alice-Secret-1" }])),
};
Object.assign(globalThis, {
  ChromeUtils: { importESModule: () => ({ setTimeout, clearTimeout }) },
  Services: { logins },
});
const { savedSecrets } = await import("../../src/experiment/outgoingServers/parent/saved-secrets.js");

beforeEach(() => {
  vi.runAllTimers();
  logins.isLoggedIn = true;
  logins.getAllLogins.mockClear();
});

it("answers that come together share one reading", async () => {
  expect(await Promise.all([savedSecrets(), savedSecrets()])).toEqual([
    ["alice-Secret-1"],
    ["alice-Secret-1"],
  ]);
  await savedSecrets();
  expect(logins.getAllLogins).toHaveBeenCalledTimes(1);
});

it("they are forgotten after some seconds, and read anew", async () => {
  await savedSecrets();
  vi.advanceTimersByTime(5_000);
  logins.getAllLogins.mockResolvedValueOnce([{ password: "alice-Secret-2" }]);
  expect(await savedSecrets()).toEqual(["alice-Secret-2"]);
  expect(logins.getAllLogins).toHaveBeenCalledTimes(2);
});

it("locked away, they are neither asked for nor kept", async () => {
  await savedSecrets();
  logins.isLoggedIn = false;
  expect(await savedSecrets()).toEqual([]);
  logins.isLoggedIn = true;
  await savedSecrets();
  expect(logins.getAllLogins).toHaveBeenCalledTimes(2);
});

it("read anew after the lock, they are kept their own time, whenever the ones before would have been forgotten", async () => {
  await savedSecrets();
  vi.advanceTimersByTime(3_000);
  logins.isLoggedIn = false;
  await savedSecrets();
  logins.isLoggedIn = true;
  await savedSecrets();
  vi.advanceTimersByTime(2_000);
  await savedSecrets();
  expect(logins.getAllLogins).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(3_000);
  await savedSecrets();
  expect(logins.getAllLogins).toHaveBeenCalledTimes(3);
});

it("a log-in manager that fails gives none", async () => {
  logins.getAllLogins.mockRejectedValueOnce(new Error("no key"));
  expect(await savedSecrets()).toEqual([]);
});
