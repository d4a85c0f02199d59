/*
 * A slider and the number beside it show the same. Without this the page works too: what is typed
 * counts, and where nothing is typed, the slider does.
 */

for (const slider of document.querySelectorAll("input[data-slide]")) {
  const number = document.getElementById(slider.dataset.slide);
  if (number.value === "") number.value = slider.value;
  else if (number.checkValidity()) slider.value = number.value;
  slider.addEventListener("input", () => (number.value = slider.value));
  number.addEventListener("input", () => {
    if (number.value !== "" && number.checkValidity()) slider.value = number.value;
  });
}
