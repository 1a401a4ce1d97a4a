// The keys of the texts and what each is filled with, from _locales/en itself: a key that is not there, and a placeholder
// without its value, does not compile.

// eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an import would make this file a module
type EnglishTexts = typeof import("../_locales/en/messages.json");

type TextKey = keyof EnglishTexts;

/** One value for each named placeholder, in their order; `tb_…` are Thunderbird's labels (ui/kit/labels.ts). */
type TextValues<Key extends TextKey> = Key extends TextKey
  ? OneEach<
      EnglishTexts[Key] extends { readonly placeholders: infer Named }
        ? Exclude<keyof Named, `tb_${string}`>
        : never
    >
  : never;

type OneEach<Names> = [Names] extends [never] ? [] : [...OneEach<Exclude<Names, AnyOf<Names>>>, string];

/** Any one of a union. */
type AnyOf<Union> = (Union extends unknown ? (one: () => Union) => void : never) extends (
  all: infer All,
) => void
  ? All extends () => infer One
    ? One
    : never
  : never;

/** The keys of texts that take exactly these values, such as `[]`: for tables. */
type TextKeyWith<Values extends readonly string[]> = {
  readonly [Key in TextKey]: TextValues<Key> extends Values ? Key : never;
}[TextKey];

/** "relay-denied" as keys have it: "relay_denied". */
type Snake<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Word}_${Snake<Rest>}`
  : Name;
