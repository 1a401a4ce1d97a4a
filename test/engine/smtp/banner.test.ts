import { describe, expect, it } from "vitest";
import { recognisePeer } from "../../../src/engine/smtp/banner.js";
import { encodeText } from "../../../src/engine/octets/text.js";

describe("the first octets", () => {
  it.each([
    ["HTTP/1.1 400 Bad Request\r\n", "http"],
    ["<!DOCTYPE html><html>", "http"],
    ["* OK [CAPABILITY IMAP4rev1 STARTTLS] Dovecot ready.\r\n", "imap"],
    ["* BYE too many connections\r\n", "imap"],
    ["+OK Dovecot ready.\r\n", "pop3"],
    ["-ERR locked\r\n", "pop3"],
    ["SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n", "ssh"],
    ["220 ProFTPD Server (Debian) [::ffff:192.0.2.1]\r\n", "ftp"],
    ["220 (vsFTPd 3.0.5)\r\n", "ftp"],
    ["220-FileZilla Server 1.8.1\r\n", "ftp"],
    ["220 Microsoft FTP Service\r\n", "ftp"],
    ["200 news.example.com InterNetNews NNRP server ready (posting ok)\r\n", "nntp"],
  ])("%j are of %s", (text, peer) => {
    expect(recognisePeer(encodeText(text))).toBe(peer);
  });

  it.each([
    "220 mail.example.com ESMTP Postfix\r\n",
    "220 ftp.example.com ESMTP Postfix\r\n",
    "220 sftp.example.com SMTP FTP server\r\n",
    "554 no\r\n",
    "",
    "hello",
    "2",
  ])("%j are no other service's", (text) => {
    expect(recognisePeer(encodeText(text))).toBeNull();
  });

  it("are TLS where they are a TLS record", () => {
    expect(recognisePeer(Uint8Array.of(0x15, 0x03, 0x03, 0, 2, 2, 0x46))).toBe("tls");
  });

  it("are judged in no time, however they are made", () => {
    const began = performance.now();
    recognisePeer(encodeText(`220 ${"ftp ".repeat(100_000)}`));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
