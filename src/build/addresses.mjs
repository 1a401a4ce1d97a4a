// The project's public addresses, all from one line: `homepage` in package.json. On GitHub they are the repository's own
// places; anywhere else plain files below the home page. Until a home is found the name is a reserved one (RFC 2606), which
// nobody can register: a build works and shows users no link, a release is refused.

/**
 * @typedef {object} Addresses
 * @property {string} home
 * @property {string} support
 * @property {string} updates where Thunderbird asks for a newer full edition
 * @property {(version: string) => string} fullEdition its file
 */

/**
 * @param {string} homepage
 * @returns {Addresses}
 */
export function addressesOf(homepage) {
  const home = homepage.replace(/\/$/, "");
  const { protocol, hostname } = new URL(home);
  if (protocol !== "https:") {
    throw new Error(`the home page is not HTTPS: ${homepage}`);
  }
  return hostname === "github.com"
    ? {
        home,
        support: `${home}/issues`,
        updates: `${home}/releases/latest/download/updates.json`,
        fullEdition: (version) => `${home}/releases/download/v${version}/relay-doctor-full.xpi`,
      }
    : {
        home,
        support: home,
        updates: `${home}/updates.json`,
        fullEdition: (version) => `${home}/relay-doctor-full-${version}.xpi`,
      };
}

/**
 * @param {string} homepage
 * @returns {boolean}
 */
export function isReserved(homepage) {
  return /\.(?:example|test|invalid|localhost)$/.test(new URL(homepage).hostname);
}
