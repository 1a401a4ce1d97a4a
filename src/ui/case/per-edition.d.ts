// What differs by edition: the build puts own-changes.ts or no-own-changes.ts here; everywhere else it is the former
// (`imports` of package.json).

declare module "#own-changes" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- such a declaration must not import from a file
  export const ownChanges: import("./own-changes.js").OwnChanges;
}
