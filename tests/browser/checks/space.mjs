// Nothing runs out of the page or is cut off: at 320 px (which is 400 % zoom of 1280 px), and with more space in text.

/** What WCAG 1.4.12 lets a reader set. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** What is lost at the present width. */
export function nothingLost(tab) {
  return tab.evaluate(() => {
    const page = document.documentElement;
    const faults = [];
    if (page.scrollWidth > page.clientWidth) {
      const wide = [...document.body.querySelectorAll("*")].filter((element) => {
        const scrolls = element.closest(".table, pre");
        return element.getBoundingClientRect().right > page.clientWidth + 1 && (!scrolls || scrolls === element);
      });
      faults.push(`scrolls sideways (${page.scrollWidth} px): ${wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)).join(" ")}`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const hides = [style.overflowX, style.overflowY].some((way) => ["hidden", "clip"].includes(way));
      // Text that is only to be heard is cut off on purpose.
      if (!hides || style.clipPath !== "none" || element.closest("svg")) continue;
      const cut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      if (cut) faults.push(`cut off: ${element.outerHTML.slice(0, 80)}`);
    }
    return faults;
  });
}

/** What is lost at the present width with more space between letters, words, lines and paragraphs. */
export async function spacedOut(tab) {
  const style = await tab.addStyleTag({ content: SPACING });
  const faults = await nothingLost(tab);
  await style.evaluate((element) => element.remove());
  return faults.map((fault) => `spaced out: ${fault}`);
}
