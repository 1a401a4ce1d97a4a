// The pictures (drawings.ts) that show where to click, for decoration: the words beside them say the same.

import type { PictureName } from "./drawings.js";

export function picture(name: PictureName): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(namespace, "svg");
  drawing.setAttribute("class", "picture");
  drawing.setAttribute("viewBox", "0 0 120 72");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(namespace, "use");
  use.setAttribute("href", `#picture-${name}`);
  drawing.append(use);
  return drawing;
}
