// How long it takes from a save until the browser shows it, in a preview of the full sample; not a test.
//
// node tests/browser/preview-speed.mjs [PROGRAM]  (built for release: target/release/lscb-report)

import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";

import { root } from "./build.mjs";
import { launch } from "./browser.mjs";
import { begin, end } from "./preview.mjs";

const SAVES = 30;
const program = process.argv[2] ?? path.join(root, "target", "release", "lscb-report");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lscb-report-preview-"));
const session = await begin(folder, program);
const browser = await launch();
const tab = await browser.newPage();
await tab.goto(session.address);
const narrative = path.join(session.project, "narrative.toml");
const good = fs.readFileSync(narrative, "utf8");
const [word, seen] = [[], []];
for (let save = 1; save <= SAVES; save += 1) {
  const known = await tab.locator("script[data-version]").getAttribute("data-version");
  const title = `Saved ${save} times`;
  const shown = tab.waitForFunction((said) => document.querySelector("main")?.textContent.includes(said), title, { polling: "raf" });
  const begun = performance.now();
  fs.writeFileSync(narrative, good.replaceAll("Progress against our priorities", title));
  const told = fetch(`${session.address}preview/newer-than/${known}`).then(() => word.push(performance.now() - begun));
  await shown;
  seen.push(performance.now() - begun);
  await told;
  await new Promise((resolve) => setTimeout(resolve, 200));
}
await browser.close();
await end(session);
fs.rmSync(folder, { recursive: true, force: true });
for (const [what, times] of [["the program has the new pages", word], ["the browser shows them", seen]]) {
  times.sort((one, other) => one - other);
  const [least, middle, most] = [times[0], times[SAVES / 2], times[SAVES - 1]].map((time) => time.toFixed(0));
  console.log(`from a save until ${what}: ${least} to ${most} ms, median ${middle} ms (${SAVES} saves)`);
}
