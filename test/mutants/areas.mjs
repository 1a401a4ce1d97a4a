// The parts of src that mutants are made in, how large a sample is taken of each, the tests that try them, and how many of
// a hundred must be caught. `isolate`: each test file gets modules of its own, at a price; the fakes of Gecko need it.

const words = ["test/engine/replies/**", "test/engine/dsn/**"];
// How users come to what is read: a notice that arrives, a failed send, an alert that is remembered.
const readers = ["test/app/notice/**/*.test.ts", "test/app/page/tell.test.ts"];
const units = ["test/engine/**/*.test.ts", "test/app/**/*.test.ts", "test/background/**/*.test.ts"];

export const areas = {
  // In two parts: which of the thousands of tests of words passes through which of its mutants is all that Node can hold.
  words: {
    folder: "src/engine",
    files: /^(?:replies|dsn)/,
    share: 0.045,
    tests: [...words, ...readers],
    isolate: false,
    wanted: 85,
  },
  engine: {
    folder: "src/engine",
    // Stryker makes no mutants in what exports by a name that is a string: a list, and nothing else.
    files: /^(?!replies|dsn|providers\/notes\/all\.)/,
    share: 0.045,
    tests: units,
    but: words,
    isolate: false,
    wanted: 85,
  },
  app: { folder: "src/app", share: 0.06, tests: units, but: words, isolate: false, wanted: 85 },
  parent: {
    folder: "src/experiment/outgoingServers/parent",
    share: 0.05,
    tests: ["test/experiment/**/*.test.ts"],
    isolate: true,
    wanted: 75,
  },
  adapters: {
    folder: "src/adapters",
    share: 0.1,
    tests: ["test/adapters/**/*.test.ts", "test/background/**/*.test.ts"],
    isolate: true,
    wanted: 75,
  },
};

/** What a run leaves behind, out of the repository's sight. */
export const cache = "node_modules/.cache/relay-doctor/mutants";

export function resultsOf(area) {
  return `${cache}/${area}.jsonl`;
}
