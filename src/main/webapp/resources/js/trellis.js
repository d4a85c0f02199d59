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

/* Where something that was sent does not fit, one goes on at the first such field. */
document.querySelector(".field:has(.ui-message-error) :is(input, select, textarea)")?.focus();

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
 * as activity, in whichever tab; the count runs from the last one that the server heard of, since the
 * server ends the session by its own clock.
 */
const idle = Number(meta("trellis-idle")) * 1000;
const warning = document.getElementById("idle");

if (idle && warning) {
  const WARN = Math.min(120_000, idle / 2);
  const TELL = Math.min(30_000, idle / 8); // acts are told to the server at most this often
  const tabs = new BroadcastChannel("trellis-activity");
  let heard = Date.now();
  let over = false;
  let telling = 0;
  let asking = false;

  const hear = (when) => {
    heard = Math.max(heard, when);
    if (warning.open && !over) warning.close();
  };

  const tell = async () => {
    const when = Date.now();
    const reply = await fetch("/api/session/alive", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Trellis-Token": meta("trellis-token") ?? "" },
      body: "{}",
      redirect: "manual",
    }).catch(() => null);
    telling = 0;
    if (reply?.ok) {
      hear(when);
      tabs.postMessage(when);
    } else if (reply?.status === 401) heard = -Infinity;
    else if (reply?.status === 403) await back();
  };

  const act = () => {
    if (over || warning.open) return;
    telling ||= setTimeout(tell, Math.max(0, heard + TELL - Date.now()));
  };

  const show = () => {
    warning.querySelector("[data-before]").hidden = over;
    warning.querySelector("[data-after]").hidden = !over;
    warning.toggleAttribute("data-over", over);
    warning.setAttribute("aria-labelledby", over ? "idle-over" : "idle-title");
    if (!warning.open) warning.showModal();
    if (over && !warning.contains(document.activeElement)) warning.querySelector("[data-after] a").focus();
  };

  /* Whoever signed in again elsewhere goes on here as before; for somebody else this page is none. */
  const back = async () => {
    const reply = await fetch(location.href, { redirect: "manual", cache: "no-store" }).catch(() => null);
    if (!reply || reply.type === "opaqueredirect" || reply.status >= 500) return;
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const now = (name) => page.querySelector(`meta[name=${name}]`)?.content;
    if (!reply.ok || now("trellis-who") !== meta("trellis-who")) {
      document.documentElement.replaceChildren();
      return location.replace(location.href);
    }
    document.querySelector("meta[name=trellis-token]").content = now("trellis-token");
    over = false;
    hear(Date.now());
  };

  /*
   * A form goes off once the server still knows who sends it; otherwise one signs in first, in
   * another tab, and what was typed stays here. While it asks, a second press does nothing.
   */
  const known = new WeakSet();
  addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.elements["jakarta.faces.ViewState"] || known.delete(form)) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    await tell();
    asking = false;
    if (heard === -Infinity || !form.isConnected) return;
    known.add(form);
    form.requestSubmit(event.submitter);
  });

  for (const sign of ["keydown", "pointerdown"]) addEventListener(sign, act, { passive: true });
  for (const sign of ["focus", "visibilitychange"]) addEventListener(sign, () => over && !document.hidden && back());
  tabs.addEventListener("message", ({ data }) => (over ? back() : hear(data)));
  tabs.postMessage(heard);
  warning.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (!over) tell();
  });
  warning.querySelector("[data-stay]").addEventListener("click", tell);

  const left = warning.querySelector("[data-left]");
  setInterval(() => {
    const rest = idle - (Date.now() - heard);
    if (!over && rest > WARN) return;
    over ||= rest <= 0;
    const seconds = Math.max(0, Math.ceil(Math.min(rest, WARN) / 1000));
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    show();
  }, 1000);
}
