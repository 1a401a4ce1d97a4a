// An API of Thunderbird of which a test has prepared a part: whatever else is reached for throws, by its name.

export type Prepared<Api> = Api extends (...args: never[]) => unknown
  ? Api
  : Api extends object
    ? { readonly [Name in keyof Api]?: Prepared<Api[Name]> }
    : Api;

export function prepared<Api extends object>(faked: Prepared<Api>, path = ""): Api {
  return new Proxy(faked as Api, {
    get: (_, name) => {
      const value: unknown = Reflect.get(faked, name);
      const called = `${path}${String(name)}`;
      if (value === undefined) {
        throw new Error(`Nobody prepared ${called}.`);
      }
      return typeof value === "object" && value !== null && !Array.isArray(value)
        ? prepared(value, `${called}.`)
        : value;
    },
  });
}
