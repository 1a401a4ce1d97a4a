// Entry of options.html, on the real Thunderbird.

import { onThunderbird } from "../kit/thunderbird.js";
import { startOptions } from "./options-page.js";

void onThunderbird().then((host) => startOptions(document, host));
