// What each server refuses at once, in its own words: cases of the lab as they are, with that server in Exim's place.
import { join } from "node:path";
import { readCaseFile, type CaseFile } from "../case-file.js";
import type { Software } from "../world/hosts.js";

export type RealServer = Exclude<Software, "exim">;

/** In a part of Thunderbird's alert and of the page's quotation. */
type Words = Readonly<Record<"notSignedIn" | "otherSender" | "unknownRecipient", string>>;

const words: Readonly<Record<RealServer, Words>> = {
  postfix: {
    notSignedIn: "Relay access denied",
    otherSender: "Sender address rejected: not owned by user",
    unknownRecipient: "User unknown in virtual mailbox table",
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
  const saying = (file: CaseFile, text: string): CaseFile["expect"] => ({
    ...file.expect,
    alert: text,
    serverText: text,
  });
  return [
    base("sign-in-none", (file) => ({ expect: saying(file, notSignedIn) })),
    base("wrong-outgoing-password-right-incoming"),
    base("alias-refused", (file) => ({ expect: saying(file, otherSender) })),
    base("unknown-recipient", (file) => ({
      send: { identity: "id1", to: "nobody@example.test" },
      expect: saying(file, unknownRecipient),
    })),
  ];
}
