// How high the page may be where it stands. Thunderbird sizes a panel to its content, up to 600 px, and does not shrink
// it to what fits on the screen (measured on 153): what does not fit would be cut off, with no way to scroll there.

/** Where the page stands on the screen, in CSS pixels. */
export interface Standing {
  /** Top of the part of the screen that windows may cover, and its height. */
  readonly screenTop: number;
  readonly screenHeight: number;
  /** Top edge of the page on the screen. */
  readonly pageTop: number;
}

/** The panel's own border and shadow. */
const marginPixels = 6;
/** Below this the panel has not been put in its place yet, or stands where nobody could read it. */
const leastPixels = 160;

/** CSS pixels from the page's top to the end of the screen; null: not known yet. */
export function roomOf({ screenTop, screenHeight, pageTop }: Standing): number | null {
  const room = Math.floor(screenTop + screenHeight - pageTop - marginPixels);
  return room < leastPixels || room > screenHeight ? null : room;
}

/** A panel is moved while it opens. */
const settlingMilliseconds = 800;
const lookMilliseconds = 80;

/** Where Thunderbird's panel ends: a longer page would scroll as a whole, with its buttons below that. */
export const panelPixels = 600;

/**
 * Keeps `--room` of the page at what there is, `most` at the most; a window of its own may reach below the screen as well
 * (openbox).
 */
export function keepWithinRoom(page: Document, view: Window, most: number): void {
  const measure = (): void => {
    const room = roomOf(standingOf(view));
    if (room !== null) {
      page.documentElement.style.setProperty("--room", `${String(Math.min(room, most))}px`);
    }
  };
  measure();
  const looking = view.setInterval(measure, lookMilliseconds);
  view.setTimeout(() => {
    view.clearInterval(looking);
  }, settlingMilliseconds);
  view.addEventListener("resize", measure);
}

/** `mozInnerScreenY` and `availTop` are Gecko's own. */
function standingOf(view: Window): Standing {
  const { mozInnerScreenY } = view as Window & { readonly mozInnerScreenY?: number };
  const { availHeight, availTop } = view.screen as Screen & { readonly availTop?: number };
  return { screenTop: availTop ?? 0, screenHeight: availHeight, pageTop: mozInnerScreenY ?? 0 };
}
