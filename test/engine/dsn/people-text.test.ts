// What a notice tells people of each recipient: whose words are whose.

import { describe, expect, it } from "vitest";
import { toldRecipients } from "../../../src/engine/dsn/people-text.js";

describe("the words of a recipient", () => {
  it("stand beside the address and below it, up to the next", () => {
    const text = `Hello.

<carol@elsewhere.test>: host mx.elsewhere.test said:
    550 no such user


<Dave@elsewhere.test>: mailbox full

`;
    expect(toldRecipients(text)).toEqual([
      { recipient: "carol@elsewhere.test", words: "host mx.elsewhere.test said:\n    550 no such user" },
      { recipient: "dave@elsewhere.test", words: "mailbox full" },
    ]);
  });

  it("are none where addresses stand in a list, further in from line to line or not", () => {
    expect(toldRecipients("carol@elsewhere.test\n    dave@elsewhere.test\n  erin@elsewhere.test")).toEqual([
      { recipient: "carol@elsewhere.test", words: "" },
      { recipient: "dave@elsewhere.test", words: "" },
      { recipient: "erin@elsewhere.test", words: "" },
    ]);
  });

  it("go on where the next line names the same address", () => {
    const text = "<carol@e.test>: no such user here\n<carol@e.test>: ask us";
    expect(toldRecipients(text)).toEqual([
      { recipient: "carol@e.test", words: "no such user here\n<carol@e.test>: ask us" },
    ]);
  });

  it("may name an address at the start of a reply's second line, further in", () => {
    const text =
      "<carol@elsewhere.test>: host mx.elsewhere.test said: 550-first\n    <list@other.test>: Relay access denied";
    expect(toldRecipients(text)).toEqual([
      {
        recipient: "carol@elsewhere.test",
        words: "host mx.elsewhere.test said: 550-first\n    <list@other.test>: Relay access denied",
      },
    ]);
  });

  it.each([
    ["short first", "<carol@e.test>: no\n<dave@e.test>: no\n<carol@e.test>: no such user here"],
    ["long first", "<carol@e.test>: no such user here\n<dave@e.test>: no\n<carol@e.test>: no"],
    [
      "blanks do not make them longer",
      "<carol@e.test>: no such user here\n<dave@e.test>: no\n<carol@e.test>: no\n\n\n\n" + "\n".repeat(40),
    ],
  ])("are the longer ones where an address is named twice: %s", (_, text) => {
    expect(toldRecipients(text)[0]).toEqual({ recipient: "carol@e.test", words: "no such user here" });
  });
});

it.each([
  ["user@e.test: 550 no", "550 no"],
  ["  * user@e.test", ""],
  ["<user@e.test>   (Unknown user)", "Unknown user"],
  ['- "user@e.test" (EMAIL) failed permanently', "failed permanently"],
  ["Recipient address: user@e.test", ""],
  ["user@e.test on Thu, 29 Apr 2010 16:51:51 -0500", ""],
  ["Your message could not be delivered to <user@e.test>:", ""],
])("%s", (line, words) => {
  expect(toldRecipients(line)).toEqual([{ recipient: "user@e.test", words }]);
});

it("an address within a sentence is no recipient", () => {
  expect(toldRecipients("Write to us, help@e.test, or call.")).toEqual([]);
});

it("a hundred recipients are told of, the first ones", () => {
  const lines = Array.from({ length: 150 }, (_, at) => `<user${String(at)}@e.test>: no`);
  const told = toldRecipients(lines.join("\n"));
  expect(told).toHaveLength(100);
  expect(told.at(-1)).toEqual({ recipient: "user99@e.test", words: "no" });
});
