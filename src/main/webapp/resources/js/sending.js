/*
 * Small requests that save what a person typed. What they promise: a change has one name on all its
 * tries, and a reply that did not come means that nothing is known.
 */

const PATIENCE = 10_000; // ms until a request without a reply counts as lost

/** A time-ordered UUID (version 7): the name of one change, the same on each of its retries. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let i = 5; i >= 0; i--, now = Math.floor(now / 256)) bytes[i] = now % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

const meta = (page, name) => page.querySelector(`meta[name=${name}]`);
const token = () => meta(document, "trellis-token")?.content ?? "";

/**
 * After signing in again elsewhere, this page's token is stale: asks the server for today's. Where
 * somebody else signed in, nothing here may be sent in that name, and nothing here is theirs to see.
 */
export async function renewToken() {
  const reply = await fetch(location.pathname + location.search, { redirect: "manual", cache: "no-store" });
  const page = new DOMParser().parseFromString(await reply.text(), "text/html");
  const who = meta(page, "trellis-who")?.content; // said where there is no such page for them, too
  if (who && who !== meta(document, "trellis-who").content) {
    document.documentElement.replaceChildren();
    location.replace(location.href);
    return false;
  }
  const fresh = meta(page, "trellis-token")?.content;
  if (!reply.ok || !fresh) return false;
  meta(document, "trellis-token").content = fresh;
  return true;
}

/** Sends JSON and answers { status, body }; status 0 means no reply came, so nothing is known. */
export async function send(method, address, change) {
  const body = JSON.stringify(change);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), PATIENCE);
  try {
    const reply = await fetch(address, {
      method,
      headers: { "Content-Type": "application/json", "X-Trellis-Token": token() },
      body,
      redirect: "manual",
      keepalive: body.length < 20_000, // a change made just before the page closes still arrives
      signal: limit.signal,
    });
    if (reply.type === "opaqueredirect") return { status: 401, body: {} };
    const json = reply.headers.get("Content-Type")?.includes("json");
    return { status: reply.status, body: json ? await reply.json() : {} };
  } catch {
    return { status: 0, body: {} };
  } finally {
    clearTimeout(timer);
  }
}
