// Asks the background, typed by protocol.ts, and hears when the page is out of date. Nobody answering (the
// background is being updated, or has a bug) is an answer too, never an exception.

import type { AnswerOf, Envelope, PageChanged, RequestName, RequestOf } from "../../protocol.js";
import type { Host } from "./host.js";

export interface BackgroundClient {
  /** Null where nobody answers. */
  request<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<AnswerOf<Name> | null>;
  onPageChanged(listener: () => void): void;
}

/** What was sent, answered or not. */
export async function answered<Answer>(sent: Promise<unknown>): Promise<Answer | null> {
  try {
    return ((await sent) ?? null) as Answer | null;
  } catch {
    // A mistake of the background is told there (background/start.ts); else there is nobody to answer.
    return null;
  }
}

/** The one thing that the background tells its pages unasked. */
export function isPageChanged(message: unknown): message is PageChanged {
  return (
    typeof message === "object" && message !== null && "kind" in message && message.kind === "pageChanged"
  );
}

export function createBackgroundClient(host: Pick<Host, "send" | "onMessage">): BackgroundClient {
  return {
    // The pair (name, request) is one member of the union; TypeScript cannot see that through a type variable.
    request: (name, request) => answered(host.send({ kind: name, request } as Envelope)),
    onPageChanged(listener) {
      host.onMessage((message) => {
        if (isPageChanged(message)) {
          listener();
        }
      });
    },
  };
}
