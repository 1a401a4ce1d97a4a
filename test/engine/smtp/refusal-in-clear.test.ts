import { expect, it } from "vitest";
import { patience } from "../../../src/engine/smtp/limits.js";
import { refusalInClear } from "../../../src/engine/smtp/refusal-in-clear.js";
import { playTranscript } from "../../fakes/play-transcript.js";

const busy = "421 Too many concurrent SMTP connections; please try again later.";

it("hears in clear why the handshake failed", () => {
  const { result, left } = playTranscript(refusalInClear(patience), [`S: ${busy}`, "C: QUIT"]);
  expect(result).toMatchObject({ kind: "refused", stage: "greeting", code: 421 });
  expect(left).toEqual([]);
});

it.each([
  ["a server that speaks no TLS on this port: that is not a refusal", ["S: 220 mail.example.test ESMTP"]],
  [
    "a server that is busy no more, and waits for TLS",
    ["connected", "fault timeout", "C: QUIT", "C: ", "fault closed"],
  ],
  ["a server that hangs up", ["connected", "fault closed"]],
  ["a port that is closed", ["fault refused"]],
])("%s", (_name, script) => {
  expect(playTranscript(refusalInClear(patience), script).result).toBeNull();
});
