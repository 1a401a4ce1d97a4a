// What the page does with a password field: shows on demand what is being typed, and takes it out for one request. Nothing here outlives the call; no copy is kept.

/** The block of `renderPassword` in a case. */
const blocks = ".password[data-asked-for]";

/** `no-field`: none is asked for, or none is needed. `empty`: it is, and the user has typed nothing; the field says so. */
export type TakenPassword =
  { readonly kind: "no-field" | "empty" } | { readonly kind: "typed"; readonly password: string };

/** The password typed in this case. The field is empty afterwards. */
export function takePassword(around: HTMLElement | null): TakenPassword {
  const field = passwordFieldIn(around);
  if (field === null) {
    return { kind: "no-field" };
  }
  const password = field.value;
  field.value = "";
  setShown(field, false);
  const empty = password === "";
  if (empty && !field.required) {
    return { kind: "no-field" };
  }
  field.setAttribute("aria-invalid", String(empty));
  const error = field.closest(blocks)?.querySelector<HTMLElement>(".field-error");
  error?.toggleAttribute("hidden", !empty);
  return empty ? { kind: "empty" } : { kind: "typed", password };
}

export function passwordFieldIn(around: HTMLElement | null): HTMLInputElement | null {
  return around?.querySelector<HTMLInputElement>(`${blocks} input`) ?? null;
}

/** Shows what is typed, or hides it again. */
export function toggleShown(around: HTMLElement | null): void {
  const field = passwordFieldIn(around);
  if (field !== null) {
    setShown(field, field.type === "password");
  }
}

function setShown(field: HTMLInputElement, shown: boolean): void {
  field.type = shown ? "text" : "password";
  field.closest(blocks)?.querySelector("button")?.setAttribute("aria-pressed", String(shown));
}
