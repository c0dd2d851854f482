//! Figures against their targets.

use super::{alone, contacts, families, percent};
use crate::figures::{Figure, FigureKind, Found};
use crate::model::{FigureId, Goal, Polarity, Ratio};
use crate::words::Cannot;
use crate::words::samples::{Altered, published};
use crate::words::{standing, target_alone};

fn held(figure: Figure, polarity: Polarity, target: &str, amber: Option<&str>) -> Figure {
    let goal = Goal::of(polarity, Ratio::parse(target), amber.and_then(Ratio::parse));
    Figure { goal: goal.map(Box::new), ..figure }
}

#[test]
fn a_figure_is_told_against_its_target_with_the_word_for_its_colour() {
    let more = |number: &str| held(percent(number), Polarity::HigherIsBetter, "95", Some("90"));
    let less = |number: &str| held(contacts(number), Polarity::LowerIsBetter, "20", None);
    for (figure, words) in [
        (more("96.2"), "96.2%, which meets the target of 95% or more (green)"),
        (more("95"), "95%, which meets the target of 95% or more (green)"),
        (more("91"), "91%, below the target of 95% or more (amber)"),
        (more("84.5"), "84.5%, below the target of 95% or more (red)"),
        (less("20"), "20 contacts, which meets the target of 20 or fewer (green)"),
        (less("26"), "26 contacts, above the target of 20 or fewer (red)"),
        (
            held(families("17", "28"), Polarity::HigherIsBetter, "62.5", None),
            "17 of 28, below the target of 62.5% or more (red)",
        ),
        (more("~96"), "approximately 96%, which meets the target of 95% or more (green)"),
        (more("96..98"), "between 96% and 98%, which meets the target of 95% or more (green)"),
    ] {
        assert_eq!(alone("against_target", figure).unwrap(), words);
    }
}

/// Nothing is fewer than none; money can be less than nothing.
#[test]
fn a_target_of_none_stands_alone() {
    let none = |figure: Figure| held(figure, Polarity::LowerIsBetter, "0", None);
    let pounds = |amount: &str| contacts(amount).kind(FigureKind::Count, "£").without_nouns();
    for (figure, words) in [
        (none(contacts("2")), "2 contacts, above the target of 0 (red)"),
        (none(contacts("0")), "no contacts, which meets the target of 0 (green)"),
        (none(percent("1.5")), "1.5%, above the target of 0% (red)"),
        (none(pounds("5")), "£5, above the target of £0 or less (red)"),
        (
            held(contacts("2"), Polarity::HigherIsBetter, "0", None),
            "2 contacts, which meets the target of 0 or more (green)",
        ),
    ] {
        assert_eq!(alone("against_target", figure).unwrap(), words);
    }
}

#[test]
fn rounding_never_contradicts_the_verdict() {
    let figure = held(percent("94.98"), Polarity::HigherIsBetter, "95", None);
    let told = alone("against_target", figure).unwrap();
    assert!(told.contains("just below the target of 95% or more (red)"), "{told}");
}

#[test]
fn without_a_target_or_with_too_rough_a_number_there_is_no_verdict() {
    assert!(matches!(alone("against_target", percent("96")), Err(Cannot::DoesNotFit(_))));
    let rough = held(percent("94..98"), Polarity::HigherIsBetter, "95", None);
    assert!(matches!(alone("against_target", rough), Err(Cannot::Undecided(_))));
    let on_it = held(contacts("~1800"), Polarity::LowerIsBetter, "1800", None);
    assert!(matches!(alone("against_target", on_it), Err(Cannot::Undecided(_))));
}

#[test]
fn a_table_says_target_and_standing_in_words() {
    let more = |number: &str| held(percent(number), Polarity::HigherIsBetter, "95", Some("90"));
    for (figure, target, stands) in [
        (more("96"), "95% or more; amber from 90%", "green"),
        (more("94"), "95% or more; amber from 90%", "amber"),
        (more("94..98"), "95% or more; amber from 90%", "can't be told"),
        // Approximately 95 is anything from 94.5 to 95.5.
        (more("~95"), "95% or more; amber from 90%", "can't be told"),
        (
            held(percent("21"), Polarity::LowerIsBetter, "20", Some("25")),
            "20% or less; amber to 25%",
            "amber",
        ),
        (percent("96"), "none", "no target"),
    ] {
        let figures = published(vec![figure]);
        let Found::Figure(figure) = figures.find(&FigureId::of("share")) else { panic!() };
        assert_eq!((target_alone(figure).as_str(), standing(figure)), (target, stands));
    }
}
