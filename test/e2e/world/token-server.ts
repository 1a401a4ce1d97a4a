// The lab's OAuth2 provider: gives access tokens for refresh tokens, and for a permission that the user gives on its
// page (which here gives it by itself). What a refresh token is called decides what becomes of it.
import type { IncomingMessage, ServerResponse } from "node:http";

export const tokenHost = "accounts.lab.test";
/** The name of the provider, in Thunderbird's list and in the origin of saved tokens. */
export const issuer = tokenHost;
export const scope = "lab-mail";

/** An access token that Exim takes: this, then the address. Any other is refused. */
export const goodToken = "lab-access-";

/** Saved in Thunderbird as `oauth://accounts.lab.test`. `stale`: yields an access token that no server takes. */
export const refreshTokens = { good: "lab-refresh-", stale: "lab-stale-", revoked: "lab-revoked-" } as const;

/** True where the request was for the provider. */
export function answerProvider(url: URL, request: IncomingMessage, response: ServerResponse): boolean {
  if (url.host !== tokenHost) return false;
  if (url.pathname === "/authorize") {
    const back = new URL(url.searchParams.get("redirect_uri") ?? "");
    back.searchParams.set("code", `${refreshTokens.good}${url.searchParams.get("login_hint") ?? ""}`);
    back.searchParams.set("state", url.searchParams.get("state") ?? "");
    response.writeHead(302, { location: back.href }).end();
    return true;
  }
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    const form = new URLSearchParams(body);
    const given = form.get("refresh_token") ?? form.get("code") ?? "";
    const [kind, prefix] = Object.entries(refreshTokens).find(([, one]) => given.startsWith(one)) ?? [
      "revoked",
      "",
    ];
    const user = given.slice(prefix.length);
    response.setHeader("content-type", "application/json");
    // RFC 6749 §5.1; else Thunderbird would keep the tokens in its cache.
    response.setHeader("cache-control", "no-store");
    if (kind === "revoked") response.writeHead(400).end(JSON.stringify({ error: "invalid_grant" }));
    else
      response.end(
        JSON.stringify({
          access_token: kind === "good" ? `${goodToken}${user}` : `lab-unknown-${user}`,
          refresh_token: given,
          expires_in: 3600,
          token_type: "Bearer",
        }),
      );
  });
  return true;
}
