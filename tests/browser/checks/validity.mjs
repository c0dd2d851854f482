// html-validate: its recommended rules, but for what is said here.

import { HtmlValidate, StaticConfigLoader } from "html-validate";

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended"],
    rules: {
      // Points, brackets and letters with accents are allowed in addresses, and keep ours apart from headings'.
      "valid-id": ["error", { relaxed: true }],
      // The title names the board and the year, as it must; a board's name alone can be 60 characters long.
      "long-title": "off",
    },
  }),
);

/** What is not valid in a page, by itself and as a fragment in another. */
export async function validate(page) {
  return [...(await faults(page.html)), ...(await faults(within(page.fragment))).map((fault) => `fragment: ${fault}`)];
}

async function faults(html) {
  const report = await validator.validateString(html);
  return report.results
    .flatMap((result) => result.messages)
    .map((message) => `${message.ruleId}, line ${message.line}: ${message.message}`);
}

/** A page of a council's own, with the fragment beneath a heading of the second level. */
function within(fragment) {
  const head = '<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>Reports</title></head>';
  return `${head}\n<body><main><h1>Reports</h1>\n<h2>This year</h2>\n${fragment}</main></body></html>\n`;
}
