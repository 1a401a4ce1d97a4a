import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { usableMechanisms, type Credentials, type ProvableSignIn } from "../../../src/engine/smtp/auth.js";
import { prove, type ProofRequest } from "../../../src/engine/smtp/proof.js";
import { playTranscript } from "../../fakes/play-transcript.js";
import { password, plainMessage, proofRequest, soundProof, toTls } from "./requests.js";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const credentials: Credentials = { kind: "password", userName: "alice@example.com", secret: password };
const token: Credentials = { kind: "token", userName: "alice@example.com", secret: "ya29.t0ken" };
const everything = ["XOAUTH2", "CRAM-MD5", "LOGIN", "PLAIN", "GSSAPI", "NTLM"];
const envelope = soundProof.slice(-8);
/** Its answer is left to the stream. */
const quit = ["C: QUIT"];

function offering(methods: string, ...exchange: readonly string[]): readonly string[] {
  return [...toTls.slice(0, -1), `S: 250 AUTH ${methods}`, ...exchange];
}

function play(script: readonly string[], change: Partial<ProofRequest> = {}) {
  const { result, left } = playTranscript(prove({ ...proofRequest, ...change }), script);
  expect(left).toEqual([]);
  return result;
}

describe("the methods tried for a setting", () => {
  it.each<[ProvableSignIn, Credentials, readonly string[]]>([
    ["password", credentials, ["PLAIN", "LOGIN"]],
    ["encrypted-password", credentials, ["CRAM-MD5"]],
    ["oauth2", token, ["XOAUTH2"]],
    ["oauth2", credentials, []],
    ["password", token, []],
  ])("%s are Thunderbird's, in its order", (signIn, with_, mechanisms) => {
    expect(usableMechanisms(signIn, with_, everything)).toEqual(mechanisms);
  });

  it("are only those offered", () => {
    expect(usableMechanisms("password", credentials, ["LOGIN"])).toEqual(["LOGIN"]);
  });
});

describe("PLAIN", () => {
  it("is answered again where the server ignores the initial response, as one log-in", () => {
    const result = play(
      offering(
        "PLAIN",
        `C: AUTH PLAIN ${plainMessage}`,
        "S: 334 ",
        `C: ${plainMessage}`,
        "S: 235 ok",
        ...envelope,
      ),
    );
    expect(result).toMatchObject({ outcome: { kind: "accepted" }, logIns: 1 });
    expect(result.transcript).toContain("C: ***");
  });

  it("gives way to LOGIN where it is refused as a method", () => {
    const result = play(
      offering(
        "PLAIN LOGIN",
        ...[`C: AUTH PLAIN ${plainMessage}`, "S: 504 5.5.4 unrecognized authentication type"],
        ...["C: AUTH LOGIN", "S: 334 VXNlcm5hbWU6", `C: ${base64("alice@example.com")}`],
        ...["S: 334 UGFzc3dvcmQ6", `C: ${base64(password)}`, "S: 235 ok", ...envelope],
      ),
    );
    expect(result).toMatchObject({ outcome: { kind: "accepted" }, logIns: 1 });
  });

  it.each([
    "535 5.7.8 wrong",
    "534 5.7.9 application-specific password required",
    "454 4.7.0 later",
    "421 4.7.0 too many",
  ])("is the last log-in after %j", (reply) => {
    const result = play(offering("PLAIN LOGIN", `C: AUTH PLAIN ${plainMessage}`, `S: ${reply}`, ...quit));
    expect(result).toMatchObject({ outcome: { kind: "refused", stage: "auth" }, logIns: 1 });
  });
});

describe("LOGIN", () => {
  it("refused before the user name is no log-in", () => {
    const result = play(offering("LOGIN", "C: AUTH LOGIN", "S: 454 4.7.0 later", ...quit));
    expect(result).toMatchObject({ outcome: { kind: "refused", code: 454 }, logIns: 0 });
  });

  it("refused at the password is one", () => {
    const result = play(
      offering(
        "LOGIN",
        ...["C: AUTH LOGIN", "S: 334 x", `C: ${base64("alice@example.com")}`],
        ...["S: 334 x", `C: ${base64(password)}`, "S: 535 no", ...quit],
      ),
    );
    expect(result).toMatchObject({ outcome: { kind: "refused", code: 535 }, logIns: 1 });
    expect(JSON.stringify(result)).not.toContain(base64(password));
  });

  it("is cancelled where the server never stops asking", () => {
    const result = play(
      offering(
        "LOGIN",
        ...["C: AUTH LOGIN", "S: 334 x", `C: ${base64("alice@example.com")}`],
        ...["S: 334 x", `C: ${base64(password)}`, "S: 334 more", "C: *", "S: 501 cancelled", ...quit],
      ),
    );
    expect(result).toMatchObject({ outcome: { kind: "refused", code: 501 }, logIns: 1 });
  });
});

describe("CRAM-MD5", () => {
  it("answers the challenge, and keeps it out of the transcript", () => {
    const challenge = "<1896.697170952@postoffice.example.com>";
    const digest = createHmac("md5", password).update(challenge).digest("hex");
    const result = play(
      offering(
        "CRAM-MD5 PLAIN",
        ...["C: AUTH CRAM-MD5", `S: 334 ${base64(challenge)}`, `C: ${base64(`alice@example.com ${digest}`)}`],
        ...["S: 235 ok", ...envelope],
      ),
      { signIn: "encrypted-password" },
    );
    expect(result).toMatchObject({ outcome: { kind: "accepted" } });
    expect(JSON.stringify(result)).not.toContain(digest);
    expect(JSON.stringify(result)).not.toContain(base64(challenge));
  });

  it("answers a challenge that comes in two lines as one", () => {
    const challenge = "<1896.697170952@postoffice.example.com>";
    const digest = createHmac("md5", password).update(challenge).digest("hex");
    const [first, second] = [base64(challenge).slice(0, 20), base64(challenge).slice(20)];
    const result = play(
      offering(
        "CRAM-MD5",
        ...["C: AUTH CRAM-MD5", `S: 334-${first}`, `S: 334 ${second}`],
        ...[`C: ${base64(`alice@example.com ${digest}`)}`, "S: 235 ok", ...envelope],
      ),
      { signIn: "encrypted-password" },
    );
    expect(result).toMatchObject({ outcome: { kind: "accepted" } });
  });

  it("welcomed before the challenge proves nothing", () => {
    const result = play(offering("CRAM-MD5", "C: AUTH CRAM-MD5", "S: 235 ok"), {
      signIn: "encrypted-password",
    });
    expect(result).toMatchObject({ outcome: { kind: "fault", fault: { kind: "malformed" } }, logIns: 0 });
  });

  it("is not replaced by a plain password", () => {
    const result = play(offering("PLAIN LOGIN", ...quit), { signIn: "encrypted-password" });
    expect(result).toMatchObject({
      outcome: { kind: "no-sign-in-offered" },
      logIns: 0,
    });
  });
});

describe("XOAUTH2", () => {
  const message = base64("user=alice@example.com\x01auth=Bearer ya29.t0ken\x01\x01");
  const withToken = { signIn: "oauth2", credentials: token } as const;

  it("sends the token with the command", () => {
    const result = play(
      offering("XOAUTH2", `C: AUTH XOAUTH2 ${message}`, "S: 235 ok", ...envelope),
      withToken,
    );
    expect(result).toMatchObject({ outcome: { kind: "accepted" }, logIns: 1 });
    expect(JSON.stringify(result)).not.toContain("ya29.t0ken");
  });

  it("sends it again where the server ignores what comes with the command", () => {
    const result = play(
      offering("XOAUTH2", `C: AUTH XOAUTH2 ${message}`, "S: 334 ", `C: ${message}`, "S: 235 ok", ...envelope),
      withToken,
    );
    expect(result).toMatchObject({ outcome: { kind: "accepted" }, logIns: 1 });
    expect(JSON.stringify(result)).not.toContain(message);
  });

  it("fetches the reason and the final reply also then, and ends there", () => {
    const reason = base64('{"status":"401","schemes":"Bearer"}');
    const result = play(
      offering(
        "XOAUTH2",
        `C: AUTH XOAUTH2 ${message}`,
        "S: 334 ",
        `C: ${message}`,
        `S: 334 ${reason}`,
        "C: ",
        "S: 535 5.7.8 no",
        ...quit,
      ),
      withToken,
    );
    expect(result).toMatchObject({ outcome: { kind: "refused", code: 535 }, logIns: 1 });
  });

  it("fetches the final reply after the server's reason", () => {
    const result = play(
      offering(
        "XOAUTH2",
        `C: AUTH XOAUTH2 ${message}`,
        `S: 334 ${base64('{"status":"400"}')}`,
        "C: ",
        "S: 535 5.7.8 no",
        ...quit,
      ),
      withToken,
    );
    expect(result).toMatchObject({ outcome: { kind: "refused", code: 535 }, logIns: 1 });
  });
});
