// Takes a recorded change back, last step first. A value that somebody has changed since stays as it is now, and is
// reported by name: undo never overwrites what is not ours.

import type { RecordedChange, Step } from "../../engine/fixes/step.js";
import type { PasswordLeft, PasswordTakenBack } from "../../engine/model/attempt.js";
import type { ChangedField } from "../../engine/model/server-settings.js";
import type { WritingPorts, RefusedWrite, Written } from "../../ports.js";
import { isRecorded } from "./journal.js";
import { changedFields, createdBy, standingsOf, type Stood } from "./standing.js";

/** Reasons that pass: the same can be tried again later. `unrecorded`: it could not be written down first. */
export type RefusedForNow = Extract<RefusedWrite, "busy" | "locked" | "primary-password"> | "unrecorded";

export type TakenBack =
  /** `password`: left as it is, for a reason that the user is told. */
  | { readonly kind: "undone"; readonly password?: PasswordLeft }
  | { readonly kind: "changed-since"; readonly fields: readonly ChangedField[] }
  | { readonly kind: "refused"; readonly because: RefusedForNow };

type Needed = Pick<WritingPorts, "servers" | "lasting" | "underWay">;

/**
 * `whole`: all of it or, where a value is not ours any more, nothing. `ours`: as far as it is ours, for a change that
 * is not whole itself. A password is taken away last, and only where all the rest is as it was: an entry that stays in
 * use keeps what it signs in with. What Thunderbird refuses for now stays on record, to be taken back later.
 */
export async function takeBack(
  ports: Needed,
  change: RecordedChange,
  manner: "whole" | "ours",
): Promise<TakenBack> {
  const stood = (await standingsOf(ports.servers, change.steps)).toReversed();
  const fields = changedFields(stood);
  if (fields.length > 0 && manner === "whole") {
    return { kind: "changed-since", fields };
  }
  // The password comes last: should Thunderbird end before it, the next start goes on (recover.ts).
  const isRest = change.state === "kept" || change.state === "made";
  if (isRest && !(await isRecorded(ports, { ...change, state: "pending" }))) {
    return { kind: "refused", because: "unrecorded" };
  }
  const { refused, password } = await writeBack(ports.servers, stood, fields.length === 0);
  // What a full disk does not take of the end stands there as pending, and the next start settles it.
  if (refused !== null) {
    await isRecorded(ports, change);
    return { kind: "refused", because: refused };
  }
  await isRecorded(ports, { ...change, state: fields.length === 0 ? "undone" : "left" });
  return fields.length === 0
    ? { kind: "undone", ...(password !== null && change.state !== "undone" && { password }) }
    : { kind: "changed-since", fields };
}

interface WrittenBack {
  readonly refused: RefusedForNow | null;
  readonly password: PasswordLeft | null;
}

/** Ends at the first refusal: an entry we made is needed as long as anybody is pointed to it. */
async function writeBack(
  servers: WritingPorts["servers"],
  stood: Stood,
  passwordsToo: boolean,
): Promise<WrittenBack> {
  const steps = stood.flatMap(({ step, standing }) => (standing.kind === "ours" ? [step] : []));
  let refused: RefusedForNow | null = null;
  for (const step of steps) {
    if (refused === null && step.kind !== "save-password") {
      refused = forNow(await takeBackStep(servers, step));
    }
  }
  let password: PasswordLeft | null = null;
  for (const step of passwordsToo && refused === null ? steps : []) {
    if (step.kind === "save-password") {
      const came = await servers.removePassword(step.credentialId, step.serverId);
      refused ??= forNow(came);
      password ??= came.kind === "done" ? leftOf(came.value, step) : null;
    }
  }
  return { refused, password };
}

/** What was put aside and has been removed by the user is gone for good: the password in use stays. */
function leftOf(
  came: PasswordTakenBack,
  { saved }: Extract<Step, { kind: "save-password" }>,
): PasswordLeft | null {
  switch (came) {
    case "removed":
    case "restored":
      return null;
    case "changed-since":
    case "used-elsewhere":
      return came;
    case "none":
      return saved === true ? "gone" : null;
  }
}

async function takeBackStep(
  servers: WritingPorts["servers"],
  step: Exclude<Step, { kind: "save-password" }>,
): Promise<Written<unknown>> {
  switch (step.kind) {
    case "assign":
      return servers.assign(step.identityId, step.from, step.fromMissing ? "may-be-missing" : "must-exist");
    case "update":
      return servers.update(step.serverId, step.from, step.unset);
    case "create": {
      const made = await createdBy(servers, step);
      return made === null ? { kind: "done", value: null } : servers.remove(made.id, null);
    }
  }
}

/** What is gone, or never was SMTP, was looked at just before: nothing is left to take back. */
function forNow(written: Written<unknown>): RefusedForNow | null {
  if (written.kind === "done") {
    return null;
  }
  const { because } = written;
  return because === "busy" || because === "locked" || because === "primary-password" ? because : null;
}
