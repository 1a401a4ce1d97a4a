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

/** The title of the page, with its sign before it, and the sentence below it where there is one. */
export function pageHeader(sign: Element, title: string, lead: string | null = null): HTMLElement {
  const below = lead === null ? null : element("p", { class: "lead" }, lead);
  return element("header", {}, sign, element("h1", { tabindex: "-1" }, title), below);
}

/** A part below a heading of its own; null: below the one before it. */
export function section(
  attributes: Readonly<Record<string, string | boolean>>,
  heading: string | null,
  ...children: readonly Child[]
): HTMLElement {
  return element("section", attributes, heading === null ? null : element("h3", {}, heading), ...children);
}

/** A place of the page's own file, which is not whole without it. */
export function partOf(page: Document, selector: string): HTMLElement {
  const found = page.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`the page has no ${selector}`);
  }
  return found;
}

export type IconName = "alert" | "check" | "question" | "dash" | "info" | "arrow" | "undo";

/** One of the signs (drawings.ts), for decoration: words beside it say the same. */
export function icon(name: IconName): SVGSVGElement {
  return drawing(`icon-${name}`, `icon icon-${name}`, "0 0 16 16");
}

export type PictureName = "menu" | "copy";

/** One of the pictures (drawings.ts) that show where to click. */
export function picture(name: PictureName): SVGSVGElement {
  return drawing(`picture-${name}`, "picture", "0 0 120 72");
}

function drawing(id: string, looks: string, viewBox: string): SVGSVGElement {
  return svg("svg", { class: looks, viewBox, "aria-hidden": "true" }, svg("use", { href: `#${id}` }));
}

/** As `element`, of a drawing. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly SVGElement[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
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
