// The add-on's page, wherever it is shown: read through its stable attributes, pressed with real mouse events.
// The page lives in another process; a frame script does the reading there.
import type { Thunderbird } from "./thunderbird.js";

export interface Page {
  readonly state: string;
  readonly findings: Readonly<Record<string, string>>;
  readonly changes: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  readonly serverText: string;
  /** Actions whose buttons are visible and enabled. */
  readonly actions: readonly string[];
  readonly inputs: readonly string[];
  /** What is told once, after a crash. */
  readonly notices: readonly string[];
  /** Visible text. */
  readonly text: string;
  /** What the details say, closed or open. */
  readonly details: string;
  /** When this was read, milliseconds since the epoch. */
  readonly readAt: number;
}

/** Script names for reaching into the add-on's pages; its id is the first argument of the script, `rest` the others. */
export const access = `
  const [id, ...rest] = args;
  const findView = test => [...(WebExtensionPolicy.getByID(id)?.extension.views ?? [])]
    .find(view => view.xulBrowser?.isConnected && test(view))?.xulBrowser ?? null;
  const isAt = file => view => view.viewType != "background" && (view.uri?.spec ?? "").includes(file);
  // A popup lies over everything; the history stays open in its tab.
  const findPage = () => findView(isAt("/popup.html")) ?? findView(isAt("/history.html"));
  let messages = 0;
  const inPage = (browser, body, arg, patience = 2000) => new Promise(resolve => {
    const name = "lab:" + Date.now() + ":" + messages++;
    const done = data => { browser.messageManager?.removeMessageListener(name, listener); resolve(data); };
    const listener = message => done(message.data);
    browser.messageManager.addMessageListener(name, listener);
    setTimeout(() => done(null), patience);
    const script = "(async () => { let result = null; try { result = await (async (content, arg) => {" + body + "})(content, "
      + JSON.stringify(arg ?? null) + "); } catch (error) { result = { error: String(error) }; }"
      + "sendAsyncMessage(" + JSON.stringify(name) + ", result); })()";
    browser.messageManager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(script), false);
  });
  const read = \`
    const all = selector => [...content.document.querySelectorAll(selector)];
    const visible = element => element.checkVisibility();
    const main = content.document.querySelector("main");
    if (!main) return null;
    return {
      state: main.dataset.state ?? "",
      findings: Object.fromEntries(all("[data-finding]").map(e => [e.dataset.finding, e.dataset.verdict ?? ""])),
      changes: Object.fromEntries(all("[data-change]").filter(visible)
        .map(e => [e.dataset.change, { from: e.dataset.from ?? "", to: e.dataset.to ?? "" }])),
      serverText: all("[data-server-text]").map(e => e.textContent).join(" "),
      actions: all("button[data-action]").filter(e => visible(e) && !e.disabled).map(e => e.dataset.action),
      inputs: all("input").filter(visible).map(e => e.type),
      notices: all("[data-notice]").map(e => e.dataset.notice),
      text: content.document.body.innerText,
      details: all(".details").map(e => e.textContent).join(" "),
      readAt: Date.now(),
    };\`;
  // On the screen means: the panel is open and two frames were painted in it.
  const painted = async () => {
    const browser = findPage();
    const panel = browser?.closest("panel");
    if (!browser || (panel && panel.state != "open")) return false;
    return inPage(browser, \`
      const frame = () => new Promise(resolve => content.requestAnimationFrame(resolve));
      await frame();
      await frame();
      return content.document.querySelector("main").getBoundingClientRect().height > 0;\`);
  };
  const readPage = async () => {
    const browser = findPage();
    const page = browser && await inPage(browser, read);
    return page && !page.error ? page : null;
  };
`;

/** The page as it is now, or null when none is open. */
export function readPage(thunderbird: Thunderbird): Promise<Page | null> {
  return thunderbird.run<Page | null>(`${access} return readPage();`, thunderbird.addOnId);
}

/** When the background had its verdict, milliseconds since the epoch: the time it wrote into the newest case. */
export function verdictReadyAt(thunderbird: Thunderbird): Promise<number | null> {
  return thunderbird.run<number | null>(
    `${access}
     const browser = findPage();
     const at = browser && await inPage(browser, \`
       return new Promise(resolve => content.wrappedJSObject.messenger.storage.session.get("cases")
         .then(Cu.exportFunction(all => resolve(Cu.waiveXrays(all).cases.at(-1).at), content)));\`);
     return typeof at == "number" ? at : null;`,
    thunderbird.addOnId,
  );
}

/** Waits until the page is in one of the states; on time-out the error tells the state it was in. */
export function waitForState(
  thunderbird: Thunderbird,
  states: readonly string[],
  timeout: number,
): Promise<Page> {
  return thunderbird.run<Page>(
    `${access}
     const [states, ms] = rest;
     let last = null;
     const opensBy = Date.now() + 8000;
     for (const end = Date.now() + ms; Date.now() < end; await sleep(15)) {
       last = (await readPage()) ?? last;
       if (last && states.includes(last.state) && (await painted()) === true) return { ...last, readAt: Date.now() };
       if (!last && Date.now() > opensBy) break;
     }
     if (!last) throw new Error("the add-on's page did not open");
     throw new Error("the page never came to " + states.join(" or ") + "; last seen: " + JSON.stringify(last));`,
    thunderbird.addOnId,
    states,
    timeout,
  );
}

/** Presses a button of the page with mouse events at its middle. */
export async function clickAction(thunderbird: Thunderbird, action: string, card?: number): Promise<void> {
  const within = card === undefined ? "" : `.case:nth-child(${String(card)}) `;
  await clickOn(thunderbird, `${within}button[data-action="${action}"]`);
}

/** Presses the first visible part of the page that the selector names. */
export async function clickOn(thunderbird: Thunderbird, selector: string): Promise<void> {
  const problem = await thunderbird.run<string | null>(
    `${access}
     const browser = findPage();
     if (!browser) return "no page is open";
     const result = await inPage(browser, \`
       const button = [...content.document.querySelectorAll(arg)].find(e => e.checkVisibility() && !e.disabled);
       if (!button) return "no " + arg;
       button.scrollIntoView({ block: "center", behavior: "instant" });
       const box = button.getBoundingClientRect();
       const x = box.left + box.width / 2, y = box.top + box.height / 2;
       const hit = content.document.elementFromPoint(x, y);
       if (!button.contains(hit)) return arg + " is covered or cut off";
       for (const [type, buttons] of [["mousemove", 0], ["mousedown", 1], ["mouseup", 0]]) {
         content.synthesizeMouseEvent(type, x, y, { button: 0, buttons, clickCount: type == "mousemove" ? 0 : 1 }, {});
       }
       return "";\`, rest[0]);
     return result?.error ?? result;`,
    thunderbird.addOnId,
    selector,
  );
  if (problem !== "" && problem !== null) throw new Error(problem);
}

/** Opens the box for a text, types the text (`setUserInput`, as pasting does), chooses the address, presses its button. */
export async function pasteText(thunderbird: Thunderbird, typed: string, address = ""): Promise<void> {
  await clickAction(thunderbird, "paste");
  const problem = await thunderbird.run<string | null>(
    `${access}
     // The state is no sign: need-input is also what the store edition's page may be in before.
     await until("the box for a text", 5000, () => inPage(findPage(),
       "return Boolean(content.document.querySelector('textarea[data-input=error-text]'));"));
     const result = await inPage(findPage(), \`
       const field = content.document.querySelector('textarea[data-input="error-text"]');
       field.focus();
       field.setUserInput(arg.typed);
       if (arg.address == "") return "";
       const choice = content.document.querySelector('select[data-input="sender-address"]');
       const option = [...choice?.options ?? []].find(e => e.textContent == arg.address);
       if (!option) return "no address " + arg.address;
       choice.value = option.value;
       return "";\`, rest[0]);
     return result?.error ?? result;`,
    thunderbird.addOnId,
    { typed, address },
  );
  if (problem !== "") throw new Error(problem ?? "the page went away");
}

/** Puts a text into the page's field for `input`, as pasting does. */
export async function fillIn(thunderbird: Thunderbird, input: string, typed: string): Promise<void> {
  const problem = await thunderbird.run<string | null>(
    `${access}
     const browser = findPage();
     if (!browser) return "no page is open";
     const result = await inPage(browser, \`
       const field = [...content.document.querySelectorAll('[data-input="' + arg.input + '"]')]
         .find(e => e.checkVisibility());
       if (!field) return "no field " + arg.input;
       field.focus();
       if (field.localName == "select") field.value = arg.typed;
       else field.setUserInput(arg.typed);
       return field.value == arg.typed ? "" : "not taken by " + arg.input;\`, rest[0]);
     return result?.error ?? result;`,
    thunderbird.addOnId,
    { input, typed },
  );
  if (problem !== "") throw new Error(problem ?? "the page went away");
}

/** Scrolls the page so that a part of it begins at the top. */
export async function scrollToPart(thunderbird: Thunderbird, selector: string): Promise<void> {
  await thunderbird.run(
    `${access}
     const browser = findPage();
     if (!browser) throw new Error("no page is open");
     await inPage(browser, \`
       content.document.querySelector(arg)?.scrollIntoView({ block: "start", behavior: "instant" });\`, rest[0]);`,
    thunderbird.addOnId,
    selector,
  );
}

/** Types a password into the page's only password field. */
export async function typePassword(thunderbird: Thunderbird, password: string): Promise<void> {
  const problem = await thunderbird.run<string | null>(
    `${access}
     const browser = findPage();
     if (!browser) return "no page is open";
     const result = await inPage(browser, \`
       const fields = [...content.document.querySelectorAll("input[type=password]")].filter(e => e.checkVisibility());
       if (fields.length != 1) return fields.length + " password fields";
       fields[0].focus();
       fields[0].setUserInput(arg);
       return "";\`, rest[0]);
     return result?.error ?? result;`,
    thunderbird.addOnId,
    password,
  );
  if (problem !== "") throw new Error(problem ?? "the page went away");
}
