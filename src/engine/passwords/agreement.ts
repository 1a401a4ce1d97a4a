// What the user has agreed to: that the password of this user goes to this host. It counts for no other host, for no
// other user, and never instead of TLS.

import type { Agreement } from "../model/agreement.js";
import type { Permission } from "./may-go.js";

export function withAgreement(
  permission: Permission,
  agreed: Agreement | null,
  asked: Agreement,
): Permission {
  return permission === "needs-consent" && agreed !== null && isSame(agreed, asked) ? "allowed" : permission;
}

function isSame(left: Agreement, right: Agreement): boolean {
  return (
    left.host.toLowerCase() === right.host.toLowerCase() &&
    left.passwordOf.toLowerCase() === right.passwordOf.toLowerCase()
  );
}
