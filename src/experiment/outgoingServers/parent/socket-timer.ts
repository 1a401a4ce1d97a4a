// Thunderbird's timers as the SMTP driver and races want them; an Experiment's script has no `setTimeout` of its own.

import type { Timer } from "../../../engine/model/waiting.js";
import type { WaitingClock } from "../../../engine/waiting/race.js";

const { setTimeout, clearTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs") as {
  readonly setTimeout: (callback: () => void, milliseconds: number) => number;
  readonly clearTimeout: (id: number) => void;
};

export const socketTimer: Timer = {
  after(milliseconds, callback) {
    const id = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(id);
    };
  },
};

export const socketClock: WaitingClock = {
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};
