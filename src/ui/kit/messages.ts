// The texts of one language as they stand in `_locales`, and how Thunderbird fills them in.

/** A `messages.json`. */
export type Messages = Readonly<
  Record<
    string,
    {
      readonly message: string;
      /** For translators; not shipped. */
      readonly description?: string;
      readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
    }
  >
>;

/** The text of `key`, or "" where there is none. What ships has its placeholders resolved: "$1". */
export function messageIn(messages: Messages, key: string, values: readonly string[]): string {
  const { message = "", placeholders = {} } = messages[key] ?? {};
  return message.replaceAll(
    /\$(?:(\w+)\$|([1-9]))/g,
    (_, name: string | undefined, index: string | undefined) => {
      const content =
        index === undefined ? (placeholders[name?.toLowerCase() ?? ""]?.content ?? "") : `$${index}`;
      return content.startsWith("$") ? (values[Number(content.slice(1)) - 1] ?? "") : content;
    },
  );
}
