//! Numbers alone and with their nouns, at every size and with every doubt.

use super::{alone, contacts, conversion, families, percent, say};
use crate::figures::{Amount, Figure, FigureKind, Found};
use crate::model::{FigureId, Month, Reason};
use crate::words::samples::{Altered, count, published, quantity};
use crate::words::{Argument, display};

#[test]
fn numbers_are_counted_with_their_noun() {
    for (amount, words) in [
        ("0", "no contacts"),
        ("1", "1 contact"),
        ("2", "2 contacts"),
        ("19", "19 contacts"),
        ("20", "20 contacts"),
        ("1000", "1,000 contacts"),
        ("6014", "6,014 contacts"),
        ("~1800", "approximately 1,800 contacts"),
        ("~1", "approximately 1 contact"),
        (">20", "more than 20 contacts"),
        (">0", "at least 1 contact"),
        (">1", "more than 1 contact"),
        ("<5", "fewer than 5 contacts"),
        ("<2", "fewer than 2 contacts"),
        ("10..14", "between 10 and 14 contacts"),
        ("~10..14", "approximately between 10 and 14 contacts"),
        ("~>20", "approximately 21 or more contacts"),
        ("low", "close to 0 contacts"),
        (">=0", "0 or more contacts"),
        // Without a lower end it may be below nought, as a declared difference may.
        ("<=4", "at most 4 contacts"),
    ] {
        assert_eq!(alone("counted", contacts(amount)).as_deref(), Ok(words), "{amount}");
    }
}

#[test]
fn a_rate_is_counted_with_what_it_is_for() {
    let per_month = count("contacts.per_month", "719.25").kind(FigureKind::Ratio, "a month");
    assert_eq!(alone("counted", per_month).unwrap(), "719.3 contacts a month");
    assert_eq!(alone("counted", conversion("57.4")).unwrap(), "57.4 referrals per 100 contacts");
    assert_eq!(alone("counted", percent("61.2")).unwrap(), "61.2%");
}

/// A change of at most 4 may be a fall of any size, and one of 0 to 4 is no number of things.
#[test]
fn a_change_known_within_bounds_is_not_counted_as_things_are() {
    for (amount, words) in [
        ("<=4", "at most 4"),
        ("<5", "between 0 and 4"),
        (">20", "at least 21"),
        ("-3..4", "between \u{2212}3 and 4"),
    ] {
        for id in ["contacts.change", "contacts.difference_from_england"] {
            assert_eq!(alone("plain", count(id, amount)).unwrap(), words, "{id} {amount}");
        }
    }
    assert_eq!(alone("plain", pounds("<=4")).unwrap(), "at most £4");
}

fn pounds(amount: &str) -> Figure {
    count("budget", amount).kind(FigureKind::Count, "£").without_nouns()
}

#[test]
fn figures_alone_are_displayed() {
    for (figure, words) in [
        (contacts("0"), "0"),
        (contacts("6014"), "6,014"),
        (contacts("-12"), "−12"),
        (contacts("~1800"), "approximately 1,800"),
        (contacts(">20"), "more than 20"),
        (percent("29"), "29%"),
        (percent("39957/10000"), "4.0%"),
        (percent("0.04"), "less than 0.1%"),
        (percent("-0.04"), "almost 0%"),
        (percent("0"), "0%"),
        (percent("low"), "close to 0%"),
        (percent("10..14"), "between 10% and 14%"),
        (percent("10..10.04"), "10.0%"),
        (percent("10.01..10.04"), "10.0%"),
        (percent("0..0.8"), "between 0% and 0.8%"),
        (percent("~12.5"), "approximately 12.5%"),
        (percent(">=12.5"), "at least 12.5%"),
        (percent("<=12.5"), "at most 12.5%"),
        (percent("1").kind(FigureKind::Percent, "percentage points"), "1 percentage point"),
        (percent("2.3").kind(FigureKind::Percent, "percentage points"), "2.3 percentage points"),
        (pounds("12500"), "£12,500"),
        (pounds("-500"), "−£500"),
        (pounds("0"), "£0"),
        (pounds("~12500"), "approximately £12,500"),
        (pounds(">20"), "more than £20"),
        (pounds("<5"), "less than £5"),
        (pounds("10..14"), "between £10 and £14"),
        (families("17", "28"), "17 of 28"),
        (families("<5", "28"), "fewer than 5 of 28"),
        (contacts("0").outcome(Err(Reason::Confidential)), "[c]"),
        (contacts("0").outcome(Err(Reason::Missing)), "[x]"),
        (contacts("0").outcome(Err(Reason::NoneBefore)), "[z]"),
        (contacts("0").outcome(Err(Reason::Unreliable)), "[u]"),
        (contacts("0").outcome(Ok(Amount::Truth(true))), "yes"),
        (contacts("0").outcome(Ok(Amount::Range { low: quantity("25"), high: quantity("27") })), "25 to 27"),
        (
            contacts("0").outcome(Ok(Amount::Months(vec![
                Month::new(2013, 5).unwrap(),
                Month::new(2013, 7).unwrap(),
            ]))),
            "May and July 2013",
        ),
    ] {
        let id = figure.id.clone();
        let figures = published(vec![figure]);
        let Found::Figure(figure) = figures.find(&id) else { panic!() };
        assert_eq!(display(figure), words);
    }
}

/// A number between nought and 0.04 is less than 0.1, which nought is not: it may be more.
#[test]
fn an_interval_that_rounds_to_nought_is_not_shown_as_nought() {
    for (amount, words) in [
        ("0..0.04", "less than 0.1%"),
        ("0.01..0.04", "less than 0.1%"),
        ("-0.04..-0.01", "almost 0%"),
        ("-0.04..0.02", "almost 0%"),
        ("-0.04..0", "almost 0%"),
        ("~0..0.04", "almost 0%"),
        (">=0.04", "more than 0%"),
        ("<=0.04", "less than 0.1%"),
        ("<=-0.04", "less than 0%"),
    ] {
        assert_eq!(alone("plain", percent(amount)).unwrap(), words, "{amount}");
    }
    assert_eq!(alone("as_percent", percent("0..0.4")).unwrap(), "less than 1%");
    let rate = |amount| conversion(amount).without_nouns();
    assert_eq!(alone("rate", rate("0..0.04")).unwrap(), "less than 0.1 per 100 contacts");
    assert_eq!(alone("rate", rate("100..100.004")).unwrap(), "100.0 per 100 contacts");
}

#[test]
fn numbers_can_be_rounded_further() {
    assert_eq!(alone("rounded", percent("57.4")).unwrap(), "57%");
    for (amount, step, words) in [
        ("7912", 100, "about 7,900"),
        ("7900", 100, "7,900"),
        ("~7900", 100, "about 7,900"),
        ("7", 100, "7"),
        ("0", 10, "0"),
    ] {
        let figures = published(vec![contacts(amount)]);
        let said = say("about", &figures, &FigureId::of("contacts"), &[Argument::Whole(step)]);
        assert_eq!(said.as_deref(), Ok(words));
    }
    // Rounded or not, £23,456 are pounds and 18.2% are per cent.
    let points = percent("11.4").kind(FigureKind::Percent, "percentage points");
    for (figure, step, words) in [
        (pounds("23456"), 1000, "about £23,000"),
        (pounds("23000"), 1000, "£23,000"),
        (pounds("-23456"), 1000, "about \u{2212}£23,000"),
        (percent("18.2"), 10, "about 20%"),
        (percent("20"), 10, "20%"),
        (points, 10, "about 10 percentage points"),
        (conversion("57.4"), 10, "about 60"),
    ] {
        let id = figure.id.clone();
        let said = say("about", &published(vec![figure]), &id, &[Argument::Whole(step)]);
        assert_eq!(said.as_deref(), Ok(words));
    }
    assert_eq!(alone("in_words", pounds("12")).unwrap(), "£12");
    assert_eq!(alone("in_words", pounds("0")).unwrap(), "£0");
}

#[test]
fn periods_and_months_are_named() {
    assert_eq!(
        alone("period", contacts("1").at("2011-04 to 2012-02")).unwrap(),
        "April 2011 to February 2012"
    );
    let peak = contacts("0").kind(FigureKind::Month, "");
    let nowhere = peak.clone().outcome(Ok(Amount::Months(Vec::new())));
    assert_eq!(alone("month", nowhere).unwrap(), "no month");
    let peak = peak.outcome(Ok(Amount::Months(vec![Month::new(2013, 5).unwrap()])));
    assert_eq!(alone("month", peak).unwrap(), "May 2013");
}
