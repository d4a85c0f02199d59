/*
 * A timeline's drawing by keyboard: one stop of the Tab key, and from there arrows left and right go
 * through time, up and down to the nearest entry of the next lane, Home and End to the first and the
 * last. What an entry says stands below the drawing while it has the focus or the pointer.
 */

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const LANES = { ArrowUp: -1, ArrowDown: 1 };

class Timeline {
  constructor(drawing) {
    this.caption = drawing.parentElement.querySelector("[data-caption]");
    this.lanes = [...drawing.querySelectorAll("g")]
      .map((lane) => [...lane.querySelectorAll("a")])
      .filter((lane) => lane.length > 0);
    this.marks = this.lanes.flat().sort((one, other) => at(one) - at(other));
    if (this.marks.length === 0) return;
    for (const mark of this.marks) mark.setAttribute("tabindex", "-1");
    this.marks.at(-1).setAttribute("tabindex", "0");
    // Chromium makes a stop of the Tab key of each SVG element that listens to focus.
    const card = drawing.parentElement;
    card.addEventListener("keydown", (event) => this.#keyed(event));
    card.addEventListener("focusin", (event) => this.#tell(event.target.closest("a")));
    card.addEventListener("pointerover", (event) => this.#tell(event.target.closest("a")));
  }

  #tell(mark) {
    if (mark) this.caption.textContent = mark.getAttribute("aria-label");
  }

  #keyed(event) {
    const mark = event.target.closest("a");
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
