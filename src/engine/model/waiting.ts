// What waiting needs of the outside: time, and word that nobody waits any more. Handed in, so that tests need not wait.

export interface Timer {
  /** Calls back once after that time, unless the returned function is called before. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** What of an AbortSignal is needed: the Experiment's script has no global of that name. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
