// What each server refuses at once, in its own words: cases of the lab as they are, with that server in Exim's place.
import { join } from "node:path";
import { readCaseFile, type CaseFile } from "../case-file.js";
import type { Software } from "../world/hosts.js";

export type RealServer = Exclude<Software, "exim">;

/** In a part of Thunderbird's alert and of the page's quotation; null where the server refuses no such thing. */
type Words = Readonly<Record<"notSignedIn" | "otherSender" | "unknownRecipient", string | null>>;

const words: Readonly<Record<RealServer, Words>> = {
  postfix: {
    notSignedIn: "Relay access denied",
    otherSender: "Sender address rejected: not owned by user",
    unknownRecipient: "User unknown in virtual mailbox table",
  },
  opensmtpd: {
    notSignedIn: "Must issue an AUTH command first",
    otherSender: "Sender rejected",
    unknownRecipient: "Mailing list expansion problem",
  },
  chasquid: {
    notSignedIn: "Mail to submission port must be authenticated",
    // Whoever has signed in may send as anybody.
    otherSender: null,
    unknownRecipient: "Destination address is unknown (user does not exist)",
  },
};

export function refusalsOf(server: RealServer): readonly CaseFile[] {
  const { notSignedIn, otherSender, unknownRecipient } = words[server];
  const base = (name: string, edit: (file: CaseFile) => Partial<CaseFile> = () => ({})): CaseFile => {
    const file = readCaseFile(join(import.meta.dirname, "../cases", `${name}.json`));
    const world = {
      ...file.world,
      "mail.example.test": { ...file.world["mail.example.test"], software: server },
      "mx.elsewhere.test": {},
    };
    return { ...file, name: `${server}-${name}`, world, ...edit(file) };
  };
  const saying = (name: string, text: string | null, send?: CaseFile["send"]): readonly CaseFile[] =>
    text === null
      ? []
      : [
          base(name, (file) => ({
            ...(send !== undefined && { send }),
            expect: { ...file.expect, alert: text, serverText: text },
          })),
        ];
  return [
    ...saying("sign-in-none", notSignedIn),
    base("wrong-outgoing-password-right-incoming"),
    ...saying("alias-refused", otherSender),
    ...saying("unknown-recipient", unknownRecipient, { identity: "id1", to: "nobody@example.test" }),
  ];
}
