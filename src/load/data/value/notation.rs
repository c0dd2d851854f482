//! How the numbers of a file are written: with a point or a comma before decimals, percentages as such or as fractions.
//! Told from the cells; what can be read in two ways is refused.

use std::borrow::Cow;

use crate::csv_text::{Field, Row};
use crate::model::{DataFile, Kind, Quantity, Ratio, Value};

use super::{ValueFault, read};

/// How numbers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::load::data) struct Notation {
    /// Whether a comma stands before decimals, and points between thousands.
    pub(in crate::load::data) decimal_comma: bool,
    /// Whether 0.45 in a percentage is 45 %.
    pub(in crate::load::data) fractions: bool,
}

impl Notation {
    /// As the narrative declares it.
    pub(in crate::load::data) fn declared(file: &DataFile) -> Self {
        Self { decimal_comma: file.decimal_comma == Some(true), fractions: file.fractions == Some(true) }
    }

    /// Reads a cell of a measure of that kind.
    pub(in crate::load::data) fn read(
        self,
        text: &str,
        kind: Kind,
        symbols: &[(String, char)],
    ) -> Result<Value, ValueFault> {
        let plain = if self.decimal_comma { exchanged(text) } else { Cow::Borrowed(text) };
        let value = read(&plain, kind, symbols)?;
        let is_fraction = self.fractions && kind == Kind::Percentage && !text.contains('%');
        match value {
            Ok(quantity) if is_fraction => of_fraction(quantity).map(Ok).ok_or(ValueFault::OutOfRange),
            value => Ok(value),
        }
    }
}

/// Points for commas and commas for points.
fn exchanged(text: &str) -> Cow<'_, str> {
    if !text.contains(['.', ',']) {
        return Cow::Borrowed(text);
    }
    let exchange = |c| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    Cow::Owned(text.chars().map(exchange).collect())
}

fn of_fraction(quantity: Quantity) -> Option<Quantity> {
    let hundred = Ratio::whole(100);
    // `>0.4` was read as 0.4 to 100, and means 40 to 100.
    let is_open = quantity.point().is_none() && quantity.high() == Some(hundred);
    let fraction = if is_open { quantity.within(None, Some(Ratio::ONE)) } else { quantity };
    let scaled = fraction.scaled(hundred).ok()?;
    scaled.high().is_none_or(|high| high <= hundred).then_some(scaled)
}

/// What the commas and points of a file's numbers say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load::data) enum Decimals {
    /// Points stand before decimals, or there are none.
    Points,
    /// Commas stand before decimals.
    Commas,
}

/// What one number says of how decimals are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Point,
    Comma,
    /// `1.234`, `1,234`: thousands or decimals.
    Either,
}

/// How decimals are written in these rows, or the cell that leaves it open.
pub(in crate::load::data) fn decimals<'r, 't>(rows: &'r [Row<'t>]) -> Result<Decimals, &'r Field<'t>> {
    let first = |wanted: Sign| rows.iter().flatten().find(|field| sign(field.trimmed()) == Some(wanted));
    match (first(Sign::Point), first(Sign::Comma), first(Sign::Either)) {
        (Some(_), Some(comma), _) => Err(comma),
        (None, None, Some(either)) => Err(either),
        (None, Some(_), _) => Ok(Decimals::Commas),
        (_, None, _) => Ok(Decimals::Points),
    }
}

fn sign(text: &str) -> Option<Sign> {
    let number =
        text.trim_start_matches(['£', '~', '<', '>', '=', '-', '\u{2212}', ' ']).trim_end_matches(['%', ' ']);
    if !number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')) {
        return None;
    }
    let grouped = |mark: char| {
        let mut groups = number.split(mark);
        groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && first != "0")
            && groups.all(|group| group.len() == 3)
    };
    let once = |mark: char| number.matches(mark).count() == 1;
    match (number.rfind('.'), number.rfind(',')) {
        (None, None) => None,
        (Some(point), Some(comma)) => Some(if point > comma { Sign::Point } else { Sign::Comma }),
        (Some(_), None) if once('.') => Some(if grouped('.') { Sign::Either } else { Sign::Point }),
        (None, Some(_)) if once(',') => Some(if grouped(',') { Sign::Either } else { Sign::Comma }),
        (Some(_), None) => grouped('.').then_some(Sign::Comma),
        (None, Some(_)) => grouped(',').then_some(Sign::Point),
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimals, Notation, decimals, sign};
    use crate::csv_text::{Row, rows};
    use crate::model::{Kind, Quantity, Ratio, Separator};

    #[test]
    fn a_number_says_how_decimals_are_written_or_leaves_it_open() {
        for (text, said) in [
            ("1234", None),
            ("12,5", Some("Comma")),
            ("0,45", Some("Comma")),
            ("1.234,5", Some("Comma")),
            ("1.234.567", Some("Comma")),
            ("12.5 %", Some("Point")),
            ("£1,234.50", Some("Point")),
            ("1,234,567", Some("Point")),
            ("0.450", Some("Point")),
            ("1.234", Some("Either")),
            ("1,234", Some("Either")),
            ("31.03.2014", None),
            ("a,b", None),
        ] {
            assert_eq!(sign(text).map(|sign| format!("{sign:?}")).as_deref(), said, "{text}");
        }
    }

    #[test]
    fn the_cells_of_a_file_must_agree() {
        for (text, expected) in [
            ("5;6\n", Ok(Decimals::Points)),
            ("1.234;12,5\n", Ok(Decimals::Commas)),
            ("1,234;12.5\n", Ok(Decimals::Points)),
            ("1.234;1,234\n", Err("1.234")),
            ("1,234;5\n", Err("1,234")),
            ("12.5;12,5\n", Err("12,5")),
        ] {
            let rows: Vec<Row<'_>> = rows(text, Separator::Semicolon).map(|row| row.unwrap()).collect();
            assert_eq!(
                decimals(&rows).map_err(|field| field.trimmed().to_owned()),
                expected.map_err(str::to_owned),
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let point =
            |numerator, denominator| Ok(Ok(Quantity::exact(Ratio::new(numerator, denominator).unwrap())));
        let comma = Notation { decimal_comma: true, fractions: false };
        assert_eq!(comma.read("1.234", Kind::Events, &[]), point(1234, 1));
        assert_eq!(comma.read("12,5 %", Kind::Percentage, &[]), point(25, 2));
        let fractions = Notation { decimal_comma: false, fractions: true };
        assert_eq!(fractions.read("0.455", Kind::Percentage, &[]), point(91, 2));
        assert_eq!(fractions.read("45%", Kind::Percentage, &[]), point(45, 1));
        assert_eq!(fractions.read("12", Kind::Events, &[]), point(12, 1));
        assert!(fractions.read("45", Kind::Percentage, &[]).is_err());
        let above = fractions.read(">0.4", Kind::Percentage, &[]).unwrap().unwrap();
        assert_eq!((above.low(), above.high()), (Some(Ratio::whole(40)), Some(Ratio::whole(100))));
    }
}
