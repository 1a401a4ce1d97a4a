// The choice of alerts in the languages whose sentences are brought along.

import { describe, expect, it } from "vitest";
import known from "../../../src/adapters/alert-sentences.json" with { type: "json" };
import { alertWords } from "../../../src/engine/replies/alert-words.js";

it("quotes an alert as far as the server's words, or its first sentence", () => {
  expect(alertWords(known.languages.de)).toEqual({
    relay: "Fehler beim Senden der Nachricht: Der Mail-Server antwortete:",
    "sign-in-required": "Fehler beim Senden der Nachricht. Der Mail-Server antwortete:",
    "sign-in-failed": "Der Postausgangs-Server (SMTP) … kann nicht authentifiziert werden",
    unreachable:
      "Die Nachricht konnte nicht gesendet werden, weil der Verbindungsaufbau mit dem SMTP-Server … fehlgeschlagen ist",
    timeout:
      "Die Nachricht konnte nicht gesendet werden, weil die Verbindung mit dem SMTP-Server … ihre Ablaufzeit (Timeout) überschritten hat",
  });
});

it("knows no words where the sentences are not at hand", () => {
  expect(alertWords({})).toEqual({});
});

const { en } = known.languages;

describe.each(Object.entries(known.languages))("in %s", (_, own) => {
  const sentences = { ...en, ...own };
  const words = Object.entries(alertWords(sentences));

  it("every alert has words that tell it from the others", () => {
    expect(words).toHaveLength(5);
    expect(new Set(words.map(([, said]) => said)).size).toBeGreaterThanOrEqual(4);
  });

  it.each(words)("%s: two lines, no placeholder", (_alert, said) => {
    expect(said.length).toBeGreaterThan(5);
    expect(said.length).toBeLessThanOrEqual(142);
    expect(said).not.toMatch(/%/);
  });
});
