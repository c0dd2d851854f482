//! Parts of a whole.

use super::{alone, contacts, conversion, families, percent, say};
use crate::figures::{Amount, Figure, FigureKind};
use crate::model::{FigureId, Reason};
use crate::words::Cannot;
use crate::words::samples::{Altered, count, published, quantity};

#[test]
fn parts_are_told_of_their_whole() {
    for (part, whole, words) in [
        ("0", "28", "none of 28 families"),
        ("1", "1", "1 of 1 family (100%)"),
        ("28", "28", "28 of 28 families (100%)"),
        ("1", "1000", "1 of 1,000 families (less than 1%)"),
        ("999", "1000", "999 of 1,000 families (more than 99%)"),
        ("~17", "28", "approximately 17 of 28 families (approximately 61%)"),
        ("~1000", "~2000", "approximately 1,000 of approximately 2,000 families (approximately 50%)"),
        ("<5", "28", "fewer than 5 of 28 families"),
    ] {
        assert_eq!(alone("of_whole", families(part, whole)).as_deref(), Ok(words), "{part} of {whole}");
    }
    let of_total =
        count("contacts[source=Police].percent_of_total", "4000/6014").kind(FigureKind::Percent, "%");
    let figures = published(vec![count("contacts[source=Police]", "40"), contacts("6014"), of_total]);
    let id = FigureId::parse("contacts[source=Police]").unwrap();
    assert_eq!(say("of_whole", &figures, &id, &[]).unwrap(), "40 of 6,014 contacts (1%)");
    let of_none = published(vec![count("contacts[source=Police]", "0"), contacts("0")]);
    let none = Cannot::unavailable(id.clone(), Reason::OfNone(Box::new(FigureId::of("contacts"))));
    assert_eq!(say("of_whole", &of_none, &id, &[]), Err(none));
}

#[test]
fn shares_are_said_as_percentages_fractions_or_for_every_hundred() {
    for (amount, as_percent, in_words, per_hundred) in [
        ("50", "50%", "half", "50 of every 100"),
        ("49.8", "50%", "about half", "50 of every 100"),
        ("25", "25%", "a quarter", "25 of every 100"),
        ("100/3", "33%", "a third", "33 of every 100"),
        ("33", "33%", "about a third", "33 of every 100"),
        ("66.7", "67%", "about two thirds", "67 of every 100"),
        ("61", "61%", "61%", "61 of every 100"),
        ("0", "0%", "none", "0 of every 100"),
        ("100", "100%", "all", "100 of every 100"),
        ("99.9", "more than 99%", "more than 99%", "more than 99 of every 100"),
        ("~99.9", "almost 100%", "almost 100%", "almost 100 of every 100"),
        ("~50", "approximately 50%", "about half", "approximately 50 of every 100"),
    ] {
        assert_eq!(alone("as_percent", percent(amount)).unwrap(), as_percent);
        assert_eq!(alone("in_words", percent(amount)).unwrap(), in_words);
        assert_eq!(alone("per_hundred", percent(amount)).unwrap(), per_hundred);
    }
    assert_eq!(alone("in_words", contacts("17")).unwrap(), "seventeen");
    assert_eq!(alone("in_words", contacts("21")).unwrap(), "21");
    assert_eq!(alone("in_words", families("14", "28")).unwrap(), "half");
    assert_eq!(alone("in_words", families("~1000", "~2000")).unwrap(), "about half");
    assert_eq!(alone("as_percent", families("~1000", "~2000")).unwrap(), "approximately 50%");
    assert_eq!(alone("per_hundred", conversion("1.2")).unwrap(), "1 referral for every 100 contacts");
    assert_eq!(
        alone("per_hundred", conversion("0.2")).unwrap(),
        "less than 1 referral for every 100 contacts"
    );
    let range = Amount::Range { low: quantity("24.9"), high: quantity("27.2") };
    let range = conversion("0").kind(FigureKind::Range, "per 100 contacts").outcome(Ok(range));
    assert_eq!(alone("per_hundred", range).unwrap(), "between 25 and 27 of every 100 contacts");
    for (low, high, words) in [
        ("99.7", "99.8", "more than 99 of every 100"),
        ("99.7", "100", "between 99 and 100 of every 100"),
        ("54.4", "99.7", "between 54 and more than 99 of every 100"),
        ("100", "100", "100 of every 100"),
        ("0.2", "0.4", "less than 1 of every 100"),
    ] {
        let range = Amount::Range { low: quantity(low), high: quantity(high) };
        let range = percent("0").kind(FigureKind::Range, "%").outcome(Ok(range));
        assert_eq!(alone("per_hundred", range).unwrap(), words, "{low} to {high}");
    }
}

#[test]
fn what_is_only_nearly_all_is_never_shown_as_all() {
    for (amount, words) in [
        ("99.96", "more than 99.9%"),
        ("99.94", "99.9%"),
        ("100", "100%"),
        ("~99.96", "almost 100%"),
        ("-99.96", "almost \u{2212}100%"),
        ("-100", "\u{2212}100%"),
        ("99.96..100", "between 99.9% and 100%"),
        ("99.96..99.98", "more than 99.9%"),
        ("-100..-99.96", "between \u{2212}100% and \u{2212}99.9%"),
        ("-99.98..-99.96", "almost \u{2212}100%"),
        (">=99.96", "at least 99.9%"),
        ("100.04", "100.0%"),
    ] {
        assert_eq!(alone("plain", percent(amount)).unwrap(), words, "{amount}");
    }
    assert_eq!(alone("rounded", percent("99.6")).unwrap(), "more than 99%");
}

#[test]
fn parts_of_a_whole_are_compared_by_both_numbers_and_move_in_points() {
    let before = Amount::NOfN { part: quantity("15"), whole: quantity("30") };
    let previous = Figure { id: FigureId::parse("families.previous").unwrap(), ..families("0", "1") };
    let change = count("families.change", "10.7").kind(FigureKind::Percent, "percentage points");
    let figures = published(vec![families("17", "28"), previous.outcome(Ok(before)), change]);
    let say = |name| say(name, &figures, &FigureId::of("families"), &[]).unwrap();
    assert_eq!(say("compared"), "17 of 28 families (61%), compared with 15 of 30 (50%) the year before");
    assert_eq!(say("change_in_words"), "up 10.7 percentage points");
}
