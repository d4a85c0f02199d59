/*
 * A support map that one moves people on: by pointer, by touch, and by keyboard. The page works
 * without this, by its table; here a mark is moved where it stands, saved by a small request, and the
 * server draws the map anew.
 *
 * The promise: a mark that looks moved is saved or about to be; where it could not be saved it goes
 * back, and the page says so. Where somebody else changed the same supporter in between, the map
 * shows how it stands now.
 */
const { newKey, renewToken, send } = await import(document.getElementById("sending").href);

const QUIET = 800; // ms without a key after which a move by keyboard is saved
const APART = 6; // px that a pointer travels before it moves a mark and does not open it
const TURN = 5; // degrees that one key press moves a mark by
const RETRY = 800; // ms before a request without an answer is sent once more
const [FIRST, HALF] = [0.62, 0.5]; // where on a circle's ground a mark stands, as the server draws it
const AROUND = { ArrowLeft: -TURN, ArrowRight: TURN };
const BETWEEN = { ArrowUp: 1, ArrowDown: -1 };

/** Where things are in one of the two drawings of a map. */
class Ground {
  constructor(svg) {
    this.svg = svg;
    this.cx = Number(svg.dataset.cx);
    this.cy = Number(svg.dataset.cy);
    this.edges = [Number(svg.dataset.hub), ...svg.dataset.circles.split(" ").map(Number)];
  }

  /** Where a mark stands on a circle, some degrees clockwise from the top. */
  point({ circle, angle }) {
    const [inner, outer] = this.edges.slice(circle - 1);
    const distance = inner + (outer - inner) * (circle === 1 ? FIRST : HALF);
    const turned = (angle * Math.PI) / 180;
    return { x: this.cx + distance * Math.sin(turned), y: this.cy - distance * Math.cos(turned) };
  }

  /** The point under a pointer. */
  under(event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
  }

  /** The circle and the whole degrees of a point. */
  spot({ x, y }) {
    const distance = Math.hypot(x - this.cx, y - this.cy);
    const angle = Math.round((Math.atan2(x - this.cx, this.cy - y) * 180) / Math.PI);
    const circle = distance < this.edges[1] ? 1 : distance < this.edges[2] ? 2 : 3;
    return { circle, angle: (angle + 360) % 360 };
  }
}

class SupportMap {
  constructor(box) {
    this.box = box; // its content is exchanged when the server has drawn anew
    this.moves = new Map(); // what waits to be saved or is under way, by the supporter's id
    this.drag = null;
    this.asked = null; // who is to be taken off
    box.addEventListener("keydown", (event) => this.#keyed(event));
    box.addEventListener("focusout", (event) => this.#left(event.target.closest?.("[data-supporter]")));
    box.addEventListener("pointerdown", (event) => this.#pressed(event));
    box.addEventListener("pointermove", (event) => this.#dragged(event));
    box.addEventListener("pointerup", (event) => this.#dropped(event));
    box.addEventListener("pointercancel", () => this.#dragOff());
    // A finger on a mark moves the mark, elsewhere the page: within a drawing browsers heed no touch-action.
    box.addEventListener("touchmove", (event) => this.drag && event.cancelable && event.preventDefault(), { passive: false });
    box.addEventListener("dragstart", (event) => event.target.closest("[data-supporter]") && event.preventDefault());
    box.addEventListener("click", (event) => this.#clicked(event));
    addEventListener("beforeunload", (leaving) => {
      if (document.body && this.moves.size > 0) leaving.preventDefault();
    });
  }

  get root() {
    return this.box.querySelector("[data-support]");
  }

  #marks(id) {
    return this.box.querySelectorAll(`[data-supporter="${id}"]`);
  }

  #visible(id) {
    return shown(this.#marks(id));
  }

  /* By keyboard --------------------------------------------------------- */

  #keyed(event) {
    const mark = event.target.closest("a[data-supporter]");
    if (!mark || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in AROUND || event.key in BETWEEN) {
      const spot = spotOf(mark);
      this.#move(mark, {
        circle: Math.min(3, Math.max(1, spot.circle + (BETWEEN[event.key] ?? 0))),
        angle: (spot.angle + (AROUND[event.key] ?? 0) + 360) % 360,
      });
    } else if (event.key === "Delete" || event.key === "Backspace") this.#ask(mark);
    else if (event.key === "Escape" && this.moves.get(mark.dataset.supporter)?.timer) this.#putBack(mark.dataset.supporter, "back");
    else return;
    event.preventDefault();
  }

  #move(mark, spot) {
    const id = mark.dataset.supporter;
    this.#show(id, spot);
    const words = `${this.#circle(spot.circle)}, ${this.#fill("degrees", spot.angle)}`;
    this.#say(this.#fill("at", mark.dataset.alias, words), "saving");
    const move = this.#begin(mark);
    move.spot = spot;
    clearTimeout(move.timer);
    move.timer = setTimeout(() => this.#save(id), QUIET);
  }

  /** A move that waits is saved at once when one goes on to somebody else. */
  #left(mark) {
    const move = mark && this.moves.get(mark.dataset.supporter);
    if (move?.timer) this.#save(mark.dataset.supporter);
  }

  #begin(mark) {
    const id = mark.dataset.supporter;
    if (!this.moves.has(id)) this.moves.set(id, { from: spotOf(mark, "saved"), timer: 0, flying: false, alias: mark.dataset.alias });
    return this.moves.get(id);
  }

  /* By pointer and touch ------------------------------------------------ */

  #pressed(event) {
    const mark = event.target.closest("a[data-supporter]");
    if (!mark || event.button !== 0 || !event.isPrimary) return;
    this.drag = { mark, ground: new Ground(mark.closest("svg")), x: event.clientX, y: event.clientY, moved: false };
  }

  #dragged(event) {
    const drag = this.drag;
    if (!drag || !event.isPrimary) return;
    if (!drag.moved) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < APART) return;
      drag.moved = true;
      drag.mark.setPointerCapture(event.pointerId);
      drag.mark.classList.add("dragged");
    }
    const point = drag.ground.under(event);
    const { circle } = drag.ground.spot(point);
    for (const ring of drag.ground.svg.querySelectorAll(".ring")) ring.classList.toggle("aim", ring.classList.contains(`ring${circle}`));
    shift(drag.mark, drag.ground, point);
  }

  #dropped(event) {
    const drag = this.drag;
    if (!drag?.moved) return (this.drag = null);
    const spot = drag.ground.spot(drag.ground.under(event));
    this.#dragOff(true);
    this.swallow = drag.mark; // the click that follows a drag opens nothing
    setTimeout(() => (this.swallow = null), 50);
    const move = this.#begin(drag.mark);
    move.spot = spot;
    this.#show(drag.mark.dataset.supporter, spot);
    this.#save(drag.mark.dataset.supporter);
  }

  #dragOff(dropped = false) {
    const drag = this.drag;
    this.drag = null;
    if (!drag?.moved) return;
    drag.mark.classList.remove("dragged");
    for (const ring of drag.ground.svg.querySelectorAll(".ring")) ring.classList.remove("aim");
    if (!dropped) this.#show(drag.mark.dataset.supporter, spotOf(drag.mark));
  }

  #clicked(event) {
    if (this.swallow && event.target.closest("a[data-supporter]")) event.preventDefault();
    if (event.target.closest("[data-do]")) this.#takeOff();
    if (event.target.closest("[data-not]")) this.#dialog().close();
  }

  /* What is shown ------------------------------------------------------- */

  /** Moves a supporter's marks in both drawings; the ties follow as plain lines until all is drawn anew. */
  #show(id, spot) {
    for (const mark of this.#marks(id)) {
      mark.dataset.savedCircle ??= mark.dataset.circle;
      mark.dataset.savedAngle ??= mark.dataset.angle;
      mark.dataset.circle = spot.circle;
      mark.dataset.angle = spot.angle;
      const ground = new Ground(mark.closest("svg"));
      shift(mark, ground, ground.point(spot));
    }
  }

  #putBack(id, why) {
    const move = this.moves.get(id);
    clearTimeout(move.timer);
    this.moves.delete(id);
    for (const mark of this.#marks(id)) {
      mark.dataset.circle = move.from.circle;
      mark.dataset.angle = move.from.angle;
      shift(mark, null, null);
    }
    this.#say(this.#fill(why, move.alias), why === "back" ? "none" : "trouble");
  }

  #fill(name, ...parts) {
    return parts.reduce((words, part, i) => words.replaceAll(`{${i}}`, () => part), this.root.dataset[`say${name[0].toUpperCase()}${name.slice(1)}`]);
  }

  #circle(number) {
    return this.#fill("circle", number, this.root.dataset[`sayCircle${number}`]);
  }

  /** One quiet line below the drawing; a screen reader hears the same. */
  #say(words, state) {
    const line = this.box.querySelector("[data-saved]");
    if (!line) return;
    line.textContent = words;
    line.dataset.state = state;
    this.box.querySelector("[data-heard]").textContent = words;
  }

  /* Saving -------------------------------------------------------------- */

  async #save(id) {
    const move = this.moves.get(id);
    clearTimeout(move.timer);
    move.timer = 0;
    if (move.flying) return (move.again = true);
    move.flying = true;
    const { circle, angle } = move.spot;
    const { status, body } = await this.#put(id, { circle, angle });
    move.flying = false;
    if (status === 200) this.#version(id, body);
    if (status === 200 && (move.again || move.timer)) {
      move.from = { circle, angle };
      move.again = false;
      return move.timer ? undefined : this.#save(id);
    }
    clearTimeout(move.timer);
    if (status === 200) {
      this.moves.delete(id);
      const words = this.#fill("saved", move.alias, circle, this.root.dataset[`sayCircle${circle}`]);
      this.#say(words, "saved");
      this.#renew(words, "saved");
    } else this.#failed(id, status, body);
  }

  /** Sends a change, once more where no answer came or a new sign-in is known; its key stays the same. */
  async #put(id, change) {
    const address = `${this.root.dataset.support}${id}/place`;
    const sent = { key: newKey(), version: Number(this.#marks(id)[0].dataset.version), ...change };
    let answer = await send("PUT", address, sent);
    if (answer.status === 0 || answer.status >= 500) {
      await new Promise((resolve) => setTimeout(resolve, RETRY));
      answer = await send("PUT", address, sent);
    } else if ((answer.status === 401 || answer.status === 403) && (await renewToken().catch(() => false))) {
      answer = await send("PUT", address, sent);
    }
    return answer;
  }

  #version(id, body) {
    for (const mark of this.#marks(id)) {
      mark.dataset.version = body.version;
      mark.dataset.savedCircle = body.circle;
      mark.dataset.savedAngle = body.angle;
    }
  }

  #failed(id, status, body) {
    const why = status === 409 && body.version ? "theirs" : status === 409 && body.state === "supporterInvolved" ? "involved" : status === 404 || status === 409 || status === 422 ? "closed" : status === 401 || status === 403 ? "signedOut" : "failed";
    const words = this.#fill(why, this.moves.get(id).alias);
    this.#putBack(id, why);
    if (why === "theirs") this.#renew(words, "trouble");
  }

  /** Has the server draw the map, its table and its figures as they stand now. */
  async #renew(words, state) {
    const reply = await fetch(location.href, { cache: "no-store", redirect: "manual" }).catch(() => null);
    if (!reply?.ok || this.moves.size > 0 || this.drag) return;
    const fresh = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-map]");
    if (!fresh || this.moves.size > 0 || this.drag || this.#dialog()?.open) return;
    const focused = this.box.contains(document.activeElement) ? document.activeElement : null;
    const who = focused?.closest("svg") ? focused.dataset.supporter : null;
    const where = focused?.getAttribute("href");
    this.box.replaceChildren(...fresh.childNodes);
    const next = who ? (this.#visible(who) ?? shown(this.box.querySelectorAll("svg a[data-supporter]"))) : where && [...this.box.querySelectorAll("a")].find((link) => link.getAttribute("href") === where && !link.closest("svg"));
    next?.focus?.({ preventScroll: true });
    const line = this.box.querySelector("[data-saved]");
    if (line) Object.assign(line, { textContent: words }).dataset.state = state;
    setTimeout(() => {
      const heard = this.box.querySelector("[data-heard]");
      if (heard) heard.textContent = words;
    }, 100);
  }

  /* Taking off ---------------------------------------------------------- */

  #dialog() {
    return this.box.querySelector("dialog[data-off]");
  }

  #ask(mark) {
    this.asked = mark.dataset.supporter;
    const dialog = this.#dialog();
    const title = dialog.querySelector("h2");
    title.textContent = title.dataset.title.replace("{0}", () => mark.dataset.alias);
    dialog.showModal();
  }

  async #takeOff() {
    const id = this.asked;
    const alias = this.#marks(id)[0].dataset.alias;
    this.#dialog().close();
    const move = this.moves.get(id);
    if (move) clearTimeout(move.timer);
    this.moves.delete(id);
    this.#say(this.root.dataset.saySaving, "saving");
    const { status, body } = await this.#put(id, { off: true });
    if (status === 200) {
      const words = this.#fill("off", alias);
      this.#say(words, "saved");
      await this.#renew(words, "saved");
    } else {
      this.moves.set(id, { from: spotOf(this.#marks(id)[0], "saved"), alias });
      this.#failed(id, status, body);
    }
  }
}

/** The first that one of the two drawings shows. */
const shown = (marks) => [...marks].find((mark) => mark.getClientRects().length > 0);

/** Where a mark is shown, or where it is saved. */
function spotOf(mark, saved) {
  const { circle, angle, savedCircle, savedAngle } = mark.dataset;
  return saved ? { circle: Number(savedCircle ?? circle), angle: Number(savedAngle ?? angle) } : { circle: Number(circle), angle: Number(angle) };
}

/** Draws a mark at a point, or, without one, where the server drew it. */
function shift(mark, ground, point) {
  const svg = mark.closest("svg");
  const tie = svg.querySelector(`[data-of="${mark.dataset.supporter}"]`);
  const line = tie.querySelector(".line");
  line.dataset.drawn ??= line.getAttribute("d");
  tie.classList.toggle("plain", point !== null);
  line.setAttribute("d", point ? `M${ground.cx} ${ground.cy}L${point.x} ${point.y}` : line.dataset.drawn);
  const parts = [...mark.children].filter((part) => !svg.classList.contains("keyed") || !/name|number/.test(part.getAttribute("class")));
  for (const part of parts) {
    if (point) part.setAttribute("transform", `translate(${point.x - Number(mark.dataset.x)} ${point.y - Number(mark.dataset.y)})`);
    else part.removeAttribute("transform");
  }
}

const box = document.querySelector("[data-map]");
if (box?.querySelector("[data-support]:not([data-support=''])")) new SupportMap(box);
