//! Templates: those compiled into the program and those that a project brings, and the laying out of a page.

mod formula;
mod seen;
mod view;
mod workings;

use std::collections::BTreeMap;

use crate::diagnostic::codes::pages as codes;
use crate::diagnostic::{Finding, Findings};
use crate::figures::Published;
use crate::jinja::{Engine, TemplateFault};
use crate::load::Files;
use crate::model::{Content, FileId, Place, Record};
use crate::narrative::{Reference, Story};
use crate::suggest::did_you_mean;

use super::Facts;
use super::assemble::assemble;
use super::document::Document;

use seen::Told;

/// The templates in the program: name and text. Those in a folder of their own are pages, the others are shared.
const BUILT_IN: &[(&str, &str)] = &[
    ("agenda-item/page.md", include_str!("../../../report-templates/agenda-item/page.md")),
    ("annual-report/page.md", include_str!("../../../report-templates/annual-report/page.md")),
    ("committee-report/page.md", include_str!("../../../report-templates/committee-report/page.md")),
    ("executive-summary/page.md", include_str!("../../../report-templates/executive-summary/page.md")),
    ("scrutiny-briefing/page.md", include_str!("../../../report-templates/scrutiny-briefing/page.md")),
    ("shared/assurance.md", include_str!("../../../report-templates/shared/assurance.md")),
    ("shared/body.md", include_str!("../../../report-templates/shared/body.md")),
    ("shared/page.md", include_str!("../../../report-templates/shared/page.md")),
    ("shared/reference.md", include_str!("../../../report-templates/shared/reference.md")),
    ("shared/sections.md", include_str!("../../../report-templates/shared/sections.md")),
    ("shared/work.md", include_str!("../../../report-templates/shared/work.md")),
];

/// What the paths of templates in the program begin with in findings; no file of a project can be called so.
pub const BUILT_IN_PATH: &str = "built-in:report-templates/";

const PAGE: &str = "/page.md";

/// Templates by name, each a file that findings can point into.
#[derive(Clone, Debug)]
pub struct Templates(BTreeMap<String, (FileId, String)>);

impl Templates {
    /// The templates in the program.
    #[must_use]
    pub fn builtin(files: &mut Files<'_>) -> Self {
        let include = |(name, text): &(&str, &str)| {
            let id = files.include(&format!("{BUILT_IN_PATH}{name}"), text)?;
            Some(((*name).to_owned(), (id, (*text).to_owned())))
        };
        Self(BUILT_IN.iter().filter_map(include).collect())
    }

    /// The templates in a folder of the project, over those in the program: the same name takes the place of
    /// that template, another is added.
    #[must_use]
    pub fn with_folder(
        folder: &str,
        named_at: Option<Place>,
        files: &mut Files<'_>,
        findings: &mut Findings,
    ) -> Self {
        let mut templates = Self::builtin(files);
        if !files.holds(folder, named_at, findings) {
            return templates;
        }
        let inside = format!("{}/", folder.trim_end_matches('/'));
        let mut any = false;
        for path in files.list() {
            let Some(name) = path.strip_prefix(&inside).filter(|name| name.ends_with(".md")) else {
                continue;
            };
            any = true;
            if let Some(id) = files.read(&path, None, findings)
                && let Some(file) = files.get(id)
            {
                templates.0.insert(name.to_owned(), (id, file.text.clone()));
            }
        }
        if !any {
            let message = format!("the template folder `{folder}` holds no templates");
            let finding = Finding::new(&codes::EMPTY_TEMPLATE_FOLDER, message).help(format!(
                "put a template there as `{inside}NAME/page.md`, or take `template_folder` out of the narrative"
            ));
            findings.push(match named_at {
                Some(place) => finding.at(place),
                None => finding,
            });
        }
        templates
    }

    /// The names of the pages that can be made without a project, sorted.
    pub fn builtin_names() -> impl Iterator<Item = &'static str> {
        BUILT_IN.iter().filter_map(|(name, _)| name.strip_suffix(PAGE)).filter(|name| *name != "shared")
    }

    /// The names of the pages that can be made, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().filter_map(|name| name.strip_suffix(PAGE)).filter(|name| *name != "shared")
    }

    /// Makes them ready to lay out pages of a story and its figures.
    #[must_use]
    pub fn ready<'t>(&'t self, (story, figures): (&'t Story, &'t Published), facts: &'t Facts) -> Ready<'t> {
        let texts = self.0.iter().map(|(name, (_, text))| (name.as_str(), text.as_str()));
        let (engine, faults) = Engine::with(texts);
        Ready { templates: self, engine, faults, story, facts, told: Told::of((story, figures), facts) }
    }

    /// Finds names of templates that there are not, where the narrative says in which templates something stands.
    pub fn check_names(&self, content: &Record, findings: &mut Findings) {
        let without = content.get("report").and_then(|report| match report {
            Content::Record(report) => Some(report.list("without_workings")),
            _ => None,
        });
        self.check_each(without.unwrap_or_default(), findings);
        self.check_sections(content, findings);
    }

    fn check_sections(&self, within: &Record, findings: &mut Findings) {
        for section in within.records("sections") {
            self.check_each(section.list("only"), findings);
            self.check_sections(section, findings);
        }
    }

    fn check_each(&self, named: &[Content], findings: &mut Findings) {
        for item in named {
            let Content::Plain(name) = item else { continue };
            if !self.names().any(|known| known == name.as_str()) {
                findings.push(self.unknown(name.as_str()).at(name.whole()));
            }
        }
    }

    fn unknown(&self, name: &str) -> Finding {
        let known: Vec<String> = self.names().map(|name| format!("`{name}`")).collect();
        let finding = Finding::new(&codes::UNKNOWN_TEMPLATE, format!("there is no template `{name}`"));
        let finding = match did_you_mean(name, self.names()) {
            Some(near) => finding.help(near),
            None => finding,
        };
        finding.help(format!("the templates are {}", known.join(", ")))
    }

    fn finding(&self, fault: &TemplateFault) -> Finding {
        let finding =
            Finding::new(&codes::TEMPLATE_FAULT, format!("`{}`: {}", fault.template, fault.message))
                .help("`report-templates/README.md` lists all that a template may use");
        match self.0.get(&fault.template) {
            Some((id, text)) => finding.at(place(*id, text, fault)),
            None => finding,
        }
    }
}

/// Templates that were taken in, and all that they see, for pages to be laid out.
pub struct Ready<'t> {
    templates: &'t Templates,
    engine: Engine<'t>,
    faults: Vec<TemplateFault>,
    story: &'t Story,
    facts: &'t Facts,
    told: Told<'t>,
}

impl Ready<'_> {
    /// The page `name`; none, and findings, where the template is unknown or at fault.
    pub fn page(&self, name: &str, findings: &mut Findings) -> Option<Document> {
        let Self { templates, engine, faults, story, facts, told } = self;
        if !templates.names().any(|known| known == name) {
            findings.push(templates.unknown(name));
            return None;
        }
        if !faults.is_empty() {
            faults.iter().for_each(|fault| findings.push(templates.finding(fault)));
            return None;
        }
        match engine.lay_out(&format!("{name}{PAGE}"), &told.seen_in(name)) {
            Ok(laid) => {
                laid.asks.missing.iter().for_each(|block| findings.push(missing(block, name)));
                let title = facts.title_of(&laid.asks.kind);
                let page = assemble(&laid, &told.placements, story, (&title, &facts.board));
                let lost = page.lost.iter().filter_map(|position| story.references.get(*position));
                lost.for_each(|reference| findings.push(not_shown(reference, name)));
                Some(Document { status: facts.status.clone(), ..page.document })
            }
            Err(fault) => {
                findings.push(templates.finding(&fault));
                None
            }
        }
    }
}

/// A block that a template requires is not there.
fn missing(block: &str, template: &str) -> Finding {
    let message = format!("the template `{template}` requires `{block}`, and the narrative gives none");
    let help = match block.split_once('.') {
        Some((block, field)) => format!("add `{field}` under `[{block}]` in the narrative"),
        None => format!("add `{block}` to the narrative, or build with another template"),
    };
    Finding::new(&codes::REQUIRED_BLOCK_MISSING, message).help(help)
}

/// A reference leads to a part of the report that the page does not show.
fn not_shown(reference: &Reference, template: &str) -> Finding {
    let Reference { name, title, place } = reference;
    let message =
        format!("the page `{template}` does not show “{title}”, which its text refers to as `{name}`");
    Finding::new(&codes::REFERENCE_NOT_SHOWN, message)
        .at(*place)
        .help(format!("let the section stand in `{template}` too, or refer to it only where it stands"))
}

/// Where a fault stands: the bytes that the engine names, else the whole of the line without its indent.
fn place(file: FileId, text: &str, fault: &TemplateFault) -> Place {
    if let Some(bytes) = fault.bytes.as_ref().filter(|bytes| text.get((*bytes).clone()).is_some()) {
        return Place::new(file, bytes.start, bytes.end);
    }
    let start: usize = text.split_inclusive('\n').take(fault.line.saturating_sub(1)).map(str::len).sum();
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let indent = line.len().saturating_sub(line.trim_start().len());
    let start = start.saturating_add(indent);
    Place::new(file, start, start.saturating_add(line.trim().len()))
}

#[cfg(test)]
mod tests;
