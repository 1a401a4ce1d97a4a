// A page that a publisher of settings points to, with its own words about it (autoconfig: <enable>, <documentation>).

import { aText, oneOf, orNull, record, type Of, type OfFields } from "./shape.js";

const page = {
  /** `enable`: where mail programs are let in. `documentation`: about the settings. */
  is: oneOf("enable", "documentation"),
  /** https, at a plain host name. */
  url: aText("page"),
  /** In the language asked for, as far as there are some. Hostile text. */
  words: orNull(aText("said")),
};
export type PublishedPage = OfFields<typeof page>;

/** One that may be the provider's own, and who has named it: the mail domain's own page, or the ISP database. */
export const namedPage = record({ ...page, by: oneOf("isp", "ispdb") });
export type NamedPage = Of<typeof namedPage>;
