import { describe, expect, it } from "vitest";
import { diagnose } from "../../../../src/engine/rules/diagnose.js";
import { answers, candidate, evidence, findingOf, probed, replied, sending } from "../sample.js";

const id = "pop-before-smtp";
const asking = (words: string, offeredSignIn: readonly string[] = []) =>
  evidence({
    ...sending({ signIn: "none" }),
    refusal: { ...replied(words), offeredSignIn: [...offeredSignIn] },
    probe: probed({ ...answers, offeredSignIn }),
  });

describe(id, () => {
  it.each([
    "Relaying denied: authenticate with POP first",
    "5.7.1 You must check for new mail before sending mail.",
    "Please check your mail first, then send",
    "relaying denied, POP-before-SMTP required",
    "You have to get your e-mail first",
    "Please log in with POP3 or IMAP before sending",
  ])("knows the words: %s", (words) => {
    expect(findingOf(id, asking(words))).toMatchObject({
      verdict: "problem",
      certainty: "certain",
      cure: null,
    });
  });

  it.each([
    "relay not permitted",
    "Authentication required",
    "Please check the recipient's mail address",
    "Message rejected: check mail.example.com first for our policy",
    "You must log in first",
    "popular domains are not relayed first",
  ])("takes other words for what they are: %s", (words) => {
    expect(findingOf(id, asking(words)).verdict).not.toBe("problem");
  });

  it("changes nothing and says what to do, where the server offers nothing to sign in with", () => {
    const { conclusion, plan, noPlan, findings } = diagnose(asking("authenticate with POP first"));
    expect(conclusion.kind).toBe("settings-wrong");
    expect(plan).toBeNull();
    expect(noPlan?.key).toBe("no_plan_get_mail");
    expect(findings[0]?.rule).toBe(id);
  });

  it("goes behind signing in where that is offered", () => {
    const all = asking("authenticate with POP first", ["PLAIN"]);
    expect(findingOf(id, all)).toMatchObject({ verdict: "problem", certainty: "possible" });
    const { plan, findings } = diagnose({ ...all, candidates: [candidate({})] });
    expect(plan?.settings.signIn).toBe("password");
    expect(findings[0]?.rule).toBe("authentication-off");
  });

  it("has no part where the account receives nothing", () => {
    expect(findingOf(id, { ...asking("authenticate with POP first"), incoming: null }).verdict).toBe(
      "skipped",
    );
  });
});
