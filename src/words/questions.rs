//! Every test that `{% if … is … %}` may use. Each answers only where the data decide it.

use crate::figures::{Amount, PublishedFigure};
use crate::model::{FigureId, Quantity, Ratio, Suffix};

use super::asked::{Asked, Cannot, number};
use super::movement::{base, has_change};
use super::registry::{Asks, Test};
use super::state::{is_provisional, is_revised};
use super::target::on_target;

/// The test that asks whether a figure may still change.
pub const PROVISIONAL: &str = "provisional";

/// Every test.
pub const TESTS: &[Test] = &[
    Test {
        name: "available",
        sentence: "The figure can be had.",
        example: "{% if contacts is available %}…{% endif %}",
        companions: alone,
        asks: Asks::Available,
    },
    Test {
        name: "rise",
        sentence: "The figure is higher than the year before.",
        example: "{% if contacts is rise %}…{% endif %}",
        companions: beside_change,
        asks: Asks::Figure(rise),
    },
    Test {
        name: "fall",
        sentence: "The figure is lower than the year before.",
        example: "{% if contacts is fall %}…{% endif %}",
        companions: beside_change,
        asks: Asks::Figure(fall),
    },
    Test {
        name: "unchanged",
        sentence: "The figure is the same as the year before.",
        example: "{% if contacts is unchanged %}…{% endif %}",
        companions: beside_change,
        asks: Asks::Figure(unchanged),
    },
    Test {
        name: "on_target",
        sentence: "The figure meets its target.",
        example: "{% if visits_in_time_percent is on_target %}…{% endif %}",
        companions: alone,
        asks: Asks::Figure(on_target),
    },
    Test {
        name: PROVISIONAL,
        sentence: "The figure is made from data that may still change, as `state` says of their file.",
        example: "{% if referrals is provisional %}…{% endif %}",
        companions: alone,
        asks: Asks::Figure(is_provisional),
    },
    Test {
        name: "revised",
        sentence: "The figure is made from data that were changed, as `state` says of their file, or is another than was published.",
        example: "{% if referrals.previous is revised %}…{% endif %}",
        companions: alone,
        asks: Asks::Figure(is_revised),
    },
];

/// The test of that name.
#[must_use]
pub fn test(name: &str) -> Option<&'static Test> {
    TESTS.iter().find(|test| test.name == name)
}

fn alone(_: &FigureId) -> Vec<FigureId> {
    Vec::new()
}

fn beside_change(id: &FigureId) -> Vec<FigureId> {
    vec![base(id).then(Suffix::Change)]
}

const NUMBERS: &str = "a number that has a year before to compare with";

fn change(asked: &Asked<'_>) -> Result<Quantity, Cannot> {
    has_change(asked)?;
    number(asked.companion(base(&asked.figure.id).then(Suffix::Change))?, NUMBERS)
}

/// The answer where both ends of the change give the same one.
fn decided(asked: &Asked<'_>, holds: fn(&Ratio) -> bool) -> Result<bool, Cannot> {
    let change = change(asked)?;
    let up = change.most().is_none_or(|high| high > Ratio::ZERO).then_some(Ratio::ONE);
    let down =
        change.least().is_none_or(|low| low < Ratio::ZERO).then_some(Ratio::ZERO.minus(Ratio::ONE)).flatten();
    let surely_moved = change.least().is_some_and(|low| low > Ratio::ZERO)
        || change.most().is_some_and(|high| high < Ratio::ZERO);
    let still = (!surely_moved).then_some(Ratio::ZERO);
    let mut answers = [up, down, still].into_iter().flatten().map(|possible| holds(&possible));
    let first = answers.next().unwrap_or(false);
    if answers.all(|answer| answer == first) {
        Ok(first)
    } else {
        Err(Cannot::Undecided(format!("whether `{}` rose or fell can't be told", base(&asked.figure.id))))
    }
}

/// Higher than the year before.
pub(super) fn rise(asked: &Asked<'_>) -> Result<bool, Cannot> {
    decided(asked, |change| *change > Ratio::ZERO)
}

/// Lower than the year before.
pub(super) fn fall(asked: &Asked<'_>) -> Result<bool, Cannot> {
    decided(asked, |change| *change < Ratio::ZERO)
}

/// The same as the year before.
pub(super) fn unchanged(asked: &Asked<'_>) -> Result<bool, Cannot> {
    decided(asked, |change| change.is_zero())
}

/// The answer of a figure that is itself a yes or no.
pub fn stands(figure: &PublishedFigure) -> Result<bool, Cannot> {
    match super::asked::amount(figure)? {
        Amount::Truth(truth) => Ok(*truth),
        _ => Err(Cannot::DoesNotFit(
            "a yes or no, as `.is_highest` is; ask `is available`, `is rise` or `is fall`",
        )),
    }
}
