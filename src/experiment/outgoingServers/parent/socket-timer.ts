// Thunderbird's timers as the SMTP driver and races want them; an Experiment's script has no `setTimeout` of its own.

import type { Timer } from "../../../engine/model/waiting.js";
import type { WaitingClock } from "../../../engine/waiting/race.js";

interface Timers {
  readonly setTimeout: (callback: () => void, milliseconds: number) => number;
  readonly clearTimeout: (id: number) => void;
}

const timers = (): Timers => ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs") as never;

export const socketTimer: Timer = {
  after(milliseconds, callback) {
    const { setTimeout, clearTimeout } = timers();
    const id = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(id);
    };
  },
};

export const socketClock: WaitingClock = {
  wait: (milliseconds) =>
    new Promise((resolve) => {
      timers().setTimeout(resolve, milliseconds);
    }),
};
