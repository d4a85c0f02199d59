/*
 * What every page shares: the switch of light and dark, the palette, the quick exit, and
 * the warning before a session ends. Nothing here is needed to read a page.
 */

const meta = (name) => document.querySelector(`meta[name=${name}]`)?.content;

/* Light and dark: a cookie, so that the server renders the next page right from the start. */
for (const choice of document.querySelectorAll("input[name=theme]")) {
  choice.addEventListener("change", () => {
    document.documentElement.dataset.theme = choice.value;
    document.cookie = `trellis-theme=${choice.value}; path=/; max-age=31536000; samesite=lax`;
  });
}

/* An open menu closes by Escape and by a click elsewhere. */
const menus = document.querySelectorAll("details.me, details.help");
document.addEventListener("click", (event) => {
  for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of menus) {
      if (menu.open && menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  }
});

/*
 * Ctrl-K from anywhere: the beginning of a client's name, or a place, or an act. The server has
 * written all that can be chosen; this narrows it down. A name is sent by a form, never by an address.
 */
const palette = document.getElementById("palette");

if (palette) {
  const text = palette.querySelector("[role=combobox]");
  const search = palette.querySelector("[data-search]");
  const options = [...palette.querySelectorAll("[role=option]")];
  const folded = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  let active = null;

  function choose(option) {
    active = option;
    for (const each of options) each.setAttribute("aria-selected", String(each === option));
    text.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** What begins like the text, and the search for it. One letter is rather a name than a place. */
  function narrow() {
    const typed = folded(text.value);
    for (const option of options) {
      const words = folded(option.textContent);
      option.hidden = option === search ? !typed : !` ${words}`.includes(` ${typed}`);
    }
    search.querySelector("[data-typed]").textContent = text.value.trim();
    choose(typed.length === 1 ? search : shown()[0]);
  }

  const shown = () => options.filter((option) => !option.hidden);

  function move(by) {
    const list = shown();
    choose(list[(list.indexOf(active) + by + list.length) % list.length]);
  }

  function open() {
    text.value = "";
    narrow();
    palette.showModal();
    text.focus();
  }

  document.querySelector("[data-palette]").addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    if (palette.open) palette.close();
    else if (!document.querySelector("dialog[open]")) open();
  });

  text.addEventListener("input", narrow);
  text.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter") active.click();
    else return;
    event.preventDefault();
  });

  for (const option of options) option.addEventListener("pointermove", () => choose(option));
  palette.addEventListener("click", (event) => {
    const { target } = event;
    if (target === palette || target.closest("[data-close]")) palette.close();
    const wear = target.closest("[data-wear]");
    if (!wear) return;
    document.querySelector(`input[name=theme][value=${wear.dataset.wear}]`).click();
    palette.close();
  });
}

/* Out at once: the session ends behind one's back, and Back does not lead here again. */
for (const exit of document.querySelectorAll("a[data-quick-exit]")) {
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    fetch("/sign-out", { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {});
    document.documentElement.replaceChildren();
    location.replace(exit.href);
  });
}

/*
 * The session's end is announced two minutes ahead and can be put off. Only a person's own acts count
 * as activity; tabs of one session tell each other.
 */
const idle = Number(meta("trellis-idle")) * 1000;
const warning = document.getElementById("idle");

if (idle && warning) {
  const WARN = Math.min(120_000, idle / 2);
  const TELL = Math.min(60_000, idle / 4);
  const tabs = new BroadcastChannel("trellis-activity");
  let active = Date.now();
  let told = Date.now();
  let over = false;

  const alive = async () => {
    told = Date.now();
    const reply = await fetch("/api/session/alive", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Trellis-Token": meta("trellis-token") ?? "" },
      body: "{}",
      redirect: "manual",
    }).catch(() => null);
    if (reply && (reply.status === 401 || reply.type === "opaqueredirect")) active = -Infinity;
  };

  const act = () => {
    if (over || warning.open) return;
    active = Date.now();
    tabs.postMessage(active);
    if (active - told > TELL) alive();
  };

  const stay = () => {
    active = Date.now();
    tabs.postMessage(active);
    warning.close();
    alive();
  };

  for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, act, { passive: true });
  tabs.addEventListener("message", ({ data }) => {
    active = Math.max(active, data);
    if (warning.open && !over) warning.close();
  });
  warning.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (!over) stay();
  });
  warning.querySelector("[data-stay]").addEventListener("click", stay);

  const left = warning.querySelector("[data-left]");
  setInterval(() => {
    const rest = idle - (Date.now() - active);
    if (rest > WARN) return;
    over ||= rest <= 0;
    warning.querySelector("[data-before]").hidden = over;
    warning.querySelector("[data-after]").hidden = !over;
    const seconds = Math.max(0, Math.ceil(Math.min(rest, WARN) / 1000));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (!warning.open) warning.showModal();
  }, 1000);
}
