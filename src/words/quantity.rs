//! A quantity with its doubt in words: "6,014", "approximately 1,800", "more than 20", "between 10 and 14".

use crate::figures::{Figure, FigureKind, Nouns};
use crate::model::{Quantity, Ratio};

use super::asked::is_difference;
use super::display::as_fine;
use super::number::{digits, nearly_all, smallest, vanishes};

/// How numbers of a figure are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// The most decimals.
    pub(super) places: u8,
    /// What follows the number.
    pub(super) after: After,
    /// Whether it counts things, so that `>20` is 21 and up.
    pub(super) counts: bool,
    /// Whether it is money, so that a pound sign stands before it.
    pub(super) pounds: bool,
}

/// What follows a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    Nothing,
    Percent,
    Points,
}

impl Style {
    /// That of a figure.
    pub(super) fn of(figure: &Figure) -> Self {
        let after = match figure.unit.as_str() {
            "%" => After::Percent,
            "percentage points" => After::Points,
            _ => After::Nothing,
        };
        Self {
            places: figure.kind.places(),
            after,
            counts: figure.kind == FigureKind::Count && !is_difference(&figure.id),
            pounds: figure.unit == "£",
        }
    }

    /// Whole percentages.
    pub(super) const WHOLE_PERCENT: Self =
        Self { places: 0, after: After::Percent, counts: false, pounds: false };
    /// Whole numbers that need not count things.
    pub(super) const WHOLE: Self = Self { places: 0, after: After::Nothing, counts: false, pounds: false };

    /// The same without decimals.
    pub(super) fn whole(self) -> Self {
        Self { places: 0, ..self }
    }

    /// A number alone, without its sign being said otherwise.
    pub(super) fn bare(self, number: Ratio) -> String {
        if vanishes(number, self.places) { "0".to_owned() } else { digits(number, self.places) }
    }

    /// The end of an interval that is nearer to nought, which is never shown as all where it is only nearly so.
    fn nearer(self, end: Ratio) -> String {
        let nearly = if self.after == After::Percent { nearly_all(end, self.places) } else { None };
        let sign = if end.is_negative() { "\u{2212}" } else { "" };
        nearly.map_or_else(|| self.bare(end), |most| format!("{sign}{most}"))
    }

    /// Both ends of an interval.
    fn ends(self, low: Ratio, high: Ratio) -> (String, String) {
        if low.is_negative() {
            let to = if high.is_negative() { self.nearer(high) } else { self.bare(high) };
            (self.bare(low), to)
        } else {
            (self.nearer(low), self.bare(high))
        }
    }

    /// What is said of counts and of money below a bound.
    fn fewer(self) -> &'static str {
        if self.pounds { "less than" } else { "fewer than" }
    }

    pub(super) fn with_unit(self, shown: String) -> String {
        let shown = if self.pounds { in_pounds(&shown) } else { shown };
        match self.after {
            After::Nothing => shown,
            After::Percent => shown + "%",
            After::Points if is_one(&shown) => shown + " percentage point",
            After::Points => shown + " percentage points",
        }
    }
}

/// A pound sign before the digits, behind what may stand before them: "less than £1", "−£500".
fn in_pounds(shown: &str) -> String {
    match shown.find(|c: char| c.is_ascii_digit()).and_then(|at| shown.split_at_checked(at)) {
        Some((before, digits)) => format!("{before}£{digits}"),
        None => shown.to_owned(),
    }
}

/// A quantity in words.
pub(super) fn shown(quantity: &Quantity, style: Style) -> String {
    match (quantity.low(), quantity.high()) {
        (Some(low), Some(high)) if low == high => point(low, quantity, style),
        (Some(low), Some(high)) => interval(low, high, quantity, style),
        (Some(low), None) => at_least(low, quantity, style),
        (None, Some(high)) => at_most(high, quantity, style),
        (None, None) => "an unknown number".to_owned(),
    }
}

/// As [`shown`], but "at least 21" rather than "more than 20": for what is itself followed by "more than".
pub(super) fn shown_as_least(quantity: &Quantity, style: Style) -> String {
    shown(quantity, Style { counts: false, ..style })
}

fn point(number: Ratio, quantity: &Quantity, style: Style) -> String {
    let flags = quantity.flags();
    if number.is_zero() && flags.rounds_to_nought {
        return style.with_unit("close to 0".to_owned());
    }
    if style.after == After::Percent
        && let Some(most) = nearly_all(number, style.places)
    {
        return style.with_unit(match (number.is_negative(), flags.any()) {
            (true, _) => "almost \u{2212}100".to_owned(),
            (false, true) => "almost 100".to_owned(),
            (false, false) => format!("more than {most}"),
        });
    }
    let single = single(number, style);
    if flags.any() && single.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '\u{2212}' | '£')) {
        format!("approximately {single}")
    } else {
        single
    }
}

/// One number; one too small to show is "less than 0.1".
fn single(number: Ratio, style: Style) -> String {
    let text = if !vanishes(number, style.places) {
        digits(number, style.places)
    } else if number.is_negative() {
        "almost 0".to_owned()
    } else {
        format!("less than {}", smallest(style.places))
    };
    style.with_unit(text)
}

fn interval(low: Ratio, high: Ratio, quantity: &Quantity, style: Style) -> String {
    if let Some(one) = as_one(low, high, quantity, style) {
        return one;
    }
    let (from, to) = style.ends(low, high);
    let about = about(quantity);
    if style.counts && low.is_zero() && about.is_empty() {
        let above = style.with_unit(style.bare(high.plus(Ratio::ONE).unwrap_or(high)));
        return format!("{} {above}", style.fewer());
    }
    let from = if style.after == After::Percent || style.pounds { style.with_unit(from) } else { from };
    format!("{about}between {from} and {}", style.with_unit(to))
}

/// An interval of which no two numbers read apart, as the one that they read as.
fn as_one(low: Ratio, high: Ratio, quantity: &Quantity, style: Style) -> Option<String> {
    if quantity.rounds_to_nought(style.places) {
        // Nought would be untrue of all but nought; of either sign, or in doubt, no bound is true of it.
        let unbounded = low.is_negative() || quantity.flags().any();
        let less = || format!("less than {}", smallest(style.places));
        let size = if unbounded { "almost 0".to_owned() } else { less() };
        return Some(style.with_unit(size));
    }
    let said = [low, high].map(|end| point(end, quantity, style));
    let (from, to) = style.ends(low, high);
    let (from, to) = (as_fine(&from, &to), as_fine(&to, &from));
    match said {
        [low, high] if low == high => Some(low),
        _ => (from == to).then(|| format!("{}{}", about(quantity), style.with_unit(to))),
    }
}

/// Whether a quantity with both ends reads as one number.
pub(super) fn reads_as_one(quantity: &Quantity, style: Style) -> bool {
    let ends = quantity.low().zip(quantity.high());
    ends.is_some_and(|(low, high)| low == high || as_one(low, high, quantity, style).is_some())
}

fn about(quantity: &Quantity) -> &'static str {
    if quantity.flags().any() { "approximately " } else { "" }
}

fn at_least(low: Ratio, quantity: &Quantity, style: Style) -> String {
    let number = style.with_unit(style.nearer(low));
    let below = low.minus(Ratio::ONE).filter(|below| below.is_whole() && *below >= Ratio::ONE);
    match below {
        _ if quantity.flags().any() => format!("approximately {number} or more"),
        Some(below) if style.counts => format!("more than {}", style.with_unit(style.bare(below))),
        _ if low.is_zero() => format!("{number} or more"),
        _ if vanishes(low, style.places) && !low.is_negative() => format!("more than {number}"),
        _ => format!("at least {number}"),
    }
}

fn at_most(high: Ratio, quantity: &Quantity, style: Style) -> String {
    let number = style.with_unit(style.bare(high));
    if quantity.flags().any() {
        format!("approximately {number} at most")
    } else if !vanishes(high, style.places) {
        // Not "fewer than": what has no lower end is a difference, which may be below nought.
        format!("at most {number}")
    } else if high.is_negative() {
        format!("less than {number}")
    } else {
        single(high, style)
    }
}

/// Whether a number in words ends in one, of either sign, so that the singular follows.
fn is_one(shown: &str) -> bool {
    matches!(shown.rsplit(' ').next(), Some("1" | "\u{2212}1"))
}

/// The noun that follows a number in words: the singular after one and nothing else.
pub(super) fn noun<'n>(shown: &str, nouns: &'n Nouns) -> &'n str {
    if is_one(shown) { &nouns.singular } else { &nouns.plural }
}

/// A number, and its noun as it follows: "1" and " contact", "no" and " contacts", "more than 20" and " children".
pub(super) fn and_noun(quantity: &Quantity, style: Style, nouns: &Nouns) -> (String, String) {
    let none = quantity.exact_point().is_some_and(Ratio::is_zero);
    let number = if none { "no".to_owned() } else { shown(quantity, style) };
    let noun = match (quantity.low(), quantity.high()) {
        (None, None) => format!(" of {}", nouns.plural),
        _ => format!(" {}", noun(&number, nouns)),
    };
    (number, noun)
}
