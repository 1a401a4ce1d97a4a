// Domains in the form that DNS and SMTP know (RFC 5890, A-label), by Thunderbird's own IDN rules.

/** "" for what is no host name. */
export function asciiDomain(domain: string): string {
  try {
    const host = Services.io.newURI(`https://${domain}/`).asciiHost;
    // A "/" or "@" in the domain would make a host of a part of it.
    return /^[^\s/@:?#\\]*$/.test(domain) ? host : "";
  } catch {
    // What is no host name.
    return "";
  }
}
