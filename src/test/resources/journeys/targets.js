/*
 * What is too small to be hit, as a list of sentences. A target counts with all that leads to it: its
 * label, and a row that it fills. A link within a sentence is exempt, and so is a mark in a drawing
 * whose page has another link to the same; where the least is 24 px, so is what has that much room of
 * its own (WCAG 2.5.8).
 */
(least) => {
  const CONTROL = "a[href], button, input:not([type=hidden]), select, textarea, summary";
  const found = [];
  const own = (hit, control) => hit && (control.contains(hit) || hit.closest("label")?.control === control);
  const inSentence = (control) =>
    control.matches("a") &&
    getComputedStyle(control).display === "inline" &&
    control.parentElement.textContent.trim().length > control.textContent.trim().length;
  const hasTwin = (control, all) =>
    control.closest("svg") && all.some((each) => !each.closest("svg") && each.getAttribute("href") === control.getAttribute("href"));
  const inside = document.querySelector("dialog[open]") ?? document.body; // the rest is inert then
  const boxOf = (control) => (control.closest("label") ?? control).getBoundingClientRect();
  const all = [...inside.querySelectorAll(CONTROL)];
  for (const control of all) {
    const visible = control.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
    if (!visible || control.matches(".skip, :disabled, .unseen") || inSentence(control) || hasTwin(control, all)) continue;
    let box = boxOf(control);
    if (box.width >= least && box.height >= least) continue;
    control.scrollIntoView({ block: "center", behavior: "instant" });
    box = boxOf(control);
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const reach = least / 2 - 1;
    const missed = [[-reach, 0], [reach, 0], [0, -reach], [0, reach]]
      .map(([right, down]) => document.elementFromPoint(x + right, y + down))
      .filter((hit) => !own(hit, control) && (least > 24 || hit?.closest(`${CONTROL}, label`)));
    if (missed.length > 0) {
      const name = (control.textContent.trim() || control.id || control.name || control.getAttribute("aria-label") || "").slice(0, 40);
      found.push(`<${control.tagName.toLowerCase()}> "${name}" is ${Math.round(box.width)} x ${Math.round(box.height)} px`);
    }
  }
  scrollTo(0, 0);
  return found;
}
