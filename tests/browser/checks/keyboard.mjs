// Everything can be reached and worked by keyboard.

/** What a keyboard does not reach. */
export async function atHand(tab) {
  const faults = [];
  const focused = () => tab.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? "nothing");
  await tab.evaluate(() => document.activeElement?.blur());
  await tab.keyboard.press("Tab");
  const skip = tab.locator("a.skip");
  if (!(await skip.evaluate((link) => link === document.activeElement))) {
    faults.push(`the first stop is not the skip link but ${await focused()}`);
  } else {
    const box = await skip.boundingBox();
    if (!box || box.y < 0) faults.push("the skip link is not seen when it has the focus");
    await tab.keyboard.press("Enter");
    await tab.keyboard.press("Tab");
    const inside = await tab.evaluate(() => document.activeElement?.closest("main, body > footer") !== null);
    const any = await tab.evaluate(() => document.querySelector("main a, main [tabindex], main summary") !== null);
    if (any && !inside) faults.push(`after the skip link comes ${await focused()}`);
  }
  faults.push(...(await tab.evaluate(framesAndDetails)));
  return faults;
}

/** In the page: frames that scroll can be focused and show it; details open by their summaries. */
function framesAndDetails() {
  const faults = [];
  const names = new Set();
  for (const frame of document.querySelectorAll("[role=region]")) {
    const called = frame.getAttribute("aria-label") ?? document.getElementById(frame.getAttribute("aria-labelledby"))?.textContent;
    if (!called) faults.push(`a region without a name: ${frame.outerHTML.slice(0, 80)}`);
    names.add(called);
    frame.focus();
    if (document.activeElement !== frame) faults.push(`can't be focused: ${called}`);
  }
  for (const element of document.querySelectorAll("*")) {
    const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (scrolls && element.tabIndex < 0 && element !== document.documentElement) {
      faults.push(`scrolls but can't be focused: ${element.outerHTML.slice(0, 80)}`);
    }
  }
  for (const details of document.querySelectorAll("details")) {
    const summary = details.querySelector("summary");
    summary?.focus();
    const open = details.open;
    summary?.click();
    if (document.activeElement !== summary || details.open === open) {
      faults.push(`can't be opened: ${details.outerHTML.slice(0, 80)}`);
    }
    details.open = open;
  }
  return faults;
}
