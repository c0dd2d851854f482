// On paper: nothing wrong in the printed style, and a PDF with tags, bookmarks, a title and a language.

import { runAxe } from "./axe.mjs";

/** The width of A4 within its margins, in CSS pixels. */
const PAPER = 643;

/** What is wrong with a page when it is printed. */
export async function printed(tab, explained) {
  await tab.setViewportSize({ width: PAPER, height: 900 });
  await tab.emulateMedia({ media: "print" });
  const faults = [...(await runAxe(tab, explained)), ...(await tooWide(tab))];
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
