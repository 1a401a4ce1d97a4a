// Mutants that no test can catch, since nobody could tell the difference, each with the reason. A mutant is named by its
// file, what stood there and what stands there instead.

/** @type {readonly { file: string, original: string, mutant: string, reason: string }[]} */
export const equivalent = [];
