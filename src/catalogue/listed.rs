//! The catalogue as it is listed: measures and standard figures side by side, for people and for other programs.

use serde::Serialize;

use super::entry::{Entry, How, Standard};
use crate::model::Polarity;

/// A measure or standard figure.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// The name that figures begin with.
    pub name: &'static str,
    /// How a measure's values go together; for a standard figure what it is: `conversion`, `percent`, `ratio`.
    pub kind: &'static str,
    /// `higher`, `lower`, or nothing where neither direction is better.
    pub better: &'static str,
    /// What a table calls it.
    pub label: &'static str,
    /// What is counted; for a standard figure, how it is worked out.
    pub definition: String,
    /// Where the definition comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'static str>,
    /// One of them and several of them, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nouns: Option<[&'static str; 2]>,
    /// Other ids by which people know it.
    pub aliases: &'static [&'static str],
    /// What exports call its column or row, beside the label.
    pub headings: &'static [&'static str],
}

impl Listed {
    /// Everything that a search looks at.
    #[must_use]
    pub fn about(&self) -> String {
        let names = [self.name, self.label, self.definition.as_str()].into_iter();
        let all = names.chain(self.aliases.iter().copied()).chain(self.headings.iter().copied());
        all.collect::<Vec<_>>().join("\n")
    }
}

/// The measures, then the figures, each in the order in which a report tells them.
#[must_use]
pub fn listed() -> Vec<Listed> {
    super::entries().map(measure).chain(super::standard::STANDARD.iter().map(figure)).collect()
}

fn measure(entry: &Entry) -> Listed {
    Listed {
        name: entry.id,
        kind: entry.kind.word(),
        better: better(entry.polarity),
        label: entry.label,
        definition: entry.definition.to_owned(),
        source: Some(entry.source),
        nouns: Some(entry.nouns),
        aliases: entry.aliases,
        headings: entry.headings,
    }
}

fn figure(standard: &Standard) -> Listed {
    let (kind, definition) = match standard.how {
        How::Stage(from, to) | How::Conversion(from, to) => {
            ("conversion", format!("`{to}` for every 100 of `{from}`"))
        }
        How::Percent(part, whole) => ("percent", format!("`{part}` as a percentage of `{whole}`")),
        How::Ratio(of, per) => ("ratio", format!("`{of}` for each of `{per}`")),
    };
    Listed {
        name: standard.name,
        kind,
        better: better(standard.polarity),
        label: standard.label,
        definition,
        source: None,
        nouns: None,
        aliases: &[],
        headings: &[],
    }
}

fn better(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherIsBetter => "higher",
        Polarity::LowerIsBetter => "lower",
        Polarity::Neither => "",
    }
}

/// As a JSON array, an object for each.
#[must_use]
pub fn json(entries: &[Listed]) -> String {
    // Strings always have a form in JSON.
    let mut json = serde_json::to_string_pretty(entries).unwrap_or_default();
    json.push('\n');
    json
}
