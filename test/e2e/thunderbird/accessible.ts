// What Thunderbird hands to a screen reader of the add-on's page: its accessibility tree (nsIAccessible), which begins to
// exist when it is asked for.
import { access } from "./page.js";
import type { Thunderbird } from "./thunderbird.js";

export interface Heard {
  readonly role: string;
  readonly name: string;
  /** What `aria-describedby` adds. */
  readonly description: string;
}

export interface HeardPage {
  /** The first heading. */
  readonly title: Heard | null;
  /** The text of the live region. */
  readonly status: string;
  readonly parts: readonly Heard[];
}

/** Everything in the page that has a name, in its order; waits until Thunderbird has made the tree. */
export function heardPage(thunderbird: Thunderbird): Promise<HeardPage> {
  return thunderbird.run<HeardPage>(
    `${access}
     const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
     const heard = node => ({ role: service.getStringRole(node.role), name: node.name ?? "", description: node.description ?? "" });
     const childrenOf = node => Array.from({ length: node.childCount }, (_, index) => node.getChildAt(index));
     const all = node => [node, ...childrenOf(node).flatMap(all)];
     const page = await until("the accessibility tree", 5000, () => {
       const frame = findPage() && service.getAccessibleFor(findPage());
       const document = frame?.childCount ? frame.getChildAt(0) : null;
       return document?.childCount ? document : null;
     });
     const parts = all(page);
     const status = parts.find(node => heard(node).role == "statusbar");
     return {
       title: parts.map(heard).find(({ role }) => role == "heading") ?? null,
       status: status ? all(status).filter(node => heard(node).role == "text leaf").map(node => node.name).join("") : "",
       parts: parts.filter(node => node.name).map(heard),
     };`,
    thunderbird.addOnId,
  );
}

/** From now on, what a screen reader reads out by itself is kept: what comes into focus, and what the live region says. */
export function beginToHear(thunderbird: Thunderbird): Promise<void> {
  return thunderbird.run(
    `const { EVENT_FOCUS, EVENT_TEXT_INSERTED } = Ci.nsIAccessibleEvent;
     const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
     const readOut = Services.wm.getMostRecentWindow("mail:3pane").labReadOut = [];
     Services.obs.addObserver({ observe(subject) {
       const { eventType, accessible } = subject.QueryInterface(Ci.nsIAccessibleEvent);
       if (eventType == EVENT_FOCUS) readOut.push([accessible.name, accessible.description].filter(Boolean).join(" "));
       if (eventType == EVENT_TEXT_INSERTED && service.getStringRole(accessible.role) == "statusbar")
         readOut.push(subject.QueryInterface(Ci.nsIAccessibleTextChangeEvent).modifiedText);
     } }, "accessible-event");`,
  );
}

/** In its order, since it was begun to hear. */
export function readOut(thunderbird: Thunderbird): Promise<readonly string[]> {
  return thunderbird.run(`return Services.wm.getMostRecentWindow("mail:3pane").labReadOut;`);
}
