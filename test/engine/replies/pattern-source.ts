// Reads a pattern's source: its alternatives, and what is left without classes and escapes.

export const withoutClasses = (source: string): string =>
  source.replace(/\[(?:\\.|[^\]])*\]/g, "C").replace(/\\./g, "E");

/** The alternatives outside all brackets. */
export function topLevelBranches(source: string): readonly string[] {
  const branches = [""];
  let depth = 0;
  for (const token of source.match(/\\.|\[(?:\\.|[^\]])*\]|./gsu) ?? []) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    if (token === "|" && depth === 0) branches.push("");
    else branches.push(`${branches.pop() ?? ""}${token}`);
  }
  return branches;
}
