/*
 * The questionnaire in the browser. The server has rendered every question once; this pages through
 * them and saves each answer as it is given.
 *
 * The promise: what is shown as saved is on disk, and what is not saved never looks saved. Answers
 * that wait are held in this page's memory only, never in the browser's storage.
 */

const { newKey, renewToken, send } = await import(document.getElementById("sending").href);

const FIRST_PAUSE = 500; // ms before the first retry, doubled up to…
const LONGEST_PAUSE = 15_000;
const LINGER = 220; // ms that a chosen answer is seen before the next question comes
const SETTLE = 200; // ms in which a press still means the question before
const TOGETHER = 8; // questions that fit one page; a longer section is cut into fives

/**
 * The answers on their way to the server. Each item has at most one request in flight, and it
 * carries the latest answer. Tells `changed` whenever what can be said about them changes.
 */
class Saving {
  constructor(address, changed) {
    this.address = address;
    this.changed = changed;
    this.waiting = new Map(); // item → the change still to be confirmed
    this.flying = new Set(); // items with a request in flight
    this.trouble = ""; // "", "network", "signedOut", "closed", "refused"
    this.savedAt = null;
    this.pause = FIRST_PAUSE;
    this.timer = 0;
    addEventListener("online", () => this.again());
    document.addEventListener("visibilitychange", () => document.hidden || this.again());
    addEventListener("focus", () => this.again());
    addEventListener("beforeunload", (leaving) => {
      if (document.body && this.waiting.size > 0 && this.trouble !== "closed") leaving.preventDefault();
    });
  }

  put(item, change) {
    this.waiting.set(item, { key: newKey(), ...change });
    this.#fly(item);
    this.changed();
  }

  /** Waits until every answer is confirmed. */
  async settled() {
    this.again();
    while (this.waiting.size > 0 && this.trouble !== "closed") {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Tries all that waits once more, now. */
  async again() {
    if (this.trouble === "closed" || this.waiting.size === 0) return;
    clearTimeout(this.timer);
    if (this.trouble === "signedOut") {
      if (this.renewing) return;
      this.renewing = true;
      const back = await renewToken().catch(() => false);
      this.renewing = false;
      if (!back) return;
      this.trouble = "network";
    }
    for (const item of this.waiting.keys()) this.#fly(item);
  }

  async #fly(item) {
    if (this.flying.has(item) || this.trouble === "signedOut" || this.trouble === "closed") return;
    this.flying.add(item);
    const change = this.waiting.get(item);
    const { status, body } = await send("PUT", this.address + encodeURIComponent(item), change);
    this.flying.delete(item);
    const latest = this.waiting.get(item) === change;
    if (status === 200) this.#landed(item, body, latest);
    else if (status === 401 || status === 403) this.trouble = "signedOut";
    else if (status === 404 || status === 409) this.trouble = "closed";
    else if (status === 422 && latest) this.#refused(item);
    else this.#later();
    this.changed();
  }

  #landed(item, body, latest) {
    this.savedAt = body.savedAt ? new Date(body.savedAt) : new Date();
    this.pause = FIRST_PAUSE;
    if (latest) this.waiting.delete(item);
    else this.#fly(item);
    if (this.trouble === "network") this.again();
    if (this.waiting.size === 0 && this.trouble !== "closed") this.trouble = "";
  }

  #refused(item) {
    this.waiting.delete(item);
    this.trouble = "refused";
  }

  #later() {
    this.trouble = "network";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), this.pause * (0.8 + Math.random() * 0.4));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }
}

/** One question as it stands on the page. */
class Item {
  constructor(fieldset) {
    this.at = fieldset;
    this.code = fieldset.dataset.item;
    this.section = fieldset.closest("[data-section]");
    this.choices = [...fieldset.querySelectorAll("input[type=radio]")];
  }

  get chosen() {
    return this.choices.find((choice) => choice.checked);
  }

  get required() {
    return this.at.dataset.required === "true";
  }

  get words() {
    return this.at.querySelector("[data-words]").textContent.trim();
  }

  /** What the chosen answer means to the server. */
  get change() {
    if (!this.chosen) return { value: null };
    return this.chosen.value === "declined" ? { declined: true } : { value: Number(this.chosen.value) };
  }

  /** The answer under a number key, counted from 1 in the order on the page. */
  choose(number) {
    const choice = this.choices.filter((c) => c.value !== "declined")[number - 1];
    if (choice) choice.checked = true;
    return Boolean(choice);
  }

  focus() {
    (this.chosen ?? this.choices[0]).focus({ preventScroll: true });
  }
}

/** The screens of one questionnaire: what it is, the questions, the blanks before sending. */
class Questionnaire {
  constructor(root) {
    this.root = root;
    this.items = [...root.querySelectorAll("[data-item]")].map((at) => new Item(at));
    this.wide = matchMedia("(min-width: 56rem) and (min-height: 34rem)");
    this.byItself = this.#part("[data-by-itself]");
    this.byItself.checked = !document.cookie.includes("trellis-by-itself=no");
    this.saving = new Saving(root.dataset.answers, () => this.#tellSaved());
    this.submitKey = newKey();
    this.current = this.items[0];
    this.#listen();
    this.#layOut();
    root.hidden = false;
    this.#open();
  }

  #part(selector) {
    return this.root.querySelector(selector);
  }

  /** A sentence from the page, its {0}, {1} filled in. */
  #say(name, ...parts) {
    return this.root.dataset[name].replace(/\{(\d)\}/g, (_, i) => parts[i]);
  }

  #listen() {
    this.root.addEventListener("change", (event) => this.#changed(event));
    this.root.addEventListener("click", (event) => this.#clicked(event));
    this.root.addEventListener("focusin", (event) => {
      const item = this.#itemOf(event.target);
      if (item) this.current = item;
    });
    this.root.addEventListener("pointerdown", (event) => {
      if (event.target.closest(".row, [data-go]")) this.#stopGoingOn();
    });
    document.addEventListener("keydown", (event) => this.#keyed(event));
    this.wide.addEventListener("change", () => {
      const step = this.steps[this.at];
      this.#layOut();
      this.#show(typeof step === "string" ? this.steps.indexOf(step) : this.#stepOf(this.current));
    });
    addEventListener("popstate", (event) => {
      if (event.state?.step !== undefined) this.#show(event.state.step);
    });
  }

  #itemOf(element) {
    const at = element.closest?.("[data-item]");
    return at && this.items.find((item) => item.at === at);
  }

  /** Cuts the questions into screens: one each where it is narrow, a page of them where there is room. */
  #layOut() {
    const wide = this.wide.matches;
    this.root.dataset.layout = wide ? "page" : "one";
    const pages = [];
    for (const section of this.root.querySelectorAll("[data-section]")) {
      const inside = this.items.filter((item) => item.section === section);
      const size = !wide ? 1 : inside.length <= TOGETHER ? inside.length : 5;
      for (let i = 0; i < inside.length; i += size) pages.push(inside.slice(i, i + size));
    }
    this.steps = ["intro", ...pages, "review"];
  }

  #stepOf(item) {
    return this.steps.findIndex((step) => step.includes(item) && typeof step !== "string");
  }

  #open() {
    const blank = this.items.find((item) => !item.chosen);
    const fresh = this.items.every((item) => !item.chosen);
    this.mending = !fresh && Boolean(this.items.at(-1).chosen);
    const start = fresh ? 0 : blank ? this.#stepOf(blank) : this.steps.length - 1;
    if (blank && !fresh) this.current = blank;
    history.replaceState({ step: start }, "");
    this.#show(start, !fresh);
  }

  #go(step) {
    const to = Math.max(0, Math.min(step, this.steps.length - 1));
    if (to === this.at) return;
    history.pushState({ step: to }, "");
    this.#show(to);
  }

  #show(to, focus = true) {
    this.#stopGoingOn();
    this.at = to;
    const step = this.steps[to];
    const shown = typeof step === "string" ? [] : step;
    for (const screen of this.root.querySelectorAll("[data-screen]")) {
      screen.hidden = screen.dataset.screen !== (shown.length ? "questions" : step);
    }
    for (const section of this.root.querySelectorAll("[data-section]")) {
      section.hidden = !shown.some((item) => item.section === section);
    }
    for (const item of this.items) item.at.hidden = !shown.includes(item);
    this.#part("[data-steps]").hidden = !shown.length;
    this.#part("[data-progress]").hidden = step === "intro";
    if (step === "review") {
      this.mending = false;
      this.#part("[data-missing]").hidden = true;
      this.#listBlanks();
    }
    if (shown.length && !shown.includes(this.current)) this.current = shown.find((i) => !i.chosen) ?? shown[0];
    this.#tellPlace();
    if (!focus) return;
    scrollTo(0, 0);
    if (shown.length) this.#stand();
    else this.#part(`[data-screen=${step}] h1, [data-screen=${step}] h2`)?.focus();
  }

  /** Puts the focus on the current question and brings it into view. */
  #stand() {
    this.current.focus();
    if (this.wide.matches) this.current.at.scrollIntoView({ block: "nearest" });
  }

  #changed(event) {
    if (event.target === this.byItself) {
      const year = this.byItself.checked ? 0 : 31_536_000;
      document.cookie = `trellis-by-itself=no; path=/; max-age=${year}; samesite=lax`;
      return;
    }
    const item = this.#itemOf(event.target);
    if (item) this.#answer(item);
  }

  #answer(item) {
    this.saving.put(item.code, item.change);
    this.#tellPlace();
  }

  #clicked(event) {
    const pressed = event.target.closest("[data-go]");
    if (pressed) this.#pressed(pressed);
    // A finger or a mouse has a count of clicks; arrow keys that only pass over an answer have none.
    const row = event.target.matches("input[type=radio]") && event.detail > 0;
    if (row) this.#goOn(this.#itemOf(event.target));
  }

  #pressed({ dataset }) {
    if (dataset.go === "next") this.#goForward();
    else if (dataset.go === "back") this.#go(this.at - 1);
    else if (dataset.go === "blank") this.#takeBack();
    else if (dataset.go === "submit") this.#submit();
    else {
      this.mending = true;
      this.current = this.items.find((item) => item.code === dataset.go);
      this.#go(this.#stepOf(this.current));
      this.#stand();
    }
  }

  #takeBack() {
    if (!this.current.chosen) return;
    this.current.chosen.checked = false;
    this.#answer(this.current);
    this.current.focus();
  }

  /**
   * After an answer: the next question, if that is wanted; a whole page is turned by hand. Whatever
   * a person does before that decides alone where to go.
   */
  #goOn(item) {
    this.#stopGoingOn();
    if (!this.byItself.checked) return;
    this.lingering = item;
    this.goingOn = setTimeout(() => this.#goneOn(), LINGER);
  }

  #stopGoingOn() {
    clearTimeout(this.goingOn);
    this.lingering = null;
  }

  #goneOn() {
    const next = this.items[this.items.indexOf(this.lingering) + 1];
    this.#stopGoingOn();
    if (!this.wide.matches || this.mending) this.#goForward();
    else if (next && this.steps[this.at].includes(next)) {
      this.current = next;
      this.#stand();
    } else this.#part("[data-steps] [data-go=next]").focus();
    this.#settle();
  }

  /** For a moment nothing can be pressed: a second tap was not meant for the question that just came. */
  #settle() {
    clearTimeout(this.settling);
    this.root.dataset.settling = "";
    this.settling = setTimeout(() => delete this.root.dataset.settling, SETTLE);
  }

  #keyed(event) {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    const before = this.lingering;
    this.#stopGoingOn();
    if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    const radio = event.target.matches("input[type=radio]");
    const free = radio || !event.target.closest("a, button, input, select, textarea, summary");
    if (!free) return;
    const asking = typeof this.steps[this.at] !== "string";
    if (asking && this.#tooSoon(event)) event.preventDefault();
    else if (asking && /^[1-9]$/.test(event.key)) this.#typed(Number(event.key), before);
    else if (event.key === "Enter" && (asking || this.at === 0)) this.#entered();
    else if (event.key === "Backspace" && this.at > 0) this.#backward();
    else if (asking && event.key === "Delete") this.#takeBack();
    else return;
    event.preventDefault();
  }

  /** Whether a key is held down, or was meant for the question before: where one page shows several, only going on can be. */
  #tooSoon({ key, repeat }) {
    const settling = "settling" in this.root.dataset;
    return /^([1-9 ]|Enter|Delete)$/.test(key) && (repeat || (settling && (key === "Enter" || !this.wide.matches)));
  }

  /** A number answers the current question; typed ahead on a page of questions, the one after it. */
  #typed(number, before) {
    if (before && this.wide.matches) {
      this.lingering = before;
      this.#goneOn();
      if (this.current === before) return;
    }
    const item = this.current;
    if (!item.choose(number)) return;
    item.focus();
    this.#answer(item);
    this.#goOn(item);
  }

  #entered() {
    const next = this.items[this.items.indexOf(this.current) + 1];
    if (this.wide.matches && this.steps[this.at].includes(next)) {
      this.current = next;
      this.#stand();
    } else {
      this.#goForward();
    }
  }

  /** The next screen; who came back for a question that was left blank returns to where all is sent. */
  #goForward() {
    this.#go(this.mending ? this.steps.length - 1 : this.at + 1);
  }

  #backward() {
    const before = this.items[this.items.indexOf(this.current) - 1];
    if (before && this.steps[this.at].includes(before)) {
      this.current = before;
      this.#stand();
    } else {
      const step = this.steps[this.at - 1];
      if (Array.isArray(step)) this.current = step.at(-1);
      this.#go(this.at - 1);
    }
  }

  #listBlanks() {
    const blanks = this.items.filter((item) => !item.chosen);
    const list = this.#part("[data-blanks]");
    const pattern = this.#part("[data-blank]").content.firstElementChild;
    list.replaceChildren(
      ...blanks.map((item) => {
        const line = pattern.cloneNode(true);
        line.querySelector("[data-go]").dataset.go = item.code;
        line.querySelector("[data-number]").textContent = this.items.indexOf(item) + 1;
        line.querySelector("[data-words]").textContent = item.words;
        line.querySelector("[data-needed]").hidden = !item.required;
        return line;
      }),
    );
    this.#part("[data-if-blanks]").hidden = blanks.length === 0;
    const needed = blanks.some((item) => item.required);
    this.#part("[data-if-free]").hidden = needed;
    this.#part("[data-if-needed]").hidden = !needed;
    this.#part("[data-if-full]").hidden = blanks.length > 0;
  }

  #tellPlace() {
    const total = this.items.length;
    const answered = this.items.filter((item) => item.chosen).length;
    const step = this.steps[this.at];
    const minutes = Math.max(1, Math.ceil((Number(this.root.dataset.minutes) * (total - answered)) / total));
    const first = Array.isArray(step) ? this.items.indexOf(step[0]) + 1 : total;
    const last = Array.isArray(step) ? first + step.length - 1 : total;
    this.#part("[data-place]").textContent = !Array.isArray(step)
      ? this.#say("sayAnswered", answered, total)
      : first === last
        ? this.#say("sayPlace", first, total, minutes)
        : this.#say("sayPlaces", first, last, total, minutes);
    const bar = this.#part("progress");
    bar.max = total;
    bar.value = Array.isArray(step) ? first - 1 : answered;
    const next = this.#part("[data-steps] [data-go=next]");
    const skips = Array.isArray(step) && step.every((item) => !item.chosen);
    next.textContent = this.mending ? next.dataset.return : skips && step.length === 1 ? next.dataset.skip : next.dataset.next;
    next.classList.toggle("second", skips);
    this.#part("[data-go=blank]").hidden = !(this.root.dataset.layout === "one" && this.current.chosen);
  }

  /** One quiet line, always at the same place. A screen reader hears of trouble and of its end, not of each save. */
  #tellSaved() {
    const { trouble, waiting, savedAt } = this.saving;
    const line = this.#part("[data-saved]");
    const time = savedAt?.toLocaleTimeString(document.documentElement.lang, { timeStyle: "short", hourCycle: "h23", timeZone: document.querySelector("meta[name=trellis-zone]").content });
    const state = trouble ? "trouble" : waiting.size > 0 ? "saving" : savedAt ? "saved" : "none";
    const words = {
      trouble: () => this.#say({ network: "sayNetwork", signedOut: "saySignedOut", closed: "sayClosed", refused: "sayRefused" }[trouble]),
      saving: () => this.#say("saySaving"),
      saved: () => this.#say("saySaved", time),
      none: () => "",
    }[state]();
    line.dataset.state = state;
    line.textContent = words;
    this.#part("[data-signed-out]").hidden = trouble !== "signedOut";
    this.#part("[data-closed]").hidden = trouble !== "closed";
    const heard = this.#part("[data-heard]");
    if (state === "trouble") heard.textContent = words;
    else if (state === "saved" && heard.textContent) heard.textContent = words;
  }

  async #submit() {
    const button = this.#part("[data-go=submit]");
    const problem = this.#part("[data-missing]");
    if (button.getAttribute("aria-disabled") === "true") return;
    const needed = this.items.filter((item) => item.required && !item.chosen);
    problem.hidden = needed.length === 0;
    if (needed.length > 0) return problem.focus();
    button.setAttribute("aria-disabled", "true");
    await this.saving.settled();
    await this.#deliver();
    button.removeAttribute("aria-disabled");
  }

  /** Sends until there is an answer: the same key each time, so that twice sent is once received. */
  async #deliver() {
    for (let pause = FIRST_PAUSE; this.saving.trouble !== "closed"; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      const { status, body } = await send("POST", this.root.dataset.submit, { key: this.submitKey });
      if (status === 200) return location.assign(body.next);
      if (status === 422) return this.#named(body.missing ?? []);
      if (status === 404 || status === 409) this.saving.trouble = "closed";
      else if (status === 401 || status === 403) this.saving.trouble = (await renewToken().catch(() => false)) ? "" : "signedOut";
      else this.saving.trouble = "network";
      this.#tellSaved();
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #named(missing) {
    for (const item of this.items) if (missing.includes(item.code)) item.at.dataset.required = "true";
    this.#listBlanks();
    const problem = this.#part("[data-missing]");
    problem.hidden = false;
    problem.focus();
  }
}

for (const root of document.querySelectorAll("[data-answers]")) new Questionnaire(root);
