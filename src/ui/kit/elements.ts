// Makes DOM nodes. Text only ever becomes a text node; there is no way in for markup.

export type Child = Node | string | null;

/** An element with attributes (`false` leaves one out, `true` sets it empty) and children (null is left out). */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export type IconName = "alert" | "check" | "question" | "dash" | "info" | "arrow" | "undo";

/** One of the drawings (drawings.ts), for decoration: words beside it say the same. */
export function icon(name: IconName): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(namespace, "svg");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("viewBox", "0 0 16 16");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(namespace, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/** Something is under way; still for those who asked for no motion. */
export function spinner(): HTMLElement {
  return element("span", { class: "spinner", "aria-hidden": "true" });
}

/** Longer runs than this may be broken anywhere rather than push a table out of the page. */
const longestRun = 22;

/** A value that may wrap where people expect it in host names and addresses: after "@", before a dot. */
export function breakable(value: string): HTMLElement {
  const runs = value.split(/(?<=@)|(?=\.)/u);
  const pieces = runs.flatMap((run, index) => [
    ...(index === 0 ? [] : [element("wbr", {})]),
    run.length > longestRun ? element("span", { class: "unbreakable" }, run) : run,
  ]);
  return element("bdi", { dir: "auto" }, ...pieces);
}
