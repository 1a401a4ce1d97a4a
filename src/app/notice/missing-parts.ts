// What this Thunderbird does not carry of what the add-on needs inside it, told once for each version of it.

import type { Part } from "../../engine/model/missing-parts.js";
import { giveNotice, type NoticePorts } from "../case/notices.js";

const key = "missing-parts-told";

/** `askVersion`: for Thunderbird's. */
export async function tellMissingParts(
  ports: NoticePorts,
  missing: readonly Part[],
  askVersion: () => Promise<string>,
): Promise<void> {
  if (missing.length === 0) {
    return;
  }
  const version = await askVersion();
  const told = [version, ...missing].join(" ");
  if ((await ports.lasting.read(key)) === told) {
    return;
  }
  if (missing.includes("notice")) {
    await giveNotice(ports, { kind: "not-noticed", version });
  }
  if (missing.some((part) => part !== "notice")) {
    await giveNotice(ports, { kind: "by-hand", version });
  }
  await ports.lasting.write(key, told);
}
