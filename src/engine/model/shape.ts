// What a value that leaves and comes back must look like, as data. Its type, the reader of files (cli/fits.ts), the mask
// of the report (app/report) and the generator of the tests all walk this one description: a field added to it is known
// to all of them, and a new meaning of a text does not compile until each says what it does with it.

/** What a text holds. */
export type TextMeaning =
  /** Thunderbird's own key, such as "id1", "account1", "smtp1". */
  | "key"
  | "account-name"
  | "address"
  /** The address of somebody the message is for. */
  | "recipient"
  | "user-name"
  | "host"
  /** Address of a web page that somebody has published. */
  | "page"
  /** IP address of a server. */
  | "ip-address"
  /** A word of a protocol or a program, such as "PLAIN", "imap", "SSL_ERROR_BAD_CERT_DOMAIN". */
  | "term"
  /** RFC 3463, such as "5.7.1". */
  | "enhanced-code"
  /** What a server said: hostile, and it may repeat anything. */
  | "said"
  /** What the user has written for himself. */
  | "own-words";

export type NumberMeaning = "port" | "reply-code" | "count";

export type Shape =
  | { readonly is: "text"; readonly means: TextMeaning }
  | { readonly is: "number"; readonly means: NumberMeaning }
  | { readonly is: "choice"; readonly among: readonly (string | boolean)[] }
  | { readonly is: "nullable"; readonly inner: Shape }
  | { readonly is: "list"; readonly inner: Shape }
  | OptionalShape
  | { readonly is: "record"; readonly fields: Fields }
  /** Told apart by `kind`. */
  | { readonly is: "union"; readonly kinds: Kinds };
/** May be absent, which is not the same as null: a field of a record only. */
interface OptionalShape {
  readonly is: "optional";
  readonly inner: Shape;
}
export type Fields = Readonly<Record<string, Shape>>;
export type Kinds = Readonly<Record<string, Fields>>;

/** The type that a description stands for. */
export type Of<Described extends Shape> = Described extends { readonly is: "text" }
  ? string
  : Described extends { readonly is: "number" }
    ? number
    : Described extends { readonly among: readonly (infer Value)[] }
      ? Value
      : Described extends { readonly is: "nullable"; readonly inner: infer Inner extends Shape }
        ? Of<Inner> | null
        : Described extends { readonly is: "list"; readonly inner: infer Inner extends Shape }
          ? readonly Of<Inner>[]
          : Described extends { readonly fields: infer Named extends Fields }
            ? OfFields<Named>
            : Described extends { readonly kinds: infer Named extends Kinds }
              ? { [Kind in keyof Named]: Plain<{ readonly kind: Kind } & OfFields<Named[Kind]>> }[keyof Named]
              : never;

/** The type that the fields of a record stand for. */
export type OfFields<Named extends Fields> = Plain<
  {
    readonly [Name in keyof Named as Named[Name] extends OptionalShape ? never : Name]: Of<Named[Name]>;
  } & {
    readonly [Name in keyof Named as Named[Name] extends OptionalShape ? Name : never]?: Named[Name] extends {
      readonly inner: infer Inner extends Shape;
    }
      ? Of<Inner>
      : never;
  }
>;
type Plain<Type> = { [Name in keyof Type]: Type[Name] };

export const aText = <const Means extends TextMeaning>(means: Means) => ({ is: "text", means }) as const;
export const aNumber = <const Means extends NumberMeaning>(means: Means) =>
  ({ is: "number", means }) as const;
export const oneOf = <const Value extends string | boolean>(...among: readonly Value[]) =>
  ({ is: "choice", among }) as const;
export const aBoolean = oneOf(true, false);
export const orNull = <Inner extends Shape>(inner: Inner) => ({ is: "nullable", inner }) as const;
export const listOf = <Inner extends Shape>(inner: Inner) => ({ is: "list", inner }) as const;
export const optional = <Inner extends Shape>(inner: Inner) => ({ is: "optional", inner }) as const;
export const record = <Named extends Fields>(fields: Named) => ({ is: "record", fields }) as const;
export const byKind = <Named extends Kinds>(kinds: Named) => ({ is: "union", kinds }) as const;
