// Entry of popup.html: the page, on the real Thunderbird.

import { startPage } from "./page.js";
import { thunderbird } from "../kit/thunderbird.js";

void startPage(document, location.search, thunderbird);
