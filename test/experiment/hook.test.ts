// Other add-ons hook the same methods of Thunderbird's: ours goes in and out without taking theirs along.
import { expect, it } from "vitest";
import { hook } from "../../src/experiment/outgoingServers/parent/hook.js";

interface Sending {
  fail(code: number): string;
}

const thunderbirds = (): Sending => ({ fail: (code) => `alert ${String(code)}` });

/** What another add-on does: a function of its own, around the one it found. */
function hookOfAnother(prototype: Sending): void {
  const found = prototype.fail;
  prototype.fail = function (code) {
    return `theirs, ${found.call(this, code)}`;
  };
}

function ours(prototype: Sending): () => void {
  const { fail } = prototype;
  return hook(prototype, "fail", function (this: Sending, code) {
    return `ours, ${fail.call(this, code)}`;
  });
}

it("alone: Thunderbird's own method is back, to the letter", () => {
  const prototype = thunderbirds();
  const { fail } = prototype;
  const unhook = ours(prototype);
  expect(prototype.fail(1)).toBe("ours, alert 1");
  unhook();
  expect(prototype.fail).toBe(fail);
});

it("hooked by another add-on after us: its hook stays, and ours does nothing any more", () => {
  const prototype = thunderbirds();
  const unhook = ours(prototype);
  hookOfAnother(prototype);
  expect(prototype.fail(1)).toBe("theirs, ours, alert 1");
  unhook();
  expect(prototype.fail(1)).toBe("theirs, alert 1");
});

it("hooked by another add-on before us: its hook is what is put back", () => {
  const prototype = thunderbirds();
  hookOfAnother(prototype);
  const theirs = prototype.fail;
  const unhook = ours(prototype);
  expect(prototype.fail(1)).toBe("ours, theirs, alert 1");
  unhook();
  expect(prototype.fail).toBe(theirs);
});

it("enabled again above another add-on's: both are called, each once", () => {
  const prototype = thunderbirds();
  const unhook = ours(prototype);
  hookOfAnother(prototype);
  unhook();
  ours(prototype);
  expect(prototype.fail(1)).toBe("ours, theirs, alert 1");
});
