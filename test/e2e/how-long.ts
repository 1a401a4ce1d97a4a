// How much of a table is run: all of it, or a part such as "1/2", in `npm run test:long` (test/long); a sample in `npm test`.

const part = process.env["LAB_LONG"] ?? "";

/** "1/2" is the first half; null in `npm test`. */
export const tablePart: string | null = part === "" ? null : part;
export const isLong: boolean = tablePart !== null;
