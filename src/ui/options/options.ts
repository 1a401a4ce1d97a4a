// Entry of options.html, on the real Thunderbird.

import { thunderbird } from "../kit/thunderbird.js";
import { startOptions } from "./options-page.js";

void startOptions(document, thunderbird);
