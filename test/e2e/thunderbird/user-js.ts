// Preferences as a user.js file.

export type Preferences = Readonly<Record<string, string | number | boolean>>;

export function userJs(preferences: Preferences): string {
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  return lines.join("");
}
