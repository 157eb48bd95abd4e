// What is asked of a page in the browser. Each function gives plain data, which the task judges.
const check = {
  ids: (kind) => [...document.querySelectorAll(`[data-kind="${kind}"]`)].map((element) => element.dataset.id),
  overflow: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  openAll: () => { document.querySelectorAll("details").forEach((fold) => { fold.open = true; }); },
  isFilterShown: () => document.querySelector(".filter").checkVisibility(),

  // Goes along the picture of the tests by keys. Gives where the links lead that are shown, and whether Enter leads to the test.
  walk: () => {
    const strip = document.querySelector(".strip");
    const press = (key) => strip.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    const shown = () => document.querySelector(".at a").hash.slice(1);
    strip.focus();
    const seen = ["Home", "ArrowRight", "ArrowLeft"].map((key) => { press(key); return shown(); });
    press("Enter");
    const reached = document.activeElement;
    return [...seen, reached.id === "t0" && reached.checkVisibility()];
  },

  // Writes into the filter and gives the tests that can be seen then.
  filter: (words) => {
    const input = document.querySelector(".filter input");
    input.value = words;
    input.dispatchEvent(new Event("input"));
    const tests = [...document.querySelectorAll('[data-kind="test"]')];
    return tests.filter((test) => test.checkVisibility()).map((test) => test.dataset.id);
  },

  // Texts with less contrast than WCAG 2 asks for at level AA (w3.org/TR/WCAG22/#contrast-minimum).
  faint: () => {
    const channels = (color) => color.match(/[\d.]+/g).map(Number);
    const luminance = (color) => {
      const [red, green, blue] = channels(color).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (element) => {
      for (let node = element; node; node = node.parentElement) {
        const color = getComputedStyle(node).backgroundColor;
        if (channels(color)[3] !== 0) return color;
      }
      return "rgb(255, 255, 255)";
    };
    const hasText = (element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    const found = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!hasText(element) || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const [low, high] = [luminance(style.color), luminance(ground(element))].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (isLarge ? 3 : 4.5)) found.push(`${ratio.toFixed(2)}: ${element.textContent.trim().slice(0, 60)}`);
    }
    return found;
  },
};
