// The pages an autoconfig file points to: <enable visiturl> with <instruction>, <documentation url> with <descr>, both of
// the provider or of the whole file (both are met). Few, short and https only: whoever wrote the file may be hostile.

import type { PublishedPage } from "../model/published-page.js";
import { isDomainName } from "./published-server.js";
import type { XmlElement } from "./xml.js";

export const pageLimits = { pages: 4, address: 400, words: 300 } as const;

/** In the file's order, <enable> first. `language` as in BCP 47, such as "pt-BR". */
export function autoconfigPages(
  root: XmlElement,
  provider: XmlElement,
  language: string,
): readonly PublishedPage[] {
  const within = [...provider.children, ...root.children];
  const named = (name: string): readonly XmlElement[] => within.filter((child) => child.name === name);
  const pages = [
    ...named("enable").map((element) => pageOf("enable", element, ["visiturl", "instruction"], language)),
    ...named("documentation").map((element) => pageOf("documentation", element, ["url", "descr"], language)),
  ];
  return pages.flatMap((page) => page ?? []).slice(0, pageLimits.pages);
}

function pageOf(
  is: PublishedPage["is"],
  { attributes, children }: XmlElement,
  [address, words]: readonly [string, string],
  language: string,
): PublishedPage | null {
  const url = attributes.get(address) ?? "";
  const said = children.filter(({ name }) => name === words);
  return hostOfPage(url) === null ? null : { is, url, words: wordsIn(language, said) };
}

/**
 * The host of an address that may be opened; null for any other than https at a plain host name, with nothing before the
 * host that could pass for one, no port, and no character that shows as another. Nor a name that stands for other
 * letters: not each of these is an address at all (UTS #46).
 */
export function hostOfPage(url: string): string | null {
  const host =
    /^https:\/\/([a-z\d.-]{1,253})(?:[/?#][!#-;=?-[\]_a-z~]*)?$/i.exec(url)?.[1]?.toLowerCase() ?? "";
  const isName = isDomainName(host) && !/(?:^|\.)xn--/.test(host);
  return isName && url.length <= pageLimits.address ? host : null;
}

/** In that language, or its wider one, else in none that is said, else in English. */
function wordsIn(language: string, elements: readonly XmlElement[]): string | null {
  const texts = elements.map(({ attributes, text }) => ({
    language: (attributes.get("lang") ?? "").toLowerCase(),
    text: text.replace(/\s+/g, " ").trim(),
  }));
  const wanted = [language.toLowerCase(), language.toLowerCase().replace(/-.*/, ""), "", "en"];
  const found = wanted.flatMap((one) => texts.find((words) => words.language === one) ?? [])[0]?.text ?? "";
  const { words: most } = pageLimits;
  return found === "" ? null : found.length <= most ? found : `${found.slice(0, most - 1)}…`;
}
