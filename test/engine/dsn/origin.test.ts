// Where a mail came from, by what the delivering server has written itself.

import { expect, it } from "vitest";
import { originOf } from "../../../src/engine/dsn/origin.js";

it.each([
  ["nothing", [], { kind: "unknown" }],
  ["a line that names no server", ["from somewhere"], { kind: "outside", name: null }],
  [
    "Exim, which looked the name up",
    ["from mx.other.test ([192.0.2.1] helo=x) by mail.example.test with esmtp (Exim 4.96) id 1; now"],
    { kind: "outside", name: "mx.other.test" },
  ],
  [
    "Exim, which was only told it",
    ["from mx.other.test (helo=x) by mail.example.test with esmtp (Exim 4.96) id 1; now"],
    { kind: "outside", name: null },
  ],
  [
    "another, which writes like Exim",
    ["from mx.other.test ([192.0.2.1]) by mail.example.test with esmtp id 1; now"],
    { kind: "outside", name: null },
  ],
  [
    "Postfix, which found no name",
    ["from mx.other.test (unknown [192.0.2.1]) by mail.example.test (Postfix) with ESMTP id 1; now"],
    { kind: "outside", name: null },
  ],
  [
    "an address of its own far behind what it says of whom it had it from",
    [`from mx.other.test by mail.example.test with ESMTP ${"x".repeat(400)} [127.0.0.1]`],
    { kind: "outside", name: null },
  ],
  [
    "the server itself",
    ["by MAIL.example.test (Postfix) id 1; now"],
    { kind: "delivering-server", server: "mail.example.test" },
  ],
])("%s", (_, received, origin) => {
  expect(originOf({ received })).toEqual(origin);
});

it("a mail without Received lines tells nothing", () => {
  expect(originOf({})).toEqual({ kind: "unknown" });
});
