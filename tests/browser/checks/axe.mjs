// axe-core: WCAG 2.0 to 2.2, levels A and AA, and best practice.

import fs from "node:fs";
import { createRequire } from "node:module";

const source = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** What axe finds wrong, and what it can't decide and nobody has explained. */
export async function runAxe(tab, explained) {
  if (!(await tab.evaluate(() => "axe" in window))) await tab.evaluate(source);
  const found = await tab.evaluate(async (tags) => {
    const results = await window.axe.run(document, {
      runOnly: { type: "tag", values: tags },
      resultTypes: ["violations", "incomplete"],
    });
    const nodes = (rules) =>
      rules.flatMap((rule) =>
        rule.nodes.map((node) => ({
          rule: rule.id,
          because: [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey ?? check.id)[0] ?? "",
          target: node.target.flat().at(-1),
          html: node.html.slice(0, 160),
          says: node.failureSummary?.split("\n")[1]?.trim() ?? rule.help,
        })),
      );
    return { violations: nodes(results.violations), incomplete: nodes(results.incomplete) };
  }, TAGS);
  const undecided = [];
  for (const node of found.incomplete) {
    if (!(await isExplained(tab, node, explained))) undecided.push(node);
  }
  return [
    ...found.violations.map((node) => `${node.rule}: ${node.says} ${node.html}`),
    ...undecided.map((node) => `undecided ${node.rule} (${node.because}): ${node.html}`),
  ];
}

/** Whether an element that axe could not decide on stands where somebody has looked. */
async function isExplained(tab, node, explained) {
  for (const entry of explained.places(node.rule, node.because)) {
    const stands = ([target, within]) => document.querySelector(target)?.closest(within) !== null;
    if (await tab.evaluate(stands, [node.target, entry.within])) {
      entry.used = true;
      return true;
    }
  }
  return false;
}
