/*
 * A slider and the number beside it show the same, once somebody moved, touched or typed: before that
 * the number is empty, and nothing is said. Without this the page works too: what is typed counts, and
 * where nothing is typed, a slider that was moved does.
 */

for (const slider of document.querySelectorAll("input[data-slide]")) {
  const number = document.getElementById(slider.dataset.slide);
  if (number.value !== "" && number.checkValidity()) slider.value = number.value;
  for (const said of ["input", "click"]) slider.addEventListener(said, () => (number.value = slider.value));
  number.addEventListener("input", () => {
    if (number.value !== "" && number.checkValidity()) slider.value = number.value;
  });
}
