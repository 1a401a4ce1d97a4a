// @vitest-environment happy-dom
// The options page: it says what its own edition does, and the access that it asks for goes with the tick.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { OptionsShown } from "../../src/engine/model/options.js";
import { startOptions } from "../../src/ui/options/options-page.js";
import { createFakeHost } from "./fake-host.js";
import { english, settled } from "./open-page.js";

const html = readFileSync(join(import.meta.dirname, "../../src/ui/options/options.html"), "utf8");
const store: OptionsShown = {
  lookUpSettings: false,
  quiet: false,
  watchArriving: true,
  lookUps: "asked-for",
  arrivals: "weighed",
  settled: [],
  hosts: ["https://autoconfig.example.test/*"],
};
const full: OptionsShown = {
  lookUpSettings: true,
  quiet: false,
  watchArriving: true,
  lookUps: "as-thunderbird-does",
  arrivals: "filtered",
  settled: [],
  hosts: [],
};

async function opened(shown: OptionsShown, grants = true, entries: readonly unknown[] = []) {
  const body = /<body>(.*)<\/body>/s.exec(html)?.[1] ?? "";
  document.body.replaceChildren(...new DOMParser().parseFromString(body, "text/html").body.childNodes);
  const host = createFakeHost(english, ({ kind }) => {
    if (kind === "options") return shown;
    return kind === "history" ? { entries, outcome: null } : null;
  });
  const asked: (readonly string[])[] = [];
  let given = 0;
  host.permit = (hosts) => {
    asked.push(hosts);
    return Promise.resolve(grants);
  };
  host.unpermit = () => {
    given += 1;
    return Promise.resolve();
  };
  await startOptions(document, host);
  const box = document.querySelector<HTMLInputElement>("#look-up-settings");
  const quiet = document.querySelector<HTMLInputElement>("#quiet");
  const arriving = document.querySelector<HTMLInputElement>("#watch-arriving");
  if (box === null || quiet === null || arriving === null) throw new Error("no box");
  return {
    box,
    quiet,
    arriving,
    asked,
    given: () => given,
    text: () => document.querySelector("#look-up-settings-what")?.textContent ?? "",
    set: () => host.sent.flatMap((sent) => (sent.kind === "setOptions" ? [sent.request.options] : [])),
  };
}

it("the store edition speaks of web pages and a question, not of name servers", async () => {
  const { box, text } = await opened(store);
  expect(box.checked).toBe(false);
  expect(text()).toContain("Thunderbird asks you first");
  expect(text()).not.toContain("name servers");
});

it("the full edition names the name servers", async () => {
  const { box, text } = await opened(full);
  expect(box.checked).toBe(true);
  expect(text()).toContain("name servers");
});

it("ticked, it asks for the hosts it needs; unticked, it gives all access back", async () => {
  const { box, asked, given, set } = await opened(store);
  box.click();
  expect(asked).toEqual([store.hosts]);
  await settled();
  expect(set()).toEqual([{ lookUpSettings: true }]);
  box.click();
  await settled();
  expect(given()).toBe(1);
  expect(set()).toEqual([{ lookUpSettings: true }, { lookUpSettings: false }]);
});

it("where the user says no, the tick goes", async () => {
  const { box, set } = await opened(store, false);
  box.click();
  await settled();
  expect(box.checked).toBe(false);
  expect(set()).toEqual([{ lookUpSettings: false }]);
});

it("where no host has to be permitted, nobody is asked", async () => {
  const { box, asked, set } = await opened({ ...full, lookUpSettings: false });
  box.click();
  await settled();
  expect(asked).toEqual([]);
  expect(set()).toEqual([{ lookUpSettings: true }]);
});

it("quiet is ticked by itself, and settled by itself", async () => {
  const { quiet, set } = await opened(full);
  expect([quiet.checked, quiet.disabled]).toEqual([false, false]);
  quiet.click();
  await settled();
  expect(set()).toEqual([{ quiet: true }]);
  const other = await opened({ ...full, quiet: true, settled: ["quiet"] });
  expect([other.quiet.checked, other.quiet.disabled, other.box.disabled]).toEqual([true, true, false]);
});

it("arriving mail is left alone where the user says so; where it costs nothing there is no box", async () => {
  const { arriving, set } = await opened(store);
  expect([arriving.checked, arriving.closest("[hidden]")]).toEqual([true, null]);
  arriving.click();
  await settled();
  expect(set()).toEqual([{ watchArriving: false }]);
  expect((await opened({ ...store, watchArriving: false })).arriving.checked).toBe(false);
  expect((await opened(full)).arriving.closest("[hidden]")).not.toBeNull();
});

it("what the administrator has switched off stays off, and says so", async () => {
  const { box, text } = await opened({ ...full, lookUpSettings: false, settled: ["lookUpSettings"] });
  expect([box.checked, box.disabled]).toEqual([false, true]);
  expect(text()).toContain("organization");
  expect(document.querySelector("#quiet-what")?.textContent).not.toContain("organization");
});

it("says what stays when it is removed, and where it has changed something, what more", async () => {
  await opened(full);
  const shown = (): string =>
    [...document.querySelectorAll("p")]
      .filter((one) => one.closest("[hidden]") === null)
      .map(({ textContent }) => textContent)
      .join(" ");
  expect(shown()).toContain("stay as they are");
  expect(shown()).not.toContain("replaced");
  await opened(full, true, [{}]);
  expect(shown()).toContain("replaced");
});

it("leads to the home page, once there is one", async () => {
  await opened(full);
  expect(document.querySelector("#home-page")?.closest("[hidden]")).not.toBeNull();
});
