// What this Thunderbird does not carry of what the add-on needs inside it, told once for each version of it.

import type { Part } from "../../engine/model/missing-parts.js";
import type { Notice } from "../../protocol.js";
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
  const kinds: readonly Extract<Notice, { version: string }>["kind"][] = [
    ...(missing.includes("notice") ? (["not-noticed"] as const) : []),
    ...(missing.some((part) => part !== "notice") ? (["by-hand"] as const) : []),
  ];
  for (const kind of kinds) {
    await giveNotice(ports, { kind, version });
  }
  await ports.lasting.write(key, told);
}
