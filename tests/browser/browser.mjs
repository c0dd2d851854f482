// The browser: Debian's Chromium, without a network and with nothing kept from run to run.

import process from "node:process";

import { chromium } from "playwright-core";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts it, with a profile of its own that is thrown away. */
export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: QUIET });
}

/** A page with this file in it; whatever it asks of a network is a fault. */
export async function open(browser, file, { width, faults, ...preferences }) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    ...preferences,
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  await context.route(
    (address) => !["file:", "data:"].includes(address.protocol),
    (route) => {
      faults.push(`asks the network for ${route.request().url()}`);
      return route.abort();
    },
  );
  const tab = await context.newPage();
  tab.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  await tab.goto(`file://${file}`);
  return { tab, close: () => context.close() };
}
