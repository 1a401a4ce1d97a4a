import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/engine/replies/catalogue.js";
import { withoutAnswers } from "../../../src/engine/secrets/without-answers.js";

/** "anna@firma.test" and "Secret!23". */
const name = "YW5uYUBmaXJtYS50ZXN0";
const password = "U2VjcmV0ITIz";
const refused = "535 5.7.8 Error: authentication failed";

describe("a log of an SMTP dialogue", () => {
  it.each([
    ["plain", `AUTH LOGIN\n334 VXNlcm5hbWU6\n${name}\n334 UGFzc3dvcmQ6\n${password}\n${refused}`],
    [
      "swaks",
      ` -> AUTH LOGIN\n<-  334 VXNlcm5hbWU6\n -> ${name}\n<-  334 UGFzc3dvcmQ6\n -> ${password}\n<** ${refused}`,
    ],
    ["msmtp", `--> AUTH LOGIN ${name}\n<-- 334 UGFzc3dvcmQ6\n--> ${password}\n<-- ${refused}`],
    [
      "smtplib",
      `send: 'AUTH LOGIN ${name}\\r\\n'\nreply: b'334 UGFzc3dvcmQ6\\r\\n'\nreply: retcode (334); Msg: b'UGFzc3dvcmQ6'\nsend: '${password}\\r\\n'\nreply: b'${refused}\\r\\n'`,
    ],
    [
      "PHPMailer",
      `SERVER -> CLIENT: 334 UGFzc3dvcmQ6\nCLIENT -> SERVER: ${password}\nSERVER -> CLIENT: ${refused}`,
    ],
    ["CRAM-MD5", `AUTH CRAM-MD5\n334 PDE4OTYuNjk3QG14PgA=\n${password}\n${refused}`],
    ["PLAIN", `AUTH PLAIN ${password}\n${refused}`],
    ["curl", `> AUTH PLAIN\r\n< 334 \r\n> ${password}\r\n< ${refused}`],
    ["PLAIN by hand", `auth plain\n334\n${password}\n${refused}`],
    ["with blank lines", `334 UGFzc3dvcmQ6\r\n\r\n${password}\r\n${refused}`],
  ])("loses name and password, and keeps the reply: %s", (_, log) => {
    const shown = withoutAnswers(log);
    expect(shown).not.toContain(name);
    expect(shown).not.toContain(password);
    expect(shown).toContain(refused);
  });

  it.each([
    "550 5.7.1 relay not permitted",
    "Authentication required\n334 Main Street\nAnnaAnna",
    "535 Authentication failed, see note 334\nAnnaAnna",
    "250-AUTH LOGIN PLAIN\n250 OK",
    "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
    "503 Error: send AUTH command first",
    "530 SMTP AUTH not available here",
    "535 AUTH LOGIN failed",
  ])("is left as it is where there is none: %s", (text) => {
    expect(withoutAnswers(text)).toBe(text);
  });

  it("keeps every sentence that servers are known to say", () => {
    const said = (catalogue as readonly { readonly said?: string }[]).flatMap((phrase) => phrase.said ?? []);
    expect(said.length).toBeGreaterThan(400);
    expect(said.filter((sentence) => withoutAnswers(sentence) !== sentence)).toEqual([]);
  });
});
