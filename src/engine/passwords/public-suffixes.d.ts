// The public suffix list, which the engine has not. A bundle without it is not built, and nobody can forget to hand it in:
// without the list "co.uk" would be one owner.

declare module "#public-suffixes" {
  /**
   * The part of a host name that someone can register, private suffixes (github.io) counted as suffixes and the last
   * label of an unlisted name as one; null for an address, a suffix itself, and a name of one label.
   */
  export function registrable(host: string): string | null;
}
