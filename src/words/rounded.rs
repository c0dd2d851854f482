//! What is said once, beneath a table or chart, of numbers that were rounded before they were published.

use crate::figures::{Amount, PublishedFigure};

use super::list::listed;

/// Whether a figure was rounded to the nearest ten before it was published, or is made from such.
#[must_use]
pub fn is_rounded(figure: &PublishedFigure) -> bool {
    figure.outcome.iter().flat_map(Amount::numbers).any(|number| number.flags().rounded)
}

/// "England and Middle Shires: from numbers that were rounded to the nearest 10 before they were published, so
/// approximate, except for 2023/24." Each name goes with those of its numbers that it is not true of; names that have the
/// same exceptions share a note.
#[must_use]
pub fn rounded_notes(names: Vec<(String, Vec<String>)>) -> Vec<String> {
    let mut alike: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for (name, exceptions) in names {
        match alike.iter_mut().find(|(_, others)| *others == exceptions) {
            Some((names, _)) => names.push(name),
            None => alike.push((vec![name], exceptions)),
        }
    }
    let note = |(names, exceptions): &(Vec<String>, Vec<String>)| {
        let names = listed(names);
        let but = if exceptions.is_empty() { "" } else { ", except for " };
        let exceptions = listed(exceptions);
        format!(
            "{names}: from numbers that were rounded to the nearest 10 before they were published, so \
             approximate{but}{exceptions}."
        )
    };
    alike.iter().map(note).collect()
}

/// Whether a change, as it is shown, is not the difference of the two numbers as they are shown: it was worked out before
/// they were rounded.
#[must_use]
pub fn differs_as_shown(now: &PublishedFigure, before: &PublishedFigure, change: &PublishedFigure) -> bool {
    let shown = |figure: &PublishedFigure| match &figure.outcome {
        Ok(Amount::Number(number)) => number.point()?.round_to(figure.kind.places()),
        _ => None,
    };
    let difference = shown(now).zip(shown(before)).and_then(|(now, before)| now.minus(before));
    difference.zip(shown(change)).is_some_and(|(difference, change)| difference != change)
}

/// What is said once beneath a table in which that is so.
pub const CHANGES_BEFORE_ROUNDING: &str = "Changes are worked out before the numbers are rounded, so they can differ a little from the difference shown.";

#[cfg(test)]
mod tests {
    use super::{differs_as_shown, rounded_notes};
    use crate::figures::{FigureKind, Found};
    use crate::words::samples::{Altered, count, id, published};

    #[test]
    fn those_whose_numbers_were_rounded_are_named_once() {
        let named = |name: &str, exceptions: &[&str]| {
            (name.to_owned(), exceptions.iter().map(|exception| (*exception).to_owned()).collect())
        };
        let said = "England and Middle Shires: from numbers that were rounded to the nearest 10 before they were published, \
                    so approximate.";
        assert_eq!(rounded_notes(vec![named("England", &[]), named("Middle Shires", &[])]), [said]);
        assert!(rounded_notes(Vec::new()).is_empty());
    }

    #[test]
    fn what_it_is_not_true_of_is_left_out() {
        let named = |name: &str, exceptions: &[&str]| {
            (name.to_owned(), exceptions.iter().map(|exception| (*exception).to_owned()).collect())
        };
        let notes =
            rounded_notes(vec![named("England", &["2022/23", "2023/24"]), named("Middle Shires", &[])]);
        let said = [
            "England: from numbers that were rounded to the nearest 10 before they were published, so approximate, except \
             for 2022/23 and 2023/24.",
            "Middle Shires: from numbers that were rounded to the nearest 10 before they were published, so approximate.",
        ];
        assert_eq!(notes, said);
    }

    #[test]
    fn a_change_is_told_from_the_difference_of_what_is_shown() {
        // 83.44 to 87.26 is a change of 3.82; the numbers shown, 83.4 and 87.3, are 3.9 apart.
        for (now, before, change, differs) in
            [("87.26", "83.44", "3.82", true), ("87.3", "83.4", "3.9", false), ("87", "83", "4", false)]
        {
            let percent = |name, amount| count(name, amount).kind(FigureKind::Percent, "%");
            let figures = [percent("a", now), percent("b", before), percent("c", change)];
            let figures = published(figures.to_vec());
            let [now, before, change] = ["a", "b", "c"].map(|name| match figures.find(&id(name)) {
                Found::Figure(figure) => figure,
                _ => panic!("no figure"),
            });
            assert_eq!(differs_as_shown(now, before, change), differs);
        }
    }
}
