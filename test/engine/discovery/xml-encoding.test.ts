// The encoding of an XML file from its first octets.

import { expect, it } from "vitest";
import { xmlEncoding } from "../../../src/engine/discovery/xml-encoding.js";

const octets = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

it.each([
  ["nothing", "", "utf-8"],
  ["a UTF-8 byte order mark", "\xEF\xBB\xBF<a/>", "utf-8"],
  ["a UTF-16 mark, big end first", "\xFE\xFF\x00<", "utf-16be"],
  ["a UTF-16 mark, little end first", "\xFF\xFE<\x00", "utf-16le"],
  ["UTF-16 without a mark", "<\x00?\x00", "utf-16le"],
  ["UTF-16 without a mark, big end first", "\x00<\x00?", "utf-16be"],
  ["half a mark, big end first", "\xFE<", "utf-8"],
  ["the other half of it", "<\xFF", "utf-8"],
  ["a first octet of nothing", "\x00a", "utf-8"],
  ["half a mark, little end first", "\xFF<", "utf-8"],
  ["an encoding named in something else", `<?xml version="1.0" myencoding="KOI8-R"?>`, "utf-8"],
  ["no declaration", "<clientConfig/>", "utf-8"],
  ["a declaration without encoding", `<?xml version="1.0"?>`, "utf-8"],
  ["a declared encoding", `<?xml version="1.0" encoding="ISO-8859-1"?>`, "iso-8859-1"],
  ["one in single quotes with spaces", "<?xml version='1.0' encoding = 'Shift_JIS' ?>", "shift_jis"],
  ["UTF-16 declared in ASCII", `<?xml version="1.0" encoding="UTF-16"?>`, "utf-8"],
  ["a declaration that is not at the start", ` <?xml version="1.0" encoding="KOI8-R"?>`, "utf-8"],
])("%s", (_, text, encoding) => {
  expect(xmlEncoding(octets(text))).toBe(encoding);
});
