// The drawings of our pages, which icons and pictures only point to: strokes in the colour of the words beside them, so
// that high contrast needs nothing more. Put into a page when it starts.

import { svg, type IconName, type PictureName } from "./elements.js";

/** A ring with a sign in it, or a sign alone: the paths of it, on a square of 16. */
const icons: Readonly<Record<IconName, { readonly ring: boolean; readonly path: string }>> = {
  alert: { ring: true, path: "M8 4.5v4.25M8 11.25v.01" },
  check: { ring: true, path: "M5 8.25l2.1 2.1L11 6.25" },
  question: { ring: true, path: "M6.1 6.3a1.95 1.95 0 1 1 2.9 1.7c-.65.4-1 .75-1 1.4M8 11.6v.01" },
  dash: { ring: true, path: "M5.5 8h5" },
  info: { ring: true, path: "M8 7.5v4M8 4.75v.01" },
  arrow: { ring: false, path: "M2.5 8h11M9.5 4l4 4-4 4" },
  undo: { ring: false, path: "M5.5 3L2.5 6l3 3M2.75 6H9.5a4 4 0 0 1 0 8H6" },
};

/** Where to click: a menu with one line marked; a page with one button marked. On 120 by 72. */
const pictures: Readonly<Record<PictureName, readonly { readonly kind: string; readonly path: string }[]>> = {
  menu: [
    { kind: "paper", path: "M8 8h104v56H8z" },
    { kind: "", path: "M8 20h104M16 14h10M32 14h10M48 14h10M64 14h10" },
    { kind: "paper", path: "M60 20h48v36H60z" },
    { kind: "", path: "M66 28h26M66 50h22" },
    { kind: "marked", path: "M62 34h44v10H62z" },
    { kind: "", path: "M66 39h34" },
  ],
  copy: [
    { kind: "paper", path: "M8 8h104v56H8z" },
    { kind: "", path: "M16 18h44M16 26h60M16 50h70M16 57h54" },
    { kind: "marked", path: "M62 32h44v11H62z" },
    { kind: "", path: "M68 37.5h32" },
  ],
};

export function addDrawings(page: Document): void {
  const symbols = Object.entries(icons).map(([name, { ring, path }]) =>
    svg(
      "symbol",
      { id: `icon-${name}`, viewBox: "0 0 16 16" },
      ...(ring ? [svg("circle", { cx: "8", cy: "8", r: "6.5" })] : []),
      svg("path", { d: path }),
    ),
  );
  const larger = Object.entries(pictures).map(([name, strokes]) =>
    svg(
      "symbol",
      { id: `picture-${name}`, viewBox: "0 0 120 72" },
      ...strokes.map(({ kind, path }) => svg("path", { class: kind, d: path })),
    ),
  );
  page.body.prepend(svg("svg", { class: "drawings", "aria-hidden": "true" }, ...symbols, ...larger));
}
