// Entry of history.html, on the real Thunderbird.

import { startHistory } from "./history-page.js";
import { thunderbird } from "../kit/thunderbird.js";

void startHistory(document, thunderbird);
