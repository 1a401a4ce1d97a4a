// The translator's tool: where a translation stands, how it is written, what ships, and what a machine finds wrong with it.

import { describe, expect, it } from "vitest";
import { faultsOf } from "../../src/build/text-faults.mjs";
import {
  askedByKey,
  catalogues,
  codeOf,
  inLines,
  keysOfOthers,
  shippedTexts,
  stampOf,
  standingOf,
  textsAt,
  translationOf,
} from "../../src/build/translation.mjs";
import { translatedTexts } from "../../src/ui/kit/translated.js";

const english = {
  name: { message: "Relay Doctor" },
  why: {
    message: "$HOST$ refused it.",
    description: "Under a title.",
    placeholders: { host: { content: "$1", example: "mail.example.com" } },
  },
  done: { message: "Press $TB_OK$.", placeholders: { tb_ok: { content: "[[ok]]", example: "OK" } } },
};

const names = {
  extension_name: { message: "Relay Doctor for Thunderbird" },
  label: { message: "$TB_OK$", placeholders: { tb_ok: { content: "[[ok]]" } } },
};

describe("a translation", () => {
  const made = translationOf(english, {}, { why: "$HOST$ lehnte ab." });

  it("is stamped with the English text it was made from, and has what is the same in every language", () => {
    expect(made).toEqual({
      name: { message: "Relay Doctor", description: stampOf(english.name) },
      why: { message: "$HOST$ lehnte ab.", description: stampOf(english.why) },
    });
  });

  it("knows what is missing, superfluous, and changed since", () => {
    const today = { ...english, why: { message: "$HOST$ did not take it." } };
    const standing = standingOf(today, { ...made, gone: { message: "weg" } });
    expect(standing).toEqual({ missing: ["done"], superfluous: ["gone"], changed: ["why"] });
  });

  it("is kept where nothing new was written, and stays changed", () => {
    const today = { ...english, why: { message: "$HOST$ did not take it." } };
    const kept = translationOf(today, { ...made, gone: { message: "weg" } }, { done: "$TB_OK$ drücken." });
    expect(Object.keys(kept)).toEqual(["name", "why", "done"]);
    expect(standingOf(today, kept).changed).toEqual(["why"]);
  });

  it("ships without descriptions, with the placeholders of the English text", () => {
    const texts = { ...made, done: { message: "$TB_OK$ drücken." } };
    expect(shippedTexts("de", english, texts)).toEqual({
      texts_language: { message: "de" },
      why: { message: "$1 lehnte ab." },
      done: { message: "[[ok]] drücken." },
    });
  });

  it("leaves to the English texts what is the same there, and to another edition what only that one says", () => {
    expect(Object.keys(shippedTexts("de", english, made, new Set(["why"])))).toEqual(["texts_language"]);
    expect(Object.keys(shippedTexts("de", names, names))).toEqual(["texts_language", "extension_name"]);
    expect(Object.keys(shippedTexts("en", english, english))).toEqual([
      "texts_language",
      "name",
      "why",
      "done",
    ]);
  });
});

it("a translation is packed in lines, in the order of the English file, but for what is asked for by its key", () => {
  const askedFor = askedByKey('{"name": "__MSG_name__"} messenger.i18n.getMessage("title")');
  const original = {
    name: { message: "N" },
    why: { message: "$1 why" },
    title: { message: "T" },
    done: { message: "D" },
  };
  const texts = { done: { message: "[[ok]] d" }, name: { message: "n" }, title: { message: "t" } };
  const packed = inLines(original, texts, askedFor);
  expect(packed).toEqual({
    name: { message: "n" },
    title: { message: "t" },
    texts: { message: "\n\n\n[[ok]] d" },
  });
  expect(translatedTexts(original, packed["texts"]?.message ?? "")).toEqual({
    done: { message: "[[ok]] d" },
  });
  expect(() => inLines(original, { why: { message: "one\ntwo" } }, askedFor)).toThrow("more than one line");
});

it("a text is another edition's where only that one names it; what nobody names whole is everybody's", () => {
  const everywhere = ['{"name":"__MSG_name__"}', 'text("done"), text(`why_${reason}`)'];
  const three = { name: { message: "" }, done: { message: "" }, why_spam: { message: "" } };
  const of = (index: number): readonly string[] => [
    ...keysOfOthers(three, everywhere[index] ?? "", everywhere),
  ];
  expect([of(0), of(1)]).toEqual([["done"], ["name"]]);
});

it("every text has a code of its own", () => {
  const keys = catalogues.flatMap(({ path }) => Object.keys(textsAt(path("en"))));
  expect(new Set(keys.map(codeOf)).size).toBe(keys.length);
});

const sent = "All $COUNT$ messages will be sent.";

it.each([
  ["de", "$HOST$ refused it.", "Der Server lehnte ab.", "$HOST$ is missing"],
  ["de", "It refused.", "$HOST$ lehnte ab.", "$HOST$ is not in the English text"],
  ["de", "It refused the message again.", "It refused the message again.", "is still English"],
  ["de", "Press the button.", "Drücken Sie the Knopf.", '"the" is English'],
  ["de", "Choose “Yes”.", "Wählen Sie “Ja”.", "” is no quotation mark"],
  ["de", "Choose “Yes”.", 'Wählen Sie "Ja".', "straight quotation marks"],
  ["de", "Choose “Yes”.", "Wählen Sie „Ja.", "do not pair"],
  ["de", "Trying…", "Versuch...", "three dots"],
  ["de", "It refused:", "Es lehnte ab.", 'does not end in ":"'],
  ["de", "On port 587.", "Auf Port 578.", '"587" is missing'],
  ["de", "Let Relay Doctor check.", "Lassen Sie prüfen.", '"Relay Doctor" is missing'],
  ["ru", "It refused.", "Oн отказал.", "two scripts in one word"],
  ["ru", "It refused.", "Сервер refused.", '"refused" is left in Latin letters'],
  ["pl", "It refused.", "Odmówiłо.", "signs of another script: о"],
  ["zh_TW", "Settings", "设置", "the other Chinese script"],
  ["ru", sent, "Все $COUNT$ сообщений будут отправлены.", "stands before a word"],
  ["ru", sent, "$COUNT$ {$COUNT$|few:письма|other:письма}.", 'has no form for "many"'],
  ["ru", sent, "$COUNT$ {one:письмо}.", "a plural is written"],
])("%s: “%s” as “%s”", (language, original, translated, fault) => {
  expect(faultsOf(language, { message: original }, translated).join("; ")).toContain(fault);
});

it.each([
  ["de", "Press “$TB_OK$”.", "Klicken Sie auf „$TB_OK$“."],
  ["fi", "Press “OK”.", "Valitse ”OK”."],
  ["nl", "Press “OK”.", "Druk op ‘OK’ in foto’s."],
  ["ru", sent, "Сообщения будут отправлены вместе: $COUNT$."],
  ["ru", sent, "$COUNT$ {$COUNT$|one:письмо|few:письма|many:писем|other:письма} вместе."],
  ["ja", sent, "$COUNT$ 件のメッセージをまとめて送信します。"],
  ["de", sent, "Alle $COUNT$ Nachrichten werden gesendet."],
  ["el", "Port?", "Θύρα;"],
])("%s: nothing is wrong with “%s” as “%s”", (language, original, translated) => {
  expect(faultsOf(language, { message: original }, translated)).toEqual([]);
});
