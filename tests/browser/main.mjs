// Every sample × every template and a comparison, at three widths, light and dark, and printed; then a preview. Ends with how many passed.
//
// sh tests/browser/run [WORDS]  checks only the pages with these words in "sample/template", or the "preview"

import os from "node:os";
import process from "node:process";

import { build } from "./build.mjs";
import { launch } from "./browser.mjs";
import { Explained } from "./explained.mjs";
import { checkPage } from "./page.mjs";
import { previewed } from "./preview.mjs";

const wanted = process.argv.slice(2).join(" ");
const started = Date.now();
const all = wanted === "preview" ? [] : build().filter((page) => page.name.includes(wanted));
const explained = new Explained();
const browser = await launch();
let passed = 0;
let failed = 0;

/** Takes pages from the list until there are none left. */
async function work(list) {
  for (let page = list.shift(); page; page = list.shift()) {
    count(page.name, await checkPage(browser, page, explained));
  }
}

function count(name, faults) {
  if (faults.length === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`${name}\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  }
}

// The largest first, so that no worker is left alone with one at the end.
const list = all.sort((one, other) => other.size - one.size);
await Promise.all(Array.from({ length: Math.min(2, os.cpus().length) }, () => work(list)));
if ("preview".includes(wanted)) count("preview", await previewed(browser));
await browser.close();

if (wanted === "") {
  for (const stale of explained.unused()) {
    failed += 1;
    console.log(`incomplete.json explains what no page has any more: ${stale}`);
  }
}
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`browser: ${passed} passed, ${failed} failed (${seconds} s)`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
