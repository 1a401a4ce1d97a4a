// Words that depend on a number, in one text: "$COUNT$ {$COUNT$|one:message|few:…|other:messages}". The forms are those of
// Intl.PluralRules (CLDR) for the language; a translator writes them only where the language needs them.

const group = /\{[\u2068]?(\d{1,9})[\u2069]?((?:\|[a-z]{1,5}:[^{}|]{0,200})+)\}/g;

/** `values` are what `message` was filled with: braces in somebody else's words stay. */
export function numbered(message: string, values: readonly string[], rules: Intl.PluralRules): string {
  if (!message.includes("{")) {
    return message;
  }
  return message.replace(group, (whole, number: string, forms: string) => {
    const form = new Map(forms.split("|").map((part) => part.split(":", 2) as [string, string]));
    return values.includes(number)
      ? (form.get(rules.select(Number(number))) ?? form.get("other") ?? whole)
      : whole;
  });
}
