// What is left in the memory of the add-on's pages. The texts of every living object and closure, by the debugger that
// Thunderbird brings; and, past all tools, the memory of the process in which extensions run.
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { access } from "../thunderbird/page.js";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

/**
 * LAB_OBJECTS=1 also walks every living object and closure of our pages, by the engine's debugger. Not every day: it ends
 * the process of the extensions more often than not (a release assertion in the engine, not ours).
 */
export const walksObjects = process.env["LAB_OBJECTS"] === "1";

/** Runs in the page's process. A debugger must not live in the compartment it looks at. */
const newDebugger = `
  const { addDebuggerToGlobal } = ChromeUtils.importESModule("resource://gre/modules/jsdebugger.sys.mjs");
  const own = Cu.Sandbox(Services.scriptSecurityManager.getSystemPrincipal(), { freshCompartment: true });
  addDebuggerToGlobal(own);
  const debug = new own.Debugger();
`;

const textsOfObjects = `
  for (let n = 0; n < 3; n++) { Cu.forceGC(); Cu.forceCC(); }
  ${newDebugger}
  debug.addDebuggee(content);
  const texts = new Set();
  const keep = value => { if (typeof value == "string" && value.length > 5) texts.add(value); };
  const scopes = new Set();
  for (const object of debug.findObjects({})) {
    try {
      for (const name of [...object.getOwnPropertyNames(), ...object.getOwnPropertySymbols()]) {
        keep(name);
        keep(object.getOwnPropertyDescriptor(name)?.value);
      }
      if (object.class == "Map" || object.class == "Set") {
        const inside = Cu.waiveXrays(object.unsafeDereference());
        for (const entry of inside) for (const part of Array.isArray(entry) ? entry : [entry]) keep(part);
      }
      if (object.isPromise && object.promiseState == "fulfilled") keep(object.promiseValue);
      for (let scope = object.environment; scope && !scopes.has(scope); scope = scope.parent) {
        scopes.add(scope);
        if (scope.type == "declarative") for (const name of scope.names()) keep(scope.getVariable(name));
      }
    } catch {}
  }
  debug.removeAllDebuggees();
  return [...texts].join("\\n");
`;

/** Of the background and of each open page. */
export function textsInMemory(thunderbird: Thunderbird): Promise<Readonly<Record<string, string>>> {
  return thunderbird.run(
    `${access}
     const texts = {};
     for (const view of [...WebExtensionPolicy.getByID(id).extension.views].filter(view => view.xulBrowser?.isConnected)) {
       const found = await inPage(view.xulBrowser, ${JSON.stringify(textsOfObjects)}, null, 20000);
       if (typeof found != "string") throw new Error("the memory of " + view.viewType + ": " + JSON.stringify(found));
       texts["memory of " + (view.uri?.filePath ?? view.viewType)] = found;
     }
     return texts;`,
    thunderbird.addOnId,
  );
}

/** Keeps a text in a closure of the background, and nowhere else, so that the search has something to find. */
export async function keepInBackground(thunderbird: Thunderbird, text: string): Promise<void> {
  const keep = `
    ${newDebugger}
    debug.addDebuggee(content).executeInGlobalWithBindings(
      "{ const text = given; globalThis.labLeak = () => text; }", { given: arg });
    debug.removeAllDebuggees();
    return typeof content.wrappedJSObject.labLeak;`;
  const kept = await thunderbird.run<unknown>(
    `${access}
     return inPage(findView(view => view.viewType == "background"), ${JSON.stringify(keep)}, rest[0]);`,
    thunderbird.addOnId,
    text,
  );
  if (kept !== "function") throw new Error(`the background keeps nothing: ${JSON.stringify(kept)}`);
}

export function extensionProcess(thunderbird: Thunderbird): Promise<number> {
  return thunderbird.run<number>(
    `${access} return findView(view => view.viewType == "background").frameLoader.remoteTab.osPid;`,
    thunderbird.addOnId,
  );
}

/** All that the process can write to, piece by piece, with what the system calls each. */
export function* memoryOf(process: number): Generator<{ readonly name: string; readonly octets: Buffer }> {
  const maps = readFileSync(`/proc/${String(process)}/maps`, "utf8");
  const memory = openSync(`/proc/${String(process)}/mem`, "r");
  try {
    for (const [, from = "", to = "", name = ""] of maps.matchAll(/^([\da-f]+)-([\da-f]+) rw(.*)$/gm)) {
      const start = Number.parseInt(from, 16);
      const piece = Buffer.alloc(Number.parseInt(to, 16) - start);
      try {
        yield { name, octets: piece.subarray(0, readSync(memory, piece, 0, piece.length, start)) };
      } catch {
        // Reserved, and never used.
      }
    }
  } finally {
    closeSync(memory);
  }
}
