// What axe can't decide by itself, looked at one by one: each has its reason in incomplete.json.

import fs from "node:fs";

export class Explained {
  constructor() {
    const text = fs.readFileSync(new URL("incomplete.json", import.meta.url), "utf8");
    this.entries = JSON.parse(text).map((entry) => ({ ...entry, used: false }));
  }

  /** The places (selectors) that a rule's reason is explained for. */
  places(rule, because) {
    return this.entries.filter((one) => one.rule === rule && one.because === because);
  }

  /** Explanations that nothing needs. */
  unused() {
    return this.entries.filter((entry) => !entry.used).map((entry) => `${entry.rule}, ${entry.because}, ${entry.within}`);
  }
}
