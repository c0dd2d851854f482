//! What a page gives in figures → the list of how each was worked out, and of the symbols that stand in its tables.

use crate::figures::{Found, Published, PublishedFigure};
use crate::jinja::Seen;
use crate::model::{FigureId, State};
use crate::narrative::{Prose, Table};
use crate::render::placement::{Placed, Placements, mentioned_in};
use crate::render::symbols::SYMBOLS;
use crate::render::trace::explained;
use crate::words::{Said, state};

use super::formula::formula;

/// The texts and tables of a page.
#[derive(Default)]
pub(super) struct Given<'s> {
    /// Its texts.
    pub(super) prose: Vec<&'s Prose>,
    /// Its tables of figures.
    pub(super) tables: Vec<&'s Table>,
}

impl<'s> Given<'s> {
    /// The symbols that the page uses, in their order.
    pub(super) fn symbols(&self, mentions: &[Said]) -> Seen {
        let cells = self.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        let words: Vec<&str> = cells
            .flat_map(|cell| [cell.words.as_str(), cell.mark])
            .chain(self.mentions(mentions).flat_map(Said::pieces).map(|piece| piece.words.as_str()))
            .collect();
        let used = SYMBOLS.iter().filter(|(symbol, _)| words.iter().any(|said| said.contains(symbol)));
        Seen::List(
            used.map(|(symbol, meaning)| words_of([("symbol", symbol), ("meaning", meaning)])).collect(),
        )
    }

    /// Each figure of the page once, in the order of their labels: its label, its value, how it was worked out.
    /// Years before, changes and months stand under the figure that they are of, since they are worked out like it.
    pub(super) fn workings(
        &self,
        mentions: &[Said],
        figures: &'s Published,
        placements: &mut Placements<'s>,
    ) -> Seen {
        let in_tables = self.tables.iter().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
        let ids =
            in_tables.filter_map(|cell| cell.id.as_ref()).chain(self.mentions(mentions).flat_map(Said::ids));
        let ids = explained(ids, |id| found(figures, id).is_some());
        let mut used: Vec<&'s PublishedFigure> = ids.iter().filter_map(|id| found(figures, id)).collect();
        used.sort_by(|one, other| (&one.label, &one.id).cmp(&(&other.label, &other.id)));
        Seen::List(used.into_iter().map(|figure| working(figure, figures, placements)).collect())
    }

    fn mentions<'m>(&'m self, mentions: &'m [Said]) -> impl Iterator<Item = &'m Said> {
        self.prose.iter().flat_map(|prose| mentioned_in(prose)).filter_map(|number| mentions.get(number))
    }
}

pub(super) fn found<'s>(figures: &'s Published, id: &FigureId) -> Option<&'s PublishedFigure> {
    match figures.find(id) {
        Found::Figure(figure) => Some(figure),
        Found::NotHeld(_) | Found::Unknown => None,
    }
}

fn working<'s>(figure: &'s PublishedFigure, figures: &Published, placements: &mut Placements<'s>) -> Seen {
    let label = Seen::Markdown(placements.add(Placed::Name(figure)));
    let value = Seen::Markdown(placements.add(Placed::Figure(figure)));
    let formula = match state(figure, figures) {
        State::Final => formula(figure, figures),
        other => format!("{} ({})", formula(figure, figures), other.word()),
    };
    let formula = Seen::Words(formula);
    Seen::Record([("label", label), ("value", value), ("formula", formula)].into())
}

fn words_of<const N: usize>(fields: [(&'static str, &str); N]) -> Seen {
    Seen::Record(fields.map(|(name, words)| (name, Seen::Words(words.to_owned()))).into())
}

#[cfg(test)]
mod tests {
    use super::{Given, Placements, Seen};
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
        let given = Given { prose: vec![&prose], tables: vec![&table] };
        let mentions = ["a", "a.previous"].map(|name| Said::of(&id(name), "2"));
        let Seen::List(workings) = given.workings(&mentions, &figures, &mut Placements::default()) else {
            panic!("no list")
        };
        assert_eq!(workings.len(), 1);
        let Seen::List(symbols) = given.symbols(&mentions) else { panic!("no list") };
        let meant = [("symbol", "[x]"), ("meaning", "Not available")];
        let words = meant.map(|(name, words)| (name, Seen::Words(words.to_owned())));
        assert_eq!(symbols, [Seen::Record(words.into())]);
    }
}
