// Our own mistakes have a home: said in the console, kept for a while, shown in Details and in the report, so that who meets one
// can tell us. Nothing of the user's is in them.

import { bugOf, type OurBug } from "../../engine/model/our-bug.js";
import type { Ports } from "../../ports.js";

export const bugsKey = "bugs";
const maximumBugs = 5;

type Needed = Pick<Ports, "session" | "underWay" | "bugs">;

export async function readBugs({ session }: Pick<Ports, "session">): Promise<readonly OurBug[]> {
  return ((await session.read(bugsKey)) as readonly OurBug[] | undefined) ?? [];
}

/** Never rejects: what cannot even be kept has been said in the console. */
export async function report(ports: Needed, error: unknown, where: string): Promise<void> {
  const bug = bugOf(error, where);
  ports.bugs.say(bug);
  await ports.underWay
    .inLine("bugs", async () => {
      await ports.session.write(bugsKey, [...(await readBugs(ports)), bug].slice(-maximumBugs));
    })
    .catch((refused: unknown) => {
      ports.bugs.say(bugOf(refused, "keeping a bug"));
    });
}

/** What `work` comes to; where it throws, that is told, and it is `otherwise`. */
export async function reportingOr<Result, const Otherwise>(
  ports: Needed,
  where: string,
  work: () => Promise<Result>,
  otherwise: Otherwise,
): Promise<Result | Otherwise> {
  // Told by then.
  return reporting(ports, where, work).catch(() => otherwise);
}

/** Runs `work`; what it throws is told, and is thrown on. */
export async function reporting<Result>(
  ports: Needed,
  where: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await report(ports, error, where);
    throw error;
  }
}
