// Strict readers for JSON data: each knows its TypeScript type and says where a value is wrong.

export interface Shape<T> {
  read(data: unknown, path: string): T;
}

type Optional<T> = Shape<T | undefined> & { readonly optional: true };
type Fields = Readonly<Record<string, Shape<unknown>>>;
type OptionalKeys<F> = { [K in keyof F]: F[K] extends { optional: true } ? K : never }[keyof F];
type Value<S> = S extends Shape<infer T> ? T : never;
type Simplify<T> = { readonly [K in keyof T]: T[K] };
type Fit<F extends Fields> = Simplify<
  { [K in Exclude<keyof F, OptionalKeys<F>>]: Value<F[K]> } & {
    [K in OptionalKeys<F>]?: Exclude<Value<F[K]>, undefined>;
  }
>;

function of<T>(name: string, fits: (data: unknown) => data is T): Shape<T> {
  return {
    read(data, path) {
      if (!fits(data)) throw new Error(`${path} must be ${name}`);
      return data;
    },
  };
}

export const text = of("a text", (data) => typeof data === "string");
export const boolean = of("true or false", (data) => typeof data === "boolean");
export const count = of("a whole number", (data): data is number => Number.isInteger(data));
export const value: Shape<unknown> = { read: (data) => data };

export function word<const W extends string>(...words: readonly W[]): Shape<W> {
  return of(`one of ${words.join(", ")}`, (data): data is W => words.some((known) => known === data));
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: true, read: (data, path) => (data === undefined ? undefined : shape.read(data, path)) };
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    read(data, path) {
      if (!Array.isArray(data)) throw new Error(`${path} must be a list`);
      return data.map((item, index) => shape.read(item, `${path}[${String(index)}]`));
    },
  };
}

/** A single item may stand for a list of one. */
export function oneOrMore<T>(shape: Shape<T>): Shape<readonly T[]> {
  return { read: (data, path) => list(shape).read(Array.isArray(data) ? data : [data], path) };
}

function object(data: unknown, path: string): Record<string, unknown> {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new Error(`${path} must be an object`);
  return data as Record<string, unknown>;
}

export function map<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    read: (data, path) =>
      Object.fromEntries(
        Object.entries(object(data, path)).map(([key, item]) => [key, shape.read(item, `${path}.${key}`)]),
      ),
  };
}

export function record<F extends Fields>(fields: F): Shape<Fit<F>> {
  return {
    read(data, path) {
      const given = object(data, path);
      for (const key of Object.keys(given))
        if (!(key in fields)) throw new Error(`${path}.${key} is not a known field`);
      const read = Object.entries(fields).map(
        ([key, shape]) => [key, shape.read(given[key], `${path}.${key}`)] as const,
      );
      return Object.fromEntries(read.filter(([, item]) => item !== undefined)) as Fit<F>;
    },
  };
}
