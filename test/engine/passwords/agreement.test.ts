// What the user agreed to counts for what was asked and for nothing else; and no click signs in a third time.

import { expect, it } from "vitest";
import { withAgreement } from "../../../src/engine/passwords/agreement.js";
import { mayLogIn } from "../../../src/engine/passwords/log-ins-per-click.js";

const asked = { host: "smtp.hosting.test", passwordOf: "alice@example.test" };

it.each([
  ["what was asked", asked, "allowed"],
  ["the same in capitals", { host: "SMTP.Hosting.test", passwordOf: "Alice@Example.test" }, "allowed"],
  ["another host", { ...asked, host: "smtp.other.test" }, "needs-consent"],
  ["a host below it", { ...asked, host: "mx.smtp.hosting.test" }, "needs-consent"],
  ["another user", { ...asked, passwordOf: "bob@example.test" }, "needs-consent"],
  ["nothing", null, "needs-consent"],
] as const)("agreed to %s", (_, agreed, permission) => {
  expect(withAgreement("needs-consent", agreed, asked)).toBe(permission);
});

it.each(["needs-tls", "other-user"] as const)("nobody can agree to %s", (permission) => {
  expect(withAgreement(permission, asked, asked)).toBe(permission);
});

it.each([
  [0, true],
  [1, true],
  [2, false],
  [3, false],
])("after %s log-ins another one: %s", (made, may) => {
  expect(mayLogIn(made)).toBe(may);
});
