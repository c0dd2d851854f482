// All checks of one page.

import { runAxe } from "./checks/axe.mjs";
import { atHand } from "./checks/keyboard.mjs";
import { printed } from "./checks/print.mjs";
import { nothingLost, spacedOut } from "./checks/space.mjs";
import { validate } from "./checks/validity.mjs";
import { open } from "./browser.mjs";

const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"];
/** What some readers ask of every page; the annual report has all that a page can have. */
const ASKED = [{ contrast: "more" }, { contrast: "more", colorScheme: "dark" }, { forcedColors: "active" }];
const WITH_ALL = "/annual-report";

/** What is wrong with a page, a line each. */
export async function checkPage(browser, page, explained) {
  const faults = await validate(page);
  for (const colorScheme of SCHEMES) {
    const { tab, close } = await open(browser, page.file, { width: WIDTHS[0], colorScheme, faults });
    for (const width of WIDTHS) {
      const at = (found) => faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
      await tab.setViewportSize({ width, height: 900 });
      at(await runAxe(tab, explained));
      at(await nothingLost(tab));
    }
    if (colorScheme === "light") {
      await tab.setViewportSize({ width: WIDTHS[0], height: 900 });
      faults.push(...(await atHand(tab)));
      faults.push(...(await spacedOut(tab)));
      await tab.reload();
      faults.push(...(await printed(tab, explained)));
    }
    await close();
  }
  for (const asked of page.name.endsWith(WITH_ALL) ? ASKED : []) {
    const { tab, close } = await open(browser, page.file, { width: WIDTHS[1], faults, ...asked });
    const found = [...(await runAxe(tab, explained)), ...(await nothingLost(tab))];
    faults.push(...found.map((fault) => `${JSON.stringify(asked)}: ${fault}`));
    await close();
  }
  return faults;
}
