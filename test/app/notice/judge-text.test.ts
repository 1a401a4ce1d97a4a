// A pasted text becomes a case: for which address, with which verdict, and what is kept of it.

import { describe, expect, it } from "vitest";
import { editCases } from "../../../src/app/case/case-file.js";
import { investigated } from "../../../src/app/find/investigate.js";
import { judgeText } from "../../../src/app/notice/judge-text.js";
import { openPage } from "../../../src/app/page/open-page.js";
import type { FakeThunderbird } from "../../fakes/fake-thunderbird.js";
import type { CaseView, PagePlace } from "../../../src/protocol.js";
import { failedSend, thunderbird } from "../profile.js";
import { noticeFailedSend } from "../../../src/app/notice/notice-failed-send.js";

const toolbar: PagePlace = { kind: "toolbar" };

async function judged(
  fake: FakeThunderbird,
  text: string,
  identityId: string | null = null,
  place: PagePlace = toolbar,
): Promise<CaseView> {
  const answer = await judgeText(fake.ports, { text, identityId, place });
  if (answer.kind !== "case") {
    throw new Error(answer.kind);
  }
  await investigated(fake.ports, answer.caseId);
  const [view] = (await openPage(fake.ports, { kind: "case", caseId: answer.caseId })).cases;
  if (view === undefined) {
    throw new Error("no case");
  }
  return view;
}

describe("a refusal by the user's own server", () => {
  it("is a problem with a plan, but with no message to send", async () => {
    const view = await judged(thunderbird(), "550 relay not permitted", "id1");
    expect(view).toMatchObject({ state: "problem", from: "alice@example.test", canSend: false });
    expect(view.diagnosis?.plan?.settings).toMatchObject({ port: 587, signIn: "password" });
    expect(view.reported).toMatchObject({ found: "pasted", by: "own-server" });
  });

  it.each([
    "AUTH LOGIN\n334 VXNlcm5hbWU6\nYWxpY2U=\n334 UGFzc3dvcmQ6\nU2VjcmV0ITIz\n535 5.7.8 authentication failed",
    "> AUTH PLAIN\n< 334 \n> U2VjcmV0ITIz\n< 535 5.7.8 authentication failed",
  ])("keeps no password of a pasted dialogue, in whatever form it stands there", async (log) => {
    const fake = thunderbird();
    const view = await judged(fake, log, "id1");
    for (const kept of [JSON.stringify(view), JSON.stringify(await fake.ports.session.read("cases"))]) {
      expect(kept).toContain("authentication failed");
      expect(kept).not.toContain("U2VjcmV0ITIz");
    }
  });

  it("in the compose window belongs to the message there", async () => {
    const fake = thunderbird();
    await noticeFailedSend(fake.ports, failedSend(7));
    const view = await judged(fake, "550 relay not permitted", null, { kind: "compose", windowId: 7 });
    expect(view).toMatchObject({ caseId: "window-7", canSend: true, state: "problem" });
    expect(view.refusal?.recipients).toEqual(["carol@elsewhere.test"]);
  });
});

it("in the kept page of a window that has been closed, a text is still of the message that was there", async () => {
  const fake = thunderbird();
  await noticeFailedSend(fake.ports, failedSend(7));
  await editCases(fake.ports, (cases) => cases.map((one) => ({ ...one, windowId: null })));
  const view = await judged(fake, "550 relay not permitted", null, { kind: "compose", windowId: 7 });
  expect(view).toMatchObject({ caseId: "window-7", from: "alice@example.test" });
  expect(view.refusal?.recipients).toEqual(["carol@elsewhere.test"]);
});

it("is about the address whose provider's server tells of it, where nothing else says whose it is", async () => {
  const text = "This is the mail system at host mx7.other.test.\n\n550 5.1.1 User unknown";
  expect((await judged(thunderbird(), text)).from).toBe("bob@other.test");
});

describe("an alert in another language than the program's", () => {
  const timeout = (host: string): string =>
    `Die Nachricht konnte nicht gesendet werden, weil die Verbindung mit dem SMTP-Server ${host} ihre Ablaufzeit (Timeout) überschritten hat.`;

  it.each(["mail", "fileserver-2"])(
    "is known by the user's own server, which may be called %s",
    async (host) => {
      const fake = thunderbird();
      fake.servers.entries = fake.servers.entries.map((entry) => ({ ...entry, host }));
      const view = await judged(fake, timeout(host), "id1");
      expect(view.refusal?.fault).toBe("unreachable");
      expect(view.diagnosis?.classification?.reason).toBe("port-or-connection-blocked");
    },
  );

  it("is none where such a word is no server's", async () => {
    const asked = { text: timeout("mail"), identityId: "id1", place: toolbar };
    expect(await judgeText(thunderbird().ports, asked)).toEqual({ kind: "not-understood" });
  });
});

describe("a refusal by another server", () => {
  const bounce =
    "host mx.elsewhere.test[192.0.2.1] said: 550 5.7.1 relaying denied (in reply to RCPT TO command); from=<bob@other.test>";

  it("leaves the settings alone, and asks no server", async () => {
    const fake = thunderbird();
    fake.look = null;
    const view = await judged(fake, bounce);
    expect(view).toMatchObject({ state: "settings-fine", from: "bob@other.test" });
    expect(view.diagnosis).toMatchObject({ plan: null, conclusion: { kind: "settings-fine" } });
    expect(view.reported).toMatchObject({ by: "other-server", refusingServer: "mx.elsewhere.test" });
  });

  it("even where the settings have a mistake that this message got round", async () => {
    const view = await judged(thunderbird(), bounce, "id1");
    expect(view.state).toBe("settings-fine");
    expect(view.diagnosis?.findings.map(({ verdict }) => verdict)).not.toContain("problem");
  });

  it("that belongs to the same owner as the user's is the user's own, which had taken the message", async () => {
    const view = await judged(thunderbird(), bounce.replace("mx.elsewhere.test", "mx.example.test"), "id1");
    expect(view).toMatchObject({ state: "settings-fine", reported: { by: "own-server" } });
  });
});

it("of several recipients tells each one's own reason, and shows a failure before a delay", async () => {
  const fake = thunderbird();
  const view = await judged(
    fake,
    `This is the mail system at host mail.example.test.

<carol@elsewhere.test>: host mx.elsewhere.test[192.0.2.1] said: 550 5.1.1 User
    unknown (in reply to RCPT TO command)

<dave@other.test>: host mx.other.test[192.0.2.2] said: 552 5.2.2 Mailbox full
    (in reply to RCPT TO command)`,
    "id1",
  );
  expect(view.fateMeanings.map((meaning) => meaning?.subReason)).toEqual(["mailbox-unknown", "mailbox-full"]);
  await judged(
    fake,
    "This is the mail system at host mail.other.test.\n\nYour message could not be delivered for more than 4 hours.\nIt will be retried until it is 5 days old.\n\n<carol@elsewhere.test>: connect to mx.elsewhere.test[192.0.2.1]:25: Connection timed out",
    "id2",
  );
  const events = (await openPage(fake.ports, toolbar)).cases.map(({ reported }) => reported?.notice?.event);
  expect(events).toEqual(["failed", "delayed"]);
});

describe("what is no case", () => {
  it("asks which address, where the text does not tell", async () => {
    const answer = await judgeText(thunderbird().ports, {
      text: "550 relay not permitted",
      identityId: null,
      place: toolbar,
    });
    expect(answer).toEqual({ kind: "address-unclear" });
  });

  it("asks whose words they are, where nothing tells, and takes the answer", async () => {
    const fake = thunderbird();
    const text =
      "Hola,\n\nTu mensaje para carol@elsewhere.test\ntiene un problema:\n550 5.7.1 relay not permitted";
    const asked = { text, identityId: "id1", place: toolbar };
    expect(await judgeText(fake.ports, asked)).toEqual({ kind: "source-unclear" });
    expect(await judgeText(fake.ports, { ...asked, cameAs: "dsn" })).toMatchObject({ kind: "case" });
    const [view] = (await openPage(fake.ports, { kind: "case", caseId: "text-id1" })).cases;
    expect(view?.diagnosis?.plan).toBeNull();
  });

  it("says so, and opens none", async () => {
    const fake = thunderbird();
    const answer = await judgeText(fake.ports, { text: "Hello Bob", identityId: "id1", place: toolbar });
    expect(answer).toEqual({ kind: "not-understood" });
    expect(await fake.session.read("cases")).toBeUndefined();
  });
});

it("is shown again when the page is opened anew, before the routine check", async () => {
  const fake = thunderbird();
  await judged(fake, "550 relay not permitted", "id1");
  expect((await openPage(fake.ports, toolbar)).cases.map(({ caseId }) => caseId)).toEqual(["text-id1"]);
});

it("keeps nothing of a message that was returned", async () => {
  const fake = thunderbird();
  await judged(
    fake,
    "  carol@elsewhere.test\n    host mx.elsewhere.test [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<carol@elsewhere.test>:\n    550 relay not permitted\n\n------ This is a copy of your message ------\nReturn-path: <alice@example.test>\nSubject: our secret plan\n\nmeet me",
  );
  expect(JSON.stringify(await fake.session.read("cases"))).not.toMatch(/secret|meet me/);
});
