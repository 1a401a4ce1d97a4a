// Several who were asked the same, side by side: how long the rest are waited for once one has answered well. Asks
// nobody and stops nobody; time comes from outside, so that tests need not wait.

export interface WaitingClock {
  /** Settled after that many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

export interface Patience {
  /** So long everybody has at least, and after the first good answer, once there is one. */
  readonly graceMilliseconds: number;
  /** Nobody is waited for any longer, good answer or not. */
  readonly limitMilliseconds?: number;
}

export class Race {
  readonly #clock: WaitingClock;
  readonly #grace: number;
  readonly #isEnough: Promise<unknown>;
  readonly #isOver: Promise<unknown>;
  #good: () => void = () => undefined;
  /** Kept once there is a good answer; never, where there is none. */
  readonly anyGood: Promise<void>;

  constructor(clock: WaitingClock, { graceMilliseconds, limitMilliseconds }: Patience) {
    this.#clock = clock;
    this.#grace = graceMilliseconds;
    this.anyGood = new Promise((resolve) => {
      this.#good = resolve;
    });
    this.#isEnough = this.anyGood.then(() => clock.wait(graceMilliseconds));
    this.#isOver = Promise.race(limitMilliseconds === undefined ? [] : [clock.wait(limitMilliseconds)]);
  }

  /** Its answer, or null where that is not waited for (any longer). Whoever is asked later has the grace all the same. */
  async enter<Answer>(
    answer: Promise<Answer>,
    isGood: (answer: Answer) => boolean = () => false,
  ): Promise<Answer | null> {
    const judged = answer.then((value) => {
      if (isGood(value)) {
        this.#good();
      }
      return value;
    });
    const late = Promise.all([this.#clock.wait(this.#grace), this.#isEnough]);
    return Promise.race([judged, Promise.race([late, this.#isOver]).then(() => null)]);
  }

  /** The first in the list whose answer is good and came in time; null where none is. */
  async best<Answer>(
    answers: readonly Promise<Answer>[],
    isGood: (answer: Answer) => boolean,
  ): Promise<Answer | null> {
    for (const entered of answers.map((answer) => this.enter(answer, isGood))) {
      const answer = await entered;
      if (answer !== null && isGood(answer)) {
        return answer;
      }
    }
    return null;
  }
}

/** The answer, or `otherwise` where it takes longer. */
export async function within<Answer, Otherwise>(
  clock: WaitingClock,
  milliseconds: number,
  answer: Promise<Answer>,
  otherwise: Otherwise,
): Promise<Answer | Otherwise> {
  return Promise.race([answer, clock.wait(milliseconds).then(() => otherwise)]);
}
