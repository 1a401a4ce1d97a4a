// @vitest-environment happy-dom
// The listener for arriving mail: there unless the user has said otherwise, from the first turn of the next start on too.
import { beforeEach, expect, it, vi } from "vitest";
import { filteredArrivals, hearOfArrivals, weighedArrivals } from "../../src/adapters/arrivals.js";

type Listener = (folder: unknown, mails: { readonly messages: readonly unknown[] }) => void;
const listeners = new Set<Listener>();
const heard: unknown[] = [];

beforeEach(() => {
  listeners.clear();
  heard.length = 0;
  localStorage.clear();
  vi.stubGlobal("messenger", {
    messages: {
      onNewMailReceived: {
        addListener: (one: Listener) => listeners.add(one),
        removeListener: (one: Listener) => listeners.delete(one),
        hasListener: (one: Listener) => listeners.has(one),
      },
    },
  });
});

/** The background starts, in a page of its own, and hears of what arrives. */
const start = (): void => {
  listeners.clear();
  const page = new EventTarget();
  vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
  vi.stubGlobal("dispatchEvent", page.dispatchEvent.bind(page));
  hearOfArrivals(async (mails) => {
    await Promise.resolve();
    heard.push(...mails);
  });
};
const arrives = async (): Promise<void> => {
  const mail = { id: 5, author: "MAILER-DAEMON@mail.example.test", subject: "Returned", more: "left out" };
  for (const listener of listeners) listener({}, { messages: [mail] });
  await vi.waitFor(() => {
    expect(heard.length).toBeGreaterThan(0);
  });
};

it("hears of what may have come back, unless told otherwise", async () => {
  start();
  await arrives();
  expect(heard).toEqual([{ messageId: 5, author: "MAILER-DAEMON@mail.example.test", subject: "Returned" }]);
});

it("told to leave it alone, nobody listens any more, nor at the next start", () => {
  start();
  weighedArrivals.watch(false);
  expect(listeners.size).toBe(0);
  start();
  expect(listeners.size).toBe(0);
});

it("told to watch again, it listens at once and at the next start, once each time", () => {
  weighedArrivals.watch(false);
  start();
  weighedArrivals.watch(true);
  weighedArrivals.watch(true);
  expect(listeners.size).toBe(1);
  start();
  expect(listeners.size).toBe(1);
});

it("where the Experiment filters there is nothing to say", () => {
  start();
  filteredArrivals.watch(false);
  expect(listeners.size).toBe(1);
});

it("where the profile's storage is broken it listens, and the start goes on", () => {
  const broken = (): never => {
    throw new Error("NS_ERROR_FAILURE");
  };
  vi.stubGlobal("localStorage", { getItem: broken, setItem: broken, removeItem: broken });
  try {
    start();
    // Told with every option that is written, whichever it is.
    weighedArrivals.watch(true);
    weighedArrivals.watch(false);
  } finally {
    vi.unstubAllGlobals();
  }
  expect(listeners.size).toBe(1);
});
