// Thunderbird's own guess at the outgoing server of a domain (GuessConfig, what "Configure manually" tries), timed by
// Thunderbird's clock. It asks what a server offers and proves nothing: no certificate at STARTTLS, no log-in.

import type { Thunderbird } from "../e2e/thunderbird/thunderbird.js";

export interface Guess {
  readonly milliseconds: number;
  /** "host:port", or null where it gave up. */
  readonly found: string | null;
}

export function guessConfig(thunderbird: Thunderbird, domain: string): Promise<Guess> {
  return thunderbird.run<Guess>(
    `const { GuessConfig } = ChromeUtils.importESModule("resource:///modules/accountcreation/GuessConfig.sys.mjs");
     const { AbortController } = Cu.getGlobalForObject(Services);
     const since = Date.now();
     const found = await GuessConfig.guessConfig(args[0], () => {}, undefined, "outgoing", new AbortController().signal)
       .then(({ outgoing }) => outgoing.hostname + ":" + outgoing.port, () => null);
     return { milliseconds: Date.now() - since, found };`,
    domain,
  );
}
