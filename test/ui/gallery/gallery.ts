// Entry of the gallery: the real page over a fake Thunderbird. Query: sample=<name>, dir=rtl, open (details),
// room=<pixels> (as in a panel near the end of the screen).

import { createFakeHost, type Messages } from "../fake-host.js";
import { samples } from "../sample-pages.js";
import { startPage } from "../../../src/ui/page/page.js";
import english from "../../../_locales/en/messages.json" with { type: "json" };

const query = new URLSearchParams(location.search);
const sample = samples.find(({ name }) => name === query.get("sample")) ?? samples[0];
const room = query.get("room");
if (room !== null) {
  document.documentElement.style.setProperty("--room", `${room}px`);
}
if (sample !== undefined) {
  const messages: Messages = english;
  const host = createFakeHost(
    messages,
    (envelope) => (envelope.kind === "report" ? "report" : sample.page),
    query.get("dir") === "rtl" ? "rtl" : "ltr",
  );
  host.homePage = () => undefined;
  void startPage(document, `?place=${sample.place}`, host).then(() => {
    if (query.has("open")) {
      document.querySelector<HTMLElement>("[data-action=details]")?.click();
    }
  });
}
