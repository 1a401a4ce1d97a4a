// @vitest-environment happy-dom
// Notices of delivery on the page: a success and a delay are no failures, each recipient has its own fate, and what
// anybody can write is told as its own word alone.

import { describe, expect, it } from "vitest";
import type { DeliveryEvent, DeliveryNotice } from "../../src/engine/model/delivery.js";
import type { CaseView } from "../../src/protocol.js";
import { english, openPage } from "./open-page.js";
import { caseView, noticed, pageOf, samples, spam } from "./sample-pages.js";

const said = (key: string): string => english[key]?.message ?? `no ${key}`;

function noticeOf(event: DeliveryEvent, more: Partial<DeliveryNotice> = {}): DeliveryNotice {
  const fate = { recipient: "carol@elsewhere.test", event, code: null, enhancedCode: null, lines: [] };
  return { event, fates: [fate], retryUntil: null, ...more };
}

function returned(
  notice: DeliveryNotice,
  more: Partial<CaseView> = {},
  own: "yes" | "unknown" = "yes",
): CaseView {
  const arrived = notice.event !== "failed" && notice.event !== "delayed";
  return caseView(arrived ? "healthy" : "settings-fine", {
    diagnosis: spam,
    ...(arrived && { refusal: null }),
    ...more,
    reported: {
      found: "returned-mail",
      by: "other-server",
      reportingServer: "mail.example.test",
      refusingServer: null,
      ownMessage: own,
      ...(own === "unknown" && { isFromOutside: true }),
      notice,
    },
  });
}

const bait = { code: null, enhancedCode: null, lines: ["See https://bait.test or call +1 555 0100 200"] };
const twoBaits: DeliveryNotice = {
  event: "failed",
  fates: ["carol@elsewhere.test", "dave@elsewhere.test"].map((recipient) => ({
    recipient,
    event: "failed",
    ...bait,
  })),
  retryUntil: null,
};

describe("a notice of delivery", () => {
  it.each([
    ["delivered", "ui_state_delivered"],
    ["relayed", "ui_state_relayed"],
    ["delayed", "ui_state_delayed"],
    ["failed", "ui_state_not_delivered"],
  ] as const)("of %s has its own title", async (event, key) => {
    const { main } = await openPage(pageOf(returned(noticeOf(event))));
    expect(main.querySelector("h1")?.textContent).toBe(said(key));
  });

  it.each([
    ["failed", "yes", "carol@elsewhere.test: not delivered"],
    ["delayed", "yes", "carol@elsewhere.test: not yet"],
    ["delivered", "yes", "carol@elsewhere.test: delivered"],
    ["failed", "unknown", undefined],
  ] as const)(
    "of %s, own: %s, says which message it is about, by its recipient",
    async (event, own, line) => {
      const { find } = await openPage(pageOf(returned(noticeOf(event), {}, own)), "toolbar");
      expect(find("[data-recipient]")?.textContent).toBe(line);
    },
  );

  it("tells two that came back to one account apart, and names each of several recipients once", async () => {
    const two = ["carol@elsewhere.test", "dave@elsewhere.test"].map((recipient) =>
      returned({ ...noticeOf("failed"), fates: [{ ...bait, recipient, event: "failed" }] }),
    );
    const { findAll } = await openPage(pageOf(...two), "toolbar");
    expect(findAll("[data-recipient]")).toHaveLength(2);
    expect((await openPage(pageOf(returned(twoBaits)))).find("[data-recipient]")).toBeNull();
  });

  it("of a delay says to do nothing, and until when", async () => {
    const { main } = await openPage(
      pageOf(returned(noticeOf("delayed", { retryUntil: "Sun, 29 Nov 2026 13:22:51 +0000" }))),
    );
    expect(main.querySelector(".lead")?.textContent).toMatch(/2026.*do nothing/i);
  });

  it.each(["yes", "unknown"] as const)("of a delay has no advice for failures (own: %s)", async (own) => {
    const { main } = await openPage(pageOf(returned(noticeOf("delayed"), {}, own)));
    expect(main.textContent).toContain(said("subreason_spam_title"));
    expect(main.textContent).not.toContain(said("subreason_spam_do"));
    expect(main.textContent).toContain("do not send it again");
    expect(main.querySelector(".provider")).toBeNull();
  });

  it("tells each of several recipients its own fate", async () => {
    const fates = (["failed", "delivered"] as const).map((event) => ({
      recipient: `${event}@elsewhere.test`,
      event,
      code: null,
      enhancedCode: null,
      lines: ["User unknown"],
    }));
    const { main } = await openPage(pageOf(returned(noticeOf("failed", { fates }))));
    const shown = [...main.querySelectorAll("[data-fate]")].map((one) => one.getAttribute("data-fate"));
    expect(shown).toEqual(["failed", "delivered"]);
    expect(main.querySelector("[data-fate=delivered]")?.textContent).not.toContain("User unknown");
  });

  it("is no alert of Thunderbird's: nothing that one asks for is to be ignored", async () => {
    const hinted = async (reported: CaseView["reported"]): Promise<boolean> => {
      const { main } = await openPage(pageOf(caseView("problem", { reported })));
      return main.textContent.includes(said("ui_ignore_recipient_line"));
    };
    const { reported } = returned(noticeOf("failed"));
    const own = reported && { ...reported, by: "own-server" as const };
    expect(await hinted(null)).toBe(true);
    expect(await hinted(own)).toBe(false);
    expect(await hinted(own && { ...own, found: "pasted" })).toBe(false);
  });

  it("has a status and no step: only the status is told", async () => {
    const { refusal } = caseView("settings-fine", {});
    const status = { code: null, enhancedCode: "5.4.4", stage: "unknown" } as const;
    const nobody = { by: "unknown", reportingServer: null } as const;
    const view = returned(noticeOf("failed"), { refusal: refusal && { ...refusal, ...status } });
    const { main } = await openPage(
      pageOf({ ...view, reported: view.reported && { ...view.reported, ...nobody } }),
    );
    expect(main.querySelector(".meta")?.textContent).toBe("Code 5.4.4");
  });

  it("that anybody can write is told as such, its numbers folded away, without words for a provider", async () => {
    const refusal = caseView("settings-fine", {}).refusal;
    const { main } = await openPage(
      pageOf(
        returned(
          noticeOf("failed"),
          { refusal: refusal && { ...refusal, lines: ["Call +1 555 0100 200 or https://bait.test"] } },
          "unknown",
        ),
      ),
    );
    expect(main.querySelector("h1")?.textContent).toBe(said("ui_state_only_said"));
    expect(main.querySelector(".lead")?.textContent).toBe(said("ui_said_failed"));
    expect(main.querySelector("details [data-server-text]")).not.toBeNull();
    expect(main.querySelector(".provider")).toBeNull();
    expect(main.textContent).not.toContain(said("ui_settings_fine"));
  });

  it("tells each recipient's own reason and words, and folds none that the own server has quoted", async () => {
    const sample = samples.find(({ name }) => name === "notice-of-three-fates");
    const { main } = await openPage(sample?.page ?? pageOf());
    const [failed, delayed, arrived] = [...main.querySelectorAll("[data-fate]")].map(
      (one) => one.textContent,
    );
    expect(failed).toContain(said("subreason_mailbox_unknown_title"));
    expect(failed).toContain("User unknown");
    expect(delayed).toContain(said("ui_delayed_lead"));
    expect(delayed).toContain("Greylisted");
    expect(arrived).toMatch(/^erin@example\.org: \S+$/);
  });

  it.each([
    ["an outsider has handed over", true, true],
    ["the own server has handed over", false, false],
  ] as const)("that %s has its links folded away: %s", async (_, isFromOutside, folds) => {
    const view = noticed(twoBaits, "unknown", { fateMeanings: [null, null] });
    const page = pageOf({ ...view, reported: view.reported && { ...view.reported, isFromOutside } });
    const { main } = await openPage(page);
    expect(main.querySelector("details [data-server-text]") !== null).toBe(folds);
  });

  it.each([
    ["notices-of-failure-and-delay", "ui_state_several_returned"],
    ["notices-of-delay", "ui_state_several_delayed"],
    ["notices-only-said", "ui_state_several_said"],
  ] as const)("%s head the page by what they are", async (name, key) => {
    const { main } = await openPage(samples.find((sample) => sample.name === name)?.page ?? pageOf());
    expect(main.querySelector("h1")?.textContent).toBe(said(key));
  });
});
