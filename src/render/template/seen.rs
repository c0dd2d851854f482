//! Story → what a template sees: the blocks by name, prose and tables as placeholders, sections chosen.

use std::collections::{BTreeMap, BTreeSet};

use crate::jinja::Seen;
use crate::narrative::{Bound, BoundRecord, Story};

use super::shape::{BLOCKS, Fields, REPORT, Shape, TERMS};
use crate::render::Facts;
use crate::render::facts::in_words;
use crate::render::placement::{Placed, Placements};

type Record = BTreeMap<&'static str, Seen>;

/// All that the template called `template` sees of a story.
pub(super) fn seen<'s>(
    story: &'s Story,
    facts: &Facts,
    template: &str,
    placements: &mut Placements<'s>,
) -> Seen {
    let part = |placed: String| Seen::Markdown(format!("\n{placed}\n"));
    let begin = BTreeMap::from([
        ("main", part(placements.add(Placed::Main))),
        ("footer", part(placements.add(Placed::Footer))),
    ]);
    let mut view = View { template, placements, shown: BTreeSet::new() };
    let mut report = view.within(story, "report", REPORT);
    report.extend([
        ("board", Seen::Words(facts.board.clone())),
        ("title", Seen::Words(facts.title.clone())),
        ("year", Seen::Words(facts.year.to_string())),
        ("period", Seen::Words(facts.period())),
    ]);
    let terms = view.within(story, "terms", TERMS);
    let mut all = view.record(&story.content, BLOCKS);
    let shown = view.shown.iter().map(|name| Seen::Words((*name).to_owned())).collect();
    all.extend([
        ("report", Seen::Record(report)),
        ("terms", Seen::Record(terms)),
        ("begin", Seen::Record(begin)),
        ("shown", Seen::List(shown)),
        ("template", Seen::Words(template.to_owned())),
    ]);
    Seen::Record(all)
}

struct View<'v, 's> {
    /// The template's name, for sections that stand only in some.
    template: &'v str,
    placements: &'v mut Placements<'s>,
    /// The blocks that sections of this page show.
    shown: BTreeSet<&'s str>,
}

impl<'s> View<'_, 's> {
    fn within(&mut self, story: &'s Story, name: &str, fields: Fields) -> Record {
        match story.content.0.get(name) {
            Some(Bound::Record(record)) => self.record(record, fields),
            _ => fields.iter().map(|(name, shape)| (*name, absent(*shape))).collect(),
        }
    }

    /// A block with all its fields, those not given empty.
    fn record(&mut self, record: &'s BoundRecord, fields: Fields) -> Record {
        let mut seen: Record = fields.iter().map(|(name, shape)| (*name, absent(*shape))).collect();
        for (name, field) in &record.0 {
            let inner = match fields.iter().find(|(known, _)| known == name) {
                Some((_, Shape::List(inner))) => *inner,
                _ => &[],
            };
            if *name == "show" {
                self.shown.extend(names(field));
            }
            let value = match field {
                // One name may stand without the brackets of a list.
                Bound::Plain(_) | Bound::Choice(_) if *name == "show" => {
                    Seen::List(vec![self.value(field, inner)])
                }
                field => self.value(field, inner),
            };
            seen.insert(name, value);
        }
        seen
    }

    fn value(&mut self, bound: &'s Bound, fields: Fields) -> Seen {
        match bound {
            Bound::Plain(words) => Seen::Words(words.trim().to_owned()),
            Bound::Choice(word) => Seen::Words((*word).to_owned()),
            Bound::Date(day) => Seen::Words(in_words(*day)),
            Bound::Flag(flag) => Seen::Flag(*flag),
            Bound::Whole(number) => Seen::Whole(*number),
            Bound::Prose(prose) if prose.0.trim().is_empty() => Seen::Words(String::new()),
            Bound::Prose(prose) => Seen::Markdown(self.placements.add(Placed::Prose(prose))),
            Bound::Table(table) => Seen::Markdown(self.placements.add(Placed::Table(table))),
            Bound::Record(record) => Seen::Record(self.record(record, fields)),
            Bound::List(items) => {
                let here = items.iter().filter(|item| stands_in(item, self.template));
                Seen::List(here.map(|item| self.value(item, fields)).collect())
            }
        }
    }
}

fn absent(shape: Shape) -> Seen {
    match shape {
        Shape::Words(words) => Seen::Words(words.to_owned()),
        Shape::List(_) => Seen::List(Vec::new()),
    }
}

/// Whether a block stands in a template: it says so, or names none in `only`.
fn stands_in(block: &Bound, template: &str) -> bool {
    let Bound::Record(record) = block else { return true };
    record.0.get("only").map(names).is_none_or(|only| only.is_empty() || only.contains(&template))
}

/// The names that a field holds.
fn names(field: &Bound) -> Vec<&str> {
    match field {
        Bound::Plain(name) => vec![name],
        Bound::Choice(name) => vec![name],
        Bound::List(several) => several.iter().flat_map(names).collect(),
        _ => Vec::new(),
    }
}
