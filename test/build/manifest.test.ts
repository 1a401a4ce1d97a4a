// The merge that makes an edition's manifest out of the base and its patch (RFC 7396, with one addition).

import { expect, it } from "vitest";
import { mergePatch, ofProject } from "../../src/build/manifest.mjs";

it("lays the patch over the base and keeps what it does not name", () => {
  expect(mergePatch({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: 9 } })).toEqual({ a: { b: 9, c: 2 }, d: 3 });
});

it("removes what the patch gives as null", () => {
  expect(mergePatch({ a: 1, b: { c: 2, d: 3 } }, { a: null, b: { c: null } })).toEqual({ b: { d: 3 } });
});

it("replaces a list, or adds to it where the key ends in a plus", () => {
  expect(mergePatch({ list: ["a"] }, { list: ["b"] })).toEqual({ list: ["b"] });
  expect(mergePatch({ list: ["a"] }, { "list+": ["b"] })).toEqual({ list: ["a", "b"] });
  expect(mergePatch({}, { "list+": ["b"] })).toEqual({ list: ["b"] });
});

it("leaves the base as it was", () => {
  const base = { a: { b: 1 } };
  mergePatch(base, { a: { b: 2 } });
  expect(base).toEqual({ a: { b: 1 } });
});

it("shows the home page once there is one, and never a reserved name", () => {
  const project = { version: "1.2.3", author: "somebody" };
  expect(ofProject({}, { ...project, homepage: "https://github.com/somebody/relay-doctor" }, false)).toEqual({
    ...project,
    homepage_url: "https://github.com/somebody/relay-doctor",
  });
  expect(ofProject({}, { ...project, homepage: "https://relay-doctor.example" }, false)).toEqual(project);
});
