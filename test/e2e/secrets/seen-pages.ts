// Every page of the add-on in every state it has been seen in, looked at every ten milliseconds or so.
import { access } from "../thunderbird/page.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

/**
 * Of one page: its markup, what its fields hold, its title, cookies and history. Not what is being typed just now, and
 * not localStorage, whose files are looked at instead.
 */
const readAll = `
  const { document, location, history, name } = content;
  const fields = [...document.querySelectorAll("input, textarea, select")]
    .filter(field => arg.passwords || !(field instanceof content.HTMLInputElement) || !field.closest(".password"))
    .map(field => field.value);
  return [location.href, document.documentElement.outerHTML, document.title, document.cookie, name,
    JSON.stringify(history.state), ...fields].join("\\n");
`;

/** Goes on until the program ends. */
export async function watchPages(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `${access}
     const w = Services.wm.getMostRecentWindow("mail:3pane");
     w.labPages = new Set();
     (async () => {
       while (!w.closed) {
         const browsers = [...WebExtensionPolicy.getByID(id)?.extension?.views ?? []]
           .filter(view => view.viewType != "background" && view.xulBrowser?.isConnected).map(view => view.xulBrowser);
         for (const browser of browsers) {
           const seen = await inPage(browser, ${JSON.stringify(readAll)}, { passwords: false });
           if (typeof seen == "string") w.labPages.add(seen);
         }
         await sleep(10);
       }
     })();`,
    thunderbird.addOnId,
  );
}

/** All that has been seen so far, each once. */
export function seenPages(thunderbird: Thunderbird): Promise<readonly string[]> {
  return thunderbird.run<readonly string[]>(`
    return [...Services.wm.getMostRecentWindow("mail:3pane").labPages];`);
}

/** The open page as it is now, with what its password fields hold. */
export function pageNow(thunderbird: Thunderbird): Promise<string> {
  return thunderbird.run<string>(
    `${access}
     const browser = findPage();
     const seen = browser && await inPage(browser, ${JSON.stringify(readAll)}, { passwords: true });
     if (typeof seen != "string") throw new Error("no page is open: " + JSON.stringify(seen));
     return seen;`,
    thunderbird.addOnId,
  );
}
