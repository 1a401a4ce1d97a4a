// Which of the pages published with settings the user may be led to: the provider's own (DESIGN §5, Credentials). What
// the domain's page says over HTTPS counts for pages of the same owner as the mail domain; what the ISP database says
// for that domain counts as it does for passwords, wherever the page is. Nobody else's word does, DNS's least.

import type { LookUp, LookUpSource } from "../model/look-up.js";
import type { NamedPage } from "../model/published-page.js";
import { sameOwner } from "../passwords/owner.js";
import { hostOfPage, pageLimits } from "./autoconfig-pages.js";

/** Of the domain's own pages first, each address once. */
export function ownPages(
  answers: ReadonlyMap<LookUpSource, Pick<LookUp, "pages" | "vouched">>,
  domain: string,
): readonly NamedPage[] {
  const said = (source: LookUpSource, by: NamedPage["by"]): readonly NamedPage[] => {
    const answer = answers.get(source);
    return answer?.vouched === true ? answer.pages.map((page) => ({ ...page, by })) : [];
  };
  const own = said("isp", "isp").filter(({ url }) => sameOwner(hostOfPage(url) ?? "", domain));
  const all = [...own, ...said("database", "ispdb")];
  return all
    .filter(({ url }, index) => all.findIndex((page) => page.url === url) === index)
    .slice(0, pageLimits.pages);
}
