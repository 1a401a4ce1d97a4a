// A Thunderbird in which whole modules are gone: the Experiment loads all the same, says which parts that costs, and hooks
// nothing. An error while its script is loaded would be told to nobody.

import { expect, it, vi } from "vitest";
import internals from "../../src/experiment/internals.json";
import { prepareProgram } from "./program.js";

class Base {
  constructor(readonly extension: GeckoExtension) {}
}
class NoEvent {
  api(): object {
    return {};
  }
}
const asked = vi.fn((address: string): never => {
  throw new Error(`Failed to load ${address}`);
});
prepareProgram({ globalServices: { io: {}, eTLD: {}, dirsvc: {}, locale: {} } });
Object.assign(globalThis, {
  ExtensionAPIPersistent: Base,
  ExtensionCommon: { EventManager: NoEvent },
  ChromeUtils: { importESModule: asked, generateQI: () => undefined },
});

interface Api {
  getAPI(context: object): { outgoingServers: { getMissing(): Promise<string[]> } };
  PERSISTENT_EVENTS: Record<string, (options: { fire: object }) => { unregister(): void }>;
}
type ApiClass = new (extension: object) => Api;
const { outgoingServers } =
  (await import("../../src/experiment/outgoingServers/parent/ext-outgoing-servers.js")) as unknown as {
    outgoingServers: ApiClass;
  };
const api = new outgoingServers({ id: "relay-doctor-full@relay-doctor.addon" });

it("loads without asking for one", () => {
  expect(asked).not.toHaveBeenCalled();
});

it("says of every part that it is missing", async () => {
  const missing = await api.getAPI({}).outgoingServers.getMissing();
  expect(new Set(missing)).toEqual(new Set(internals.map(({ part }) => part)));
});

it.each(["onSendFailed", "onSendAlertClosed", "onMessagesReturned"])("%s listens to nothing", (event) => {
  expect(() => api.PERSISTENT_EVENTS[event]?.({ fire: { async: vi.fn() } }).unregister()).not.toThrow();
});
