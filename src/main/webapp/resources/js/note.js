/*
 * A draft in the browser: it is saved while it is written, a few seconds behind the typing.
 *
 * The promise: what is shown as saved is on disk, and what is not saved never looks saved. Text that
 * waits is held in this page's memory only. Where somebody else saved in between, both texts are
 * shown and neither is lost.
 */
const { newKey, renewToken, send } = await import(document.getElementById("sending").href);

const QUIET = 1_200; // ms without typing after which a draft is saved
const BEHIND = 5_000; // ms that saving is behind the typing at most
const FIRST_PAUSE = 1_000; // ms before the first retry, doubled up to…
const LONGEST_PAUSE = 15_000;

/** What stands in the section of this area; a clinic may name a section like a part of any object. */
const textIn = (sections, area) => (Object.hasOwn(sections, area.dataset.section) ? sections[area.dataset.section] : "");

class Draft {
  constructor(root) {
    this.root = root;
    this.areas = [...root.querySelectorAll("textarea[data-section]")];
    this.version = Number(root.dataset.version);
    this.savedAt = null;
    this.stored = this.#text(); // what the server has, as far as this page knows
    this.state = "saved"; // saved, unsaved, saving, network, signedOut, closed, refused, conflict
    this.pause = FIRST_PAUSE;
    this.since = 0;
    this.change = null; // the save that is under way or waits for a retry
    this.visited = new WeakSet(); // the sections that know where the writer was in them
    root.addEventListener("input", (event) => this.#typed(event.target));
    root.addEventListener("focusin", (event) => this.visited.add(event.target));
    root.addEventListener("click", (event) => this.#pressed(event));
    addEventListener("online", () => this.#again());
    addEventListener("focus", () => this.#again());
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#save() : this.#again()));
    addEventListener("beforeunload", (leaving) => {
      if (document.body && this.dirty && this.state !== "closed") leaving.preventDefault();
    });
  }

  #part(selector) {
    return this.root.querySelector(selector);
  }

  #text() {
    const filled = this.areas.filter((area) => area.value !== "");
    return Object.fromEntries(filled.map((area) => [area.dataset.section, area.value]));
  }

  get dirty() {
    return JSON.stringify(this.#text()) !== JSON.stringify(this.stored);
  }

  #typed(area) {
    const field = area.closest?.("[data-copied]");
    if (field) field.dataset.copied = "false";
    if (["closed", "conflict"].includes(this.state)) return;
    if (this.state === "refused") this.#say("");
    this.since ||= Date.now();
    if (["saved", "refused"].includes(this.state)) this.#tell("unsaved");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#save(), Math.max(0, Math.min(QUIET, this.since + BEHIND - Date.now())));
  }

  /** Saves what stands here now; one request at a time, and a lost reply is asked for again. */
  async #save() {
    if (this.flying || ["closed", "conflict", "signedOut"].includes(this.state)) return;
    clearTimeout(this.timer);
    if (!this.change) {
      if (!this.dirty) return this.state === "unsaved" ? this.#tell("saved") : undefined;
      this.since = 0;
      this.change = { key: newKey(), version: this.version, sections: this.#text() };
    }
    this.flying = true;
    this.#tell("saving");
    const { status, body } = await send("PUT", this.root.dataset.draft, this.change);
    this.flying = false;
    if (status === 200) this.#landed(body);
    else if (status === 409 && body.sections) this.#conflict(body);
    else if (status === 404 || status === 409) this.#tell("closed");
    else if (status === 401 || status === 403) this.#tell("signedOut");
    else if (status === 422) this.#refused(body);
    else this.#later();
  }

  #landed(body) {
    this.version = body.version;
    this.savedAt = new Date(body.savedAt);
    this.stored = this.change.sections;
    this.change = null;
    this.pause = FIRST_PAUSE;
    this.#tell(this.dirty ? "unsaved" : "saved");
    if (this.dirty) this.timer = setTimeout(() => this.#save(), QUIET);
  }

  #later() {
    this.#tell("network");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#save(), this.pause * (0.8 + Math.random() * 0.4));
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  /** Tries once more, now: the network is back, or somebody signed in again in another tab. */
  async #again() {
    if (this.state === "signedOut" && !(await renewToken().catch(() => false))) return;
    if (this.state === "signedOut") this.#tell("unsaved");
    this.#save();
  }

  #refused(body) {
    this.change = null;
    this.#tell("refused");
    const long = body.message === "note.section.long";
    this.#say(body.field, long ? this.root.dataset.sayLong : this.root.dataset.sayRefused);
  }

  /** What is wrong, beside the section that it is about. */
  #say(section, words = "") {
    for (const area of this.areas) {
      const wrong = area.dataset.section === section && words !== "";
      area.toggleAttribute("aria-invalid", wrong);
      area.closest(".section").querySelector("[data-says]").textContent = wrong ? words : "";
    }
  }

  /** Both texts, section by section where they differ; nothing is saved until one chose. */
  #conflict(body) {
    this.change = null;
    this.theirs = body;
    this.#tell("conflict");
    this.#part("[data-conflict-says]").textContent = this.root.dataset.sayTheirs.replace("{0}", body.by);
    this.#part("[data-theirs]").replaceChildren(
      ...this.areas
        .filter((area) => textIn(body.sections, area) !== area.value)
        .map((area) => {
          const quote = document.createElement("blockquote");
          const name = document.createElement("b");
          const words = document.createElement("p");
          name.textContent = area.dataset.name;
          words.textContent = textIn(body.sections, area) || "–";
          words.className = "written";
          words.dir = "auto";
          quote.append(name, words);
          return quote;
        }),
    );
    const panel = this.#part("[data-conflict]");
    panel.hidden = false;
    panel.focus();
  }

  #pressed(event) {
    const choice = event.target.closest("[data-keep]")?.dataset.keep;
    if (choice) this.#settle(choice);
    const quote = event.target.closest("[data-quote]");
    if (quote) this.#quote(quote);
    const leaving = event.target.closest("[data-sign], [data-done]");
    if (leaving && this.dirty) {
      event.preventDefault();
      this.#leave(leaving.href);
    }
  }

  /**
   * Puts words that the page shows into the section beside the button, where the writer was last in
   * it, or at its end: typed, as it were, so that it is saved like typing and undone by Ctrl+Z.
   */
  #quote(button) {
    const area = button.closest(".section").querySelector("textarea");
    const at = this.visited.has(area) ? area.selectionEnd : area.value.length;
    const [before, after] = [area.value.slice(0, at), area.value.slice(at)];
    const words =
      (before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n") +
      document.getElementById(button.dataset.quote).textContent +
      (after.startsWith("\n") ? "" : "\n");
    area.focus();
    area.setSelectionRange(at, at);
    if (!document.execCommand("insertText", false, words)) {
      area.setRangeText(words, at, at, "end");
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    const heard = this.#part("[data-quoted]");
    heard.textContent = "";
    setTimeout(() => (heard.textContent = heard.dataset.quoted.replace("{0}", () => button.dataset.title)), 100);
  }

  #settle(choice) {
    const { sections, version, savedAt } = this.theirs;
    for (const area of this.areas) {
      const theirs = textIn(sections, area);
      if (choice === "theirs") area.value = theirs;
      if (choice === "both" && theirs !== area.value) area.value = [area.value, theirs].filter(Boolean).join("\n\n");
    }
    this.version = version;
    this.stored = sections;
    this.savedAt = new Date(savedAt);
    this.#part("[data-conflict]").hidden = true;
    this.#tell(this.dirty ? "unsaved" : "saved");
    this.areas[0].focus();
    this.#save();
  }

  /** Goes on, to sign or to the list, once all is saved. */
  async #leave(address) {
    for (let tries = 0; this.dirty && tries < 50; tries++) {
      await this.#save();
      if (["closed", "conflict", "signedOut", "refused"].includes(this.state)) return;
      if (this.dirty) await new Promise((resolve) => setTimeout(resolve, 200));
    }
    if (!this.dirty) location.assign(address);
  }

  /** One quiet line, always at the same place. A screen reader hears of trouble and of its end. */
  #tell(state) {
    this.state = state;
    const say = this.root.dataset;
    const trouble = ["network", "signedOut", "closed", "refused", "conflict"].includes(state);
    const time = (this.savedAt ?? new Date()).toLocaleTimeString(document.documentElement.lang, { timeStyle: "short", hourCycle: "h23", timeZone: document.querySelector("meta[name=trellis-zone]").content });
    const line = this.#part("[data-saved]");
    line.dataset.state = trouble ? "trouble" : state === "saved" ? "saved" : "saving";
    line.textContent = {
      saved: say.saySaved.replace("{0}", time),
      unsaved: say.sayUnsaved,
      saving: say.saySaving,
      network: say.sayNetwork,
      signedOut: say.saySignedOut,
      closed: say.sayClosed,
      refused: say.sayUnsaved,
      conflict: say.sayUnsaved,
    }[state];
    this.#part("[data-signed-out]").hidden = state !== "signedOut";
    const heard = this.#part("[data-heard]");
    if (trouble || heard.textContent) heard.textContent = line.textContent;
  }
}

for (const root of document.querySelectorAll("[data-draft]")) new Draft(root);
