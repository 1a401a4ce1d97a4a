// The icon in the sizes that forms ask for, drawn by Thunderbird itself from the one SVG, and a sheet that shows it on
// light and dark toolbars, to be looked at.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Thunderbird } from "../thunderbird/thunderbird.js";

const master = "src/icons/relay-doctor.svg";
export const iconSizes = [16, 32, 48, 64, 96, 128] as const;

export async function drawIcons(thunderbird: Thunderbird, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const svg = readFileSync(master, "utf8");
  for (const size of iconSizes) {
    const png = await drawn(thunderbird, svg, [{ size, x: 0, scheme: "light" }], size, size);
    writeFileSync(join(folder, `relay-doctor-${String(size)}.png`), png);
  }
}

/** Light above, dark below; 16, 20, 32, 64 and 128 pixels, the first two also enlarged eight times. */
export async function drawIconSheet(thunderbird: Thunderbird, file: string): Promise<void> {
  const svg = readFileSync(master, "utf8");
  const row = [16, 20, 32, 64, 128].map((size, index) => ({
    size,
    x: 10 + index * 100 + (index > 4 ? 60 : 0),
  }));
  const places = (["light", "dark"] as const).flatMap((scheme) =>
    row.map((place) => ({ ...place, scheme, enlarged: place.size <= 20 })),
  );
  writeFileSync(file, await drawn(thunderbird, svg, places, 1000, 320));
}

interface Place {
  readonly size: number;
  readonly x: number;
  readonly scheme: "light" | "dark";
  readonly enlarged?: boolean;
}

async function drawn(
  thunderbird: Thunderbird,
  svg: string,
  places: readonly Place[],
  width: number,
  height: number,
): Promise<Buffer> {
  const base64 = await thunderbird.run<string>(
    `const [svg, places, width, height] = args;
     const { document, Image, devicePixelRatio } = Services.wm.getMostRecentWindow("mail:3pane");
     const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
     canvas.width = width;
     canvas.height = height;
     const pen = canvas.getContext("2d");
     const sheet = places.length > 1;
     if (sheet) {
       pen.fillStyle = "#f9f9fb";
       pen.fillRect(0, 0, width, height / 2);
       pen.fillStyle = "#2b2a33";
       pen.fillRect(0, height / 2, width, height / 2);
     }
     for (const { size, x, scheme, enlarged } of places) {
       // A picture follows the scheme of the page that shows it; the canvas has none, so the drawing is told.
       const told = svg.replace("prefers-color-scheme: dark", scheme == "dark" ? "min-width: 0" : "max-width: 0")
         .replace(/width="64" height="64"/, 'width="' + size + '" height="' + size + '"');
       const picture = new Image();
       picture.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(told);
       await picture.decode();
       const y = sheet ? 16 + (scheme == "dark" ? height / 2 : 0) : 0;
       pen.drawImage(picture, x, y, size, size);
       if (enlarged) {
         const small = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
         small.width = small.height = size;
         small.getContext("2d").drawImage(picture, 0, 0, size, size);
         pen.imageSmoothingEnabled = false;
         pen.drawImage(small, 660 + (size == 20 ? 150 : 0), y, size * 7, size * 7);
         pen.imageSmoothingEnabled = true;
       }
     }
     return canvas.toDataURL("image/png").split(",")[1];`,
    svg,
    places,
    width,
    height,
  );
  return Buffer.from(base64, "base64");
}
