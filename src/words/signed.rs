//! A change with its sign: what a comparison of two reports shows.

use crate::figures::FigureKind;
use crate::model::Ratio;

use super::number::{digits, nearly_all, vanishes};

/// "+782", "−5.4 percentage points", "+£500", "no change". Differences of percentages are in points.
#[must_use]
pub fn signed(change: Ratio, kind: FigureKind, unit: &str) -> String {
    if change.is_zero() {
        return "no change".to_owned();
    }
    let sign = if change.is_negative() { "\u{2212}" } else { "+" };
    let size = change.magnitude();
    let number = if vanishes(size, kind.places()) {
        format!("less than {}", super::number::smallest(kind.places()))
    } else {
        digits(size, kind.places())
    };
    let percentage = matches!(kind, FigureKind::Percent | FigureKind::NOfN);
    match (percentage, number.as_str()) {
        (true, "1") => format!("{sign}1 percentage point"),
        (true, _) => format!("{sign}{number} percentage points"),
        (false, _) if unit == "£" => format!("{sign}£{number}"),
        (false, _) => format!("{sign}{number}"),
    }
}

/// "+14.9%", "−more than 99.9%": a change as a percentage, of which nearly all is not all.
#[must_use]
pub fn signed_percent(percent: Ratio) -> String {
    // As a plain number: its unit stands behind it, and it is in no points.
    let kind = FigureKind::Rate;
    match nearly_all(percent, kind.places()) {
        Some(most) if percent.is_negative() => format!("\u{2212}more than {most}%"),
        _ => format!("{}%", signed(percent, kind, "")),
    }
}

#[cfg(test)]
mod tests {
    use super::{signed, signed_percent};
    use crate::figures::FigureKind;
    use crate::model::Ratio;

    #[test]
    fn changes_have_a_sign_and_their_own_unit() {
        for (numerator, denominator, kind, unit, shown) in [
            (782, 1, FigureKind::Count, "contacts", "+782"),
            (-1500, 1, FigureKind::Count, "£", "−£1,500"),
            (-27, 5, FigureKind::Percent, "%", "−5.4 percentage points"),
            (1, 1, FigureKind::Percent, "%", "+1 percentage point"),
            (1, 100, FigureKind::NOfN, "%", "+less than 0.1 percentage points"),
            (0, 1, FigureKind::Rate, "per 100", "no change"),
            (5, 2, FigureKind::Rate, "per 100", "+2.5"),
        ] {
            assert_eq!(signed(Ratio::new(numerator, denominator).unwrap(), kind, unit), shown);
        }
    }

    #[test]
    fn nearly_all_is_not_all() {
        for (numerator, denominator, shown) in [
            (149, 10, "+14.9%"),
            (-9_997, 100, "\u{2212}more than 99.9%"),
            (-100, 1, "\u{2212}100%"),
            (-9_994, 100, "\u{2212}99.9%"),
            (9_997, 100, "+100.0%"),
        ] {
            assert_eq!(signed_percent(Ratio::new(numerator, denominator).unwrap()), shown);
        }
    }
}
