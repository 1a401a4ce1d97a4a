// Our pages in Thunderbird's windows: shown until read, in a window of their own where Thunderbird shows none, and a
// message handed over once.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { composeWindows, mailWindow } from "../../src/adapters/windows.js";
import { closedByHand } from "../../src/protocol.js";

vi.mock("../../src/adapters/browser.js", () => ({
  browser: { runtime: { getPlatformInfo: () => undefined } },
}));

/** `by`: its own button, a key or a click beside it, or a dialog that takes the focus. */
interface Gone {
  readonly goneAfter: number;
  readonly by?: "button" | "key" | "own window" | "unheard dialog" | "dialog before it";
}

/** A dialog, or a window of our own. */
const elsewhere = -1;

interface Faked {
  /** Tabs of each window. */
  tabs: { readonly id?: number }[];
  /** What each asking for our page comes to: whether it opens, and after how many milliseconds it is gone again. */
  opens: (boolean | "rejected" | "never" | Gone)[];
  /** Main windows. */
  windows: { readonly id: number; readonly focused: boolean }[];
  /** Windows of our own that are open, by address. */
  own: { readonly id: number; readonly url: string }[];
  isThere: boolean;
  /** Whether the compose window has the focus. */
  focused?: boolean;
}

let faked: Faked;
let did: unknown[];
let views: EventTarget[];
let makesWindows: boolean;
const focusListeners = new Set<(windowId: number) => void>();
const focusMoves = (to: number): void => {
  for (const tell of focusListeners) tell(to);
};

beforeEach(() => {
  vi.useFakeTimers();
  faked = { tabs: [{ id: 70 }], opens: [true], windows: [], own: [], isThere: true, focused: true };
  did = [];
  makesWindows = true;
  views = [];
  const open = async ({ windowId }: { readonly windowId: number }): Promise<boolean> => {
    const comes = faked.opens.shift();
    did.push(`popup in ${String(windowId)}`);
    if (comes === "rejected" || comes === undefined) throw new Error("no such window");
    if (comes === "never") return new Promise(() => undefined);
    if (comes === false) return Promise.resolve(false);
    const view = Object.assign(new EventTarget(), {
      document: { hasFocus: () => comes === true || comes.by !== "dialog before it" },
    });
    views = [view];
    if (comes !== true) {
      setTimeout(() => {
        if (comes.by === "button") view.dispatchEvent(new Event(closedByHand));
        if (comes.by === "own window") void composeWindows.keepPage(windowId);
        views = [];
        faked.focused = comes.by !== undefined && comes.by !== "unheard dialog";
        focusMoves(
          ["button", "key", "unheard dialog", "dialog before it"].includes(comes.by ?? "dialog")
            ? windowId
            : elsewhere,
        );
      }, comes.goneAfter);
    }
    return Promise.resolve(true);
  };
  vi.stubGlobal("messenger", {
    // Of no window in particular, another window's tab comes first.
    tabs: {
      query: async ({ windowId }: { readonly windowId?: number }) =>
        Promise.resolve(windowId === 7 ? faked.tabs : [{ id: 10 }, ...faked.tabs]),
    },
    compose: {
      sendMessage: async (id: number, options: object) => {
        did.push(["send", id, options]);
        return Promise.reject(new Error("refused"));
      },
    },
    i18n: { getMessage: (key: string) => key },
    composeAction: {
      setTitle: async (set: object) => Promise.resolve(did.push(set)),
      openPopup: open,
      setBadgeText: async (set: object) => Promise.resolve(did.push(set)),
    },
    action: { openPopup: open, setBadgeText: async (set: object) => Promise.resolve(did.push(set)) },
    // Of no type in particular, the background's own comes first.
    extension: {
      getViews: ({ type }: { readonly type?: string }) =>
        type === "popup" ? views : [new EventTarget(), ...views],
    },
    runtime: { getURL: (path: string) => `moz-extension://lab/${path}` },
    windows: {
      onFocusChanged: {
        addListener: (listener: (windowId: number) => void) => focusListeners.add(listener),
        removeListener: (listener: (windowId: number) => void) => focusListeners.delete(listener),
      },
      get: async () =>
        faked.isThere ? Promise.resolve({ focused: faked.focused }) : Promise.reject(new Error("gone")),
      getAll: async ({ windowTypes: [type] }: { readonly windowTypes: readonly string[] }) =>
        Promise.resolve(
          type === "normal"
            ? faked.windows
            : faked.own.map(({ id, url }) => ({ id, tabs: [{ url: "about:blank" }, { url }] })),
        ),
      update: async (id: number, set: object) => Promise.resolve(did.push(["update", id, set])),
      create: async ({ type, url }: { readonly type: string; readonly url: string }) => {
        if (!makesWindows) throw new Error("ending");
        did.push(`${type} ${url}`);
        return Promise.resolve({ id: 99 });
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ownWindow = "popup popup.html?place=compose&window=own&of=7";
const longAfter = 60_000;

describe("sending again", () => {
  it("hands the window's message over once, and tells when Thunderbird rejects it", async () => {
    const rejected = vi.fn();
    expect(await composeWindows.sendAgain(7, rejected)).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(did).toEqual([["send", 70, { mode: "sendNow" }]]);
    expect(rejected).toHaveBeenCalledOnce();
  });

  it("of a window that is gone sends nothing", async () => {
    faked.tabs = [];
    expect(await composeWindows.sendAgain(7, vi.fn())).toBe(false);
    expect(did).toEqual([]);
  });
});

describe("the page in the compose window", () => {
  async function shown(...args: Parameters<typeof composeWindows.showPage>): Promise<readonly unknown[]> {
    composeWindows.showPage(...args);
    await vi.advanceTimersByTimeAsync(longAfter);
    return did;
  }

  it("is opened once where it stays, without a look at the focus", async () => {
    expect(await shown(7)).toEqual(["popup in 7"]);
  });

  it("is opened again where a dialog took it away as it came, three times at the most", async () => {
    faked.opens = [{ goneAfter: 500 }, true];
    expect(await shown(7)).toEqual(["popup in 7", "popup in 7"]);
    did.length = 0;
    faked.opens = [{ goneAfter: 500 }, { goneAfter: 500 }, { goneAfter: 500 }, true];
    expect(await shown(7)).toHaveLength(3);
  });

  it("is asked for again where Thunderbird does not answer", async () => {
    faked.opens = ["never", true];
    expect(await shown(7)).toEqual(["popup in 7", "popup in 7"]);
    did.length = 0;
    faked = { ...faked, windows: [{ id: 1, focused: true }], opens: ["never", true] };
    const opened = mailWindow.showPage();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([await opened, did]).toEqual([true, ["popup in 1", "popup in 1"]]);
  });

  it("is asked for until a dialog that stands for longer is gone, with more and more patience", async () => {
    faked.opens = ["never", "never", "never", true];
    composeWindows.showPage(7);
    const asked: number[] = [];
    for (let second = 0; second < 60; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      asked.push(did.length);
    }
    expect([asked[0], asked[2], asked[6], asked.at(-1)]).toEqual([2, 3, 4, 4]);
  });

  it("is not asked for without end; the last asking is answered when the user comes back", async () => {
    faked.opens = Array.from({ length: 9 }, () => "never" as const);
    expect(await shown(7)).toEqual(Array.from({ length: 5 }, () => "popup in 7"));
    did.length = 0;
    faked = {
      ...faked,
      windows: [{ id: 1, focused: true }],
      opens: Array.from({ length: 9 }, () => "never" as const),
    };
    const opened = mailWindow.showPage();
    await vi.advanceTimersByTimeAsync(longAfter);
    expect([await opened, did.length]).toEqual([true, 5]);
  });

  it("is opened once where the user asked for it, who may close it at once", async () => {
    faked.opens = [{ goneAfter: 500 }, true];
    expect(await shown(7, "asked-for")).toEqual(["popup in 7"]);
  });

  it("is not opened again by force: closed by hand, or read for a while", async () => {
    faked.opens = [{ goneAfter: 500, by: "button" }, true];
    expect(await shown(7)).toEqual(["popup in 7"]);
    did.length = 0;
    faked.opens = [{ goneAfter: 4_000 }, true];
    expect(await shown(7)).toEqual(["popup in 7"]);
    expect(focusListeners.size).toBe(0);
  });

  it("is not opened again after it could be read, however late a busy machine looks", async () => {
    faked.opens = [{ goneAfter: 1_000 }, true];
    composeWindows.showPage(7);
    await vi.advanceTimersByTimeAsync(500);
    vi.setSystemTime(Date.now() + 3_000);
    await vi.advanceTimersByTimeAsync(longAfter);
    expect(did).toEqual(["popup in 7"]);
  });

  it.each(["unheard dialog", "dialog before it"] as const)(
    "that goes with a dialog comes again: %s",
    async (by) => {
      faked.opens = [{ goneAfter: 1_900, by }, true];
      composeWindows.showPage(7);
      await vi.advanceTimersByTimeAsync(longAfter);
      expect(did).toEqual(["popup in 7", "popup in 7"]);
    },
  );

  it("is not opened again after Escape, of which no page is told: the focus stays where it was", async () => {
    faked.opens = [{ goneAfter: 900, by: "key" }, true];
    expect(await shown(7)).toEqual(["popup in 7"]);
  });

  it.each([500, 50])(
    "is not opened over the window of its own in which it goes on, after %d ms",
    async (goneAfter) => {
      faked.opens = [{ goneAfter, by: "own window" }, true];
      expect(await shown(7)).toEqual(["popup in 7", ownWindow]);
    },
  );

  it("is opened again where it was to go on, and no window of its own came", async () => {
    makesWindows = false;
    faked.opens = [{ goneAfter: 500, by: "own window" }, true];
    expect(await shown(7)).toEqual(["popup in 7", "popup in 7"]);
  });

  it("is opened again for what comes after it has gone on", async () => {
    faked.opens = [{ goneAfter: 500, by: "own window" }, { goneAfter: 500 }, true];
    await shown(7);
    did.length = 0;
    expect(await shown(7)).toEqual(["popup in 7", "popup in 7"]);
  });

  it("is opened again where it was gone before anybody can have pressed a key", async () => {
    faked.opens = [{ goneAfter: 250, by: "key" }, true];
    expect(await shown(7)).toEqual(["popup in 7", "popup in 7"]);
  });

  it("is opened again where the dialog has the focus a moment after the page has gone", async () => {
    faked.opens = [{ goneAfter: 900, by: "key" }, true];
    composeWindows.showPage(7);
    await vi.advanceTimersByTimeAsync(1_100);
    focusMoves(elsewhere);
    await vi.advanceTimersByTimeAsync(longAfter);
    expect(did).toEqual(["popup in 7", "popup in 7"]);
  });

  it.each([[false], ["rejected"]] as const)(
    "where none opens (%s), a window of its own tells",
    async (comes) => {
      faked.opens = [comes];
      expect(await shown(7)).toEqual(["popup in 7", ownWindow]);
    },
  );

  it("and none where the compose window is gone, or was told already", async () => {
    faked = { ...faked, opens: [false], isThere: false };
    expect(await shown(7)).toEqual(["popup in 7"]);
    did.length = 0;
    faked = { ...faked, opens: [{ goneAfter: 500 }, false], isThere: true };
    expect(await shown(7)).toEqual(["popup in 7", "popup in 7"]);
  });

  it("brings its window to the front where that is asked for", async () => {
    expect(await shown(7, "to-front")).toEqual([["update", 7, { focused: true }], "popup in 7"]);
  });
});

describe("a window of its own", () => {
  it("is made for the compose window", async () => {
    expect(await composeWindows.keepPage(7)).toBe(true);
    expect(did).toEqual([ownWindow]);
  });

  it("is brought to the front where it is open, another one's is not", async () => {
    faked.own = [
      { id: 30, url: "moz-extension://lab/popup.html?place=compose&window=own&of=8" },
      { id: 31, url: "moz-extension://lab/popup.html?place=compose&window=own&of=7" },
    ];
    expect(await composeWindows.keepPage(7)).toBe(true);
    expect(did).toEqual([["update", 31, { focused: true }]]);
  });
});

describe("the main window", () => {
  it("with the focus shows the page, else the first one", async () => {
    faked.windows = [
      { id: 1, focused: false },
      { id: 2, focused: true },
    ];
    expect(await mailWindow.showPage()).toBe(true);
    expect(did).toEqual(["popup in 2"]);
    did.length = 0;
    faked = { ...faked, windows: [{ id: 1, focused: false }], opens: [true] };
    await mailWindow.showPage();
    await mailWindow.toFront();
    expect(did).toEqual(["popup in 1", ["update", 1, { focused: true }]]);
  });

  it.each([
    ["no main window", []],
    ["no button in it", [{ id: 1, focused: true }]],
  ])("with %s, the page has a window of its own", async (_, windows) => {
    faked = { ...faked, windows, opens: [false] };
    expect(await mailWindow.showPage()).toBe(true);
    expect(did.at(-1)).toBe("popup popup.html?place=toolbar&window=own");
  });

  it("is left alone where there is none", async () => {
    await mailWindow.toFront();
    expect(did).toEqual([]);
  });
});

it("the sign on the buttons says that there is something, and is taken away", async () => {
  composeWindows.setSign(7, true);
  composeWindows.setSign(7, false);
  mailWindow.setBadge(true);
  mailWindow.setBadge(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(did).toEqual(
    expect.arrayContaining([
      { tabId: 70, text: "!" },
      { tabId: 70, text: null },
      { text: "!" },
      { text: "" },
    ]),
  );
  did.length = 0;
  faked.tabs = [];
  composeWindows.setSign(7, true);
  await vi.advanceTimersByTimeAsync(0);
  expect(did).toEqual([]);
});
