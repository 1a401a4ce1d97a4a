// The Alerts port where nothing built in tells Thunderbird's own sentences: the shape of an alert decides then.

import type { Alerts } from "../ports.js";

export const noAlerts: Alerts = { sentences: () => Promise.resolve({}) };
