//! The names that declarations may use: measures, their other names, and declared figures.

use std::collections::{BTreeMap, BTreeSet};

use super::faults::on;
use crate::catalogue;
use crate::diagnostic::codes::narrative as codes;
use crate::diagnostic::{Code, Finding, Findings};
use crate::load::blocks;
use crate::model::{FigureId, Measure, MeasureId, Record, Suffix, Text};
use crate::suggest::did_you_mean;

/// Names of blocks that text uses beside figures.
const BLOCKS_IN_TEXT: [&str; 2] = ["report", "terms"];

/// All names known.
pub(super) struct Names {
    /// Whether a name that is not here does not exist: not so where faulty TOML may hide its declaration.
    is_complete: bool,
    measures: BTreeSet<String>,
    aliases: BTreeMap<String, MeasureId>,
    figures: BTreeSet<String>,
    catalogue_figures: BTreeSet<String>,
}

impl Names {
    /// None yet.
    pub(super) fn none(is_complete: bool) -> Self {
        Self {
            is_complete,
            measures: BTreeSet::new(),
            aliases: BTreeMap::new(),
            figures: BTreeSet::new(),
            catalogue_figures: BTreeSet::new(),
        }
    }

    /// Those of the catalogue.
    pub(super) fn of_the_catalogue(is_complete: bool) -> Self {
        let mut names = Self::none(is_complete);
        catalogue::measures().iter().for_each(|measure| names.add(measure));
        names.catalogue_figures = catalogue::figures().into_iter().map(|figure| figure.name).collect();
        names.figures.clone_from(&names.catalogue_figures);
        names
    }

    /// A figure that the narrative declares, whether or not its declaration can be read.
    pub(super) fn add_figure(&mut self, name: &str) {
        self.figures.insert(name.to_owned());
    }

    /// A measure with its other names.
    pub(super) fn add(&mut self, measure: &Measure) {
        self.measures.insert(measure.id.as_str().to_owned());
        for alias in &measure.aliases {
            self.aliases.entry(alias.clone()).or_insert_with(|| measure.id.clone());
        }
    }

    /// Whether absent declarations and keys may be missed.
    pub(super) fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// Whether a measure has that id.
    pub(super) fn has_measure(&self, name: &str) -> bool {
        self.measures.contains(name)
    }

    /// Whether the catalogue declares a figure of that name.
    pub(super) fn has_catalogue_figure(&self, name: &str) -> bool {
        self.catalogue_figures.contains(name)
    }

    /// The measure that has that other name.
    pub(super) fn alias(&self, name: &str) -> Option<&MeasureId> {
        self.aliases.get(name).filter(|_| !self.measures.contains(name))
    }

    /// The measures' ids and other names that are most like `name`, as a question.
    pub(super) fn nearest_measure(&self, name: &str) -> Option<String> {
        did_you_mean(name, self.measures.iter().chain(self.aliases.keys()).map(String::as_str))
    }

    /// The id that a text gives for a measure, or for one by another name of it.
    pub(super) fn measure(&self, text: &Text, findings: &mut Findings) -> Option<MeasureId> {
        let name = text.as_str();
        if let Some(id) = self.alias(name) {
            return Some(id.clone());
        }
        let id = MeasureId::parse(name);
        if self.has_measure(name) || !self.is_complete {
            return id;
        }
        let message = format!("neither the catalogue nor the narrative has a measure `{name}`");
        let help = self
            .nearest_measure(name)
            .unwrap_or_else(|| format!("correct the name, or declare it under `[measures.{name}]`"));
        findings.push(on(text, &codes::UNDECLARED_MEASURE, message).help(help));
        None
    }

    /// The figure that a text names in a declaration, its measure by its own name.
    pub(super) fn figure(&self, text: &Text, findings: &mut Findings) -> Option<FigureId> {
        let id = FigureId::parse(text.as_str()).ok()?;
        let subject = id.subject();
        if self.measures.contains(subject) || self.figures.contains(subject) || !self.is_complete {
            return Some(id);
        }
        if let Some(measure) = self.alias(subject) {
            return Some(of_subject(measure.as_str(), &id));
        }
        let message = format!("there is no measure or figure `{subject}`");
        let known = self.measures.iter().chain(self.aliases.keys()).chain(&self.figures);
        let help = did_you_mean(subject, known.map(String::as_str))
            .unwrap_or_else(|| format!("correct the name, or declare it under `[measures.{subject}]`"));
        findings.push(on(text, &codes::UNKNOWN_IN_DECLARATION, message).help(help));
        None
    }
}

/// Tells that a measure is declared under the name of one that is counted from a block.
pub(super) fn is_counted_from_a_block(name: &Text, content: &Record, findings: &mut Findings) -> bool {
    let mut tallies = blocks::tallies(content).filter(|tally| !tally.is_of_the_catalogue());
    let Some(tally) = tallies.find(|tally| tally.measure == name.as_str()) else { return false };
    let message = format!("`{}` is already counted from the block `{}`", tally.measure, tally.block);
    let mut finding = on(name, &codes::NAME_TAKEN, message).help("give the measure a name of its own");
    if let Some(first) = content.records(tally.block).next() {
        finding = finding.related(first.place, "the block begins here");
    }
    findings.push(finding);
    true
}

/// The same figure of another subject.
fn of_subject(subject: &str, id: &FigureId) -> FigureId {
    let mut renamed = FigureId::of(subject).selecting(id.selection().clone());
    if let Some(period) = id.period() {
        renamed = renamed.at(period);
    }
    id.suffixes().iter().fold(renamed, |figure, suffix| figure.then(*suffix))
}

/// Tells why a name can't be that of a measure or figure, if it can't.
pub(super) fn unusable(name: &Text, findings: &mut Findings) -> bool {
    let text = name.as_str();
    let (code, message): (&'static Code, String) = if MeasureId::parse(text).is_none() {
        (&codes::NAME_FORM, format!("`{text}` can't be the name of a measure or figure"))
    } else if Suffix::from_name(text).is_some() || BLOCKS_IN_TEXT.contains(&text) {
        (&codes::RESERVED_NAME, format!("`{text}` has a meaning of its own"))
    } else {
        return false;
    };
    let help = if code == &codes::NAME_FORM {
        match suggestion(text) {
            Some(better) => format!("write it as `{better}`"),
            None => "use lower-case letters, digits and `_`, beginning with a letter".to_owned(),
        }
    } else {
        "choose a name that says more".to_owned()
    };
    findings.push(Finding::new(code, message).at(name.whole()).help(help));
    true
}

/// The name in the form of one.
fn suggestion(text: &str) -> Option<String> {
    let fitting = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    let name: String = text.trim().chars().map(fitting).collect();
    MeasureId::parse(&name).map(|id| id.as_str().to_owned())
}
