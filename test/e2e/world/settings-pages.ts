// The web server that publishes settings: HTTPS on one address, a certificate for each name. On port 80 it only takes
// note, since nothing of ours may ask there. Every request is a line of `pages.log`.
import { appendFileSync, readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import { join } from "node:path";
import { createSecureContext } from "node:tls";
import type { SecureContext } from "node:tls";
import { certificateFor } from "./certificates.js";
import { labDirectory } from "./lab-directory.js";
import type { LetIn, Page, PublishedServer } from "./published.js";
import { pages } from "./published.js";
import { answerProvider, tokenHost } from "./token-server.js";

export const pagesAddress = "127.0.0.54";
export const pageNames = [
  tokenHost,
  ...new Set(Object.keys(pages).map((url) => url.slice(0, url.indexOf("/")))),
];

const log = (): string => join(labDirectory(), "pages.log");

/** Every request so far, as "https://host/path?query". */
export function pageRequests(): readonly string[] {
  return readFileSync(log(), "utf8").split("\n").filter(Boolean);
}

export async function startSettingsPages(): Promise<void> {
  appendFileSync(log(), "");
  const contexts = new Map<string, SecureContext>();
  const secure = createServer(
    {
      SNICallback(name, answer) {
        answer(null, contexts.get(name) ?? newContext(contexts, name));
      },
    },
    (request, response) => {
      const address = note("https", request);
      if (!answerProvider(new URL(`https://${address}`), request, response)) answerPage(address, response);
    },
  );
  const plain = createHttpServer((request, response) => {
    note("http", request);
    response.writeHead(404).end();
  });
  secure.unref();
  plain.unref();
  await new Promise<void>((resolve) => secure.listen(443, pagesAddress, resolve));
  await new Promise<void>((resolve) => plain.listen(80, pagesAddress, resolve));
}

function newContext(contexts: Map<string, SecureContext>, name: string): SecureContext {
  const files = certificateFor({ name, address: pagesAddress, certificate: "ca" });
  const context = createSecureContext({
    cert: readFileSync(files.certificate),
    key: readFileSync(files.key),
  });
  contexts.set(name, context);
  return context;
}

function note(scheme: string, request: IncomingMessage): string {
  const address = `${request.headers.host ?? ""}${request.url ?? ""}`;
  appendFileSync(log(), `${scheme}://${address}\n`);
  return address;
}

function answerPage(address: string, response: ServerResponse): void {
  // Thunderbird's own look-up sends an address along, or an empty one.
  const page = pages[address.replace(/\?.*/, "")];
  if (page === undefined) response.writeHead(404).end();
  else if ("servers" in page)
    response.setHeader("content-type", "text/xml").end(autoconfigXml(page.servers, page.letIn));
  else if ("redirect" in page) response.writeHead(302, { location: page.redirect }).end();
  else playTrick(page.trick, response);
}

function playTrick(trick: Extract<Page, { trick: unknown }>["trick"], response: ServerResponse): void {
  if (trick === "huge") response.end(`<clientConfig>${" ".repeat(10_000_000)}</clientConfig>`);
  if (trick === "entities") response.setHeader("content-type", "text/xml").end(entityBomb());
  if (trick === "home-page") response.end("<!DOCTYPE html><html><body>Welcome<br></body></html>");
}

/** Ten entities, each ten times the one before: ten billion characters of host name. */
function entityBomb(): string {
  const entities = Array.from({ length: 10 }, (_, at) => {
    const value = at === 0 ? "smtp.bait." : `&e${String(at - 1)};`.repeat(10);
    return `<!ENTITY e${String(at)} "${value}">`;
  });
  const file = autoconfigXml([{ host: "&e9;", port: 587, socketType: "STARTTLS" }]);
  return file.replace("?>", `?><!DOCTYPE clientConfig [${entities.join("")}]>`);
}

function autoconfigXml(servers: readonly PublishedServer[], letIn?: LetIn): string {
  const outgoing = servers.map(
    ({ host, port, socketType, authentication = ["password-cleartext"] }) => `
    <outgoingServer type="smtp">
      <hostname>${host}</hostname><port>${String(port)}</port><socketType>${socketType}</socketType>
      <username>%EMAILADDRESS%</username>
      ${authentication.map((word) => `<authentication>${word}</authentication>`).join("")}
    </outgoingServer>`,
  );
  const enable =
    letIn === undefined
      ? ""
      : `<enable visiturl="${letIn.url}"><instruction>${letIn.words}</instruction></enable>`;
  // Thunderbird's own reader takes no file without these.
  const rest = `<domain>lab.test</domain><displayName>Lab</displayName>
    <incomingServer type="imap">
      <hostname>imap.lab.test</hostname><port>993</port><socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication>
    </incomingServer>`;
  return `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="lab">${rest}${outgoing.join("")}${enable}</emailProvider></clientConfig>`;
}
