//! Comparisons with the year before, at every size and with every doubt.

use super::{alone, contacts, conversion, percent, said, say};
use crate::figures::FigureKind;
use crate::model::{FigureId, Suffix};
use crate::words::Cannot;
use crate::words::samples::{Altered, count, published, with_change};

#[test]
fn a_comparison_is_right_at_every_size() {
    for (now, then, words) in [
        ("3452", "3004", "3,452 contacts, 14.9% more than the year before (3,004)"),
        ("3004", "3452", "3,004 contacts, 13.0% fewer than the year before (3,452)"),
        ("0", "0", "no contacts, the same as the year before"),
        ("1", "0", "1 contact, from none the year before"),
        ("0", "1", "no contacts, compared with 1 the year before"),
        ("0", "3004", "no contacts, compared with 3,004 the year before"),
        ("1", "100000", "1 contact, more than 99.9% fewer than the year before (100,000)"),
        ("1999500", "1000000", "1,999,500 contacts, more than 99.9% more than the year before (1,000,000)"),
        ("1", "2", "1 contact, 1 fewer than the year before"),
        ("2", "1", "2 contacts, 1 more than the year before"),
        ("20", "19", "20 contacts, 1 more than the year before"),
        ("19", "20", "19 contacts, 5% fewer than the year before (20)"),
        ("40", "20", "40 contacts, 100% more than the year before (20)"),
        ("1000", "1000", "1,000 contacts, the same as the year before"),
        ("2999", "3000", "2,999 contacts, almost unchanged from the year before (1 fewer)"),
        (
            "~1800",
            "1700",
            "approximately 1,800 contacts, approximately 5.9% more than the year before (1,700)",
        ),
        ("~1800", "~1800", "approximately 1,800 contacts, about the same as the year before"),
        // Anything from 1,750 to 1,850: no rise and no fall can be told.
        ("~1800", "1799", "approximately 1,800 contacts, compared with 1,799 the year before"),
        ("~1800", "1850", "approximately 1,800 contacts, compared with 1,850 the year before"),
        (
            "~1800",
            "1851",
            "approximately 1,800 contacts, approximately 2.8% fewer than the year before (1,851)",
        ),
        (">20", "0", "more than 20 contacts, from none the year before"),
        (">20", "3", "more than 20 contacts, at least 18 more than the year before"),
        (">20", "25", "more than 20 contacts, compared with 25 the year before"),
        ("17", "<5", "17 contacts, between 13 and 17 more than the year before"),
        ("3", "<5", "3 contacts, compared with fewer than 5 the year before"),
        ("<5", "12", "fewer than 5 contacts, between 8 and 12 fewer than the year before"),
        (
            "100000..100004",
            "99999",
            "between 100,000 and 100,004 contacts, almost unchanged from the year before (between 1 and 5 more)",
        ),
    ] {
        assert_eq!(said("compared", contacts(now), then).as_deref(), Ok(words), "{now} after {then}");
    }
}

#[test]
fn a_comparison_names_the_period_that_it_is_with() {
    for (period, words) in [
        ("2011-04 to 2012-02", "40 contacts, 100% more than in the same months a year before (20)"),
        ("2012-05", "40 contacts, 100% more than in the same month a year before (20)"),
        ("2014-03-31", "40 contacts at 31 March 2014, 100% more than a year before (20)"),
    ] {
        assert_eq!(said("compared", contacts("40").at(period), "20").unwrap(), words);
    }
    let part_year = contacts("40").at("2011-04 to 2012-02");
    assert_eq!(
        said("compared", part_year, "40").unwrap(),
        "40 contacts, the same as in the same months a year before"
    );
}

/// An average over two years of 10 and 3 contacts, after one of 3 and 4.
#[test]
fn an_average_says_its_noun_once_and_the_years_that_it_is_compared_with() {
    let average = |amount| contacts(amount).kind(FigureKind::Ratio, "contacts").at("2012-04 to 2014-03");
    for (filter, words) in [
        ("counted", "6.5 contacts"),
        ("with_noun", "6.5 contacts"),
        ("rate", "6.5 contacts"),
        ("with_previous", "6.5 contacts (3.5 in April 2011 to March 2013)"),
    ] {
        assert_eq!(said(filter, average("6.5"), "3.5").as_deref(), Ok(words), "{filter}");
    }
    for (now, then, words) in [
        ("60", "40", "60 contacts, 50% higher than in April 2011 to March 2013 (40)"),
        ("40", "40", "40 contacts, the same as in April 2011 to March 2013"),
        (
            "20000",
            "20001",
            "20,000 contacts, almost unchanged from that in April 2011 to March 2013 (1 lower)",
        ),
    ] {
        assert_eq!(said("compared", average(now), then).as_deref(), Ok(words), "{now} after {then}");
    }
    let money = |amount| contacts(amount).kind(FigureKind::Ratio, "£").without_nouns();
    let words = "6.5 contacts, 3 higher than in April 2011 to March 2013";
    assert_eq!(said("compared", average("6.5"), "3.5").unwrap(), words);
    assert_eq!(said("counted", money("12500"), "1").unwrap(), "£12,500");
}

#[test]
fn rates_and_ratios_of_small_counts_get_words_and_not_percentages() {
    // 10 and 3 contacts over twelve months are 0.8 and 0.3 a month; 120 and 60 are 10 and 5.
    for (now, then, monthly_now, monthly_then, words) in [
        ("10", "3", "10/12", "3/12", "0.8 contacts a month, 0.6 higher than the year before"),
        ("120", "60", "10", "5", "10 contacts a month, 100% higher than the year before (5)"),
    ] {
        let a_month = count("contacts.per_month", monthly_now).kind(FigureKind::Ratio, "a month");
        let mut figures = with_change(a_month, monthly_then);
        for figure in &mut figures {
            if figure.id == FigureId::parse("contacts.per_month.previous").unwrap() {
                figure.inputs = vec![FigureId::parse("contacts.previous").unwrap()];
            }
        }
        figures.extend(with_change(contacts(now), then));
        let figures = published(figures);
        let id = FigureId::parse("contacts.per_month").unwrap();
        assert_eq!(say("compared", &figures, &id, &[]).as_deref(), Ok(words));
    }
}

#[test]
fn percentages_move_in_points_and_rates_are_higher_or_lower() {
    assert_eq!(
        said("compared", percent("32"), "29.7").unwrap(),
        "32%, up 2.3 percentage points on the year before (29.7%)"
    );
    assert_eq!(said("change_in_words", percent("32"), "29.7").unwrap(), "up 2.3 percentage points");
    assert_eq!(said("change_in_words", percent("32"), "33").unwrap(), "down 1 percentage point");
    assert_eq!(said("change_in_words", percent("32"), "32").unwrap(), "no change");
    assert_eq!(
        said("change_in_words", percent("32.01..32.04"), "32").unwrap(),
        "almost unchanged (less than 0.1 percentage points higher)"
    );
    let rate = |amount| conversion(amount).without_nouns();
    assert_eq!(
        said("change_in_words", rate("99.999..100.003"), "99.998").unwrap(),
        "almost unchanged (less than 0.1 higher)"
    );
    for (now, then) in [("99.999..100.003", "100"), ("100..100.004", "100"), ("100", "100..100.004")] {
        assert_eq!(
            said("change_in_words", rate(now), then).unwrap(),
            "almost unchanged",
            "{now} after {then}"
        );
    }
    let rate = conversion("57.4").without_nouns();
    assert_eq!(
        said("compared", rate, "50").unwrap(),
        "57.4 per 100 contacts, 14.8% higher than the year before (50)"
    );
}

#[test]
fn a_change_alone_is_said_in_words() {
    for (now, then, words) in [
        ("3452", "3004", "an increase of 448 (14.9%)"),
        ("3", "15", "a fall of 12"),
        ("0", "0", "no change"),
        ("15", "15", "no change"),
        ("2999", "3000", "almost unchanged (1 fewer)"),
        ("3001", "3000", "almost unchanged (1 more)"),
        (">20", "3", "an increase of at least 18"),
        ("100000..100004", "99999", "almost unchanged (between 1 and 5 more)"),
        ("10..14", "12", "somewhere between a fall of 2 and an increase of 2"),
        (">20", "25", "a fall of at most 4, no change or an increase"),
        ("25", ">20", "an increase of at most 4, no change or a fall"),
        ("10..14", "10", "an increase of at most 4, or no change"),
        ("10..14", "14", "a fall of at most 4, or no change"),
        (">20", "21", "an increase or no change"),
        ("21", ">20", "a fall or no change"),
        ("<5", "10", "a fall of between 6 and 10"),
        // 18 of 21 at the least, and nearly all of very many.
        ("3", ">20", "a fall of at least 18 (between 85.7% and 100%)"),
        (">20", ">20", "a change too roughly known to give"),
        ("~1800", "1700", "an increase of approximately 100 (approximately 5.9%)"),
        ("~1800", "1799", "no change that can be told from numbers that are approximate"),
        ("~1800", "~1800", "no change that can be told from numbers that are approximate"),
    ] {
        assert_eq!(said("change_in_words", contacts(now), then).as_deref(), Ok(words), "{now} after {then}");
    }
    let figures = published(with_change(contacts("3452"), "3004"));
    let of_change = say("change_in_words", &figures, &FigureId::parse("contacts.change").unwrap(), &[]);
    assert_eq!(of_change.unwrap(), "an increase of 448 (14.9%)");
}

#[test]
fn words_for_a_figure_itself_are_refused_for_its_change_and_its_difference_from_an_area() {
    let differing = |id: &str, kind, unit| {
        [".change", ".change_percent", ".difference_from_england", ".change.previous"]
            .map(|suffix| count(&format!("{id}{suffix}"), "-5").kind(kind, unit))
    };
    let mut figures = with_change(contacts("1394"), "1570");
    figures.retain(|figure| figure.id.suffixes() == [Suffix::Previous] || figure.id.suffixes().is_empty());
    let plain = [
        differing("contacts", FigureKind::Count, "contacts"),
        differing("contacts.per_10000", FigureKind::Rate, "per 10,000 children aged 0 to 17"),
        differing("contact_to_referral", FigureKind::Rate, "per 100 contacts"),
    ];
    figures.extend(plain.concat());
    let ids: Vec<FigureId> = plain.concat().into_iter().map(|figure| figure.id).collect();
    let figures = published(figures);
    for id in ids {
        for filter in ["counted", "with_noun", "with_previous", "compared", "per_hundred", "rate"] {
            let refused = matches!(say(filter, &figures, &id, &[]), Err(Cannot::DoesNotFit(_)));
            assert!(refused, "{id} | {filter}");
        }
        assert!(say("plain", &figures, &id, &[]).is_ok(), "{id}");
    }
}

/// 56.7% after 58.1% is 1.4 points less: neither "1%" nor a share of anything.
#[test]
fn points_are_never_said_as_per_cent() {
    let points = |amount| percent(amount).kind(FigureKind::Percent, "percentage points");
    for amount in ["-1.4", "7", "~7", "50"] {
        for filter in ["as_percent", "in_words", "per_hundred"] {
            let refused = matches!(alone(filter, points(amount)), Err(Cannot::DoesNotFit(_)));
            assert!(refused, "{amount} | {filter}");
        }
    }
    for (amount, words) in [
        ("-1.4", "\u{2212}1 percentage point"),
        ("-1", "\u{2212}1 percentage point"),
        ("~-1", "approximately \u{2212}1 percentage point"),
        ("1.4", "1 percentage point"),
        ("-1.6", "\u{2212}2 percentage points"),
        ("-11", "\u{2212}11 percentage points"),
        ("7.2", "7 percentage points"),
    ] {
        assert_eq!(alone("rounded", points(amount)).as_deref(), Ok(words), "{amount}");
    }
    assert_eq!(alone("plain", points("0.1")).unwrap(), "0.1 percentage points");
}

#[test]
fn a_change_is_no_share_and_so_no_fraction() {
    let change = |id, kind, unit| count(id, "50").kind(kind, unit).without_nouns();
    let in_percent = change("contacts.change_percent", FigureKind::Percent, "%");
    assert_eq!(alone("as_percent", in_percent.clone()).unwrap(), "50%");
    assert!(matches!(alone("in_words", in_percent), Err(Cannot::DoesNotFit(_))));
    let of_conversion = change("contact_to_referral.change", FigureKind::Rate, "per 100 contacts");
    assert!(matches!(alone("as_percent", of_conversion.clone()), Err(Cannot::DoesNotFit(_))));
    assert!(matches!(alone("in_words", of_conversion), Err(Cannot::DoesNotFit(_))));
    assert_eq!(alone("in_words", count("contacts.change", "2")).unwrap(), "two");
}
