// Entry of the gallery: the real page over a fake Thunderbird. Query: sample=<name>, language=<folder of _locales>, dir=rtl,
// open (details), room=<pixels> (as in a panel near the end of the screen).

import { samples } from "../sample-pages.js";
import { startPage } from "../../../src/ui/page/page.js";
import { createHostIn } from "./languages.js";

const query = new URLSearchParams(location.search);
const sample = samples.find(({ name }) => name === query.get("sample")) ?? samples[0];
const room = query.get("room");
if (room !== null) {
  document.documentElement.style.setProperty("--room", `${room}px`);
}
if (sample !== undefined) {
  const host = createHostIn(query.get("language") ?? "en", (envelope) =>
    envelope.kind === "report" ? "report" : sample.page,
  );
  host.homePage = () => undefined;
  const direction = query.get("dir") === "rtl" ? "rtl" : host.direction;
  void startPage(document, `?place=${sample.place}`, { ...host, direction }).then(() => {
    if (query.has("open")) {
      document.querySelector<HTMLElement>("[data-action=details]")?.click();
      for (const closed of document.querySelectorAll("details")) closed.open = true;
    }
  });
}
