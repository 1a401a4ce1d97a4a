// RFC 3463 codes are found in real replies and not in addresses or versions.

import { expect, it } from "vitest";
import { parseEnhancedCode } from "../../../src/engine/replies/enhanced-code.js";

it.each([
  ["550 5.7.1 Relaying denied", { class: 5, subject: 7, detail: 1 }],
  ["550-5.7.139 Authentication unsuccessful", { class: 5, subject: 7, detail: 139 }],
  ["sorry (#5.5.3)", { class: 5, subject: 5, detail: 3 }],
  ["550 5.7.509 Access denied", { class: 5, subject: 7, detail: 509 }],
  ["5.105.0", { class: 5, subject: 105, detail: 0 }],
  ["4.7.1", { class: 4, subject: 7, detail: 1 }],
] as const)("%s", (text, code) => {
  expect(parseEnhancedCode(text)).toEqual(code);
});

it.each([
  "550 no",
  "host [5.7.1.2]",
  "192.5.7.1",
  "version 15.4.7.1",
  "3.7.1",
  "5.07.1",
  "5.7.01",
  "5.7.1.10",
])("there is none in %s", (text) => {
  expect(parseEnhancedCode(text)).toBeNull();
});
