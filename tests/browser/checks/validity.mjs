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

/** What is not valid in a page. */
export async function validate(page) {
  const report = await validator.validateString(page.html);
  return report.results
    .flatMap((result) => result.messages)
    .map((message) => `${message.ruleId}, line ${message.line}: ${message.message}`);
}
