import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cramMd5Response } from "../../../src/engine/smtp/cram-md5.js";
import { hmacMd5, md5 } from "../../../src/engine/smtp/md5.js";
import { encodeText } from "../../../src/engine/octets/text.js";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("MD5", () => {
  // RFC 1321 §A.5
  it.each([
    ["", "d41d8cd98f00b204e9800998ecf8427e"],
    ["a", "0cc175b9c0f1b6a831c399e269772661"],
    ["abc", "900150983cd24fb0d6963f7d28e17f72"],
    ["message digest", "f96b697d7cb7938d525a2f31aaf161d0"],
    ["abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"],
    ["1234567890".repeat(8), "57edf4a22be3c955ac49da2e2107b67a"],
  ])("of %j", (text, digest) => {
    expect(hex(md5(encodeText(text)))).toBe(digest);
  });

  it("is the platform's for any length, also with a key", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (message, key) => {
        expect(hex(md5(message))).toBe(createHash("md5").update(message).digest("hex"));
        expect(hex(hmacMd5(key, message))).toBe(createHmac("md5", key).update(message).digest("hex"));
      }),
    );
  });
});

describe("the answer to a CRAM-MD5 challenge", () => {
  it("is that of RFC 2195 §2", () => {
    const challenge = Buffer.from("<1896.697170952@postoffice.reston.mci.net>").toString("base64");
    expect(cramMd5Response("tim", "tanstaaftanstaaf", challenge)).toBe(
      "dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw",
    );
  });

  it("cancels where the challenge is not base 64", () => {
    expect(cramMd5Response("tim", "tanstaaftanstaaf", "<no>")).toBe("*");
  });
});
