// Which of the servers that may be the right ones are asked: each once, the best first, so many at the most. How many were
// left out is told on the page; a publisher could name hundreds, and an honest one never does.

import type { Candidate, Endpoint } from "../model/probe.js";
import { effectivePort, type ServerSettings } from "../model/server-settings.js";

const maximumServers = 16;

export interface ToAsk {
  /** All the settings for the servers that are asked. */
  readonly candidates: readonly Candidate[];
  /** Servers that are not. */
  readonly left: number;
}

/** `further`: asked only where they are among the others anyway. */
export function toAsk(all: readonly Candidate[], further: readonly Candidate[]): ToAsk {
  const servers = new Set(all.map(({ settings }) => serverOf(settings)));
  const asked = new Set([...servers].slice(0, maximumServers));
  for (const { settings } of further) {
    servers.add(serverOf(settings));
  }
  return {
    candidates: all.filter(({ settings }) => asked.has(serverOf(settings))),
    left: servers.size - asked.size,
  };
}

/** The same for all settings that lead to one connection. */
export function serverOf(settings: Endpoint): string {
  return `${settings.host.toLowerCase()} ${String(effectivePort(settings))} ${settings.security}`;
}

/** Several sources may name the same settings: the first stays, as the best of them said it. */
export function withoutRepeats<Named extends { readonly settings: ServerSettings }>(
  sorted: readonly Named[],
): readonly Named[] {
  const seen = new Set<string>();
  return sorted.filter(({ settings }) => {
    const key = JSON.stringify([serverOf(settings), settings.signIn, settings.userName.toLowerCase()]);
    return !seen.has(key) && seen.add(key);
  });
}
