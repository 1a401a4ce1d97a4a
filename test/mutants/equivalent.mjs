// Mutants that no test can catch, since nobody could tell the difference, each with the reason. A mutant is named by its
// file, what stood there and what stands there instead.

/** @type {readonly { file: string, original: string, mutant: string, reason: string }[]} */
export const equivalent = [
  {
    file: "src/app/change/take-back.ts",
    original: 'written.kind === "done"',
    mutant: "false",
    reason:
      "what is done has no reason, and without one the answer is null all the same; it is there for the types",
  },
  {
    file: "src/app/notice/missing-parts.ts",
    original: '" "',
    mutant: '""',
    reason:
      "no version ends in a letter, no part has a digit, and no two lists of parts run together to the same",
  },
  {
    file: "src/app/page/history.ts",
    original: 'step.kind === "create"',
    mutant: "true",
    reason: "an old entry is left by what begins with making the new one; the kind is asked for the types",
  },
  {
    file: "src/app/page/open-page.ts",
    original: "[]",
    mutant: '["Stryker was here"]',
    reason: "only cases without a window are over, and a word is none",
  },
  {
    file: "src/experiment/outgoingServers/parent/read-entries.ts",
    original: "key === undefined",
    mutant: "false",
    reason: "no entry is called so, and one that there is not is read as none; it is asked for the types",
  },
  {
    file: "src/experiment/outgoingServers/parent/verify.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "a host or a user that nobody has is as good as none: no password and no token may go there",
  },
  {
    file: "src/engine/providers/note-for.ts",
    original: "[]",
    mutant: '["Stryker was here"]',
    reason: "no host lies below a name with blanks",
  },
  {
    file: "src/engine/discovery/autoconfig-xml.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "neither is the name of a host, nor a port",
  },
  {
    file: "src/engine/settings-text/troubleshooting-information.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "a line of fewer fields has no server, and neither is one of the numbers that stand for a choice",
  },
  {
    file: "src/engine/smtp/ehlo.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "a line that was split has a first word; the default is there for the types",
  },
  {
    file: "src/engine/fixes/plan.ts",
    original: 'outgoing.kind === "smtp"',
    mutant: "true",
    reason:
      "a password that was refused was refused by a server: the line before has answered where there is none",
  },
  {
    file: "src/engine/dsn/html-text.ts",
    original: "/[A-Z]+/g",
    mutant: "/[A-Z]/g",
    reason: "letters in lower case one by one or a run at a time are the same",
  },
  {
    file: "src/engine/dsn/raw-mail.ts",
    original: '"From "',
    mutant: '""',
    reason: "what is cut off begins with these letters itself; asking first only saves time",
  },
  {
    file: "src/engine/dsn/status-fields.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "the field that is continued was set by its own line; the default is there for the types",
  },
  {
    file: "src/engine/replies/enhanced-code.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "a code that was found has all its numbers; the default is there for the types",
  },
  {
    file: "src/engine/replies/phrase-index.ts",
    original: "counts[place] ?? 0",
    mutant: "counts[place] && 0",
    reason: "which letters are the rarest decides how long a search takes, not what it finds",
  },
  {
    file: "src/engine/replies/phrases-in.ts",
    original: "run < end",
    mutant: "run <= end",
    reason: "a phrase more is asked about, and its own pattern says no",
  },
  {
    file: "src/engine/replies/read-report.ts",
    original: "kind !== undefined",
    mutant: "true",
    reason: "a kind that is undefined is read like none; it is asked for the types",
  },
  {
    file: "src/engine/dsn/notice-in-text.ts",
    original: '"\\n>"',
    mutant: '""',
    reason:
      "a text without it has at most one marked line, and five make a quotation; asking first only saves time",
  },
  {
    file: "src/engine/dsn/raw-mail.ts",
    original: "start >= 0",
    mutant: "start > 0",
    reason: "a part begins behind a line's end, never at 0",
  },
  {
    file: "src/engine/replies/classify.ts",
    original: "matter === null && isClearedOf === null",
    mutant: "false",
    reason: "nothing is added where there is neither",
  },
  {
    file: "src/engine/replies/phrase-index.ts",
    original: "count < least",
    mutant: "count >= least",
    reason: "which letters are the rarest decides how long a search takes, not what it finds",
  },
  {
    file: "src/engine/dsn/html-text.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "a letter that is written by its number has no name, and its name is not asked for then",
  },
  {
    file: "src/engine/dsn/origin.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason:
      "an address that was found has its letters, and in neither is a name that was looked up; the default is there for the types",
  },
  {
    file: "src/engine/dsn/status-fields.ts",
    original: "[]",
    mutant: '["Stryker was here"]',
    reason: "of what a line's field is, only what follows the whole is read",
  },
  {
    file: "src/engine/dsn/status-fields.ts",
    original: "open === null",
    mutant: "false",
    reason: "where no group is open no field was last either; it is asked for the types",
  },
  {
    file: "src/engine/replies/phrase-index.ts",
    original: "[]",
    mutant: '["Stryker was here"]',
    reason: "what is no run stands at no place, and a phrase that is asked about always may be offered twice",
  },
  {
    file: "src/engine/discovery/xml-references.ts",
    original: "[]",
    mutant: '["Stryker was here"]',
    reason: "no reference is called by nothing, and of a number only what follows the first place is read",
  },
  {
    file: "src/engine/fixes/plan.ts",
    original: "[]",
    mutant: '["Stryker was here"]',
    reason: "no field is called so",
  },
  {
    file: "src/engine/smtp/banner.ts",
    original: '""',
    mutant: '"Stryker was here!"',
    reason: "every text and every greeting has a first line; the default is there for the types",
  },
  {
    file: "src/app/case/advance.ts",
    original: "{ case: null, effects: [], taken: false }",
    mutant: "{}",
    reason: "it is written over before anybody reads it; it is there for the types",
  },
  {
    file: "src/app/change/mended-elsewhere.ts",
    original: 'state !== "problem"',
    mutant: "false",
    reason: "the event may follow a problem alone (may-follow.ts); asking first only saves the look",
  },
  {
    file: "src/app/find/shared-looks.ts",
    original: "() => null",
    mutant: "() => undefined",
    reason: "of either it is only asked whether it is an answer",
  },
  {
    file: "src/experiment/outgoingServers/parent/own-oauth-details.ts",
    original: "false",
    mutant: "true",
    reason: "a preference that is listed with its kind has a value; the default is there for the types",
  },
  {
    file: "src/adapters/guided-settings.ts",
    original: "[]",
    mutant: '["Stryker was here"]',
    reason: "no account is called by nothing, and a word has no account",
  },
];
