"use strict";
// Filters the tests by words, and folds and unfolds. The page is complete without it.
(() => {
  const form = document.querySelector(".filter");
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  const folds = [...document.querySelectorAll("main details")];
  const entries = [...document.querySelectorAll(".entry")];
  const total = entries.filter((entry) => entry.dataset.kind === "test").length;
  // From the inside out, so that what stands around can ask what is left of it.
  const around = [...document.querySelectorAll(".part, .file, .card, main section")].reverse();
  let texts = null;
  let opened = null;

  // What a test is found by: its identifier, its row, and the headings and the reason that it stands under.
  const textOf = (entry) => {
    const words = [entry.dataset.id ?? "", entry.textContent];
    for (let node = entry.parentElement; node && node.tagName !== "MAIN"; node = node.parentElement) {
      for (const child of node.children) {
        if (/^(SUMMARY|H2|P|DL)$/.test(child.tagName) && !child.matches(".entry, .on-loop, .meaning")) {
          words.push(child.textContent);
        }
      }
    }
    return words.join(" ").toLowerCase();
  };

  const restore = () => {
    entries.concat(around).forEach((element) => { element.hidden = false; });
    folds.forEach((fold, index) => { fold.open = opened ? opened[index] : fold.open; });
    opened = null;
    output.value = "";
  };

  const filter = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return restore();
    texts ??= entries.map(textOf);
    opened ??= folds.map((fold) => fold.open);
    let left = 0;
    entries.forEach((entry, index) => {
      entry.hidden = !words.every((word) => texts[index].includes(word));
      if (!entry.hidden && entry.dataset.kind === "test") left += 1;
    });
    around.forEach((element) => { element.hidden = !element.querySelector(".entry:not([hidden])"); });
    if (left <= 200) folds.forEach((fold) => { fold.open = !fold.hidden; });
    output.value = `${left.toLocaleString("en")} of ${total.toLocaleString("en")} tests`;
  };

  input.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const fold = event.target.dataset.fold;
    if (fold) folds.forEach((element) => { element.open = fold === "open"; });
  });
  form.hidden = false;
  if (input.value) filter();
})();
