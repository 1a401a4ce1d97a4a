// Thunderbird's page Troubleshooting Information, as a user uses it: opened, "Copy text to clipboard" pressed.
import type { Thunderbird } from "./thunderbird.js";

/** The text on the clipboard after the button was pressed; the page is closed again. */
export function copyTroubleshootingInformation(
  thunderbird: Thunderbird,
  withNames: boolean,
): Promise<string> {
  return thunderbird.run<string>(
    `const main = Services.wm.getMostRecentWindow("mail:3pane");
     const tabmail = main.document.getElementById("tabmail");
     const tab = tabmail.openTab("contentTab", { url: "about:support" });
     const page = () => tab.browser.contentDocument;
     const button = await until("its button", 20000, () =>
       page()?.readyState == "complete" && page().getElementById("accounts-tbody")?.children.length > 0
         && page().getElementById("copy-to-clipboard"));
     const names = page().getElementById("check-show-private-data");
     if (names && names.checked != args[0]) names.click();
     const clipboard = () => {
       const transfer = Cc["@mozilla.org/widget/transferable;1"].createInstance(Ci.nsITransferable);
       transfer.init(null);
       transfer.addDataFlavor("text/plain");
       Services.clipboard.getData(transfer, Ci.nsIClipboard.kGlobalClipboard);
       const data = {};
       try { transfer.getTransferData("text/plain", data); } catch { return ""; }
       return data.value.QueryInterface(Ci.nsISupportsString).data;
     };
     button.click();
     const text = await until("the text on the clipboard", 20000, () => {
       const found = clipboard();
       return found.includes("INCOMING:") && found;
     });
     tabmail.closeTab(tab);
     return text;`,
    withNames,
  );
}
