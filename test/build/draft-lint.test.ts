// The lint of the repository that the drafts are for, fetched once: an installation that was cut off is begun anew.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { installOnce } from "../../src/build/draft-lint.mjs";

it("is installed anew until that has ended well, and then no more", async () => {
  const folder = mkdtempSync(join(tmpdir(), "draft-lint-"));
  try {
    const install = vi.fn(() => Promise.resolve());
    install.mockRejectedValueOnce(new Error("cut off"));
    await expect(installOnce(folder, install)).rejects.toThrow("cut off");
    await installOnce(folder, install);
    await installOnce(folder, install);
    expect(install).toHaveBeenCalledTimes(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
