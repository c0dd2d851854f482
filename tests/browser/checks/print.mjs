// On paper: nothing wrong in the printed style, every chart with its numbers, and a PDF with tags, bookmarks, a title
// and a language.

import { runAxe } from "./axe.mjs";

/** The width of A4 within its margins, in CSS pixels. */
const PAPER = 643;

/** What is wrong with a page when it is printed. */
export async function printed(tab, explained) {
  await tab.setViewportSize({ width: PAPER, height: 900 });
  await tab.emulateMedia({ media: "print" });
  const faults = [...(await runAxe(tab, explained)), ...(await tooWide(tab)), ...(await unsaid(tab))];
  const headings = await tab.locator("h1, h2, h3, h4, h5, h6").count();
  const title = await tab.title();
  const pdf = (await tab.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString("latin1");
  const bookmarks = pdf.match(/\/Title\s/g)?.length ?? 0;
  const wanted = [
    ["tags", pdf.includes("/StructTreeRoot") && /\/Marked true/.test(pdf)],
    ["a language", pdf.includes("/Lang (en-GB)")],
    ["bookmarks", pdf.includes("/Outlines") && bookmarks >= headings],
    ["a title", title !== "" && pdf.includes("/Title")],
    ["the size of A4", /\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.?\d*\]/.test(pdf)],
  ];
  faults.push(...wanted.filter(([, has]) => !has).map(([what]) => `the PDF has not ${what}`));
  return faults.map((fault) => `print: ${fault}`);
}

/** What would be cut off at the edge of the paper. */
function tooWide(tab) {
  return tab.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const wide = [...document.querySelectorAll("table, pre, svg")].filter((e) => e.getBoundingClientRect().right > edge);
    return wide.map((element) => `wider than the paper: ${element.outerHTML.slice(0, 80)}`);
  });
}

/** What would be lost on paper: numbers of charts, and what stands in the margins. */
function unsaid(tab) {
  return tab.evaluate(() => {
    const faults = [];
    for (const chart of document.querySelectorAll("figure.chart")) {
      const said = chart.querySelector("svg").textContent;
      const lost = [...chart.querySelectorAll("svg [data-signs]")].filter((mark) => !said.includes(mark.dataset.signs));
      const table = chart.querySelector("table");
      if (lost.length > 0 && !table.checkVisibility()) faults.push(`no number beside ${lost[0].outerHTML}, and no table: ${chart.id}`);
    }
    const folded = [...document.querySelectorAll(".behind table")].filter((table) => !table.checkVisibility());
    faults.push(...folded.map((table) => `folded away: ${table.caption.textContent}`));
    // Cascaded like any style, so that a rule that comes to nothing is seen.
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const margins = rules.filter((rule) => rule instanceof CSSPageRule && rule.selectorText === "" && rule.style.length === 0);
    if (margins.length !== 1) faults.push("no rule for the margins of pages");
    for (const link of document.querySelectorAll("main a[href^=http]:not(.bare)")) {
      if (!getComputedStyle(link, "::after").content.includes("(")) faults.push(`not written out: ${link.outerHTML}`);
    }
    return faults;
  });
}
