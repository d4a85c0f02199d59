/*
 * What every page shares: the switch of light and dark, the way to the search, the quick exit, and
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
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    const find = document.getElementById("find");
    if (find) {
      event.preventDefault();
      find.focus();
      find.select();
    }
  }
});

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
