// Thunderbird's own Account Settings, driven as a user does who follows written steps: the list of outgoing servers,
// its Add and Edit dialog, and the choice of an outgoing server on an account's page.
import type { Thunderbird } from "./thunderbird.js";

export interface TypedSettings {
  readonly host?: string;
  readonly port?: string;
  readonly security?: string;
  readonly signIn?: string;
  readonly userName?: string;
}

const openAccountSettings = `
  const main = Services.wm.getMostRecentWindow("mail:3pane");
  main.MsgAccountManager();
  const tabmail = main.document.getElementById("tabmail");
  const settings = await until("Account Settings", 20000, () => {
    const tab = tabmail.tabInfo.find(info => info.browser?.currentURI?.spec == "about:accountsettings");
    const page = tab?.browser.contentWindow;
    return page?.document.readyState == "complete" && page.document.querySelector("#accounttree li") && page;
  });
  const frame = async what => until(what, 10000, () => {
    const inner = settings.document.getElementById("contentFrame").contentWindow;
    return inner?.document.readyState == "complete" && inner.location.href.includes(what) && inner;
  });
`;

/** What stands on menus, buttons and lines that lead to the outgoing servers, in the order of the way. */
export function labelsOnTheWay(thunderbird: Thunderbird): Promise<readonly string[]> {
  return thunderbird.run<readonly string[]>(
    `${openAccountSettings}
     main.openPreferencesTab();
     const preferences = await until("the settings", 20000, () => tabmail.tabInfo.map(info => info.browser?.contentDocument)
       .find(page => page?.documentURI?.startsWith("about:preferences") && page.readyState == "complete"));
     const accountSettings = await until("its label", 10000, () =>
       preferences.querySelector('[data-l10n-id="account-button"]')?.textContent);
     const lines = [...settings.document.querySelectorAll("#accounttree > li")];
     const labels = [main.document.getElementById("menu_preferences").label, accountSettings, lines.at(-1).textContent];
     tabmail.closeTab(tabmail.tabInfo.find(info => info.browser?.contentDocument == preferences));
     return labels.map(label => label.trim());`,
  );
}

/** Types the values into the dialog of the entry (null: a new one by Add…), and presses OK; the labels met on the way. */
export function typeOutgoingServer(
  thunderbird: Thunderbird,
  editedHost: string | null,
  typed: TypedSettings,
): Promise<readonly string[]> {
  return thunderbird.run<readonly string[]>(
    `${openAccountSettings}
     const [editedHost, typed] = args;
     const tree = settings.document.getElementById("accounttree");
     // A line selected before the page listens is never shown: select it anew.
     let list = null;
     for (let tries = 0; tries < 3 && list === null; tries++) {
       tree.selectedIndex = 0;
       tree.selectedIndex = tree.rows.length - 1;
       list = await frame("am-smtp").catch(() => null);
     }
     if (list === null) throw new Error("Account Settings does not show the outgoing servers");
     if (editedHost !== null) {
       const items = [...list.document.querySelectorAll("#smtpList richlistitem")];
       const item = items.find(one => one.textContent.includes(editedHost) || one.getAttribute("label")?.includes(editedHost)
         || one.querySelector("label")?.value?.includes(editedHost)) ?? items[0];
       list.document.getElementById("smtpList").selectItem(item);
     }
     const opens = list.document.getElementById(editedHost === null ? "addButton" : "editButton");
     opens.click();
     const dialog = await until("the dialog Outgoing Server", 10000, () => {
       const all = [...Services.wm.getEnumerator(null)].map(w => w);
       const frames = [settings, main].flatMap(w => [...w.document.querySelectorAll("browser, iframe")])
         .map(b => b.contentWindow);
       return [...all, ...frames].find(w => w && !w.closed && /SmtpServerEdit\\.xhtml/.test(w.location?.href ?? "")
         && w.document.readyState == "complete" && w.document.querySelector("dialog"));
     });
     await sleep(300);
     const field = id => dialog.document.getElementById(id);
     const type = (id, value) => {
       field(id).focus();
       field(id).value = value;
       field(id).dispatchEvent(new dialog.Event("input", { bubbles: true }));
     };
     const choose = (id, label) => {
       const item = [...field(id).menupopup.children].find(one => one.label == label);
       if (!item) throw new Error("no choice " + label + " in " + [...field(id).menupopup.children].map(one => one.label));
       field(id).selectedItem = item;
       field(id).doCommand();
       field(id).dispatchEvent(new dialog.Event("command", { bubbles: true }));
     };
     const labelOf = id => {
       // Thunderbird's label of the method names a field of another dialog.
       const label = dialog.document.querySelector('label[control="' + id + '"]')
         ?? dialog.document.querySelector('label[control="' + id.replace("smtp.", "server.") + '"]');
       return label?.value || label?.textContent || "no label of " + id;
     };
     const labels = [opens.label, ...["smtp.hostname", "smtp.port", "smtp.socketType", "smtp.authMethod", "smtpUsername"]
       .map(labelOf), dialog.document.querySelector("dialog").getButton("accept").label];
     if (typed.host !== undefined) type("smtp.hostname", typed.host);
     if (typed.security !== undefined) choose("smtp.socketType", typed.security);
     if (typed.port !== undefined) type("smtp.port", typed.port);
     if (typed.signIn !== undefined) choose("smtp.authMethod", typed.signIn);
     if (typed.userName !== undefined) type("smtpUsername", typed.userName);
     dialog.document.querySelector("dialog").acceptDialog();
     await sleep(500);
     return labels.map(label => label.trim().replace(/\\s*[:：]$/, ""));`,
    editedHost,
    typed,
  );
}

/** On the account's own page, chooses the outgoing server whose line holds `host`, the newest where there are several. */
export async function chooseOutgoingServer(thunderbird: Thunderbird, host: string): Promise<void> {
  await thunderbird.run(
    `${openAccountSettings}
     const tree = settings.document.getElementById("accounttree");
     tree.selectedIndex = 0;
     const page = await frame("am-main");
     await sleep(300);
     const list = page.document.getElementById("identity.smtpServerKey");
     const items = [...list.menupopup.children].filter(one => one.value && one.label.includes(args[0]));
     if (items.length == 0) throw new Error("no such server in the list");
     list.selectedItem = items.at(-1);
     list.doCommand();
     list.dispatchEvent(new page.Event("command", { bubbles: true }));
     await sleep(200);
     // What was chosen is kept when another page is shown or the tab is closed.
     tree.selectedIndex = 1;
     await sleep(500);
     tabmail.closeTab(tabmail.tabInfo.find(info => info.browser?.currentURI?.spec == "about:accountsettings"));
     await sleep(300);`,
    host,
  );
}
