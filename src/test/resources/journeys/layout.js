/*
 * What is wrong with how a page lies in its window, as a list of sentences: what is too wide, what is
 * cut off or squeezed, what lies over something else.
 */
() => {
  const found = [];
  const inside = document.querySelector("dialog[open]") ?? document.body; // the rest is inert then
  const says = (element) =>
    `<${element.tagName.toLowerCase()} ${element.getAttribute("class") ?? ""}> "${element.textContent.trim().slice(0, 40)}"`;
  const over = document.scrollingElement.scrollWidth - innerWidth;
  if (over > 0) found.push(`the page is ${over} px too wide`);

  const heardOnly = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (getComputedStyle(each).clipPath !== "none" || each.matches(".skip")) return true;
    }
    return false;
  };
  const floats = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (["fixed", "sticky"].includes(getComputedStyle(each).position)) return true;
    }
    return false;
  };
  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    !element.closest("noscript, template, select, option") &&
    !heardOnly(element);

  const lines = [];
  const words = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const text = words.currentNode;
    const at = text.parentElement;
    if (!text.data.trim() || !seen(at)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    for (const box of boxes) lines.push({ text, at, box, floats: floats(at) });
    if (boxes.length > 2 && text.data.trim().length < 4 * boxes.length) found.push(`${says(at)} is squeezed`);
  }

  for (const { at, box } of lines) {
    let scrolls = false;
    for (let each = at; each && each !== document.body; each = each.parentElement) {
      const style = getComputedStyle(each);
      const frame = each.getBoundingClientRect();
      const closed = (overflow) => overflow === "hidden" || overflow === "clip";
      scrolls ||= /auto|scroll/.test(style.overflowX);
      const wide = closed(style.overflowX) && (box.left < frame.left - 1 || box.right > frame.right + 1);
      const high = closed(style.overflowY) && (box.top < frame.top - 2 || box.bottom > frame.bottom + 2);
      if (wide || high) found.push(`${says(at)} is cut off by ${says(each).split('"')[0]}`);
    }
    if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) found.push(`${says(at)} leaves the window`);
  }
  for (const each of inside.querySelectorAll("*")) {
    const scrolls = /auto|scroll/.test(getComputedStyle(each).overflowX) && !each.matches("textarea, select");
    const more = each.scrollWidth - each.clientWidth;
    if (scrolls && more > 1 && seen(each)) found.push(`${says(each)} must be scrolled sideways by ${more} px`);
  }

  // The letters themselves are lower than their line: a quarter above and below is air.
  const core = ({ box }) => ({ top: box.top + box.height / 4, bottom: box.bottom - box.height / 4 });
  for (const [i, one] of lines.entries()) {
    for (const other of lines.slice(i + 1)) {
      if (one.text === other.text || one.floats || other.floats) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(core(one).bottom, core(other).bottom) - Math.max(core(one).top, core(other).top);
      if (wide > 2 && high > 2) found.push(`${says(one.at)} lies over ${says(other.at)}`);
    }
  }
  return [...new Set(found)];
}
