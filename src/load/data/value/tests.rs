//! Tables of value cells.

use crate::model::{Kind, Quantity, Ratio, Reason};

use super::{ValueFault, read};

/// A value in short: `12`, `~1800`, `21..`, `0..4`, `low`, or the reason's own name.
fn shown(text: &str, kind: Kind) -> String {
    let declared = [(":".to_owned(), 'x'), ("*".to_owned(), 'c'), ("0*".to_owned(), 'k')];
    match read(text, kind, &declared) {
        Ok(Ok(quantity)) => quantity_shown(quantity),
        Ok(Err(reason)) => format!("{reason:?}"),
        Err(fault) => format!("{fault:?}"),
    }
}

fn quantity_shown(quantity: Quantity) -> String {
    let end = |end: Option<Ratio>| end.map(|ratio| ratio.to_string()).unwrap_or_default();
    let flags = quantity.flags();
    if flags.rounds_to_nought {
        return "low".to_owned();
    }
    match quantity.point() {
        Some(point) if flags.approximate => format!("~{point}"),
        Some(point) => point.to_string(),
        None => format!("{}..{}", end(quantity.low()), end(quantity.high())),
    }
}

#[test]
fn counts_are_read_in_every_spelling() {
    for (text, expected) in [
        ("1234", "1234"),
        ("1,234", "1234"),
        ("1,234,567", "1234567"),
        (" 12\u{a0}", "12"),
        ("12.0", "12"),
        ("007", "7"),
        ("0", "0"),
        ("£1,200", "1200"),
        ("1\u{A0}234", "1234"),
        ("12\u{202F}345\u{202F}678", "12345678"),
        ("1\u{2009}234.5", "NotWhole"),
        ("~1800", "~1800"),
        ("~ 1,800", "~1800"),
        ("≈1800", "~1800"),
        ("c. 1,800", "~1800"),
        ("c.1800", "~1800"),
        ("Circa 1,800", "~1800"),
        ("approx. 1,800", "~1800"),
        (">20", "21.."),
        ("> 20", "21.."),
        (">=20", "20.."),
        ("≥20", "20.."),
        ("<5", "0..4"),
        ("<=5", "0..5"),
        ("≤ 5", "0..5"),
        ("<1", "0"),
    ] {
        assert_eq!(shown(text, Kind::Events), expected, "{text}");
    }
}

#[test]
fn percentages_are_read_with_and_without_their_sign() {
    for (text, expected) in [
        ("12.5%", "25/2"),
        ("12.5 %", "25/2"),
        ("12.5", "25/2"),
        ("100", "100"),
        ("~25%", "~25"),
        (">20%", "20..100"),
        (">=20", "20..100"),
        ("<5%", "0..5"),
        ("<=5", "0..5"),
        ("100.1", "OutOfRange"),
        ("-1%", "OutOfRange"),
        (">100", "OutOfRange"),
        ("<0", "OutOfRange"),
        ("£12", "Pounds"),
    ] {
        assert_eq!(shown(text, Kind::Percentage), expected, "{text}");
    }
}

#[test]
fn symbols_say_why_there_is_no_number() {
    for (text, expected) in [
        ("c", "Confidential"),
        ("[c]", "Confidential"),
        ("[ C ]", "Confidential"),
        ("x", "NotAvailable"),
        ("z", "NotApplicable"),
        ("u", "Unreliable"),
        ("low", "low"),
        ("[low]", "low"),
        ("k", "low"),
        ("", "Missing"),
        ("  ", "Missing"),
        (":", "NotAvailable"),
        ("[:]", "NotAvailable"),
        ("*", "Confidential"),
        ("0*", "low"),
    ] {
        assert_eq!(shown(text, Kind::Snapshot), expected, "{text}");
    }
}

#[test]
fn what_is_not_clearly_a_count_is_refused() {
    for (text, expected) in [
        ("3O4", "NotANumber"),
        ("c1800", "NotANumber"),
        ("1.234.5", "NotANumber"),
        ("1 234", "NotANumber"),
        ("1\u{A0}23", "Grouping"),
        ("1,234\u{A0}567", "NotANumber"),
        ("1e3", "NotANumber"),
        ("+5", "NotANumber"),
        ("(5)", "NotANumber"),
        ("20-30", "NotANumber"),
        (".5", "NotANumber"),
        ("1,", "NotANumber"),
        ("%", "NotANumber"),
        ("~>20", "NotANumber"),
        ("1,23", "Grouping"),
        ("1234,567", "Grouping"),
        ("1,2345", "Grouping"),
        ("1234567890123456", "TooLong"),
        ("..", "UndeclaredSymbol"),
        ("-", "UndeclaredSymbol"),
        ("–", "UndeclaredSymbol"),
        ("n/a", "UndeclaredSymbol"),
        ("[#]", "UndeclaredSymbol"),
        ("12%", "PercentOfCount"),
        ("-3", "Negative"),
        ("\u{2212}3", "Negative"),
        ("-£3", "Negative"),
        ("<0", "Negative"),
        ("3.5", "NotWhole"),
        (">12.5", "NotWhole"),
    ] {
        assert_eq!(shown(text, Kind::Events), expected, "{text}");
    }
    assert_eq!(shown("£12", Kind::Population), "Pounds");
}

#[test]
fn a_declared_symbol_stands_before_every_other_reading() {
    let declared = [("0".to_owned(), 'k'), (String::new(), 'z')];
    assert_eq!(read("", Kind::Events, &declared), Ok(Err(Reason::NotApplicable)));
    let nought = read("0", Kind::Events, &declared).expect("read").expect("a quantity");
    assert!(nought.flags().rounds_to_nought);
    assert_eq!(read("-", Kind::Events, &declared), Err(ValueFault::UndeclaredSymbol));
}
