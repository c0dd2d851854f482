//! A figure alone: what a table's cell, `{{ contacts }}` and the files of figures show.

use crate::figures::{Amount, PublishedFigure};
use crate::model::{Quantity, Reason};

use super::period::spoken_months;
use super::quantity::{Style, shown};

/// The figure alone: "6,014", "57.4%", "approximately 1,800", "more than 20", "17 of 28", "25 to 27",
/// "May 2013", "yes". For one that can't be had, a symbol in square brackets: "[c]" confidential, "[u]"
/// unreliable, "[z]" has no meaning here, "[awaited]" still to come, "[x]" not available.
#[must_use]
pub fn display(figure: &PublishedFigure) -> String {
    said(&figure.outcome, Style::of(figure))
}

/// The same where a note beneath says of all numbers what was rounded before it was published.
#[must_use]
pub fn display_noted(figure: &PublishedFigure) -> String {
    said(&figure.outcome.as_ref().map(Amount::noted).map_err(Clone::clone), Style::of(figure))
}

fn said(outcome: &Result<Amount, Reason>, style: Style) -> String {
    match outcome {
        Ok(Amount::Number(number)) => shown(number, style),
        Ok(Amount::NOfN { part, whole }) => {
            let counts = Style { counts: true, ..Style::WHOLE };
            format!("{} of {}", shown(part, counts), shown(whole, counts))
        }
        Ok(Amount::Range { low, high }) => range(low, high, style),
        Ok(Amount::Months(months)) if months.is_empty() => "none".to_owned(),
        Ok(Amount::Months(months)) => spoken_months(months),
        Ok(Amount::Truth(true)) => "yes".to_owned(),
        Ok(Amount::Truth(false)) => "no".to_owned(),
        Err(reason) => symbol(reason).to_owned(),
    }
}

/// "25 to 27", or the one number where both ends show the same.
fn range(low: &Quantity, high: &Quantity, style: Style) -> String {
    let (low, high) = (shown(low, style), shown(high, style));
    if low == high { low } else { format!("{} to {}", as_fine(&low, &high), as_fine(&high, &low)) }
}

/// A number with as many decimals as the one that it stands beside: "25.0" beside "27.1".
#[must_use]
pub fn as_fine(number: &str, beside: &str) -> String {
    if number.contains('.') || !beside.contains('.') {
        return number.to_owned();
    }
    match number.strip_suffix('%') {
        Some(digits) => format!("{digits}.0%"),
        None => format!("{number}.0"),
    }
}

/// The symbol for a figure that can't be had; the report's list of symbols explains them.
#[must_use]
pub fn symbol(reason: &Reason) -> &'static str {
    match reason {
        Reason::Input(input) => symbol(&input.1),
        Reason::Confidential => "[c]",
        Reason::Unreliable => "[u]",
        Reason::Awaited(_) => "[awaited]",
        Reason::NotApplicable
        | Reason::NoMeaning(_)
        | Reason::NoneBefore
        | Reason::BelowNought
        | Reason::OfNone(_) => "[z]",
        Reason::NotSupplied(_)
        | Reason::MonthsNotSupplied(_)
        | Reason::NotAvailable
        | Reason::Missing
        | Reason::Undecided
        | Reason::NoComparator(_)
        | Reason::OnlyOtherAreas(_)
        | Reason::TooLarge
        | Reason::Circular => "[x]",
    }
}

/// What a symbol says of a figure that has no number: "withheld"; none for a number.
pub(super) fn lacking(shown: &str) -> Option<&'static str> {
    match shown {
        "[c]" => Some("withheld"),
        "[u]" => Some("too unreliable to give"),
        "[z]" => Some("not applicable"),
        "[awaited]" => Some("awaited"),
        "[x]" => Some("not available"),
        _ => None,
    }
}

/// A figure as a sentence tells it that was shown so: "690", and "withheld" of "[c]".
#[must_use]
pub fn in_sentence(shown: &str) -> &str {
    lacking(shown).unwrap_or(shown)
}

#[cfg(test)]
mod range_tests {
    use super::as_fine;

    #[test]
    fn both_ends_of_a_range_have_the_same_decimals() {
        for (number, beside, shown) in
            [("25", "27.0", "25.0"), ("27.0", "25", "27.0"), ("25%", "27.1%", "25.0%"), ("25", "27", "25")]
        {
            assert_eq!(as_fine(number, beside), shown);
        }
    }
}
