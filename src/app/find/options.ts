// The user's options, in the lasting store, and what an administrator has settled before them. Whether look-ups are on
// before anybody has said anything is the edition's to know: they are by the domain, for the failing account only (DESIGN
// §5, "Privacy").

import { hostsAskedFor } from "../../engine/discovery/autoconfig-urls.js";
import { domainOf } from "../../engine/model/address.js";
import type { LookUpSource, Ports } from "../../ports.js";
import { everySource } from "./discover.js";
import type { Options, OptionsShown } from "../../engine/model/options.js";

export const optionsKey = "options";
type Needed = Pick<Ports, "lasting" | "discovery" | "companyPolicy">;
type Writing = Needed & Pick<Ports, "underWay" | "arrivals">;

export async function readOptions(ports: Needed): Promise<Options> {
  const [chosen, settled] = await Promise.all([chosenIn(ports), settledFor(ports)]);
  const defaults: Options = {
    lookUpSettings: ports.discovery.consent === "as-thunderbird-does",
    quiet: false,
    watchArriving: true,
  };
  return { ...defaults, ...chosen, ...settled };
}

/** Leaves the others as they are. */
export async function writeOptions(ports: Writing, chosen: Partial<Options>): Promise<Options> {
  return ports.underWay.inLine("options", async () => {
    await ports.lasting.write(optionsKey, {
      ...(await chosenIn(ports)),
      ...chosen,
    } satisfies Partial<Options>);
    const options = await readOptions(ports);
    ports.arrivals.watch(options.watchArriving);
    return options;
  });
}

export async function shownOptions(
  ports: Needed & Pick<Ports, "accounts" | "arrivals">,
): Promise<OptionsShown> {
  const lookUps = ports.discovery.consent;
  const domains = (await ports.accounts.identities()).map(({ address }) => domainOf(address));
  const hosts = lookUps === "asked-for" ? domains.flatMap(hostsAskedFor) : [];
  const settled = Object.keys(await settledFor(ports)) as (keyof Options)[];
  return {
    ...(await readOptions(ports)),
    settled,
    lookUps,
    arrivals: ports.arrivals.watched,
    hosts: [...new Set(hosts)],
  };
}

/** Whether what is published for the address's domain is looked up: agreed to, and permitted. */
export async function looksUp(ports: Needed, address: string): Promise<boolean> {
  const { lookUpSettings } = await readOptions(ports);
  return lookUpSettings && mayLookUp(ports, address);
}

export async function mayLookUp({ discovery }: Pick<Ports, "discovery">, address: string): Promise<boolean> {
  return discovery.permitted(hostsAskedFor(domainOf(address)));
}

async function chosenIn({ lasting }: Needed): Promise<Partial<Options>> {
  return ((await lasting.read(optionsKey)) as Partial<Options> | undefined) ?? {};
}

async function settledFor({ companyPolicy }: Needed): Promise<Partial<Options>> {
  const { isLookUpForbidden, quiet } = await companyPolicy();
  return { ...(isLookUpForbidden && { lookUpSettings: false }), ...(quiet !== null && { quiet }) };
}

/** Sources that ask nobody outside are always open. */
export function sourcesAllowed({ lookUpSettings }: Options): readonly LookUpSource[] {
  return lookUpSettings ? everySource : ["policy", "disk"];
}
