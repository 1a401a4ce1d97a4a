// Bounces, displayed and arriving: whose account, who refused, and whether the message was the user's at all.

import { describe, expect, it } from "vitest";
import { readCases } from "../../../src/app/case/case-file.js";
import { noteGoneOut } from "../../../src/app/case/gone-out.js";
import { openPage } from "../../../src/app/page/open-page.js";
import { noticeArrivedMails } from "../../../src/app/notice/returned-mail.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import type { Page } from "../../../src/protocol.js";
import type { ReturnedMail } from "../../../src/engine/model/returned-mail.js";
import { thunderbird } from "../profile.js";
import { bounce, seenBounce as seen } from "./bounce.js";

function holding(mail: ReturnedMail): FakeThunderbird {
  const fake = thunderbird();
  fake.mails.set(1, mail);
  return fake;
}

const displayed = (fake: FakeThunderbird): Promise<Page> =>
  openPage(fake.ports, { kind: "message", tabId: 3 });

const one = "Reporting-MTA: dns; mail.other.test\n\nFinal-Recipient: rfc822; carol@elsewhere.test\n";

describe("a displayed bounce", () => {
  it("of another server leaves the settings alone", async () => {
    const { state, cases } = await displayed(holding(bounce));
    expect(state).toBe("settings-fine");
    expect(cases).toMatchObject([
      {
        from: "bob@other.test",
        canSend: false,
        refusal: { code: 550, lines: ["relay not permitted"], recipients: ["carol@elsewhere.test"] },
        reported: {
          found: "returned-mail",
          by: "other-server",
          reportingServer: "mail.other.test",
          refusingServer: "mx.elsewhere.test",
          ownMessage: "yes",
        },
      },
    ]);
  });

  it("of the user's own provider is checked for the account that sent it", async () => {
    const own = bounce.status
      .replace("mx.elsewhere.test", "mx.example.test")
      .replace("relay not permitted", "SMTP AUTH is required for users under this sender domain");
    const fake = holding({
      ...bounce,
      status: own,
      returned: bounce.returned.replaceAll("bob@other.test", "alice@example.test"),
    });
    const { cases } = await displayed(fake);
    expect(cases[0]).toMatchObject({
      from: "alice@example.test",
      reported: { by: "own-server" },
      diagnosis: { classification: { reason: "auth-required" }, conclusion: { kind: "settings-wrong" } },
    });
  });

  it("of a message with a forged sender is said to be just that", async () => {
    const forged = {
      ...bounce,
      headers: {
        received: ["from mx.victim.test (mx.victim.test [192.0.2.5]) by mail.other.test with ESMTP"],
      },
      status: bounce.status.replace("mail.other.test", "mx.victim.test"),
      returned: bounce.returned.replace("by mail.other.test with esmtpsa", "by spam.test"),
    };
    expect((await displayed(holding(forged))).cases[0]).toMatchObject({
      state: "settings-fine",
      reported: { ownMessage: "no" },
    });
    const sentElsewhere = holding(forged);
    sentElsewhere.copies.add("one@other.test");
    expect((await displayed(sentElsewhere)).cases[0]?.reported?.ownMessage).toBe("yes");
  });

  describe("of a message of which there is a copy", () => {
    const reply = "550 SMTP AUTH is required for users under this sender domain";
    const notice = (
      handedOver: string,
      refuser: string,
      more: Partial<ReturnedMail> = {},
    ): FakeThunderbird => {
      const fake = holding({
        ...bounce,
        headers: { received: [handedOver] },
        status: `${one}Action: failed\nRemote-MTA: dns; ${refuser}\nDiagnostic-Code: smtp; ${reply}\n`,
        returned: bounce.returned.replaceAll("bob@other.test", "alice@example.test"),
        ...more,
      });
      fake.copies.add("one@other.test");
      return fake;
    };
    const stranger =
      "from mx.evil.test (mx.evil.test [203.0.113.66]) by mx.example.test (Postfix) with ESMTP id 1; now";

    it.each(["mail.example.test", "mail.other.test", "mx.evil.test"])(
      "changes nothing on a stranger's word that %s had refused it",
      async (refuser) => {
        const fake = notice(stranger, refuser);
        const [view] = (await displayed(fake)).cases;
        const by = refuser === "mail.example.test" ? "unknown" : "other-server";
        expect(view?.reported?.by).toBe(by);
        expect(view?.diagnosis).toMatchObject({
          plan: null,
          conclusion: { kind: "not-enough-evidence", next: { key: "next_only_said" } },
        });
      },
    );

    it("is believed of the user's own provider, over its own server or another of the user's", async () => {
      const handedOver = [
        "from Debian-exim by mail.other.test with local (Exim 4.96) id 1; now",
        "from smtp (mail.example.test [192.0.2.7]) by mail.other.test (Postfix) with ESMTP id 1; now",
      ];
      for (const line of handedOver) {
        expect((await displayed(notice(line, "mx.example.test"))).cases[0]).toMatchObject({
          reported: { by: "own-server", ownMessage: "yes" },
          diagnosis: { conclusion: { kind: "settings-wrong" } },
        });
      }
    });

    it("is none of them itself, by the Message-ID it bears", async () => {
      const fake = notice(stranger, "mx.evil.test", { headerMessageId: "one@other.test" });
      expect((await displayed(fake)).cases[0]?.reported?.ownMessage).toBe("unknown");
    });
  });

  it("of a message whose forger names a server where he had signed in does not make it the user's", async () => {
    const fake = holding({
      ...bounce,
      status: bounce.status.replace("mx.elsewhere.test", "mx.evil.test"),
      returned: bounce.returned.replace("by mail.other.test with esmtpsa", "by mx.evil.test with esmtpsa"),
    });
    const [view] = (await displayed(fake)).cases;
    expect(view?.reported).toMatchObject({ ownMessage: "unknown", by: "other-server" });
    expect(view?.diagnosis?.plan).toBeNull();
  });

  it("that a stranger wrote of a message with a forged sender does not become the user's by naming his server", async () => {
    const fake = holding({
      ...bounce,
      headers: {
        received: ["from mx.evil.test (mx.evil.test [203.0.113.66]) by mail.other.test with ESMTP id 1; now"],
      },
      status: bounce.status
        .replace("mail.other.test", "mx.evil.test")
        .replace("mx.elsewhere.test", "mail.other.test"),
      returned: "Received: from x by spam.test; now\nFrom: bob@other.test\nMessage-ID: <one@other.test>\n",
    });
    expect((await displayed(fake)).cases[0]?.reported).toMatchObject({ ownMessage: "no", by: "unknown" });
  });

  it("without a trace of how it came is believed of a message that was seen going, or kept, and of no other", async () => {
    const chasquid = {
      ...bounce,
      headers: { from: ["postmaster-dsn@other.test"] },
      status: `Reporting-MTA: dns; other.test

Final-Recipient: utf-8; carol@elsewhere.test
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; MAIL+RCPT 550 relay not permitted
`,
    };
    const fake = holding(chasquid);
    expect((await displayed(fake)).cases[0]?.reported).toMatchObject({ ownMessage: "unknown" });
    const kept = holding(chasquid);
    kept.copies.add("one@other.test");
    const seenGoing = holding(chasquid);
    await noteGoneOut(seenGoing.session, "one@other.test");
    for (const known of [kept, seenGoing]) {
      expect((await displayed(known)).cases[0]).toMatchObject({
        state: "settings-fine",
        reported: { ownMessage: "yes", by: "other-server" },
        diagnosis: { plan: null },
      });
    }
    // Nor does it vouch for another sender's message, nor for the notice itself.
    const others = { ...chasquid, returned: bounce.returned.replaceAll("bob@other.test", "eve@evil.test") };
    for (const forged of [others, { ...chasquid, headerMessageId: "one@other.test" }]) {
      const about = holding(forged);
      await noteGoneOut(about.session, "one@other.test");
      expect((await displayed(about)).cases[0]?.reported?.ownMessage).not.toBe("yes");
    }
  });

  it("is judged once: opened again, its case is as it was left", async () => {
    const fake = holding(bounce);
    const first = await displayed(fake);
    fake.time += 60_000;
    expect(await displayed(fake)).toEqual(first);
    expect(((await fake.session.read("cases")) as unknown[]).length).toBe(1);
  });

  const told = (status: string): FakeThunderbird => holding({ ...bounce, status });

  it("that tells of a success is no refusal", async () => {
    const { state, cases } = await displayed(told(`${one}Action: delivered\nStatus: 2.0.0\n`));
    expect(state).toBe("healthy");
    expect(cases).toMatchObject([{ refusal: null, reported: { notice: { event: "delivered" } } }]);
  });

  it("that tells of a delay leaves the settings alone", async () => {
    const { state, cases } = await displayed(
      told(`${one}Action: delayed\nStatus: 4.7.1\nDiagnostic-Code: smtp; 454 4.7.1 Relay access denied\n`),
    );
    expect(state).toBe("settings-fine");
    expect(cases).toMatchObject([
      {
        diagnosis: { classification: { reason: "not-a-client-config-problem" } },
        reported: { notice: { event: "delayed" } },
      },
    ]);
  });

  it.each([
    "535 5.7.8 Authentication failed",
    "530 5.7.0 Must issue a STARTTLS command first",
    "550 relay not permitted",
    "530 5.7.1 Authentication required",
  ])("of the own server itself is no refusal of a sign-in or a connection: %s", async (reply) => {
    const text = `${one}Action: failed\nRemote-MTA: dns; mail.other.test\nDiagnostic-Code: smtp; ${reply}\n`;
    expect((await displayed(told(text))).cases[0]?.diagnosis).toMatchObject({
      conclusion: { kind: "settings-fine" },
      plan: null,
    });
  });

  it("that anybody could have written changes nothing, whatever it says", async () => {
    const reply = "REJECT SMTP AUTH is required for users under this sender domain";
    const forged = holding({
      ...bounce,
      headers: { received: ["from mail.other.test (unknown [192.0.2.66]) by mx.other.test with ESMTP"] },
      status: `${one}Action: failed\nRemote-MTA: dns; mail.other.test\nDiagnostic-Code: smtp; 550 ${reply}\n`,
    });
    await noticeArrivedMails(forged.ports, [seen]);
    expect(forged.badge).toBe(false);
    expect((await displayed(forged)).cases).toMatchObject([
      {
        reported: { ownMessage: "unknown" },
        diagnosis: {
          plan: null,
          conclusion: { kind: "not-enough-evidence", next: { key: "next_only_said" } },
        },
      },
    ]);
  });

  it("keeps nothing of the message that came back", async () => {
    const fake = holding(bounce);
    await displayed(fake);
    expect(JSON.stringify(await fake.session.read("cases"))).not.toMatch(/secret|meet me/);
  });

  it("that tells of no refusal, or no bounce at all, is said to be none", async () => {
    expect(await displayed(thunderbird())).toMatchObject({ cases: [], empty: "no-refusal-in-mail" });
    const none = holding({ ...bounce, status: "", text: "Thank you for your message." });
    expect((await displayed(none)).empty).toBe("no-refusal-in-mail");
  });
});

describe("an arriving bounce", () => {
  it("marks the toolbar button and opens no page; looking takes the mark away", async () => {
    const fake = holding(bounce);
    await noticeArrivedMails(fake.ports, [seen]);
    expect(fake.badge).toBe(true);
    expect(fake.pagesShown).toEqual([]);
    fake.time += 5 * 60 * 60 * 1000;
    const { cases } = await openPage(fake.ports, { kind: "toolbar" });
    expect(cases.map(({ caseId }) => caseId)).toEqual(["mail-bounce1@mail.other.test"]);
    expect(fake.badge).toBe(false);
  });

  it("opened over the mail itself takes the mark away, but for another that has arrived", async () => {
    const fake = holding(bounce);
    fake.mails.set(2, { ...bounce, headerMessageId: "bounce2@mail.other.test" });
    await noticeArrivedMails(fake.ports, [seen, { ...seen, messageId: 2 }]);
    await displayed(fake);
    expect(fake.badge).toBe(true);
    fake.mails.delete(1);
    await displayed(fake);
    expect(fake.badge).toBe(false);
  });

  it.each(["delivered", "relayed", "delayed"])("that tells of %s marks nothing", async (action) => {
    const fake = holding({ ...bounce, status: bounce.status.replace("failed", action) });
    await noticeArrivedMails(fake.ports, [seen]);
    expect(fake.badge).toBe(false);
  });

  it("for somebody else's message is nobody's news", async () => {
    const fake = holding({
      ...bounce,
      headers: {
        received: ["from mx.victim.test (mx.victim.test [192.0.2.5]) by mail.other.test with ESMTP"],
      },
      status: bounce.status.replace("mail.other.test", "mx.victim.test"),
      returned: "Received: from x by spam.test; now\nFrom: bob@other.test\n",
    });
    await noticeArrivedMails(fake.ports, [seen]);
    expect(fake.badge).toBe(false);
  });

  it("in a flood is read as far as is reasonable, and the rest is told once, not dropped", async () => {
    const fake = holding(bounce);
    const flood = Array.from({ length: 27 }, (_, number) => {
      fake.mails.set(number, { ...bounce, headerMessageId: `bounce${String(number)}@mail.other.test` });
      return { ...seen, messageId: number };
    });
    await noticeArrivedMails(fake.ports, flood);
    const first = await openPage(fake.ports, { kind: "toolbar" });
    expect(first.cases).toHaveLength(20);
    expect(first.notices).toEqual([{ kind: "more-returned", count: 7 }]);
    expect((await openPage(fake.ports, { kind: "toolbar" })).notices).toEqual([]);
  });

  it("that newer ones push out of the list before anybody has seen it is counted with the rest", async () => {
    const fake = holding(bounce);
    const arrive = async (from: number, count: number): Promise<void> => {
      const mails = Array.from({ length: count }, (_, index) => {
        const messageId = from + index;
        fake.mails.set(messageId, {
          ...bounce,
          headerMessageId: `bounce${String(messageId)}@mail.other.test`,
        });
        return { ...seen, messageId };
      });
      await noticeArrivedMails(fake.ports, mails);
    };
    // In the same moment: each folder tells of its own.
    await Promise.all([arrive(100, 15), arrive(200, 15), arrive(300, 4)]);
    const { cases, notices } = await openPage(fake.ports, { kind: "toolbar" });
    expect(cases).toHaveLength(30);
    expect(notices).toEqual([{ kind: "more-returned", count: 4 }]);
  });

  it("that a mistake of ours stumbles over keeps no other from being noticed, and is told", async () => {
    const fake = holding(bounce);
    fake.mails.set(2, { ...bounce, headerMessageId: "bounce2@mail.other.test" });
    const { read } = fake.ports.returnedMails;
    fake.ports.returnedMails.read = async (messageId) =>
      messageId === 1 ? Promise.reject(new TypeError("parts is undefined")) : read(messageId);
    await noticeArrivedMails(fake.ports, [seen, { ...seen, messageId: 2 }]);
    expect(fake.badge).toBe(true);
    expect((await readCases(fake.session)).map(({ caseId }) => caseId)).toEqual([
      "mail-bounce2@mail.other.test",
    ]);
    expect(fake.bugsSaid).toMatchObject([{ where: "a returned mail" }]);
  });

  it("is told from ordinary mail before any is read", async () => {
    const fake = holding(bounce);
    await noticeArrivedMails(fake.ports, [
      { messageId: 1, author: "Bob <bob@other.test>", subject: "Lunch" },
    ]);
    expect(fake.badge).toBe(false);
  });
});
