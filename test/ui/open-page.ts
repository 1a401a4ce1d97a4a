// Opens the real popup.html, with the real code and texts, on a page given by the test.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { startPage } from "../../src/ui/page/page.js";
import type { Envelope, Page, Posted } from "../../src/protocol.js";
import { createFakeHost, type FakeHost, type Messages } from "./fake-host.js";

const html = readFileSync(join(import.meta.dirname, "../../src/ui/page/popup.html"), "utf8");
export const english = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../_locales/en/messages.json"), "utf8"),
) as Messages;

export interface OpenPage {
  readonly host: FakeHost;
  readonly main: HTMLElement;
  /** What the background holds; change it, then `host.deliver({kind: "pageChanged"})`. */
  page: Page;
  find(selector: string): HTMLElement | null;
  findAll(selector: string): HTMLElement[];
  press(action: string): Promise<void>;
}

export async function openPage(
  page: Page,
  place: "compose" | "toolbar" | "welcome" = "compose",
  answer?: (envelope: Envelope) => unknown,
  drafts: Readonly<Record<string, string>> = {},
  change: Partial<FakeHost> = {},
): Promise<OpenPage> {
  const body = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? "";
  document.body.replaceChildren(...new DOMParser().parseFromString(body, "text/html").body.childNodes);
  const host = createFakeHost(
    english,
    answer ?? ((envelope) => (envelope.kind === "report" ? postedOf(opened.page) : opened.page)),
  );
  host.drafts = drafts;
  Object.assign(host, change);
  const opened: OpenPage = {
    host,
    page,
    main: document.querySelector("main") ?? document.body,
    find: (selector) => document.querySelector<HTMLElement>(selector),
    findAll: (selector) => [...document.querySelectorAll<HTMLElement>(selector)],
    async press(action) {
      const button = document.querySelector<HTMLElement>(`button[data-action="${action}"]`);
      if (button === null) {
        throw new Error(`no button ${action}`);
      }
      button.click();
      await settled();
    },
  };
  await startPage(document, `?place=${place}`, host);
  return opened;
}

/** The report of the page's first case, as if nothing in it had to be masked. */
export function postedOf({ cases: [view] }: Page): Posted | null {
  return view === undefined ? null : { view, outgoing: { kind: "unreadable" }, tools: '{\n"sender": {}\n}' };
}

/** Waits until every promise that is ready has had its turn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
