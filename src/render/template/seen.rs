//! Story → what a template sees: the blocks by name, prose and tables as placeholders, sections chosen.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::{Found, Published};
use crate::jinja::Seen;
use crate::model::FigureId;
use crate::narrative::{Bound, BoundRecord, Story};

use crate::load::narrative::schema::{Keys, ROOT, Shape};
use crate::render::Facts;
use crate::render::acronyms::{Acronym, acronyms};
use crate::render::facts::in_words;
use crate::render::placement::{Part, Placed, Placements};

use super::workings::Given;

type Record = BTreeMap<&'static str, Seen>;

/// All that the template called `template` sees of a story and its figures.
pub(super) fn seen<'s>(
    (story, figures): (&'s Story, &'s Published),
    facts: &Facts,
    template: &str,
    placements: &mut Placements<'s>,
) -> Seen {
    let part = |placed: String| Seen::Markdown(format!("\n{placed}\n"));
    let begin = BTreeMap::from([
        ("main", part(placements.add(Placed::Main))),
        ("footer", part(placements.add(Placed::Footer))),
    ]);
    let mut view = View { template, placements, shown: BTreeSet::new(), given: Given::default() };
    let mut all = view.record(&story.content, ROOT);
    let given = std::mem::take(&mut view.given);
    let shown = view.shown.iter().map(|name| Seen::Words((*name).to_owned())).collect();
    if let Some(Seen::Record(terms)) = all.get_mut("terms") {
        fill(terms);
    }
    if let Some(Seen::Record(report)) = all.get_mut("report") {
        report.extend(worked_out(facts));
    }
    let appendix = Part { name: None, is_appendix: true };
    let titles = [("acronyms", "Acronyms used"), ("workings", "How each figure was worked out")];
    let titles = titles.map(|(name, title)| (name, Seen::Words(placements.mark(appendix, title))));
    all.extend([
        ("acronyms", listed(story, placements)),
        ("begin", Seen::Record(begin)),
        ("shown", Seen::List(shown)),
        ("symbols", given.symbols(&story.mentions)),
        ("template", Seen::Words(template.to_owned())),
        ("titles", Seen::Record(titles.into())),
        ("totals", totals(figures, placements)),
        ("workings", given.workings(&story.mentions, figures, placements)),
    ]);
    // What a macro of a shared part is given, since it sees nothing else.
    all.insert("page", Seen::Record(all.clone()));
    Seen::Record(all)
}

/// The acronyms of the glossary, of which the page keeps those that it uses.
fn listed<'s>(story: &'s Story, placements: &mut Placements<'s>) -> Seen {
    let one = |acronym: Acronym<'s>| {
        let term = Seen::Markdown(placements.add(Placed::Acronym(acronym)));
        let spelt_out = Seen::Words(acronym.spelt_out.to_owned());
        Seen::Record([("term", term), ("spelt_out", spelt_out)].into())
    };
    Seen::List(acronyms(story).into_iter().map(one).collect())
}

/// The whole of each block of amounts, where there is one.
fn totals<'s>(figures: &'s Published, placements: &mut Placements<'s>) -> Seen {
    let total = |name: &'static str| match figures.find(&FigureId::of(name)) {
        Found::Figure(figure) => (name, Seen::Markdown(placements.add(Placed::Figure(figure)))),
        Found::NotHeld(_) | Found::Unknown => (name, Seen::Words(String::new())),
    };
    Seen::Record(["budget", "income"].map(total).into())
}

/// The words for a body that gives none of its own.
const TERMS: [(&str, &str); 2] = [("body", "board"), ("leader", "chair")];

/// Gives a body the common words where it gives none of its own.
fn fill(terms: &mut Record) {
    let nothing = Seen::Words(String::new());
    for (name, words) in TERMS {
        if terms.get(name).is_none_or(|field| *field == nothing) {
            terms.insert(name, Seen::Words(words.to_owned()));
        }
    }
}

/// Fields of `report` that do not stand in the narrative as they are shown.
fn worked_out(facts: &Facts) -> [(&'static str, Seen); 5] {
    [
        ("board", Seen::Words(facts.board.clone())),
        ("title", Seen::Words(facts.title.clone())),
        ("year", Seen::Words(facts.year.to_string())),
        ("period", Seen::Words(facts.period())),
        ("unreviewed", Seen::Words(facts.unreviewed.clone())),
    ]
}

struct View<'v, 's> {
    /// The template's name, for sections that stand only in some.
    template: &'v str,
    placements: &'v mut Placements<'s>,
    /// The blocks that sections of this page show.
    shown: BTreeSet<&'s str>,
    /// The figures that what stands in this page gives.
    given: Given<'s>,
}

impl<'s> View<'_, 's> {
    /// A block with all the fields that its kind can have; those not given are empty.
    fn record(&mut self, record: &'s BoundRecord, keys: Keys) -> Record {
        let mut seen = nothing_given(keys);
        for (name, field) in &record.0 {
            let shape = keys.iter().copied().flatten().find(|key| key.name == *name).map(|key| key.shape);
            if *name == "show" {
                self.shown.extend(names(field));
            }
            let mut value = self.value(field, shape);
            if matches!(*name, "sections" | "appendices") {
                self.mark_titles(field, &mut value, *name == "appendices");
            }
            seen.insert(name, value);
        }
        seen
    }

    /// Marks the titles of the parts that text can refer to, and of appendices, which are lettered.
    fn mark_titles(&mut self, parts: &'s Bound, seen: &mut Seen, is_appendix: bool) {
        let (Bound::List(parts), Seen::List(seen)) = (parts, seen) else { return };
        let here = parts.iter().filter(|part| stands_in(part, self.template));
        for (part, seen) in here.zip(seen) {
            let (Bound::Record(part), Seen::Record(seen)) = (part, seen) else { continue };
            let name = match part.0.get("name") {
                Some(Bound::Plain(name)) => Some(name.as_str()),
                _ => None,
            };
            if let Some(Seen::Words(title)) = seen.get_mut("title")
                && (is_appendix || name.is_some())
            {
                *title = self.placements.mark(Part { name, is_appendix }, title);
            }
        }
    }

    fn value(&mut self, bound: &'s Bound, shape: Option<Shape>) -> Seen {
        match bound {
            Bound::Plain(words) => Seen::Words(words.trim().to_owned()),
            Bound::Choice(word) => Seen::Words((*word).to_owned()),
            Bound::Date(day) => Seen::Words(in_words(*day)),
            Bound::Flag(flag) => Seen::Flag(*flag),
            Bound::Whole(number) => Seen::Whole(*number),
            Bound::Prose(prose) if prose.0.trim().is_empty() => Seen::Words(String::new()),
            Bound::Prose(prose) => {
                self.given.prose.push(prose);
                Seen::Markdown(self.placements.add(Placed::Prose(prose)))
            }
            Bound::Table(table) => {
                self.given.tables.push(table);
                self.given.tables.extend(table.behind.as_deref());
                Seen::Markdown(self.placements.add(Placed::Table(table)))
            }
            Bound::Chart(chart) => {
                self.given.tables.push(&chart.table);
                Seen::Markdown(self.placements.add(Placed::Chart(chart)))
            }
            Bound::Record(record) => Seen::Record(self.record(record, keys_of(shape))),
            Bound::List(items) => {
                let here = items.iter().filter(|item| stands_in(item, self.template));
                Seen::List(here.map(|item| self.value(item, shape)).collect())
            }
        }
    }
}

/// The keys of the blocks that a shape is made of.
fn keys_of(shape: Option<Shape>) -> Keys {
    match shape {
        Some(Shape::Record(keys) | Shape::TextOr(keys)) => keys,
        Some(Shape::List(inner) | Shape::Named(inner)) => keys_of(Some(*inner)),
        _ => &[],
    }
}

/// The fields of a block of which nothing is given: empty words, lists and blocks.
fn nothing_given(keys: Keys) -> Record {
    let empty = |shape: Shape| match shape {
        Shape::List(_) | Shape::Named(_) => Seen::List(Vec::new()),
        Shape::Record(keys) | Shape::TextOr(keys) => Seen::Record(nothing_given(keys)),
        Shape::Flag => Seen::Flag(false),
        _ => Seen::Words(String::new()),
    };
    keys.iter().copied().flatten().map(|key| (key.name, empty(key.shape))).collect()
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
