// What JSON from somewhere else must look like, said in a few words, and the first place where it does not.

/** Answers null where the value fits, else what is wrong and where ("outgoing.server.port: not a number"). */
export type Shape = (value: unknown, at: string) => string | null;

const primitive =
  (type: "string" | "number" | "boolean"): Shape =>
  (value, at) =>
    typeof value === type ? null : `${at}: not a ${type}`;

export const aString = primitive("string");
export const aNumber = primitive("number");
export const aBoolean = primitive("boolean");
export const anything: Shape = () => null;

export function oneOf(...values: readonly string[]): Shape {
  return (value, at) =>
    typeof value === "string" && values.includes(value) ? null : `${at}: none of ${values.join(", ")}`;
}

export function orNull(shape: Shape): Shape {
  return (value, at) => (value === null ? null : shape(value, at));
}

export function listOf(shape: Shape): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) {
      return `${at}: not a list`;
    }
    return firstOf(value.map((entry, index) => () => shape(entry, `${at}[${index}]`)));
  };
}

/** Further properties are let through: a newer version may have written them. */
export function record(properties: Readonly<Record<string, Shape>>): Shape {
  return (value, at) => {
    if (!isRecord(value)) {
      return `${at}: not an object`;
    }
    return firstOf(
      Object.entries(properties).map(
        ([name, shape]) =>
          () =>
            shape(value[name], at ? `${at}.${name}` : name),
      ),
    );
  };
}

/** A union told apart by `kind`. */
export function byKind(kinds: Readonly<Record<string, Shape>>): Shape {
  return (value, at) => {
    const kind = isRecord(value) ? value["kind"] : undefined;
    const shape = typeof kind === "string" && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return shape?.(value, at) ?? (shape ? null : `${at}.kind: none of ${Object.keys(kinds).join(", ")}`);
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstOf(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const wrong = check();
    if (wrong !== null) {
      return wrong;
    }
  }
  return null;
}
