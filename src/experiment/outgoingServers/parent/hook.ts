// A method of Thunderbird's own, with ours in its place for a while. Other add-ons hook the same methods: what is put back
// is only what is still ours. Where somebody has hooked it after us, ours stays in the chain and does nothing any more.

type Method = (this: unknown, ...values: never[]) => unknown;

/** Answers what takes the hook out. */
export function hook<Prototype extends object, Name extends keyof Prototype>(
  prototype: Prototype,
  name: Name,
  method: Prototype[Name],
): () => void {
  const before = prototype[name];
  let isOurs = true;
  const between = function (this: unknown, ...values: never[]): unknown {
    return ((isOurs ? method : before) as Method).apply(this, values);
  } as Prototype[Name];
  prototype[name] = between;
  return () => {
    isOurs = false;
    if (prototype[name] === between) {
      prototype[name] = before;
    }
  };
}

/** Reads along: `read` is told of each call before the method itself, which runs as ever, whatever goes wrong in it. */
export function readAlong<Prototype extends object, Name extends keyof Prototype>(
  prototype: Prototype,
  name: Name,
  read: (
    called: Prototype,
    ...values: Prototype[Name] extends (...values: infer Values) => unknown ? Values : never
  ) => void,
): () => void {
  const before = prototype[name] as Method;
  return hook(prototype, name, function (this: Prototype, ...values: never) {
    try {
      read(this, ...values);
    } catch {
      // Thunderbird has changed shape: a failure is then reported without what would have been read.
    }
    return before.apply(this, values);
  } as Prototype[Name]);
}
