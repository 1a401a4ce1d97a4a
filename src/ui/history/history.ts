// Entry of history.html, on the real Thunderbird.

import { startHistory } from "./history-page.js";
import { onThunderbird } from "../kit/thunderbird.js";

void onThunderbird().then((host) => startHistory(document, host));
