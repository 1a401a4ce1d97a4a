// How much of a hostile text is read.

/** UTF-16 units of a text that are read; the rest is ignored. A whole bounce's report fits, its quoted message not. */
export const maximumReplyLength = 16_384;
