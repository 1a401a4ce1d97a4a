// Words that depend on a number.

import { describe, expect, it } from "vitest";
import { createTexts } from "../../src/ui/kit/i18n.js";
import { messageIn } from "../../src/ui/kit/messages.js";
import { createFakeHost } from "./fake-host.js";

const inLanguage = (locale: string, message: string, direction: "ltr" | "rtl" = "ltr") => {
  const messages = { ui_unsent: { message, placeholders: { count: { content: "$1" } } } };
  const texts = createTexts({ ...createFakeHost(messages, () => undefined, direction), locale });
  return (count: string): string => texts.text("ui_unsent", count);
};

describe("a word after a number", () => {
  const russian = inLanguage(
    "ru",
    "$COUNT$ {$COUNT$|one:сообщение|few:сообщения|many:сообщений|other:сообщения}",
  );

  it.each([
    ["21", "21 сообщение"],
    ["3", "3 сообщения"],
    ["5", "5 сообщений"],
    ["11", "11 сообщений"],
  ])("%s in Russian", (count, expected) => {
    expect(russian(count)).toBe(expected);
  });

  it("falls back on the form for all others", () => {
    expect(inLanguage("ru", "$COUNT$ {$COUNT$|other:сообщ.}")("3")).toBe("3 сообщ.");
  });

  it("is found inside the marks that isolate a number from right-to-left words", () => {
    expect(inLanguage("ar", "{$COUNT$|two:حسابان|few:حسابات|other:حساب}", "rtl")("3")).toBe("حسابات");
  });
});

it("a text is filled as it ships, too", () => {
  const shipped = { ui_tried_place: { message: "$1, port $2, $3" } };
  expect(messageIn(shipped, "ui_tried_place", ["a.test", "587", "TLS"])).toBe("a.test, port 587, TLS");
});

it("braces in somebody else's words stay", () => {
  expect(inLanguage("en", "In $COUNT$.")("{3|one:a|other:b}")).toBe("In {3|one:a|other:b}.");
});
