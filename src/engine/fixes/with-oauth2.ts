// The same plan with a sign-in on the provider's own page (OAuth2) in place of a password. Never the other way round.

import type { Evidence } from "../model/evidence.js";
import type { Plan } from "../model/finding.js";
import { withSettings } from "./plan.js";

export function withOAuth2(plan: Plan, evidence: Evidence): Plan {
  const turned = withSettings(plan, evidence, { ...plan.settings, signIn: "oauth2" });
  return {
    ...turned,
    changes: turned.changes.filter(({ field }) => field !== "password"),
    alternatives: plan.alternatives.map((settings) => ({ ...settings, signIn: "oauth2" })),
  };
}
