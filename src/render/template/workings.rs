//! What a page gives in figures → the list of how each was worked out, and of the symbols that stand in its tables.

use crate::figures::{Found, Published, PublishedFigure};
use crate::jinja::Seen;
use crate::model::{FigureId, State};
use crate::render::placement::{Placements, alone, name, told};
use crate::render::symbols::{SYMBOLS, Symbols};
use crate::render::trace::origins;
use crate::words::state;

use super::formula::formula;

/// What there is to explain of the things placed on pages.
pub(super) struct Workings {
    /// Of each figure once, in the order of their labels: its label, its value, how it was worked out. Years before,
    /// changes and months stand under the figure that they are of, since they are worked out like it.
    listed: Vec<Seen>,
    /// Of each thing, the positions in that list of the figures that it gives, and the symbols in it.
    of_things: Vec<(Vec<usize>, Symbols)>,
}

/// A figure that explains others, and the id by which it is asked for.
type Explaining<'s> = (&'s PublishedFigure, FigureId);

impl Workings {
    pub(super) fn of<'s>(placements: &mut Placements<'s>, figures: &'s Published) -> Self {
        let furthest =
            |id: &&FigureId| origins(id).rev().find_map(|id| Some((found(figures, &id)?, id.into_owned())));
        let things = placements.things().iter();
        let given: Vec<(Vec<Explaining<'s>>, Symbols)> = things
            .map(|thing| (thing.figures.iter().filter_map(furthest).collect(), thing.symbols))
            .collect();
        let mut explained: Vec<&Explaining<'s>> = given.iter().flat_map(|(figures, _)| figures).collect();
        explained.sort_by(|one, other| order(one).cmp(&order(other)));
        explained.dedup_by(|one, other| one.1 == other.1);
        let position =
            |one: &Explaining<'s>| explained.binary_search_by(|other| order(other).cmp(&order(one))).ok();
        let positions = |(figures, symbols): &(Vec<Explaining<'s>>, Symbols)| {
            (figures.iter().filter_map(position).collect(), *symbols)
        };
        Self {
            of_things: given.iter().map(positions).collect(),
            listed: explained.iter().map(|(figure, _)| working(figure, figures, placements)).collect(),
        }
    }

    /// How the figures that these things give were worked out.
    pub(super) fn listed(&self, things: impl Iterator<Item = usize>) -> Seen {
        let mut wanted = vec![false; self.listed.len()];
        for position in
            things.filter_map(|thing| self.of_things.get(thing)).flat_map(|(positions, _)| positions)
        {
            wanted.get_mut(*position).into_iter().for_each(|wanted| *wanted = true);
        }
        let listed = self.listed.iter().zip(wanted).filter(|(_, wanted)| *wanted);
        Seen::list(listed.map(|(working, _)| working.clone()))
    }

    /// The symbols in these things, in their order.
    pub(super) fn symbols(&self, things: impl Iterator<Item = usize>) -> Seen {
        let used = things.filter_map(|thing| self.of_things.get(thing));
        let used = used.fold(Symbols::default(), |all, (_, symbols)| all.and(*symbols));
        let used = SYMBOLS.iter().zip(used.0).filter(|(_, used)| *used);
        Seen::list(used.map(|((symbol, meaning), _)| {
            Seen::record([("symbol", Seen::words(symbol)), ("meaning", Seen::words(meaning))])
        }))
    }
}

/// What those that explain others are sorted by.
fn order<'e>((figure, id): &'e Explaining<'_>) -> (&'e String, &'e FigureId, &'e FigureId) {
    (&figure.label, &figure.id, id)
}

pub(super) fn found<'s>(figures: &'s Published, id: &FigureId) -> Option<&'s PublishedFigure> {
    match figures.find(id) {
        Found::Figure(figure) => Some(figure),
        Found::NotHeld(_) | Found::Unknown => None,
    }
}

fn working<'s>(figure: &'s PublishedFigure, figures: &Published, placements: &mut Placements<'s>) -> Seen {
    let formula = match state(figure, figures) {
        State::Final => formula(figure, figures),
        other => formula(figure, figures).and(format!("; {}", other.word())),
    };
    let things = [("label", name(figure)), ("value", alone(figure)), ("formula", told(formula))];
    Seen::record(things.map(|(field, thing)| (field, Seen::markdown(placements.add(thing)))))
}

#[cfg(test)]
mod tests {
    use super::{Placements, Seen, Workings};
    use crate::narrative::{Prose, Table, TableCell, TableRow};
    use crate::words::Said;
    use crate::words::samples::{count, id, published};

    #[test]
    fn each_figure_stands_once_without_its_year_before_and_each_symbol_that_is_used() {
        let figures = published(vec![count("a", "2"), count("a.previous", "1")]);
        let prose = Prose("\u{E000}0\u{E001} and \u{E000}1\u{E001} and \u{E000}0\u{E001}".to_owned());
        let cell = TableCell { id: Some(id("a")), words: "[x]".to_owned(), ..TableCell::default() };
        let row = TableRow { header: "Contacts".to_owned(), cells: vec![cell] };
        let table = Table { rows: vec![row], ..Table::default() };
        let mentions = ["a", "a.previous"].map(|name| Said::of(&id(name), "2"));
        let mut placements = Placements::of(&mentions);
        placements.add_prose(&prose);
        placements.add_table(&table);
        let workings = Workings::of(&mut placements, &figures);
        assert_eq!(workings.listed.len(), 1);
        for (things, symbols) in [(0..1, vec![]), (0..2, vec![("[x]", "Not available")])] {
            assert_eq!(workings.listed(things.clone()), Seen::list(workings.listed.clone()));
            let words = |(symbol, meaning)| {
                Seen::record([("symbol", Seen::words(symbol)), ("meaning", Seen::words(meaning))])
            };
            assert_eq!(workings.symbols(things), Seen::list(symbols.into_iter().map(words)));
        }
    }
}
