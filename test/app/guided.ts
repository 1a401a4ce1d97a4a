// The two accounts of profile.ts in an edition that guides: settings are what the user tells, look-ups are asked for.

import { guidedSettings } from "../../src/adapters/guided-settings.js";
import { noticeFailedSend } from "../../src/app/notice/notice-failed-send.js";
import type { Ports } from "../../src/ports.js";
import { withUnderWay } from "../fakes/with-under-way.js";
import type { FakeThunderbird } from "../fakes/fake-thunderbird.js";
import { failedSend, relayDenied } from "./profile.js";

export function guidedPorts(fake: FakeThunderbird): Ports {
  fake.windows.add(7);
  return withUnderWay({
    ...fake.ports,
    ...guidedSettings(fake.session, fake.ports.accounts),
    discovery: { ...fake.ports.discovery, consent: "asked-for" },
  });
}

/** The case of window 7, of which nobody has told anything yet. */
export async function untoldCase(ports: Ports): Promise<void> {
  const refusal = { ...relayDenied, fault: "untold", stage: "unknown", lines: [], code: null } as const;
  await noticeFailedSend(ports, { ...failedSend(), refusal: { ...refusal, enhancedCode: null } });
}

/** Thunderbird's text about Alice's account: sign-in is none, on port 25. */
export const aliceTold = `Mail and News Accounts
  account1:
    INCOMING: account1, , (imap) mail.example.test:993, 3, 3
    OUTGOING: , mail.example.test:25, 0, 1, true
`;
