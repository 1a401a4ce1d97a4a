// Whether a value from somewhere else is what a description (engine/model/shape.ts) says, and the first place where it
// is not. Further properties are let through: a newer version may have written them.

import type { Fields, Shape } from "../engine/model/shape.js";

/** Null where it fits, else such as "outgoing.server.port: not a number". */
export function misfit(shape: Shape, value: unknown): string | null {
  return wrongIn(shape, value, "")?.replace(/^[.:]+ ?/, "") ?? null;
}

function wrongIn(shape: Shape, value: unknown, at: string): string | null {
  switch (shape.is) {
    case "text":
      return typeof value === "string" ? null : `${at}: not a string`;
    case "number":
      return typeof value === "number" ? null : `${at}: not a number`;
    case "choice":
      return shape.among.some((one) => one === value) ? null : `${at}: none of ${shape.among.join(", ")}`;
    case "nullable":
      return value === null ? null : wrongIn(shape.inner, value, at);
    case "optional":
      return value === undefined ? null : wrongIn(shape.inner, value, at);
    case "list":
      return Array.isArray(value)
        ? firstWrong(value, (entry, index) => wrongIn(shape.inner, entry, `${at}[${index}]`))
        : `${at}: not a list`;
    case "record":
      return isRecord(value) ? wrongField(shape.fields, value, at) : `${at}: not an object`;
    case "union": {
      const kind = isRecord(value) ? value["kind"] : undefined;
      const fields =
        typeof kind === "string" && Object.hasOwn(shape.kinds, kind) ? shape.kinds[kind] : undefined;
      return isRecord(value) && fields !== undefined
        ? wrongField(fields, value, at)
        : `${at}.kind: none of ${Object.keys(shape.kinds).join(", ")}`;
    }
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrongField(fields: Fields, value: Readonly<Record<string, unknown>>, at: string): string | null {
  return firstWrong(Object.entries(fields), ([name, shape]) => wrongIn(shape, value[name], `${at}.${name}`));
}

function firstWrong<Entry>(
  entries: readonly Entry[],
  wrong: (entry: Entry, index: number) => string | null,
): string | null {
  for (const [index, entry] of entries.entries()) {
    const because = wrong(entry, index);
    if (because !== null) {
      return because;
    }
  }
  return null;
}
