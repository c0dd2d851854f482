//! References to sections and appendices: looked up by name when text is bound, put in words by each template.

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::jinja::Refer;
use crate::model::{Record, Text};
use crate::suggest::did_you_mean;

use super::bind::{Binder, without_placeholders};
use super::resolve::Resolution;
use super::{Prose, Reference};

/// The blocks of which each part can have a name.
const WITH_NAMES: [&str; 2] = ["sections", "appendices"];

/// What text can refer to: the parts of the report that have a name, sections within sections too.
fn named(content: &Record) -> Vec<(&str, &Record)> {
    let mut found = Vec::new();
    for part in WITH_NAMES.into_iter().flat_map(|block| content.records(block)) {
        found.extend(part.text("name").map(|name| (name.as_str(), part)));
        found.extend(named(part));
    }
    found
}

impl Resolution<'_, '_> {
    /// Finds a reference to what is not there.
    pub(super) fn refer(&mut self, refer: &Refer) {
        let known = named(&self.binder.narrative.content);
        if known.iter().any(|(name, _)| *name == refer.name) {
            return;
        }
        let message = format!("no section or appendix has the name `{}`", refer.name);
        let near = did_you_mean(&refer.name, known.iter().map(|(name, _)| *name));
        let help = near
            .unwrap_or_else(|| format!("give the section that is meant a name: `name = \"{}\"`", refer.name));
        let finding = Finding::new(&codes::UNKNOWN_REFERENCE, message).help(help);
        self.binder.findings.push(finding.at(self.text.place(refer.span.start, refer.span.end)));
    }
}

impl Binder<'_> {
    /// Sets a reference into prose: the placeholder that stands for it; none where there is no such name.
    pub(super) fn reference(&mut self, text: &Text, refer: &Refer) -> Option<String> {
        let known = named(&self.narrative.content);
        let (name, part) = known.into_iter().find(|(name, _)| *name == refer.name)?;
        let title = part.text("title").map(|title| without_placeholders(title.as_str().trim()).into_owned());
        let position = self.story.references.len();
        self.story.references.push(Reference {
            name: name.to_owned(),
            title: title.unwrap_or_default(),
            place: text.place(refer.span.start, refer.span.end),
        });
        Some(format!("{}{position}{}", Prose::REFERENCE, Prose::CLOSE))
    }
}
