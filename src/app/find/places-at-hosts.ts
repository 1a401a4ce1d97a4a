// Who may connect to a host now: two at a time, in the order of coming. A server that says nothing keeps its place for a
// second only, so that one dead port does not hide the living one beside it.

import type { Clock } from "../../ports.js";

const placesPerHost = 2;
const keptMilliseconds = 1_000;

export class PlacesAtHosts {
  readonly #taken = new Map<string, number>();
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(private readonly clock: Pick<Clock, "wait">) {}

  /** Settled once there is a place; answers what gives it back, which counts once. */
  async take(host: string): Promise<() => void> {
    const name = host.toLowerCase();
    const taken = this.#taken.get(name) ?? 0;
    if (taken < placesPerHost) {
      this.#taken.set(name, taken + 1);
    } else {
      // Whoever gives a place back hands it on: the number taken stays.
      await new Promise<void>((resolve) => {
        this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), resolve]);
      });
    }
    let given = false;
    const giveBack = (): void => {
      if (!given) {
        given = true;
        this.#free(name);
      }
    };
    void this.clock.wait(keptMilliseconds).then(giveBack);
    return giveBack;
  }

  #free(name: string): void {
    const [next, ...others] = this.#waiting.get(name) ?? [];
    if (next !== undefined) {
      this.#waiting.set(name, others);
      next();
      return;
    }
    const left = (this.#taken.get(name) ?? 1) - 1;
    if (left === 0) {
      this.#taken.delete(name);
      this.#waiting.delete(name);
    } else {
      this.#taken.set(name, left);
    }
  }
}
