// A preview session as its user has it: opened at the report, shown anew after a save, at the same place, with what is
// wrong beneath; closed to other sites; ended by Ctrl-C.

import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";

import { program, root } from "./build.mjs";

/** Far more than any machine needs, in milliseconds. */
const PATIENCE = 60_000;
const PAGE = "annual-report.html";

/** What is wrong with a preview, a line each. */
export async function previewed(browser) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lscb-report-preview-"));
  const session = await begin(folder);
  const faults = [];
  const holds = (what, is) => void (is || faults.push(what));
  let open;
  try {
    open = await works(browser, session, holds);
    await refuses(browser, session.address, holds);
  } catch (error) {
    faults.push(`${error.message.split("\n")[0]}`);
  }
  const code = await end(session);
  await open?.saysEnd().catch(() => faults.push("the page does not say that the preview has ended"));
  holds(`ended by Ctrl-C with ${code}`, code === 0);
  holds("the preview wrote into the project", !fs.existsSync(path.join(folder, "project", "report")));
  fs.rmSync(folder, { recursive: true, force: true });
  return faults;
}

/** A session on a copy of the sample, with a program in the place of the user's browser that notes what it is to open. */
export async function begin(folder, binary = program()) {
  const project = path.join(folder, "project");
  fs.cpSync(path.join(root, "sample-data", "exampleshire-2024-25"), project, { recursive: true });
  const called = path.join(folder, "called");
  for (const name of ["xdg-open", "open"]) {
    fs.writeFileSync(path.join(folder, name), `#!/bin/sh\nprintf %s "$1" > "${called}"\n`, { mode: 0o755 });
  }
  const child = spawn(binary, ["preview", project], {
    env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? signal)));
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = (await said.next()).value ?? "";
  return { child, ended, called, project, address: first.match(/http:\S+/)?.[0] ?? "" };
}

async function works(browser, { address, called, project }, holds) {
  holds(`served at ${address}`, /^http:\/\/127\.0\.0\.1:\d+\/$/.test(address));
  await until(() => fs.existsSync(called) && fs.readFileSync(called, "utf8") === address, "the browser is opened at the report");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const tab = await context.newPage();
  await tab.goto(address);
  holds(`opens at ${tab.url()}`, tab.url() === address + PAGE);

  // The place is one far down, where a reader would be lost.
  const narrative = path.join(project, "narrative.toml");
  const good = fs.readFileSync(narrative, "utf8");
  await tab.evaluate(() => scrollTo({ top: 5000, behavior: "instant" }));
  const shows = (selector, words) =>
    tab.waitForFunction(([at, said]) => document.querySelector(at)?.textContent.includes(said), [selector, words], { timeout: PATIENCE });
  const kept = async (when) => {
    const top = await tab.evaluate(() => scrollY);
    holds(`${when}, the place on the page is ${top}, not 5000`, Math.abs(top - 5000) <= 100);
  };
  const opened = tab.locator("details.sources").first();
  await opened.evaluate((details) => (details.open = true));
  fs.writeFileSync(narrative, good.replaceAll("Progress against our priorities", "Progress in a saved file"));
  await shows("main", "Progress in a saved file");
  await kept("after a save");
  holds("what was opened is closed after a save", await opened.evaluate((details) => details.open));

  fs.writeFileSync(narrative, `${good}\n[[[`);
  await shows("#preview.broken", "narrative.toml");
  holds("a broken file takes the last page away", await tab.locator("main", { hasText: "Progress in a saved file" }).count() === 1);
  await kept("while a file is broken");

  fs.writeFileSync(narrative, good);
  await shows("main", "Progress against our priorities");
  holds("findings stay when the file is mended", (await tab.locator("#preview.broken").count()) === 0);
  await kept("after it is mended");

  const templates = /^templates = .*$/m;
  fs.writeFileSync(narrative, good.replace(templates, 'templates = ["executive-summary"]'));
  await shows("h1", "no page of this name");
  holds("nothing leads to the page that there is", (await tab.locator('a[href="/executive-summary.html"]').count()) === 1);
  fs.writeFileSync(narrative, good);
  await shows("main", "Progress against our priorities");
  return { saysEnd: () => shows("#preview-ended", "The preview has ended").finally(() => context.close()) };
}

/** Asks as another site would: by another name, from another origin, in a frame. */
async function refuses(browser, address, holds) {
  for (const headers of [{ Host: "rebound.example" }, { Origin: "https://example.org" }]) {
    holds(`answers to ${JSON.stringify(headers)}`, (await status(address + PAGE, headers)) === 403);
  }
  const other = http.createServer((_, answer) => answer.setHeader("Content-Type", "text/html").end("<p>elsewhere</p>"));
  await new Promise((resolve) => other.listen(0, "127.0.0.1", resolve));
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${other.address().port}/`);
  const got = await tab.evaluate(async (wanted) => {
    const taken = await fetch(wanted).then((answer) => answer.text(), () => "nothing");
    const frame = document.body.appendChild(document.createElement("iframe"));
    await new Promise((resolve) => {
      frame.onload = resolve;
      frame.src = wanted;
    });
    return taken;
  }, address + PAGE);
  const framed = await Promise.all(tab.frames().map((frame) => frame.content().catch(() => "")));
  holds("another site's page reads it", got === "nothing");
  holds("another site's page shows it", !framed.some((content) => content.includes("Exampleshire")));
  await context.close();
  other.close();
}

function status(address, headers) {
  return new Promise((resolve, reject) => {
    http.get(address, { headers }, (answer) => resolve(answer.resume().statusCode)).on("error", reject);
  });
}

/** Ctrl-C, and how the program ended. */
export async function end({ child, ended }) {
  child.kill("SIGINT");
  const late = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  const code = await ended;
  clearTimeout(late);
  return code;
}

async function until(is, what) {
  for (const begun = Date.now(); !is(); await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (Date.now() - begun > PATIENCE) throw new Error(`not so: ${what}`);
  }
}
