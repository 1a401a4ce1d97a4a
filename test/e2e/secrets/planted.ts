// Secrets that exist nowhere else, and every form in which a text or a file may hold one. Written apart from the
// redactor (src/engine/secrets/redact.ts), whose gaps this is to find.

export interface Secret {
  readonly name: string;
  readonly text: string;
  /** Whole log-ins that carry it, as they go over the wire. */
  readonly logIns: readonly string[];
  /** A message's words lie in Thunderbird's own folders and index; a password may lie nowhere. */
  readonly kind: "password" | "token" | "message";
}

const base64 = (text: string): string => Buffer.from(text).toString("base64");

export function password(name: string, userName: string, text: string): Secret {
  return { name, text, kind: "password", logIns: [base64(`\0${userName}\0${text}`), base64(text)] };
}

export function token(name: string, userName: string, text: string): Secret {
  const logIns = [base64(`user=${userName}\x01auth=Bearer ${text}\x01\x01`)];
  return { name, text, kind: "token", logIns };
}

export function ofMessage(name: string, text: string): Secret {
  return { name, text, kind: "message", logIns: [] };
}

/** By name: "as it is", "a half", "base 64", … */
export function formsOf({ text, logIns }: Secret): ReadonlyMap<string, readonly string[]> {
  const octets = Buffer.from(text);
  const hex = [...octets].map((octet) => octet.toString(16).padStart(2, "0"));
  const half = Math.ceil(text.length / 2);
  return new Map(
    Object.entries({
      "as it is": [text, octets.toString("latin1")],
      "a half of it": [text.slice(0, half), text.slice(half)],
      "percent-encoded": [encodeURIComponent(text), hex.map((pair) => `%${pair}`).join("")],
      "quoted-printable": [
        [...octets]
          .map((octet, at) =>
            octet === 61 || octet > 126 ? `=${hex[at] ?? ""}` : String.fromCharCode(octet),
          )
          .join(""),
      ],
      "for HTML": [
        text
          .replaceAll("&", "&amp;")
          .replaceAll("<", "&lt;")
          .replaceAll(">", "&gt;")
          .replaceAll('"', "&quot;"),
      ],
      "for JSON": [JSON.stringify(text).slice(1, -1), JSON.stringify(JSON.stringify(text)).slice(3, -3)],
      hexadecimal: [hex.join("")],
      "base 64": [0, 1, 2].flatMap((before) => insideBase64(octets, before)),
      "a log-in": logIns,
    }),
  );
}

/** What the base 64 of anything longer has of it for certain, `before` octets into a group of three. */
function insideBase64(octets: Buffer, before: number): readonly string[] {
  const coded = Buffer.concat([Buffer.alloc(before), octets])
    .toString("base64")
    .replaceAll("=", "");
  const end = Math.floor(((before + octets.length) * 8) / 6);
  const sure = coded.slice(Math.ceil((before * 8) / 6), end);
  return [sure, sure.replaceAll("+", "-").replaceAll("/", "_")];
}

/** "password typed, base 64, in prefs.js": never the secret itself, for this goes into a test's report. */
export function hitsIn(
  texts: Readonly<Record<string, string>>,
  secrets: readonly Secret[],
): readonly string[] {
  return Object.entries(texts).flatMap(([where, text]) => {
    const lower = text.toLowerCase();
    return secrets.flatMap((secret) =>
      [...formsOf(secret)].flatMap(([form, spellings]) =>
        spellings.some((spelling) => lower.includes(spelling.toLowerCase()))
          ? [`${secret.name}, ${form}, in ${where}`]
          : [],
      ),
    );
  });
}

/** The same in octets, as memory and files have them, with capitals as they are. */
export function hitsInOctets(where: string, octets: Buffer, secrets: readonly Secret[]): readonly string[] {
  return secrets.flatMap((secret) => {
    const spellings = [...formsOf(secret).values()].flat();
    // Most are the same in UTF-8 and Latin-1.
    const wanted = new Set(
      spellings.flatMap((spelling) =>
        (["utf8", "latin1", "utf16le"] as const).map((encoding) =>
          Buffer.from(spelling, encoding).toString("latin1"),
        ),
      ),
    );
    return [...wanted].some((one) => octets.includes(one, 0, "latin1")) ? [`${secret.name} in ${where}`] : [];
  });
}
