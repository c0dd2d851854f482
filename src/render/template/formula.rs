//! A figure's formula → words: labels and numbers in place of ids, and long lists of them told by how many they are.

use std::borrow::Borrow;

use crate::figures::whose::AREA;
use crate::figures::{Formula, Piece, Published, PublishedFigure};
use crate::model::{FigureId, Period};
use crate::words::Said;

use super::workings::found;

/// From how many inputs on a formula is told, not written out.
const MANY: usize = 5;

/// The formula with labels in place of ids, each with its number; a long list of them is told by how many they are, of
/// what.
pub(super) fn formula(figure: &PublishedFigure, figures: &Published) -> Said {
    let inputs = &figure.inputs;
    if let Err(reason) = figure.outcome.as_ref()
        && inputs.is_empty()
    {
        return format!("could not be had: {reason}").into();
    }
    if inputs.len() >= MANY && figure.formula == Formula::WeightedMean {
        return format!("the average of {}, each with its weight", things(inputs)).into();
    }
    let pieces = figure.formula_pieces();
    let mut told = Said::default();
    let mut rest = pieces.as_slice();
    while let Some((piece, after)) = rest.split_first() {
        let (list, mark, beyond) = list(rest);
        let areas = if mark == COMMA { areas(&figure.label, &list, figures) } else { None };
        if let Some(areas) = areas {
            told = told.and(areas);
            rest = beyond;
        } else if list.len() >= MANY {
            let sum = if mark == PLUS { "the sum of " } else { "" };
            told = told.and(format!("{sum}{} {}", list.len(), things(&list)));
            rest = beyond;
        } else {
            told = told.and(match piece {
                Piece::Text(text) => apart(text).into(),
                Piece::Input(id) => match found(figures, id) {
                    Some(input) => valued(&input.label, input),
                    None => id.to_string().into(),
                },
            });
            rest = after;
        }
    }
    told
}

/// What an input is called, and its number.
fn valued(name: &str, input: &PublishedFigure) -> Said {
    Said::from(name).and(" (").and(Said::alone(input)).and(")")
}

/// What parts two inputs, so that it can't be taken for a part of their labels.
fn apart(mark: &str) -> &str {
    match mark {
        COMMA => "; ",
        " of " => ", out of ",
        other => other,
    }
}

/// What parts the inputs of a sum, and those of a list.
const PLUS: &str = " + ";
const COMMA: &str = ", ";

/// The inputs with which pieces begin and that one mark parts, the mark, and the pieces after them.
fn list<'p, 'f>(pieces: &'p [Piece<'f>]) -> (Vec<&'f FigureId>, &'f str, &'p [Piece<'f>]) {
    let mark = match pieces.get(1) {
        Some(Piece::Text(text)) => *text,
        _ => "",
    };
    let mut inputs = Vec::new();
    let mut rest = pieces;
    while let [Piece::Input(id), after @ ..] = rest {
        inputs.push(*id);
        rest = after;
        match after {
            [Piece::Text(between), next @ ..]
                if *between == mark
                    && [PLUS, COMMA].contains(&mark)
                    && matches!(next.first(), Some(Piece::Input(_))) =>
            {
                rest = next;
            }
            _ => break,
        }
    }
    (inputs, mark, rest)
}

/// The names alone of areas that one figure is listed for, with their numbers: what their labels begin with stands in
/// the label of what is made of them, and is not said again for each.
fn areas(label: &str, inputs: &[&FigureId], figures: &Published) -> Option<Said> {
    let of_areas = inputs.len() > 1 && inputs.iter().all(|id| id.selection().category(AREA).is_some());
    if !of_areas {
        return None;
    }
    let inputs: Vec<&PublishedFigure> = inputs.iter().map(|id| found(figures, id)).collect::<Option<_>>()?;
    let mut said =
        label.rmatch_indices(COMMA).filter_map(|(at, _)| label.get(..at.saturating_add(COMMA.len())));
    let said = said.find(|said| inputs.iter().all(|input| input.label.starts_with(said)))?;
    let named = |input: &&PublishedFigure| Some(valued(input.label.strip_prefix(said)?, input));
    Some(Said::listed(inputs.iter().filter_map(named).collect()))
}

/// What inputs are: of one figure its months, its years or those of other areas; else parts.
fn things<I: Borrow<FigureId>>(inputs: &[I]) -> &'static str {
    let all = |is: fn(&FigureId) -> bool| inputs.iter().all(|id| is(id.borrow()));
    let first = inputs.first().map(Borrow::borrow);
    let of_one = inputs.iter().all(|id| {
        first.is_some_and(|first| {
            let id: &FigureId = id.borrow();
            (id.name(), id.selection()) == (first.name(), first.selection())
        })
    });
    if all(|id| matches!(id.period(), Some(Period::Month(_)))) {
        "months"
    } else if all(|id| id.selection().category(AREA).is_some()) {
        "areas"
    } else if of_one && all(|id| matches!(id.period(), None | Some(Period::Year(_)))) {
        "years"
    } else {
        "parts"
    }
}

#[cfg(test)]
mod tests {
    use super::formula;
    use crate::figures::{Figure, Formula, Found};
    use crate::model::{FigureId, Reason};
    use crate::words::samples::{count, id, published};

    fn made(label: &str, formula: Formula, inputs: &[&str]) -> Figure {
        let inputs = inputs.iter().map(|input| id(input)).collect();
        Figure { label: label.to_owned(), formula, inputs, ..count("c", "1") }
    }

    fn row(before: &'static str, mark: &'static str, behind: &'static str, inputs: &[&str]) -> Figure {
        made("", Formula::Row(before, mark, behind.into()), inputs)
    }

    #[test]
    fn a_formula_is_told_with_labels_and_numbers_and_a_long_one_by_its_parts() {
        let months = ["a[2013-04]", "a[2013-05]", "a[2013-06]", "a[2013-07]", "a[2013-08]"];
        let years = ["a[2009/10]", "a[2010/11]", "a[2011/12]", "a.previous", "a"];
        let areas = ["a[area=E1]", "a[area=E2]", "a[area=E3]", "a[area=E4]", "a[area=E5]"];
        let parts = ["a[b=1]", "a[b=2]", "a[b=3]", "a[b=4]", "a[b=5]"];
        let weighed = ["a[2013-04]", "ab[2013-04]", "a[2013-05]", "ab[2013-05]", "a[2013-06]", "ab[2013-06]"];
        let given = made("", Formula::Words("as given"), &[]);
        let mean = |label| {
            let formula = Formula::Row("the mean of ", ", ", "".into());
            made(label, formula, &["b[area=E1]", "b[area=E2]"])
        };
        for (made, told) in [
            (given.clone(), "as given"),
            (row("", " of ", "", &["ab", "a"]), "Children (3), out of Contacts (2)"),
            (Figure { outcome: Err(Reason::Missing), ..given }, "could not be had: its cell is empty"),
            (row("", " ÷ ", " × 100", &["ab", "a"]), "Children (3) ÷ Contacts (2) × 100"),
            (row("", " − ", "", &["a", "unheld"]), "Contacts (2) − unheld"),
            (row("", " + ", "", &months), "the sum of 5 months"),
            (row("", " + ", "", &parts), "the sum of 5 parts"),
            (
                row("the month with the highest of ", ", ", "", &months),
                "the month with the highest of 5 months",
            ),
            (row("the median of ", ", ", "", &areas), "the median of 5 areas"),
            (row("the lowest and highest of ", ", ", "", &years), "the lowest and highest of 5 years"),
            (row("(", " + ", ") ÷ 5", &years), "(the sum of 5 years) ÷ 5"),
            (
                mean("Contacts, of all, neighbours' mean"),
                "the mean of Samplesea and the Vale (4) and Inventford (5)",
            ),
            (
                mean("Something else"),
                "the mean of Contacts, of all, Samplesea and the Vale (4); Contacts, of all, Inventford (5)",
            ),
            (row("(", " + ", ") ÷ 2", &["a", "a.previous"]), "(Contacts (2) + a.previous) ÷ 2"),
            (made("", Formula::WeightedMean, &weighed), "the average of months, each with its weight"),
            (made("", Formula::WeightedMean, &["a", "ab"]), "(Contacts (2) × Children (3)) ÷ (Children (3))"),
        ] {
            let figures = published(vec![
                Figure { label: "Contacts".to_owned(), ..count("a", "2") },
                Figure { label: "Children".to_owned(), ..count("ab", "3") },
                Figure { label: "Contacts, of all, Inventford".to_owned(), ..count("b[area=E2]", "5") },
                Figure {
                    label: "Contacts, of all, Samplesea and the Vale".to_owned(),
                    ..count("b[area=E1]", "4")
                },
                made,
            ]);
            let Found::Figure(figure) = figures.find(&FigureId::of("c")) else { panic!("no figure") };
            assert_eq!(formula(figure, &figures).to_string(), told);
        }
    }
}
