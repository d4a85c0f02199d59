/*
 * A timeline's drawing by keyboard: one stop of the Tab key, and from there arrows left and right go
 * through time, up and down to the nearest point of the next line or lane, Home and End to the first
 * and the last. What a point says stands below the drawing while it has the focus or the pointer.
 * A line is left out and drawn again at once; the address keeps the choice.
 */

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const LANES = { ArrowUp: -1, ArrowDown: 1 };

class Timeline {
  constructor(card) {
    this.card = card;
    this.caption = card.querySelector("[data-caption]");
    this.choice = card.querySelector("form");
    for (const mark of card.querySelectorAll("svg a")) mark.setAttribute("tabindex", "-1");
    this.#look();
    this.marks.at(-1)?.setAttribute("tabindex", "0");
    // Chromium makes a stop of the Tab key of each SVG element that listens to focus.
    card.addEventListener("keydown", (event) => this.#keyed(event));
    card.addEventListener("focusin", (event) => this.#tell(event.target.closest("svg a")));
    card.addEventListener("pointerover", (event) => this.#tell(event.target.closest("svg a")));
    this.choice.addEventListener("change", () => this.#draw());
  }

  /** Which points can be reached now: those that are drawn. */
  #look() {
    this.lanes = [...this.card.querySelectorAll("svg g:not([hidden])")]
      .map((lane) => [...lane.querySelectorAll("a")])
      .filter((lane) => lane.length > 0);
    this.marks = this.lanes.flat().sort((one, other) => at(one) - at(other));
  }

  #draw() {
    const boxes = [...this.choice.querySelectorAll("[name=show]")];
    for (const box of boxes) {
      this.card.querySelector(`g[data-series="${CSS.escape(box.value)}"]`).toggleAttribute("hidden", !box.checked);
    }
    this.card.querySelector("svg a[tabindex='0']")?.setAttribute("tabindex", "-1");
    this.#look();
    this.marks.at(-1)?.setAttribute("tabindex", "0");
    const address = new URL(location.href);
    address.searchParams.delete("show");
    if (boxes.some((box) => !box.checked)) {
      for (const box of boxes) if (box.checked) address.searchParams.append("show", box.value);
    }
    history.replaceState(null, "", address);
  }

  #tell(mark) {
    if (mark) this.caption.textContent = mark.getAttribute("aria-label");
  }

  #keyed(event) {
    const mark = event.target.closest("svg a");
    if (!mark || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = this.#from(mark, event.key);
    if (!next) return;
    event.preventDefault();
    mark.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  #from(mark, key) {
    if (key === "Home") return this.marks[0];
    if (key === "End") return this.marks.at(-1);
    if (key in STEPS) return this.marks[this.marks.indexOf(mark) + STEPS[key]];
    if (!(key in LANES)) return null;
    const lane = this.lanes[this.lanes.findIndex((each) => each.includes(mark)) + LANES[key]];
    return lane?.reduce((best, each) => (apart(each, mark) < apart(best, mark) ? each : best));
  }
}

const at = (mark) => Number(mark.dataset.at);
const apart = (one, other) => Math.abs(at(one) - at(other));

for (const drawing of document.querySelectorAll("[data-timeline]")) new Timeline(drawing);
