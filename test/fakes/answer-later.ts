// An answer that a test gives when it chooses to (Promise.withResolvers, which Node 20 has not).

export interface Later<Answer> {
  readonly promise: Promise<Answer>;
  readonly resolve: (answer: Answer) => void;
}

export function answerLater<Answer>(): Later<Answer> {
  let resolve: ((answer: Answer) => void) | null = null;
  const promise = new Promise<Answer>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (answer) => resolve?.(answer) };
}
