import { describe, expect, it } from "vitest";
import type { OutgoingFound } from "../../../../src/engine/model/evidence.js";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";
import { evidence, faulty, findingOf, incoming } from "../sample.js";

const id = "outgoing-server-missing";
const refusal = faulty("no-server");

describe(id, () => {
  it.each<[OutgoingFound, string]>([
    [{ kind: "none" }, "rule_outgoing_server_missing_why_none"],
    [{ kind: "dangling", missingId: "smtp9" }, "rule_outgoing_server_missing_why_removed"],
  ])("makes a whole new entry from what receiving tells: $kind", (outgoing, key) => {
    const all = evidence({ outgoing, refusal });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "certain", why: { key } });
    expect(diagnose(all).plan).toMatchObject({
      kind: "new-entry",
      serverId: null,
      settings: {
        host: "mail.example.test",
        port: 587,
        security: "starttls",
        signIn: "password",
        userName: "alice@example.test",
      },
      identityIds: ["id1"],
    });
  });

  it("signs in with OAuth2 where receiving does", () => {
    const all = evidence({
      outgoing: { kind: "none" },
      refusal,
      incoming: { ...incoming, signIn: "oauth2" },
    });
    expect(diagnose(all).plan?.settings.signIn).toBe("oauth2");
  });

  it("explains without a cure where the account receives nothing either", () => {
    const all = evidence({ outgoing: { kind: "none" }, refusal, incoming: null });
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", cure: null });
    expect(diagnose(all).plan).toBeNull();
  });

  it.each<[OutgoingFound, string]>([
    [{ kind: "other-type", type: "ews" }, "fine"],
    [{ kind: "unreadable" }, "skipped"],
  ])("claims nothing where there is an entry we leave alone or cannot read: %j", (outgoing, verdict) => {
    expect(findingOf(id, evidence({ outgoing })).verdict).toBe(verdict);
  });

  it("is fine with an entry", () => {
    expect(findingOf(id, evidence()).verdict).toBe("fine");
  });
});
