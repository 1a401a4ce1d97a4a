// The first words to who has just installed the add-on: that nothing is to be done. None where the other edition answers, or
// an organization wants quiet.

import type { Ports } from "../../ports.js";
import { readOptions } from "../find/options.js";

export async function welcome(ports: Ports): Promise<void> {
  const { quiet } = await readOptions(ports);
  if (!quiet && !(await ports.sibling.takesOver())) {
    await ports.mailWindow.showPage("welcome");
  }
}
