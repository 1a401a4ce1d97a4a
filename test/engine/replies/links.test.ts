import { expect, it } from "vitest";
import { linksIn } from "../../../src/engine/replies/links.js";

it("takes the sentence's own punctuation off a link and gives each once", () => {
  const text = "See https://a.example/x?y=1. Or (http://b.example/z), or https://a.example/x?y=1.";
  expect(linksIn(text)).toEqual(["https://a.example/x?y=1", "http://b.example/z"]);
});

it("takes 300 letters of a link at most", () => {
  expect(linksIn(`see https://${"a".repeat(500)}`)).toEqual([`https://${"a".repeat(300)}`]);
});

it("takes none without a host", () => {
  expect(linksIn("see http:///q. or http://... or https://?x=1")).toEqual([]);
});

it("takes nothing but web links, and only the first few", () => {
  expect(linksIn("javascript:alert(1) file:///etc/passwd mailto:a@example.com")).toEqual([]);
  expect(
    linksIn(Array.from({ length: 99 }, (_, n) => `https://h${String(n)}.example`).join(" ")),
  ).toHaveLength(5);
});
