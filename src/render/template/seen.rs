//! Story → what templates see: the blocks by name, prose and tables as placeholders, sections chosen by template.

use std::ops::Range;

use crate::figures::{Found, Published};
use crate::jinja::Seen;
use crate::model::FigureId;
use crate::narrative::{Bound, BoundRecord, Story};

use crate::load::narrative::schema::{Keys, ROOT, Shape};
use crate::render::Facts;
use crate::render::acronyms::{Acronym, acronyms};
use crate::render::facts::in_words;
use crate::render::placement::{Part, Placed, Placements, short};

use super::view::{Fields, Form, OnPage, View};
use super::workings::Workings;

/// All that templates see of a story and its figures, told once for all of them.
pub(super) struct Told<'s> {
    /// The blocks of the story.
    content: Fields<'s>,
    /// What is the same in every template and no block of the story.
    beside: Vec<(&'static str, Seen)>,
    /// The whole of each block of amounts, and the things placed in them.
    totals: (Seen, Range<usize>),
    /// How the figures of the things placed were worked out.
    workings: Workings,
    /// The things that placeholders stand for.
    pub(super) placements: Placements<'s>,
}

impl<'s> Told<'s> {
    /// What templates see of a story and its figures.
    pub(super) fn of((story, figures): (&'s Story, &'s Published), facts: &Facts) -> Self {
        let mut placements = Placements::of(&story.mentions);
        let mut teller = Teller { placements: &mut placements, facts };
        let content = teller.fields(Some(&story.content), ROOT, Block::Root);
        let part = |placed: String| Seen::markdown(format!("\n{placed}\n"));
        let begin = [("main", Placed::Main), ("footer", Placed::Footer)];
        let begin = begin.map(|(name, placed)| (name, part(placements.add(placed))));
        let appendix = Part { name: None, is_appendix: true };
        let titles = [("acronyms", "Acronyms used"), ("workings", "How each figure was worked out")];
        let titles = titles.map(|(name, title)| (name, Seen::words(&placements.mark(appendix, title))));
        let beside = vec![
            ("acronyms", listed(story, &mut placements)),
            ("begin", Seen::record(begin)),
            ("titles", Seen::record(titles)),
        ];
        let start = placements.things().len();
        let totals = (totals(figures, &mut placements), start..placements.things().len());
        let workings = Workings::of(&mut placements, figures);
        Self { content, beside, totals, workings, placements }
    }

    /// All that the template called `template` sees.
    pub(super) fn seen_in(&self, template: &str) -> Seen {
        let mut page = OnPage::of(template);
        let mut all = page.fields(&self.content);
        all.extend(self.beside.iter().cloned());
        let (totals, in_totals) = &self.totals;
        let things = || page.things.iter().cloned().flatten().chain(in_totals.clone());
        all.extend([
            ("shown", Seen::list(page.shown.iter().map(|name| Seen::words(name)))),
            ("symbols", self.workings.symbols(things())),
            ("template", Seen::words(template)),
            ("totals", totals.clone()),
            ("workings", self.workings.listed(things())),
        ]);
        // What a macro of a shared part is given, since it sees nothing else.
        let page = Seen::record(all.iter().cloned());
        Seen::record(all.into_iter().chain([("page", page)]))
    }
}

/// What is particular about a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    /// The narrative's own.
    Root,
    Report,
    Terms,
    /// A section; text can refer to it where it has a name.
    Section,
    /// An appendix, which is lettered.
    Appendix,
    Other,
}

struct Teller<'t, 's> {
    placements: &'t mut Placements<'s>,
    facts: &'t Facts,
}

impl<'s> Teller<'_, 's> {
    /// All the fields that a block of its kind can have; those not given are empty.
    fn fields(&mut self, record: Option<&'s BoundRecord>, keys: Keys, block: Block) -> Fields<'s> {
        let mut fields = Fields::new();
        let is_given = |name| record.is_some_and(|record| record.0.contains_key(name));
        for key in keys.iter().copied().flatten().filter(|key| !is_given(key.name)) {
            fields.insert(key.name, self.nothing_given(key.shape, inside(block, key.name)));
        }
        for (name, field) in record.iter().flat_map(|record| &record.0) {
            let shape = keys.iter().copied().flatten().find(|key| key.name == *name).map(|key| key.shape);
            fields.insert(name, self.value(field, shape, inside(block, name)));
        }
        self.complete(block, record, &mut fields);
        fields
    }

    fn record(&mut self, record: Option<&'s BoundRecord>, keys: Keys, block: Block) -> View<'s> {
        let start = self.placements.things().len();
        let fields = self.fields(record, keys, block);
        let named = |name| record.and_then(|record| record.0.get(name)).map(names).unwrap_or_default();
        let (only, mut shows) = (named("only"), named("show"));
        let same: Option<Vec<(&'static str, Seen)>> =
            fields.iter().map(|(name, view)| Some((*name, view.as_same()?.clone()))).collect();
        let form = match same {
            Some(same) => {
                shows.extend(fields.values().flat_map(|view| &view.shows));
                Form::Same(Seen::record(same))
            }
            None => Form::Record(fields),
        };
        View { only, shows, things: start..self.placements.things().len(), form }
    }

    /// Adds what is not in the narrative as templates see it.
    fn complete(&mut self, block: Block, record: Option<&'s BoundRecord>, fields: &mut Fields<'s>) {
        let same = |(name, words): (&'static str, &str)| (name, View::same(Seen::words(words)));
        match block {
            Block::Report => {
                fields.extend(worked_out(self.facts).iter().map(|(name, words)| same((name, words))));
            }
            Block::Terms => {
                let nothing = Seen::words("");
                for (name, words) in TERMS {
                    if fields.get(name).and_then(View::as_same).is_none_or(|said| *said == nothing) {
                        fields.extend([same((name, words))]);
                    }
                }
            }
            Block::Section | Block::Appendix => {
                let name = match record.and_then(|record| record.0.get("name")) {
                    Some(Bound::Plain(name)) => Some(name.as_str()),
                    _ => None,
                };
                let part = Part { name, is_appendix: block == Block::Appendix };
                let title = fields.get("title").and_then(View::as_same).and_then(Seen::as_words);
                if let Some(title) = title.filter(|_| part.is_appendix || part.name.is_some()) {
                    let marked = self.placements.mark(part, title);
                    fields.extend([same(("title", &marked))]);
                }
            }
            Block::Root | Block::Other => {}
        }
    }

    fn value(&mut self, bound: &'s Bound, shape: Option<Shape>, block: Block) -> View<'s> {
        let start = self.placements.things().len();
        let seen = match bound {
            Bound::Plain(words) => Seen::words(words.trim()),
            Bound::Choice(word) => Seen::words(word),
            Bound::Date(day) => Seen::words(&in_words(*day)),
            Bound::Flag(flag) => Seen::flag(*flag),
            Bound::Whole(number) => Seen::whole(*number),
            Bound::Prose(prose) if prose.0.trim().is_empty() => Seen::words(""),
            Bound::Prose(prose) => Seen::markdown(self.placements.add_prose(prose)),
            Bound::Table(table) => Seen::markdown(self.placements.add_table(table)),
            Bound::Chart(chart) => Seen::markdown(self.placements.add_chart(chart)),
            Bound::Record(record) => return self.record(Some(record), keys_of(shape), block),
            Bound::List(items) => return self.list(items, shape, block),
        };
        View { things: start..self.placements.things().len(), ..View::same(seen) }
    }

    fn list(&mut self, items: &'s [Bound], shape: Option<Shape>, block: Block) -> View<'s> {
        let start = self.placements.things().len();
        let items: Vec<View<'s>> = items.iter().map(|item| self.value(item, shape, block)).collect();
        let same: Option<Vec<Seen>> =
            items.iter().map(|item| item.as_same().filter(|_| item.only.is_empty()).cloned()).collect();
        let (shows, form) = match same {
            Some(same) => {
                (items.iter().flat_map(|item| &item.shows).copied().collect(), Form::Same(Seen::list(same)))
            }
            None => (Vec::new(), Form::List(items)),
        };
        View { only: Vec::new(), shows, things: start..self.placements.things().len(), form }
    }

    /// A field of which nothing is given: empty words, lists and blocks.
    fn nothing_given(&mut self, shape: Shape, block: Block) -> View<'s> {
        match shape {
            Shape::List(_) | Shape::Named(_) => View::same(Seen::list([])),
            Shape::Record(keys) | Shape::TextOr(keys) => self.record(None, keys, block),
            Shape::Flag => View::same(Seen::flag(false)),
            _ => View::same(Seen::words("")),
        }
    }
}

/// What the blocks in a field are.
fn inside(block: Block, name: &str) -> Block {
    match (block, name) {
        (Block::Root, "report") => Block::Report,
        (Block::Root, "terms") => Block::Terms,
        (_, "sections") => Block::Section,
        (_, "appendices") => Block::Appendix,
        _ => Block::Other,
    }
}

/// The acronyms of the glossary, of which the page keeps those that it uses.
fn listed<'s>(story: &'s Story, placements: &mut Placements<'s>) -> Seen {
    let one = |acronym: Acronym<'s>| {
        let term = Seen::markdown(placements.add(short(acronym)));
        Seen::record([("term", term), ("spelt_out", Seen::words(acronym.spelt_out))])
    };
    Seen::list(acronyms(story).into_iter().map(one).collect::<Vec<_>>())
}

/// The whole of each block of amounts, where there is one.
fn totals<'s>(figures: &'s Published, placements: &mut Placements<'s>) -> Seen {
    let total = |name: &'static str| match figures.find(&FigureId::of(name)) {
        Found::Figure(figure) => (name, Seen::markdown(placements.add_figure(figure))),
        Found::NotHeld(_) | Found::Unknown => (name, Seen::words("")),
    };
    Seen::record(["budget", "income"].map(total))
}

/// The words for a body that gives none of its own.
const TERMS: [(&str, &str); 2] = [("body", "board"), ("leader", "chair")];

/// Fields of `report` that do not stand in the narrative as they are shown.
fn worked_out(facts: &Facts) -> [(&'static str, String); 6] {
    let followed = match facts.followed {
        0 => String::new(),
        1 => "1 other figure".to_owned(),
        many => format!("{many} other figures"),
    };
    [
        ("board", facts.board.clone()),
        ("title", facts.title.clone()),
        ("year", facts.year.to_string()),
        ("period", facts.period()),
        ("unreviewed", facts.unreviewed.clone()),
        ("followed", followed),
    ]
}

/// The keys of the blocks that a shape is made of.
fn keys_of(shape: Option<Shape>) -> Keys {
    match shape {
        Some(Shape::Record(keys) | Shape::TextOr(keys)) => keys,
        Some(Shape::List(inner) | Shape::Named(inner)) => keys_of(Some(*inner)),
        _ => &[],
    }
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
