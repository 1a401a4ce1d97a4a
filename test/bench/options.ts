// What `npm run bench` was asked for: parts by name, and how they are measured.
//   --against COMMIT  the build of that commit is measured beside this one (fix, engine, idle, start, accounts)
//   --rounds N        alternating rounds (5)
//   --share P         how much of the scripted day is played, the figures being multiplied up (0.1)
//   --floods 100,1000 pages of so many mails at once

export interface Options {
  readonly parts: readonly string[];
  readonly against: string | null;
  readonly rounds: number;
  readonly share: number;
  readonly floods: readonly number[];
}

export const options: Options = optionsOf(process.argv.slice(2), process.env);

export function optionsOf(
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const words = [...given];
  const take = (name: string): string | null => {
    const at = words.indexOf(`--${name}`);
    // `npm run bench idle --against …`, without the two dashes in front, ends up in npm's own settings.
    return at < 0 ? (env[`npm_config_${name}`] ?? null) : (words.splice(at, 2)[1] ?? null);
  };
  const against = take("against");
  const rounds = Number(take("rounds") ?? 5);
  const share = Number(take("share") ?? 0.1);
  const floods = (take("floods") ?? "100,1000")
    .split(",")
    .map(Number)
    .filter((count) => count > 0);
  if (!Number.isInteger(rounds) || rounds < 1 || !(share > 0 && share <= 1)) {
    throw new Error("--rounds is a whole number, --share at most 1");
  }
  return { parts: words, against, rounds, share, floods };
}
