// Fetches one autoconfig file: HTTPS only, also at every redirect, without cookies, cache, log-in or dialog, and
// bounded in size and time. Thunderbird's own fetchHTTP also asks over http and sends the address by default.
// A redirect to another owner's domain is followed, but what is read there is that owner's word: web sites send
// whatever is asked for to a shop, a builder of sites, a parking page, and none of these speaks for the domain's mail.

import { xmlEncoding } from "../../../engine/discovery/xml-encoding.js";
import { xmlLimits } from "../../../engine/discovery/xml.js";
import { sameOwner } from "../../../engine/passwords/owner.js";
import { readOctets } from "./octets.js";
import { socketTimer } from "./socket-timer.js";

const { TextDecoder } = Cu.getGlobalForObject(Services);

export type Page =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Neither the page nor a redirect on the way to it was another owner's. */
      readonly isOwnersWord: boolean;
    }
  /** Another status than 200. */
  | { readonly kind: "none" }
  /** The name does not resolve: of a domain's own host that means there is no page, of the database's that nobody was asked. */
  | { readonly kind: "unknown-host" }
  /** Silence, a refused connection, a wrong certificate, too large a file, an address that nobody can ask. */
  | { readonly kind: "no-answer" };

const patienceMilliseconds = 5_000;
/** Octets: every character of an accepted file may take four. */
const maximumOctets = 4 * xmlLimits.characters;
const maximumRedirects = 5;

/** `owner`: the domain of whoever is asked; null where that is the URL's own. */
export async function fetchPage(url: string, owner: string | null = null): Promise<Page> {
  const page = new Promise<Page>((resolve) => {
    const channel = quietChannel(url);
    const redirects = redirectsOf(channel.URI.asciiHost, owner ?? channel.URI.asciiHost);
    channel.notificationCallbacks = redirects.watcher;
    const stop = (): void => {
      channel.cancel(Cr["NS_BINDING_ABORTED"]);
    };
    const forget = socketTimer.after(patienceMilliseconds, stop);
    const octets: number[] = [];
    channel.asyncOpen({
      onStartRequest: () => undefined,
      onDataAvailable(_request, stream, _offset, count) {
        if (octets.length + count > maximumOctets) {
          stop();
          return;
        }
        for (const octet of readOctets(stream, count)) {
          octets.push(octet);
        }
      },
      onStopRequest(request, status) {
        forget();
        // After a redirect this is another channel than the one that was opened.
        const last = (request as GeckoChannel).QueryInterface(Ci["nsIHttpChannel"]);
        resolve(pageOf(last, status, octets, redirects.stayed()));
      },
    });
  });
  // Only opening rejects: a preference that holds no address, a port that Gecko asks nobody at.
  return page.catch(() => ({ kind: "no-answer" as const }));
}

function pageOf(
  channel: GeckoChannel,
  status: number,
  octets: readonly number[],
  isOwnersWord: boolean,
): Page {
  if (status === Cr["NS_ERROR_UNKNOWN_HOST"]) {
    return { kind: "unknown-host" };
  }
  if (!Components.isSuccessCode(status)) {
    return { kind: "no-answer" };
  }
  return channel.responseStatus === 200
    ? { kind: "text", text: decodeXml(Uint8Array.from(octets)), isOwnersWord }
    : { kind: "none" };
}

/** An encoding nobody knows is read as UTF-8, where a broken character harms only the element it is in. */
export function decodeXml(octets: Uint8Array): string {
  try {
    return new TextDecoder(xmlEncoding(octets)).decode(octets);
  } catch {
    // No such label.
    return new TextDecoder("utf-8").decode(octets);
  }
}

function quietChannel(url: string): GeckoChannel {
  const flags = Ci["nsIRequest"] as Record<
    "LOAD_ANONYMOUS" | "LOAD_BYPASS_CACHE" | "INHIBIT_CACHING",
    number
  >;
  const { NetUtil } = ChromeUtils.importESModule("resource://gre/modules/NetUtil.sys.mjs") as {
    NetUtil: { newChannel(options: { uri: string; loadUsingSystemPrincipal: true }): GeckoChannel };
  };
  const channel = NetUtil.newChannel({ uri: url, loadUsingSystemPrincipal: true });
  channel.loadFlags |= flags.LOAD_ANONYMOUS | flags.LOAD_BYPASS_CACHE | flags.INHIBIT_CACHING;
  channel.QueryInterface(Ci["nsIHttpChannel"]);
  channel.redirectionLimit = maximumRedirects;
  channel.setRequestHeader("Accept", "application/xml,text/xml,*/*", false);
  return channel;
}

/** Answers no request for a prompt, so that nothing can open a dialog; sees every redirect before it is followed. */
function redirectsOf(asked: string, owner: string): { readonly watcher: object; stayed(): boolean } {
  let stayed = sameOwner(owner, asked);
  const watcher = {
    QueryInterface: ChromeUtils.generateQI(["nsIInterfaceRequestor", "nsIChannelEventSink"]),
    getInterface(type: { equals(other: unknown): boolean }): unknown {
      if (type.equals(Ci["nsIChannelEventSink"])) {
        return watcher;
      }
      throw Components.Exception("not offered", Cr["NS_ERROR_NO_INTERFACE"]);
    },
    asyncOnChannelRedirect(
      _from: GeckoChannel,
      to: GeckoChannel,
      _flags: number,
      callback: { onRedirectVerifyCallback(result: number | undefined): void },
    ): void {
      stayed &&= sameOwner(owner, to.URI.asciiHost);
      callback.onRedirectVerifyCallback(to.URI.scheme === "https" ? Cr["NS_OK"] : Cr["NS_BINDING_ABORTED"]);
    },
  };
  return { watcher, stayed: () => stayed };
}
