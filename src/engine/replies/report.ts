// What a pasted text or a notice of delivery tells: who refused whom, and in which words. Read by `read-report.ts`.

import type { DeliveryNotice } from "../model/delivery.js";
import type { Refusal } from "../model/refusal.js";
import type { Refused } from "./refused-by.js";

export interface Report {
  /** Who refused: the server this mail program talked to, or whoever a notice of delivery names. */
  readonly refused: Refused;
  /** Null where nothing was refused: the message has arrived. */
  readonly refusal: Refusal | null;
  readonly reportingServer: string | null;
  readonly refusingServer: string | null;
  /** What a notice of delivery tells; null for any other text. */
  readonly notice: DeliveryNotice | null;
}
