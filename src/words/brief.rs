//! A figure in as few signs as there are, for beside its mark in a chart: the chart's table has the words.

use crate::figures::{Amount, PublishedFigure};
use crate::model::{Quantity, Ratio};

use super::display::display;
use super::number::vanishes;
use super::quantity::{After, Style, reads_as_one, shown};

/// "6,014", "~1,800", ">20", "<5", "10–14", "[c]": what [`display`] says in words.
#[must_use]
pub fn brief(figure: &PublishedFigure) -> String {
    match &figure.outcome {
        Ok(Amount::Number(number)) => signs(number, Style::of(figure)),
        _ => display(figure),
    }
}

/// A number of an axis, with the sign of its unit: "%", "£", or none.
#[must_use]
pub fn on_axis(number: Ratio, unit: &str) -> String {
    let after = if unit == "%" { After::Percent } else { After::Nothing };
    let style = Style { places: 6, after, pounds: unit == "£", ..Style::WHOLE };
    let digits = style.bare(number);
    let plain = if digits.contains('.') { digits.trim_end_matches('0') } else { &digits };
    style.with_unit(plain.to_owned())
}

fn signs(number: &Quantity, style: Style) -> String {
    let set = |end: Ratio| style.bare(end);
    let hidden = |end: Option<Ratio>| end.is_some_and(|end| vanishes(end, style.places));
    let in_words = || shown(&number.noted(), style).replace("approximately ", "~");
    let about = if number.flags().said_of_each() { "~" } else { "" };
    let signs = match (number.low(), number.high()) {
        (Some(low), Some(high)) if low == high && !about.is_empty() && !hidden(Some(low)) => {
            style.with_unit(set(low))
        }
        (Some(_), Some(_)) if reads_as_one(&number.noted(), style) => return in_words(),
        (Some(low), Some(high)) if style.counts && low.is_zero() && !number.flags().any() => {
            format!("<{}", style.with_unit(set(high.plus(Ratio::ONE).unwrap_or(high))))
        }
        (Some(low), Some(high)) => {
            let to = if low.is_negative() { " to " } else { "–" };
            style.with_unit(format!("{}{to}{}", set(low), set(high)))
        }
        (low, high) if hidden(low) || hidden(high) => return in_words(),
        (Some(low), None) => match low.minus(Ratio::ONE).filter(|below| *below >= Ratio::ONE) {
            Some(below) if style.counts && about.is_empty() => format!(">{}", style.with_unit(set(below))),
            _ => format!("≥{}", style.with_unit(set(low))),
        },
        (None, Some(high)) => format!("≤{}", style.with_unit(set(high))),
        (None, None) => "?".to_owned(),
    };
    format!("{about}{signs}")
}

#[cfg(test)]
mod tests {
    use super::{brief, on_axis};
    use crate::figures::{FigureKind, Found};
    use crate::model::{Ratio, Reason};
    use crate::words::samples::{Altered, count, id, published};

    #[test]
    fn doubt_has_a_sign() {
        for (amount, signs) in [
            ("6014", "6,014"),
            ("~1800", "~1,800"),
            (">20", ">20"),
            ("<5", "<5"),
            ("10..14", "10–14"),
            ("~10..14", "~10–14"),
            ("-60..-56", "−60 to −56"),
            ("~>20", "~≥21"),
            (">=0", "≥0"),
            ("<=3", "≤3"),
            ("low", "~0"),
        ] {
            let figures = published(vec![count("contacts", amount)]);
            let Found::Figure(figure) = figures.find(&id("contacts")) else { panic!() };
            assert_eq!(brief(figure), signs);
        }
    }

    #[test]
    fn units_and_symbols_stand_as_in_tables() {
        let share = count("share", "57.44").kind(FigureKind::Percent, "%").without_nouns();
        for (amount, signs) in [
            ("0..0.04", "less than 0.1%"),
            ("0.01..0.04", "less than 0.1%"),
            ("~0.04", "less than 0.1%"),
            ("-0.04..0.04", "almost 0%"),
            ("~0..0.8", "~0–0.8%"),
            ("10..10.04", "10.0%"),
        ] {
            let figures = published(vec![count("share", amount).kind(FigureKind::Percent, "%")]);
            let Found::Figure(figure) = figures.find(&id("share")) else { panic!() };
            assert_eq!(brief(figure), signs, "{amount}");
        }
        let hidden = count("hidden", "0").outcome(Err(Reason::Confidential));
        let figures = published(vec![share, hidden]);
        let Found::Figure(share) = figures.find(&id("share")) else { panic!() };
        assert_eq!(brief(share), "57.4%");
        assert_eq!(on_axis(Ratio::whole(60), "%"), "60%");
        let Found::Figure(hidden) = figures.find(&id("hidden")) else { panic!() };
        assert_eq!(brief(hidden), "[c]");
    }
}
