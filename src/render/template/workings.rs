//! What a page gives in figures → the list of how each was worked out, and of the symbols that stand in its tables.

use crate::figures::{Found, Published, PublishedFigure};
use crate::jinja::Seen;
use crate::model::{FigureId, State};
use crate::narrative::{Prose, Table};
use crate::render::placement::{Placed, Placements, mentioned_in};
use crate::render::symbols::SYMBOLS;
use crate::render::trace::explained;
use crate::words::{Said, state};

/// The texts and tables of a page.
#[derive(Default)]
pub(super) struct Given<'s> {
    /// Its texts.
    pub(super) prose: Vec<&'s Prose>,
    /// Its tables of figures.
    pub(super) tables: Vec<&'s Table>,
}

/// From how many inputs on a formula is told, not written out.
const MANY: usize = 5;

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

fn found<'s>(figures: &'s Published, id: &FigureId) -> Option<&'s PublishedFigure> {
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

/// The formula with labels in place of ids; a long one is told by the number of its parts.
fn formula(figure: &PublishedFigure, figures: &Published) -> String {
    let inputs = &figure.inputs;
    if inputs.len() >= MANY {
        let months = inputs.iter().all(|input| input.period().is_some());
        let parts = if months { "months" } else { "parts" };
        return match figure.formula.contains('÷') {
            true => format!("the average of {parts}, each with its weight"),
            false => format!("the sum of {} {parts}", inputs.len()),
        };
    }
    // The longest first, since one id may begin with another.
    let mut names: Vec<(String, String)> = inputs
        .iter()
        .map(|id| {
            (id.to_string(), found(figures, id).map_or_else(|| id.to_string(), |input| input.label.clone()))
        })
        .collect();
    names.sort_by_key(|(id, _)| std::cmp::Reverse(id.len()));
    let mut told = String::new();
    let mut rest = figure.formula.as_str();
    while let Some(next) = rest.chars().next() {
        let named = names.iter().find_map(|(id, label)| Some((rest.strip_prefix(id.as_str())?, label)));
        match named {
            Some((after, label)) => {
                told.push_str(label);
                rest = after;
            }
            None => {
                told.push(next);
                rest = rest.strip_prefix(next).unwrap_or_default();
            }
        }
    }
    told
}

fn words_of<const N: usize>(fields: [(&'static str, &str); N]) -> Seen {
    Seen::Record(fields.map(|(name, words)| (name, Seen::Words(words.to_owned()))).into())
}

#[cfg(test)]
mod tests {
    use super::{Given, Placements, Seen, formula};
    use crate::figures::{Figure, Found};
    use crate::model::FigureId;
    use crate::narrative::{Prose, Table, TableCell, TableRow};
    use crate::words::Said;
    use crate::words::samples::{count, id, published};

    fn made(name: &str, label: &str, formula: &str, inputs: &[&str]) -> Figure {
        let inputs = inputs.iter().map(|input| id(input)).collect();
        Figure { label: label.to_owned(), formula: formula.to_owned(), inputs, ..count(name, "1") }
    }

    #[test]
    fn a_formula_is_told_with_labels_and_a_long_one_by_its_parts() {
        let months = ["a[2013-04]", "a[2013-05]", "a[2013-06]", "a[2013-07]", "a[2013-08]"];
        for (made, told) in [
            (made("c", "", "as given", &[]), "as given"),
            (made("c", "", "ab ÷ a × 100", &["ab", "a"]), "Children ÷ Contacts × 100"),
            (made("c", "", "a − unheld", &["a", "unheld"]), "Contacts − unheld"),
            (made("c", "", &months.join(" + "), &months), "the sum of 5 months"),
            (made("c", "", "(a[2013-04] × b) ÷ b", &months), "the average of months, each with its weight"),
        ] {
            let figures = published(vec![
                Figure { label: "Contacts".to_owned(), ..count("a", "2") },
                Figure { label: "Children".to_owned(), ..count("ab", "3") },
                made,
            ]);
            let Found::Figure(figure) = figures.find(&FigureId::of("c")) else { panic!("no figure") };
            assert_eq!(formula(figure, &figures), told);
        }
    }

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
