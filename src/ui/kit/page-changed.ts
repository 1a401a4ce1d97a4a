// The one thing that the background tells its pages unasked.

import type { PageChanged } from "../../protocol.js";

export function isPageChanged(message: unknown): message is PageChanged {
  return (
    typeof message === "object" && message !== null && "kind" in message && message.kind === "pageChanged"
  );
}
