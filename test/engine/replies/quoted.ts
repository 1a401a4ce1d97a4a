// The catalogue with the sentences its phrases were written for: they are there whenever the source itself runs.

import { catalogue } from "../../../src/engine/replies/catalogue.js";
import type { Phrase, Quotation } from "../../../src/engine/replies/phrase.js";

export const quoted = catalogue as readonly (Phrase & Quotation)[];
