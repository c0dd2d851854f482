//! Which of several is the highest and which the lowest, as far as can be told: what a chart says in words.

use crate::figures::{Amount, PublishedFigure};
use crate::model::Quantity;

use super::display::display_noted;
use super::list::listed;
use super::said::Said;

/// A figure by what it is called among those that it stands beside: "May", "Police", "2021/22".
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    /// What it is called there.
    pub name: &'a str,
    /// The figure; none where the data do not reach to it.
    pub figure: Option<&'a PublishedFigure>,
}

/// One that is a number, with it.
type Held<'a> = (Named<'a>, Quantity);

/// "the highest is May (530) and the lowest August (401)". Numbers that are only approximate are told "as given";
/// where intervals overlap, so that it can't be told, it says so; where some can't be had, it is "of those held".
/// None where there is no number.
#[must_use]
pub fn extremes(several: &[Named<'_>]) -> Option<Said> {
    let held = held(several);
    let first = held.first()?;
    let of_those = of_those(&held, several);
    if held.len() == 1 {
        return Some(Said::from("the only number held is ").and(told(first)));
    }
    let about = about(&held);
    Some(match (ends(&held, End::Highest), ends(&held, End::Lowest)) {
        (Some(highest), Some(_)) if highest.len() == held.len() => {
            Said::from(of_those).and(about).and("all are the same (").and(shown(first)).and(")")
        }
        (Some(highest), Some(lowest)) if read_the_same(&highest, &lowest) => {
            Said::from(of_those).and(about).and("all are about the same (").and(shown(first)).and(")")
        }
        (Some(highest), Some(lowest)) => {
            let lowest = Said::from(" and the lowest ").and(named(&lowest).1);
            Said::from(of_those).and(about).and(the("highest", &highest)).and(lowest)
        }
        (Some(highest), None) => {
            let highest = Said::from(of_those).and(about).and(the("highest", &highest));
            highest.and("; which is the lowest can't be told")
        }
        (None, Some(lowest)) => {
            let lowest = Said::from(of_those).and(about).and(the("lowest", &lowest));
            lowest.and("; which is the highest can't be told")
        }
        (None, None) => Said::from(of_those).and("which is the highest and which the lowest can't be told"),
    })
}

/// The same in few words: "lowest 401 (August), highest 530 (May)". Where there are not the two ends to tell, what
/// [`extremes`] says.
#[must_use]
pub fn ends_in_short(several: &[Named<'_>]) -> Option<Said> {
    let held = held(several);
    let (lowest, highest) = (ends(&held, End::Lowest), ends(&held, End::Highest));
    let (Some(lowest), Some(highest)) = (lowest, highest) else { return extremes(several) };
    let (Some(low), Some(high)) = (lowest.first(), highest.first()) else { return extremes(several) };
    if lowest.len() == held.len() || reads(low) == reads(high) {
        return extremes(several);
    }
    let lowest = Said::from("lowest ").and(shown(low)).and(format!(" ({}), ", names(&lowest)));
    let highest = Said::from("highest ").and(shown(high)).and(format!(" ({})", names(&highest)));
    Some(Said::from(of_those(&held, several)).and(about(&held)).and(lowest).and(highest))
}

/// What is said first where some have no number.
fn of_those(held: &[Held<'_>], several: &[Named<'_>]) -> &'static str {
    if held.len() < several.len() { "of those held, " } else { "" }
}

/// What is said of numbers that are approximate.
fn about(held: &[Held<'_>]) -> &'static str {
    if held.iter().any(|(_, number)| number.flags().said_of_each()) { "as given, " } else { "" }
}

/// "the highest is May (530)".
fn the(end: &str, tied: &[&Held<'_>]) -> Said {
    let (is, named) = named(tied);
    Said::from(format!("the {end} {is} ")).and(named)
}

/// The names of those that tie; many of them by their number.
fn names(tied: &[&Held<'_>]) -> String {
    if tied.len() > 2 {
        return format!("{} times", tied.len());
    }
    let names: Vec<String> = tied.iter().map(|(named, _)| named.name.to_owned()).collect();
    listed(&names)
}

/// The one that is certainly higher than all others, and shown so, none of which is withheld or missing; none where there
/// is no such one.
#[must_use]
pub fn highest<'a>(several: &[Named<'a>]) -> Option<Named<'a>> {
    let held = held(several);
    if held.len() < several.len() || held.len() < 2 {
        return None;
    }
    held.iter()
        .enumerate()
        .find(|(at, (_, number))| {
            let others = held.iter().enumerate().filter(|(other, _)| other != at);
            others.map(|(_, (_, other))| other).all(|other| number.is_certainly_above(other))
        })
        .filter(|(at, top)| {
            held.iter().enumerate().all(|(other, held)| other == *at || reads(held) != reads(top))
        })
        .map(|(_, (named, _))| *named)
}

/// Whether both ends are shown alike, so that a reader sees no difference between them.
fn read_the_same(highest: &[&Held<'_>], lowest: &[&Held<'_>]) -> bool {
    matches!((highest.first(), lowest.first()), (Some(high), Some(low)) if reads(high) == reads(low))
}

/// A number as it is shown, without the decimal that tells 20.0 from 20.
fn reads(held: &Held<'_>) -> String {
    let shown = shown(held).to_string().replace(".0%", "%");
    shown.strip_suffix(".0").map(str::to_owned).unwrap_or(shown)
}

fn held<'a>(several: &[Named<'a>]) -> Vec<Held<'a>> {
    let number = |named: &Named<'a>| match &named.figure?.outcome {
        Ok(Amount::Number(number)) => Some((*named, number.clone())),
        _ => None,
    };
    several.iter().filter_map(number).collect()
}

/// The one at that end, or those that tie there: which no other can pass; none where that can't be told.
fn ends<'h, 'a>(held: &'h [Held<'a>], end: End) -> Option<Vec<&'h Held<'a>>> {
    let others = |at: usize| held.iter().enumerate().filter(move |(other, _)| *other != at);
    let alone = held
        .iter()
        .enumerate()
        .find(|(at, (_, number))| others(*at).all(|(_, (_, other))| end.lies_beyond(number, other)));
    if let Some((_, alone)) = alone {
        return Some(vec![alone]);
    }
    let single = held.iter().filter_map(|(_, number)| number.point());
    let best = match end {
        End::Highest => single.max()?,
        End::Lowest => single.min()?,
    };
    // An interval that reaches to it may tie with it, or pass it.
    let certain = held
        .iter()
        .all(|(_, number)| number.point().is_some() || end.lies_beyond(&Quantity::exact(best), number));
    certain.then(|| held.iter().filter(|(_, number)| number.point() == Some(best)).collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Highest,
    Lowest,
}

impl End {
    /// Whether the one is further towards this end than the other, wherever in their intervals they lie.
    fn lies_beyond(self, one: &Quantity, other: &Quantity) -> bool {
        let (near, far) = match self {
            Self::Highest => (one.low(), other.high()),
            Self::Lowest => (other.low(), one.high()),
        };
        matches!((near, far), (Some(near), Some(far)) if near > far)
    }
}

fn shown((named, _): &Held<'_>) -> Said {
    named.figure.map(|figure| Said::of(&figure.id, display_noted(figure))).unwrap_or_default()
}

fn told(held: &Held<'_>) -> Said {
    Said::from(held.0.name).and(" (").and(shown(held)).and(")")
}

/// The verb and the names of those that tie, with their number.
fn named(tied: &[&Held<'_>]) -> (&'static str, Said) {
    match tied {
        [only] => ("is", told(only)),
        several => {
            let names: Vec<String> = several.iter().map(|(named, _)| named.name.to_owned()).collect();
            let number = several.first().map(|first| shown(first)).unwrap_or_default();
            ("are", Said::from(listed(&names)).and(" (").and(number).and(" each)"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Named, ends_in_short, extremes, highest};
    use crate::figures::{Figure, FigureKind, Found};
    use crate::model::Reason;
    use crate::words::samples::{Altered, count, id, published};

    const MONTHS: [&str; 3] = ["April", "May", "June"];

    fn with<T>(amounts: [&str; 3], ask: impl Fn(&[Named<'_>]) -> T) -> T {
        let figure = |(number, amount): (usize, &str)| -> Figure {
            let name = format!("contacts[2013-0{}]", number + 4);
            match amount {
                "c" => count(&name, "0").outcome(Err(Reason::Confidential)),
                amount if amount.ends_with('%') => {
                    count(&name, amount.trim_end_matches('%')).kind(FigureKind::Percent, "%")
                }
                amount => count(&name, amount),
            }
        };
        let figures = published(amounts.into_iter().enumerate().map(figure).collect());
        let named: Vec<Named<'_>> = MONTHS
            .iter()
            .enumerate()
            .map(|(number, name)| Named {
                name,
                figure: match figures.find(&id(&format!("contacts[2013-0{}]", number + 4))) {
                    Found::Figure(figure) => Some(figure),
                    _ => None,
                },
            })
            .collect();
        ask(&named)
    }

    #[test]
    fn the_ends_are_told_as_far_as_they_are_certain() {
        for (amounts, said) in [
            (["1", "3", "2"], "the highest is May (3) and the lowest April (1)"),
            (["3", "3", "2"], "the highest are April and May (3 each) and the lowest June (2)"),
            (["3", "3", "3"], "all are the same (3)"),
            (["1", "c", "2"], "of those held, the highest is June (2) and the lowest April (1)"),
            (["1", "c", "c"], "the only number held is April (1)"),
            (
                ["~10", "30", "20"],
                "as given, the highest is May (30) and the lowest April (approximately 10)",
            ),
            (["<5", "30", "20"], "the highest is May (30) and the lowest April (fewer than 5)"),
            (["<5", "4", "20"], "the highest is June (20); which is the lowest can't be told"),
            ([">20", "24", "7"], "the lowest is June (7); which is the highest can't be told"),
            (["<5", ">20", "7"], "the highest is May (more than 20) and the lowest April (fewer than 5)"),
            (["10..14", "12", "13"], "which is the highest and which the lowest can't be told"),
            (["10..14", "14", "20"], "the highest is June (20); which is the lowest can't be told"),
            // Shown to one decimal, they are one number.
            (["1.11%", "1.14%", "c"], "of those held, all are about the same (1.1%)"),
            (["20%", "20.01%", "20.02%"], "all are about the same (20%)"),
            (["1.11%", "1.14%", "1.16%"], "the highest is June (1.2%) and the lowest April (1.1%)"),
        ] {
            assert_eq!(with(amounts, extremes).unwrap().to_string(), said, "{amounts:?}");
        }
        assert_eq!(with(["c", "c", "c"], extremes), None);
    }

    #[test]
    fn only_one_that_is_certainly_above_all_others_is_the_highest() {
        let name = |several: &[Named<'_>]| highest(several).map(|named| named.name.to_owned());
        assert_eq!(with(["1", "3", "2"], name).as_deref(), Some("May"));
        for amounts in
            [["3", "3", "2"], ["1", "3", "c"], ["1", "3", "~2"], ["1", "3", "2..4"], ["1%", "1.11%", "1.14%"]]
        {
            assert_eq!(with(amounts, name), None, "{amounts:?}");
        }
    }

    #[test]
    fn the_ends_are_told_in_few_words() {
        for (amounts, expected) in [
            (["5", "7", "6"], "lowest 5 (April), highest 7 (May)"),
            (["5", "5", "6"], "lowest 5 (April and May), highest 6 (June)"),
            (["5", "c", "~6"], "of those held, as given, lowest 5 (April), highest approximately 6 (June)"),
            (["5", "5", "5"], "all are the same (5)"),
            (["1.11%", "1.14%", "1.12%"], "all are about the same (1.1%)"),
            (["c", "7", "c"], "the only number held is May (7)"),
            (["<5", "4", "9"], "the highest is June (9); which is the lowest can't be told"),
        ] {
            assert_eq!(with(amounts, ends_in_short).unwrap().to_string(), expected, "{amounts:?}");
        }
    }
}
