// Builds every sample in every template, and a comparison; gives the pages.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The pages: name ("sample/template"), file, HTML, the same as a fragment, size. */
export function build() {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), "lscb-report-"));
  process.on("exit", () => fs.rmSync(out, { recursive: true, force: true }));
  const folders = (within) => fs.readdirSync(path.join(root, within)).sort();
  const has = (...parts) => fs.existsSync(path.join(root, ...parts));
  const templates = folders("report-templates").filter((name) => name !== "shared" && has("report-templates", name, "page.md"));
  const samples = folders("sample-data").filter((name) => has("sample-data", name, "narrative.toml"));
  return [compared(out), ...samples.flatMap((sample) => {
    const asked = templates.flatMap((template) => ["--template", template]);
    const built = ["build", path.join(root, "sample-data", sample), "--out", path.join(out, sample), "--fragment=3", ...asked];
    execFileSync(program(), built, { stdio: ["ignore", "ignore", "pipe"] });
    return templates.map((template) => {
      const file = path.join(out, sample, `${template}.html`);
      const html = fs.readFileSync(file, "utf8");
      const fragment = fs.readFileSync(path.join(out, sample, `${template}-fragment.html`), "utf8");
      return { name: `${sample}/${template}`, file, html, fragment, size: html.length };
    });
  })];
}

/** The page of a comparison of two years, which has no fragment. */
function compared(out) {
  const project = path.join(root, "sample-data", "exampleshire-2024-25");
  const html = execFileSync(program(), ["diff", `${project}@2023-24`, project, "--format", "html"], { encoding: "utf8" });
  const file = path.join(out, "comparison.html");
  fs.writeFileSync(file, html);
  return { name: "comparison", file, html, fragment: "", size: html.length };
}

/** The program that is tested. */
export function program() {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
  return path.join(target, "debug", "lscb-report");
}
