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
