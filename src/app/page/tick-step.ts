// Keeps which steps of a guided fix are done, so that they are still ticked when the page is opened again.

import type { Ports } from "../../ports.js";
import { editCases } from "../case/case-file.js";

export async function tickStep(
  { session }: Pick<Ports, "session">,
  caseId: string,
  step: number,
  done: boolean,
): Promise<void> {
  await editCases(session, (cases) =>
    cases.map((entry) => {
      const { plan } = entry.diagnosis;
      if (entry.caseId !== caseId || plan === null) {
        return entry;
      }
      const others = (entry.guide?.done ?? []).filter((one) => one !== step);
      return { ...entry, guide: { plan, done: done ? [...others, step] : others } };
    }),
  );
}
