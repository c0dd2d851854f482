//! Figures beside those of the areas that the board is compared with.

use super::{percent, say};
use crate::figures::{Figure, FigureKind};
use crate::model::{FigureId, Reason, Suffix};
use crate::words::samples::{Altered, published};

fn of(suffix: Suffix, amount: &str) -> Figure {
    Figure { id: FigureId::of("share").then(suffix), ..percent(amount) }
}

fn told(others: Vec<Figure>) -> String {
    let mut figures = vec![percent("24.2")];
    figures.extend(others);
    match say("benchmarked", &published(figures), &FigureId::of("share"), &[]) {
        Ok(words) => words,
        Err(cannot) => format!("{cannot:?}"),
    }
}

#[test]
fn a_figure_is_set_beside_those_that_are_held() {
    let (neighbours, region, england) = (Suffix::Neighbours, Suffix::Region, Suffix::England);
    assert_eq!(
        told(vec![of(neighbours, "22.9"), of(england, "22.4")]),
        "24.2%; neighbours' median 22.9% and England 22.4%"
    );
    assert_eq!(
        told(vec![of(neighbours, "22.9"), of(region, "21.7"), of(england, "22.4")]),
        "24.2%; neighbours' median 22.9%, the region 21.7% and England 22.4%"
    );
    assert_eq!(told(vec![of(england, "~22")]), "24.2%; England approximately 22%");
    let withheld = of(region, "1").outcome(Err(Reason::Confidential));
    assert_eq!(told(vec![withheld, of(england, "22")]), "24.2%; the region not available and England 22%");
}

#[test]
fn nothing_is_said_where_nothing_is_held() {
    assert_eq!(told(Vec::new()), "DoesNotFit(\"a figure that other areas have too\")");
}

#[test]
fn a_difference_is_above_or_below() {
    let told = |unit: &str, suffix: Suffix, amount: &str| {
        let id = FigureId::of("share").then(suffix);
        let kind = if unit.starts_with("per ") { FigureKind::Rate } else { FigureKind::Percent };
        let figure = Figure { id: id.clone(), ..percent(amount) }.kind(kind, unit);
        say("difference_in_words", &published(vec![figure]), &id, &[]).map_err(|cannot| format!("{cannot:?}"))
    };
    let (england, neighbours) = (Suffix::DifferenceFromEngland, Suffix::DifferenceFromNeighbours);
    for (unit, suffix, amount, words) in [
        ("percentage points", england, "1.8", "1.8 percentage points above England"),
        ("percentage points", neighbours, "-1", "1 percentage point below the neighbours' median"),
        ("percentage points", england, "0", "the same as England"),
        ("percentage points", neighbours, "0", "the same as the neighbours' median"),
        ("percentage points", england, "0.04", "the same as England to one decimal"),
        ("percentage points", england, "-0.02..0.04", "the same as England to one decimal"),
        ("percentage points", england, "0..0.04", "the same as England to one decimal"),
        ("percentage points", england, "-3..-2", "between 2 and 3 percentage points below England"),
        (
            "per 10,000 children",
            Suffix::DifferenceFromRegion,
            "-12.5",
            "12.5 per 10,000 children below the region",
        ),
    ] {
        assert_eq!(told(unit, suffix, amount).as_deref(), Ok(words));
    }
    assert!(told("percentage points", england, "-1..1").unwrap_err().starts_with("Undecided"));
    assert!(told("percentage points", Suffix::England, "1").unwrap_err().starts_with("DoesNotFit"));
}
