// What a screen reader is told beyond what is drawn: the title with what came of it, buttons of one name with the card (or
// the step) they belong to, and, after a change, what is new, once. Where the focus goes to a fresh title, that says it.

export interface Said {
  readonly title: string;
  /** The sentence that matters in each card, by its case; what is told on top of the page, by itself. */
  readonly news: ReadonlyMap<string, string>;
}

/** Names what is drawn, before anybody meets it, and answers what it says. */
export function spokenIn(content: HTMLElement): Said {
  const news = new Map<string, string>();
  const described: string[] = [];
  const tell = (told: HTMLElement, key: string, before = ""): void => {
    told.id = `told-${key}`;
    described.push(told.id);
    news.set(key, `${before}${told.textContent}`);
  };
  for (const [index, notice] of content.querySelectorAll<HTMLElement>("[data-notice]").entries()) {
    tell(notice, `notice-${String(index)}`);
  }
  const isCard = content.matches("[data-case]");
  for (const card of isCard ? [content] : content.querySelectorAll<HTMLElement>("[data-case]")) {
    const { case: caseId = "" } = card.dataset;
    const isListed = card.classList.contains("listed");
    const told =
      card.querySelector<HTMLElement>(".outcome") ??
      (isListed ? null : card.querySelector<HTMLElement>(".lead"));
    const name = card.querySelector("h2")?.textContent ?? "";
    if (told !== null) {
      tell(told, caseId, isListed ? `${name}: ` : "");
    }
    describeButtons(card, isListed ? namesOf(card, caseId) : []);
  }
  const title = content.querySelector("h1");
  if (described.length > 0) {
    title?.setAttribute("aria-describedby", described.join(" "));
  }
  return { title: title?.textContent ?? "", news };
}

/** What `now` says that `before` did not, in one line; "" where it is nothing. */
export function whatIsNew(before: Said | null, now: Said): string {
  const news = [...now.news].filter(([key, sentence]) => before?.news.get(key) !== sentence);
  const said = [...(before?.title === now.title ? [] : [now.title]), ...news.map(([, sentence]) => sentence)];
  return said.map((one, index) => (index === said.length - 1 ? one : ended(one))).join(" ");
}

/** With a full stop, where the sentence has no end of its own: in any script. */
function ended(sentence: string): string {
  return /\p{Sentence_Terminal}$|…$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** An account's name, and where one may have several cards: in the history the moment, of messages whom each was to. */
function namesOf(card: HTMLElement, caseId: string): readonly string[] {
  return [...card.querySelectorAll<HTMLElement>("h2, time, [data-recipient]")].map((part) => {
    part.id = `${part.localName}-${caseId}`;
    return part.id;
  });
}

function describeButtons(card: HTMLElement, names: readonly string[]): void {
  for (const button of card.querySelectorAll("button")) {
    const label = button.closest("li[data-guided]")?.querySelector("label");
    if (label != null) {
      label.id = `label-${label.htmlFor}`;
    }
    const ids = [...names, ...(label == null ? [] : [label.id])];
    if (ids.length > 0) {
      button.setAttribute("aria-describedby", ids.join(" "));
    }
  }
}
