// Wakes the background, and has it load what a page needs, while the page's own script is still being read. What it says is no
// request, and gets no answer.

import type { Waking } from "../../protocol.js";

const waking: Waking = { kind: "waking", request: null };
// Where nobody hears it, the page's first request will be told.
messenger.runtime.sendMessage(waking).catch(() => undefined);
