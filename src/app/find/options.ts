// The user's options, in the lasting store. Whether look-ups are on before the user has said anything is the edition's
// to know: they are by the domain, for the failing account only (DESIGN §5, "Privacy").

import { hostsAskedFor } from "../../engine/discovery/autoconfig-urls.js";
import { domainOf } from "../../engine/model/address.js";
import type { LookUpSource, Ports } from "../../ports.js";
import type { Options, OptionsShown } from "../../engine/model/options.js";

const key = "options";
type Needed = Pick<Ports, "lasting" | "discovery">;

export async function readOptions({ lasting, discovery }: Needed): Promise<Options> {
  if (await discovery.isForbidden()) {
    return { lookUpSettings: false };
  }
  const defaults: Options = { lookUpSettings: discovery.consent === "as-thunderbird-does" };
  return { ...defaults, ...((await lasting.read(key)) as Partial<Options> | undefined) };
}

export async function writeOptions(ports: Needed, { lookUpSettings }: Options): Promise<Options> {
  await ports.lasting.write(key, { lookUpSettings } satisfies Options);
  return readOptions(ports);
}

export async function shownOptions(ports: Needed & Pick<Ports, "accounts">): Promise<OptionsShown> {
  const lookUps = ports.discovery.consent;
  const domains = (await ports.accounts.identities()).map(({ address }) => domainOf(address));
  const hosts = lookUps === "asked-for" ? domains.flatMap(hostsAskedFor) : [];
  const isForbidden = await ports.discovery.isForbidden();
  return { ...(await readOptions(ports)), isForbidden, lookUps, hosts: [...new Set(hosts)] };
}

/** Sources that ask nobody outside are always open. */
export function sourcesAllowed({ lookUpSettings }: Options): readonly LookUpSource[] {
  const onThisMachine: readonly LookUpSource[] = ["policy", "disk"];
  return lookUpSettings ? [...onThisMachine, "isp", "database", "mx", "srv"] : onThisMachine;
}
