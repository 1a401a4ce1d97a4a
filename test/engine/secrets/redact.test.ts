import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/engine/replies/catalogue.js";
import { classify } from "../../../src/engine/replies/classify.js";
import { ordinaryWords } from "../../../src/engine/secrets/ordinary-words.js";
import { Redactor } from "../../../src/engine/secrets/redact.js";

const password = 'p&ss "wörd"/1';
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a secret is masked", () => {
  it.each([
    ["as it is", `wrong: ${password}!`],
    ["in capitals", `WRONG: ${password.toUpperCase()}!`],
    ["in base 64", base64(password)],
    ["in base 64 without padding", base64(password).replace(/=+$/, "")],
    ["in the log-in that carried it", base64(`\0alice@example.test\0${password}`)],
    ["one octet further in the log-in", base64(`\0malice@example.test\0${password}`)],
    ["two octets further in the log-in", base64(`\0mmalice@example.test\0${password}`)],
    ["in base 64 for URLs", Buffer.from(`??>${password}`).toString("base64url")],
    ["in a URL", `https://x.test/?p=${encodeURIComponent(password)}`],
    ["in HTML", "p&amp;ss &quot;wörd&quot;/1"],
    ["in HTML by numbers", "p&#38;ss &#34;wörd&#34;/1"],
    ["in JSON", JSON.stringify(password)],
    ["in hexadecimal", Buffer.from(password).toString("hex").toUpperCase()],
    ["read as another charset", Buffer.from(password).toString("latin1")],
    // Thunderbird itself signs in with one octet for "ö".
    ["said in one octet a character, in base 64", Buffer.from(password, "latin1").toString("base64")],
    ["said so, in a URL", "p%26ss%20%22w%F6rd%22%2F1"],
    ["said so, read as UTF-8", 'p&ss "w\uFFFDrd"/1'],
    ["said in UTF-8, read as ASCII", 'p&ss "w??rd"/1'],
  ])("%s", (_, text) => {
    const shown = new Redactor([password]).text(text);
    expect(shown).toContain("***");
    expect(shown).not.toMatch(/wörd|ss "|cCZzcy|wrZyZC/i);
  });

  it.each([
    ["that overlap", "x alice-Secret-1234567! y", "x ***! y"],
    ["one inside another", "x alice-Secret, sorry, ce-Sec y", "x ***, sorry, *** y"],
    ["after another that stands alone", "ce-Sec alice-Secret-1234567.", "*** ***."],
    ["one after the other", "ce-Secalice-Secretce-Sec.", "*********."],
  ])("several %s, as one, and nothing beside them", (_, text, shown) => {
    expect(new Redactor(["alice-Secret", "Secret-1234567", "ce-Sec"]).text(text)).toBe(shown);
  });

  it("where it begins in one line and ends in the next", () => {
    expect(new Redactor(["alice-Secret-1"]).lines(["wrong: alice-", "Secret-1, sorry"])).toEqual([
      "wrong: ***",
      "***, sorry",
    ]);
  });

  it("in a line and the next of a transcript, behind the codes of each", () => {
    const transcript = [
      "C: AUTH PLAIN ***",
      "S: 535-5.7.8 and in two lines alice-Se",
      "S: 535 5.7.8 cret-1.",
    ];
    expect(new Redactor(["alice-Secret-1"]).transcript(transcript)).toEqual([
      "C: AUTH PLAIN ***",
      "S: 535-5.7.8 and in two lines ***",
      "S: 535 5.7.8 ***.",
    ]);
  });
});

it("a token is masked though nobody told of it", () => {
  expect(new Redactor().text("535 bad Bearer ya29.a0AfB_byC-0123456789, sorry")).toBe("535 bad ***, sorry");
});

describe("a whole log-in is masked though nobody told of the password", () => {
  it.each([
    ["AUTH PLAIN", base64("\0alice@example.test\0abc")],
    ["AUTH PLAIN with an authorization identity", base64("alice\0alice@example.test\0abc")],
    ["AUTH PLAIN without padding", base64("\0alice@example.test\0ab").replace(/=+$/, "")],
    ["XOAUTH2", base64("user=alice@example.test\x01auth=Bearer short\x01\x01")],
  ])("%s", (_, said) => {
    expect(new Redactor().text(`535 you said ${said}, sorry`)).toBe("535 you said ***, sorry");
    expect(new Redactor().lines([`you said ${said}`, "sorry"])).toEqual(["you said ***", "sorry"]);
  });
});

it("what holds none stays as it is, to the letter", () => {
  const redactor = new Redactor(["alice-Secret-1", "abc"]);
  const text = "550 5.7.1 alice may not relay abc 1pyEnR-00000000Ad2-2w3X VXNlcm5hbWU6 QUJDREVGR0hJSktMTU5P";
  expect(redactor.text(text)).toBe(text);
  expect(redactor.lines([text, ""])).toEqual([text, ""]);
  expect(new Redactor().text(text)).toBe(text);
});

it("whatever stands around it, and whatever it is made of", () => {
  // What may be a word is not masked within another one (below).
  const secret = fc
    .string({ unit: "binary", minLength: 6, maxLength: 20 })
    .filter((one) => !/^[\p{L} ]+$/u.test(one));
  const around = fc.string({ unit: "binary", maxLength: 12 });
  fc.assert(
    fc.property(secret, around, around, (hidden, before, after) => {
      const redactor = new Redactor([hidden]);
      expect(redactor.text(before + hidden + after)).toContain("***");
      const login = Buffer.concat([Buffer.from(before), Buffer.from(hidden), Buffer.from(after)]);
      expect(redactor.text(login.toString("base64"))).toContain("***");
      const shown = redactor.lines([before + hidden.slice(0, 3), hidden.slice(3) + after]);
      expect(shown.join("")).toContain("***");
      const said = [`S: 535-5.7.8 ${before}${hidden.slice(0, 3)}`, `S: 535 5.7.8 ${hidden.slice(3)}${after}`];
      expect(redactor.transcript(said).join("")).toContain("***");
    }),
    { numRuns: 300 },
  );
});

it.each(["aB3x", "aB3x9", "q7-x"])("a short one, of four or five characters: %s", (secret) => {
  expect(new Redactor([secret]).text(`535 wrong: ${secret}, sorry`)).toBe("535 wrong: ***, sorry");
  expect(new Redactor([secret]).lines([`wrong: ${secret}`])).toEqual(["wrong: ***"]);
});

describe("a password that is an ordinary word", () => {
  const said = catalogue as readonly { readonly said?: string; readonly means: string }[];
  const sentences = said.map((phrase) => phrase.said ?? "");

  it("is there: the check below looks at something", () => {
    expect(sentences.filter((sentence) => sentence.length > 10).length).toBeGreaterThan(400);
  });

  const wordsOf = (sentence: string): readonly string[] =>
    sentence
      .split(/[^\p{L}\p{N}_@.-]+/u)
      .filter((one) => !/[@.]\p{L}|\d/u.test(one))
      .flatMap((one) => one.match(/(?<!\p{L})\p{Lu}?\p{Ll}{3,}(?!\p{L})/gu) ?? []);

  it("leaves what a server says to be understood", () => {
    const means = (text: string) => {
      const { reason, subReason } = classify({ text, kind: "smtp-reply" });
      return subReason ?? reason;
    };
    const hidden = sentences.flatMap((sentence) =>
      wordsOf(sentence)
        .map((word) => ({ word, shown: new Redactor([word]).text(sentence) }))
        .filter(({ shown }) => shown !== sentence && means(shown) !== means(sentence))
        .map(({ word }) => `${word} in: ${sentence}`),
    );
    expect(hidden).toEqual([]);
  });

  it("is not told by a gap: what two sentences say, everybody says", () => {
    const all = sentences.map((sentence) => new Set(wordsOf(sentence.toLowerCase())));
    const told = [...new Set(all.flatMap((words) => [...words]))].filter(
      (word) => all.filter((words) => words.has(word)).length > 1 && !ordinaryWords.has(word),
    );
    expect(told).toEqual([]);
  });

  it.each([
    ["relay", "550 relay not permitted"],
    ["Relay", "550 5.7.1 RELAY not permitted, relaying denied"],
    ["hosting", "see https://www.hosting.test/relay and smtp.hosting.test"],
    ["strato", "use smtp.strato.test, or mail-strato.test, for alice@strato.test"],
    ["access denied", "550 relay access denied"],
  ])("%s stays in: %s", (secret, text) => {
    expect(new Redactor([secret]).text(text)).toBe(text);
    expect(new Redactor([secret]).lines([text, text])).toEqual([text, text]);
  });

  it.each([
    ["relay", "535 wrong password: relay", "535 wrong password: ***"],
    ["relay", "535 pass=relay, relay denied", "535 pass=***, relay denied"],
    ["relay", "535 alice@example.test/relay, wrong", "535 alice@example.test/***, wrong"],
    ["sunshine", "535 you said sunshine, not that", "535 you said ***, not that"],
    ["Sunshine", "535 sunshine", "535 ***"],
  ])("%s is masked where a log-in is repeated: %s", (secret, text, shown) => {
    expect(new Redactor([secret]).text(text)).toBe(shown);
    expect(new Redactor([secret]).lines([text])).toEqual([shown]);
  });

  it("is masked in base 64, and in a whole log-in", () => {
    const login = Buffer.from("\0alice@example.test\0relay").toString("base64");
    expect(new Redactor(["relay"]).text(`535 ${login}`)).toMatch(/^535 [\w+/]*\*\*\*[\w+/]{0,2}=*$/);
    expect(new Redactor(["sunshine"]).text(Buffer.from("sunshine").toString("base64"))).toContain("***");
  });

  it("is masked where it begins in one line and ends in the next", () => {
    expect(new Redactor(["sunshine"]).lines(["you said suns", "hine"])).toEqual(["you said ***", "***"]);
  });
});

describe("places that overlap", () => {
  it("are one gap: of two secrets, of a log-in's word in a secret, of one that goes on in the next line", () => {
    const both = new Redactor(["alice-Secret-1", "Secret-1-more"]);
    expect(both.text("wrong: alice-Secret-1-more!")).toMatch(/^wrong: \*\*\*(?:-more)?!$/);
    expect(new Redactor(["Hunter", "x9-Hunter-7"]).text("wrong: x9-Hunter-7, sorry")).toBe(
      "wrong: ***, sorry",
    );
    const lines = new Redactor(["Hunter", "Hunter-and-more-7"]).lines([
      "wrong: Hunter-and",
      "-more-7, sorry",
    ]);
    expect(lines).toEqual(["wrong: ***", "***, sorry"]);
  });

  it("side by side are two", () => {
    expect(new Redactor(["aB3x9", "q7-xY"]).text("aB3x9q7-xY")).toBe("******");
  });
});

it("in base 64 for URLs, with both of its signs, nobody having told of the password", () => {
  const said = Buffer.from("\0al?>ce@example.test\0???>>>???").toString("base64url");
  expect(said).toMatch(/[-_]/);
  expect(new Redactor().text(`535 you said ${said}, sorry`)).toBe("535 you said ***, sorry");
  const inside = Buffer.from("\0m\0???>>>???").toString("base64url");
  expect(inside).toMatch(/_/);
  expect(new Redactor(["???>>>???"]).text(`535 ${inside.slice(4)}, sorry`)).toBe("535 ***, sorry");
});
