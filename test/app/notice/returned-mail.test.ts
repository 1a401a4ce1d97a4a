// Bounces, displayed and arriving: whose account, who refused, and whether the message was the user's at all.

import { describe, expect, it } from "vitest";
import { openPage } from "../../../src/app/page/open-page.js";
import { noticeArrivedMails } from "../../../src/app/notice/returned-mail.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import type { Page } from "../../../src/protocol.js";
import type { ReturnedMail } from "../../../src/engine/model/returned-mail.js";
import { thunderbird } from "../profile.js";

const bounce: ReturnedMail = {
  headerMessageId: "bounce1@mail.other.test",
  accountId: "account2",
  to: ["bob@other.test"],
  report: `Reporting-MTA: dns; mail.other.test

Action: failed
Final-Recipient: rfc822;carol@elsewhere.test
Status: 5.0.0
Remote-MTA: dns; mx.elsewhere.test
Diagnostic-Code: smtp; 550 relay not permitted
`,
  returnedHeaders:
    "Received: from [192.0.2.7] by mail.other.test; now\nFrom: Bob <bob@other.test>\nMessage-ID: <one@other.test>\nSubject: our secret plan\n\nmeet me",
};
const seen = { messageId: 1, author: "Mailer-Daemon@mail.other.test", subject: "Mail delivery failed" };

function holding(mail: ReturnedMail): FakeThunderbird {
  const fake = thunderbird();
  fake.mails.set(1, mail);
  return fake;
}

const displayed = (fake: FakeThunderbird): Promise<Page> =>
  openPage(fake.ports, { kind: "message", tabId: 3 });

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
    const own = bounce.report
      .replace("mx.elsewhere.test", "mx.example.test")
      .replace("relay not permitted", "SMTP AUTH is required for users under this sender domain");
    const fake = holding({
      ...bounce,
      report: own,
      returnedHeaders: bounce.returnedHeaders.replaceAll("bob@other.test", "alice@example.test"),
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
      report: bounce.report.replace("mail.other.test", "mx.victim.test"),
      returnedHeaders: bounce.returnedHeaders.replace("by mail.other.test", "by spam.test"),
    };
    expect((await displayed(holding(forged))).cases[0]).toMatchObject({
      state: "settings-fine",
      reported: { ownMessage: "no" },
    });
    const sentElsewhere = holding(forged);
    sentElsewhere.copies.add("one@other.test");
    expect((await displayed(sentElsewhere)).cases[0]?.reported?.ownMessage).toBe("yes");
  });

  it("is judged once: opened again, its case is as it was left", async () => {
    const fake = holding(bounce);
    const first = await displayed(fake);
    fake.time += 60_000;
    expect(await displayed(fake)).toEqual(first);
    expect(((await fake.session.read("cases")) as unknown[]).length).toBe(1);
  });

  it("keeps nothing of the message that came back", async () => {
    const fake = holding(bounce);
    await displayed(fake);
    expect(JSON.stringify(await fake.session.read("cases"))).not.toMatch(/secret|meet me/);
  });

  it("that tells of no refusal, or no bounce at all, is said to be none", async () => {
    expect(await displayed(thunderbird())).toMatchObject({ cases: [], empty: "no-refusal-in-mail" });
    const success = holding({ ...bounce, report: "Action: relayed\nYour message was relayed." });
    expect((await displayed(success)).empty).toBe("no-refusal-in-mail");
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

  it("for somebody else's message is nobody's news", async () => {
    const fake = holding({
      ...bounce,
      report: bounce.report.replace("mail.other.test", "mx.victim.test"),
      returnedHeaders: "Received: from x by spam.test; now\nFrom: bob@other.test\n",
    });
    await noticeArrivedMails(fake.ports, [seen]);
    expect(fake.badge).toBe(false);
  });

  it("is told from ordinary mail before any is read", async () => {
    const fake = holding(bounce);
    await noticeArrivedMails(fake.ports, [
      { messageId: 1, author: "Bob <bob@other.test>", subject: "Lunch" },
    ]);
    expect(fake.badge).toBe(false);
  });
});
