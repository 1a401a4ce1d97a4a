// One look-up for everybody who asks the same publisher about the same domain at the same time: sixty accounts of one
// domain that are checked. Laid over the Discovery port; what was found is kept by remembered-look-ups.ts.

import type { Discovery, LookUp } from "../../ports.js";

export function sharedLookUps(discovery: Discovery): Discovery {
  const asked = new Map<string, Promise<LookUp>>();
  return {
    ...discovery,
    async lookUp(domain, source) {
      const key = `${source} ${domain}`;
      const known = asked.get(key);
      if (known !== undefined) {
        return known;
      }
      const work = discovery.lookUp(domain, source).finally(() => asked.delete(key));
      asked.set(key, work);
      return work;
    },
  };
}
