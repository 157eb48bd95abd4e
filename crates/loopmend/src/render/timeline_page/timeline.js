"use strict";
// Shows the test under the pointer or the arrow keys, and leads to what links and the picture point to.
(() => {
  const row = (number) => document.getElementById(`t${number}`);

  // What stands in a folded list can be gone to when it is unfolded.
  const show = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  };

  for (const strip of document.querySelectorAll(".strip")) {
    const tests = [...strip.querySelectorAll("[data-test]")];
    const output = strip.parentElement.querySelector(".at");
    let selected = -1;

    const select = (index) => {
      tests[selected]?.classList.remove("selected");
      selected = Math.max(0, Math.min(tests.length - 1, index));
      const test = tests[selected];
      test.classList.add("selected");
      const link = document.createElement("a");
      link.href = `#t${test.dataset.test}`;
      link.textContent = "Show it in the list";
      output.replaceChildren(row(test.dataset.test).textContent, " – ", link);
    };

    const steps = { ArrowRight: () => selected + 1, ArrowLeft: () => selected - 1, Home: () => 0, End: () => tests.length - 1 };
    strip.addEventListener("keydown", (event) => {
      if (tests.length === 0) return;
      if (event.key in steps) select(steps[event.key]());
      else if (event.key === "Enter" && selected >= 0) show(row(tests[selected].dataset.test));
      else return;
      event.preventDefault();
    });
    strip.addEventListener("click", (event) => {
      const { test, finding } = event.target.dataset;
      if (test !== undefined) select(tests.indexOf(event.target));
      if (finding !== undefined) show(document.getElementById(`f${finding}`));
    });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    show(target);
  });
})();
