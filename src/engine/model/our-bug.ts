// A mistake of our own, as it may be shown and reported: what broke, and where. Never an error's message: it may hold what
// users wrote or servers said.

export interface OurBug {
  /** The kind of error, "TypeError". */
  readonly what: string;
  /** What was being done, in our own words: the name of an event, a request, a rule. */
  readonly where: string;
  /** Places in our own files, "background.mjs:12:7", the innermost first. */
  readonly places: readonly string[];
}

const maximumPlaces = 4;

export function bugOf(error: unknown, where: string): OurBug {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: "" };
  const places = [
    ...(stack ?? "").slice(0, 10_000).matchAll(/([\w-]{1,80}\.[mc]?[jt]s):(\d{1,7}):(\d{1,7})/g),
  ];
  return {
    what: /^\w{1,60}$/.test(name) ? name : "error",
    where,
    places: places.slice(0, maximumPlaces).map(([place]) => place),
  };
}

/** In one line, for the console, for Details and for the report. */
export function bugSaid({ what, where, places }: OurBug): string {
  return `${what} in ${where}${places.length === 0 ? "" : ` (${places.join(", ")})`}`;
}
