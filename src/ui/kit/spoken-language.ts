// The language of what the page says: that of our texts, which are English where Thunderbird runs in a language we do not
// have. Dates, lists and the direction go with the texts.

/**
 * @param texts folder in _locales, "pt_BR"; "" where it is not known
 * @param thunderbird "pt-BR"; it says more where it is the same language ("es-MX" of "es")
 */
export function spokenIn(
  texts: string,
  thunderbird: string,
): { readonly locale: string; readonly direction: "ltr" | "rtl" } {
  const [base = ""] = texts.split("_");
  const isSame = thunderbird.toLowerCase().split(/[-_]/)[0] === base;
  return {
    locale: isSame || texts === "" ? thunderbird : texts,
    direction: ["ar", "fa", "he"].includes(base) ? "rtl" : "ltr",
  };
}
