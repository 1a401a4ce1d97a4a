// Kills Thunderbird from within, as `kill -9` does: the signal is raised in the very call that is waited for, so
// nothing after it runs. Or holds the add-on there, for something else to come in between. A write of the journal is caught in the add-on's background page, where it is asked for.
import { access } from "../thunderbird/page.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";
import type { Trigger } from "./moments.js";

const arming = `${access}
  const trigger = rest[0];
  const { ctypes } = ChromeUtils.importESModule("resource://gre/modules/ctypes.sys.mjs");
  const libc = ctypes.open("libc.so.6");
  const raise = libc.declare("raise", ctypes.default_abi, ctypes.int, ctypes.int);
  const main = Services.wm.getMostRecentWindow("mail:3pane");
  const die = rest[1] == "hold" ? () => { main.labHeld = true; } : () => { raise(9); };
  let seen = 0;
  const count = () => { seen += 1; if (seen == trigger.nth) die(); };
  // Kept in the window: an observer that nobody holds is collected.
  main.labObserver = { observe: (subject, topic, name) => { if (name == trigger.matches) count(); } };
  switch (trigger.kind) {
    case "delay":
      main.setTimeout(die, trigger.milliseconds);
      return "armed";
    case "preference":
      Services.prefs.addObserver(trigger.matches, main.labObserver);
      return "armed";
    case "log-in":
      main.labObserver = { observe: count };
      Services.obs.addObserver(main.labObserver, "passwordmgr-storage-changed");
      return "armed";
  }
  const background = await until("the background", 5000, () => findView(view => view.viewType == "background"));
  background.messageManager.addMessageListener("lab:kill", die);
  return inPage(background, \`
    const local = Cu.waiveXrays(content.wrappedJSObject.messenger).storage.local;
    const set = local.set;
    const never = () => new content.Promise(Cu.exportFunction(() => {}, content));
    let seen = 0;
    const counted = items => {
      if (!Object.hasOwn(Cu.waiveXrays(items), "journal") || ++seen != arg.nth) return set(items);
      if (arg.at == "before") { sendAsyncMessage("lab:kill"); return never(); }
      set(items).then(Cu.exportFunction(() => { sendAsyncMessage("lab:kill"); }, content));
      return never();
    };
    local.set = Cu.exportFunction(counted, content);
    return "armed";\`, trigger);
`;

/** Set just before the click. */
export async function armKillSwitch(
  thunderbird: Thunderbird,
  trigger: Trigger,
  end: "kill" | "hold" = "kill",
): Promise<void> {
  const armed = await thunderbird.run<unknown>(arming, thunderbird.addOnId, trigger, end);
  if (armed !== "armed") throw new Error(`the kill switch is not armed: ${JSON.stringify(armed)}`);
}

/** Of a switch that is armed to hold. */
export async function untilHeld(thunderbird: Thunderbird): Promise<void> {
  await thunderbird.run(
    `await until("the moment", 20000, () => Services.wm.getMostRecentWindow("mail:3pane").labHeld);`,
  );
}
