//! The table of what to say, row by row, and the grammar of every filter at every kind of number.

use std::collections::BTreeSet;

use super::samples::{Altered, count, published, quantity, with_change};
use super::{Argument, Asked, Cannot, FILTERS, Says, display, filter};
use crate::figures::{Amount, Figure, FigureKind, Found, Published};
use crate::model::{FigureId, Month, Reason};

fn say(name: &str, figures: &Published, id: &FigureId, arguments: &[Argument<'_>]) -> Result<String, Cannot> {
    let Found::Figure(figure) = figures.find(id) else { panic!("{id} is not there") };
    let Says::Figure(says) = filter(name).unwrap().says else { panic!("{name} works on words") };
    says(&Asked { figure, figures, arguments })
}

/// What a filter makes of a figure with its year before.
fn said(name: &str, figure: Figure, previous: &str) -> Result<String, Cannot> {
    let id = figure.id.clone();
    say(name, &published(with_change(figure, previous)), &id, &[])
}

fn alone(name: &str, figure: Figure) -> Result<String, Cannot> {
    let id = figure.id.clone();
    say(name, &published(vec![figure]), &id, &[])
}

fn contacts(amount: &str) -> Figure {
    count("contacts", amount)
}

fn children(amount: &str) -> Figure {
    let nouns = ("child on a child protection plan", "children on a child protection plan");
    count("children_on_plan", amount).nouns(nouns.0, nouns.1).at("2014-03-31")
}

fn conversion(amount: &str) -> Figure {
    count("contact_to_referral", amount)
        .kind(FigureKind::Rate, "per 100 contacts")
        .nouns("referral", "referrals")
}

fn families(part: &str, whole: &str) -> Figure {
    let amount = Amount::NOfN { part: quantity(part), whole: quantity(whole) };
    count("families", "0").kind(FigureKind::NOfN, "%").nouns("family", "families").outcome(Ok(amount))
}

fn percent(amount: &str) -> Figure {
    count("share", amount).kind(FigureKind::Percent, "%").without_nouns()
}

#[test]
fn the_table_of_what_to_say_holds_row_by_row() {
    let lado = count("lado_referrals", "17").nouns("referral", "referrals");
    assert_eq!(said("compared", lado, "15").unwrap(), "17 referrals, 2 more than the year before");
    assert_eq!(
        alone("per_hundred", conversion("172600/3007")).unwrap(),
        "57 referrals for every 100 contacts"
    );
    assert_eq!(
        alone("counted", children("304")).unwrap(),
        "304 children on a child protection plan at 31 March 2014"
    );
    assert_eq!(said("change_in_words", contacts("2999"), "3000").unwrap(), "almost unchanged (1 fewer)");
    assert_eq!(
        said("change_in_words", contacts("17"), "0").unwrap(),
        "an increase of 17 (there were none the year before, so no percentage is given)"
    );
    assert_eq!(alone("of_whole", families("17", "28")).unwrap(), "17 of 28 families (61%)");
    let rate = count("referrals.per_10000", "34520000/67412")
        .kind(FigureKind::Rate, "per 10,000 children aged 0 to 17")
        .without_nouns();
    assert_eq!(alone("rate", rate).unwrap(), "512.1 per 10,000 children aged 0 to 17");
    let figures = published(vec![percent("24"), Figure { id: FigureId::of("neighbours"), ..percent("23") }]);
    let Found::Figure(neighbours) = figures.find(&FigureId::of("neighbours")) else { panic!() };
    let arguments = [Argument::Figure(neighbours), Argument::Words("neighbours' median")];
    assert_eq!(
        say("beside", &figures, &FigureId::of("share"), &arguments).unwrap(),
        "24%; neighbours' median 23%"
    );
}

#[test]
fn a_month_is_the_highest_since_the_earliest_that_is_held() {
    let truth = |truth| {
        count("contacts[2012-05].is_highest", "0")
            .kind(FigureKind::Truth, "")
            .outcome(Ok(Amount::Truth(truth)))
    };
    let month = |id: &str| count(id, "876").at("2012-05");
    for (is_highest, words) in [
        (true, "the highest month since April 2011, the earliest we hold"),
        (false, "not the highest month since April 2011, the earliest we hold"),
    ] {
        let others = ["contacts[2011-04]", "contacts[2012-05]", "contacts[2010-04,source=Police]"];
        let mut figures: Vec<Figure> = others.into_iter().map(month).collect();
        figures.push(truth(is_highest));
        let figures = published(figures);
        for id in ["contacts[2012-05]", "contacts[2012-05].is_highest"] {
            let id = FigureId::parse(id).unwrap();
            assert_eq!(say("highest_since", &figures, &id, &[]).unwrap(), words);
        }
    }
}

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
        ("<=4", "fewer than 5 contacts"),
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
        (percent("~12.5"), "approximately 12.5%"),
        (percent(">=12.5"), "at least 12.5%"),
        (percent("<=12.5"), "at most 12.5%"),
        (percent("1").kind(FigureKind::Percent, "percentage points"), "1 percentage point"),
        (percent("2.3").kind(FigureKind::Percent, "percentage points"), "2.3 percentage points"),
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

#[test]
fn a_comparison_is_right_at_every_size() {
    for (now, then, words) in [
        ("3452", "3004", "3,452 contacts, 14.9% more than the year before (3,004)"),
        ("3004", "3452", "3,004 contacts, 13.0% fewer than the year before (3,452)"),
        ("0", "0", "no contacts, the same as the year before"),
        ("1", "0", "1 contact, from none the year before"),
        ("0", "1", "no contacts, compared with 1 the year before"),
        ("0", "3004", "no contacts, compared with 3,004 the year before"),
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
        (">20", "0", "more than 20 contacts, from none the year before"),
        (">20", "3", "more than 20 contacts, at least 18 more than the year before"),
        (">20", "25", "more than 20 contacts, compared with 25 the year before"),
        ("17", "<5", "17 contacts, between 13 and 17 more than the year before"),
        ("3", "<5", "3 contacts, compared with fewer than 5 the year before"),
        ("<5", "12", "fewer than 5 contacts, between 8 and 12 fewer than the year before"),
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

#[test]
fn percentages_move_in_points_and_rates_are_higher_or_lower() {
    assert_eq!(
        said("compared", percent("32"), "29.7").unwrap(),
        "32%, up 2.3 percentage points on the year before (29.7%)"
    );
    assert_eq!(said("change_in_words", percent("32"), "29.7").unwrap(), "up 2.3 percentage points");
    assert_eq!(said("change_in_words", percent("32"), "33").unwrap(), "down 1 percentage point");
    assert_eq!(said("change_in_words", percent("32"), "32").unwrap(), "no change");
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
        ("10..14", "12", "somewhere between a fall of 2 and an increase of 2"),
        (">20", "25", "a change too roughly known to give"),
        ("~1800", "1700", "an increase of approximately 100 (approximately 5.9%)"),
    ] {
        assert_eq!(said("change_in_words", contacts(now), then).as_deref(), Ok(words), "{now} after {then}");
    }
    let figures = published(with_change(contacts("3452"), "3004"));
    let of_change = say("change_in_words", &figures, &FigureId::parse("contacts.change").unwrap(), &[]);
    assert_eq!(of_change.unwrap(), "an increase of 448 (14.9%)");
}

#[test]
fn parts_are_told_of_their_whole() {
    for (part, whole, words) in [
        ("0", "28", "none of 28 families"),
        ("1", "1", "1 of 1 family (100%)"),
        ("28", "28", "28 of 28 families (100%)"),
        ("1", "1000", "1 of 1,000 families (less than 1%)"),
        ("999", "1000", "999 of 1,000 families (more than 99%)"),
        ("~17", "28", "approximately 17 of 28 families (61%)"),
        ("<5", "28", "fewer than 5 of 28 families"),
    ] {
        assert_eq!(alone("of_whole", families(part, whole)).as_deref(), Ok(words), "{part} of {whole}");
    }
    let of_total =
        count("contacts[source=Police].percent_of_total", "4000/6014").kind(FigureKind::Percent, "%");
    let figures = published(vec![count("contacts[source=Police]", "40"), contacts("6014"), of_total]);
    let id = FigureId::parse("contacts[source=Police]").unwrap();
    assert_eq!(say("of_whole", &figures, &id, &[]).unwrap(), "40 of 6,014 contacts (1%)");
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
        ("99.9", "more than 99%", "more than 99%", "100 of every 100"),
        ("~50", "approximately 50%", "about half", "approximately 50 of every 100"),
    ] {
        assert_eq!(alone("as_percent", percent(amount)).unwrap(), as_percent);
        assert_eq!(alone("in_words", percent(amount)).unwrap(), in_words);
        assert_eq!(alone("per_hundred", percent(amount)).unwrap(), per_hundred);
    }
    assert_eq!(alone("in_words", contacts("17")).unwrap(), "seventeen");
    assert_eq!(alone("in_words", contacts("21")).unwrap(), "21");
    assert_eq!(alone("in_words", families("14", "28")).unwrap(), "half");
    assert_eq!(alone("per_hundred", conversion("1.2")).unwrap(), "1 referral for every 100 contacts");
    assert_eq!(
        alone("per_hundred", conversion("0.2")).unwrap(),
        "less than 1 referral for every 100 contacts"
    );
    let range = Amount::Range { low: quantity("24.9"), high: quantity("27.2") };
    let range = conversion("0").kind(FigureKind::Range, "per 100 contacts").outcome(Ok(range));
    assert_eq!(alone("per_hundred", range).unwrap(), "between 25 and 27 of every 100 contacts");
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
}

#[test]
fn periods_and_months_are_named() {
    assert_eq!(
        alone("period", contacts("1").at("2011-04 to 2012-02")).unwrap(),
        "April 2011 to February 2012"
    );
    let peak = contacts("0").kind(FigureKind::Month, "");
    let peak = peak.outcome(Ok(Amount::Months(vec![Month::new(2013, 5).unwrap()])));
    assert_eq!(alone("month", peak).unwrap(), "May 2013");
}

#[test]
fn a_figure_that_cannot_be_had_gives_its_reason_and_no_words() {
    for reason in [Reason::Confidential, Reason::Missing] {
        for filter in FILTERS.iter().filter(|f| f.takes.is_empty() && f.name != "period") {
            if let Says::Figure(says) = filter.says {
                let figures = published(vec![contacts("0").outcome(Err(reason.clone()))]);
                let Found::Figure(figure) = figures.find(&FigureId::of("contacts")) else { panic!() };
                let said = says(&Asked { figure, figures: &figures, arguments: &[] });
                let unavailable = Cannot::unavailable(FigureId::of("contacts"), reason.clone());
                let fits = !matches!(filter.name, "highest_since" | "month");
                assert!(!fits || said == Err(unavailable), "{}: {said:?}", filter.name);
            }
        }
    }
}

#[test]
fn the_registry_names_each_filter_once_and_shows_its_use() {
    let mut names = BTreeSet::new();
    for filter in FILTERS {
        assert!(names.insert(filter.name), "{}", filter.name);
        assert!(filter.sentence.ends_with('.'), "{}", filter.name);
        assert!(filter.example.contains(&format!("| {}", filter.name)), "{}", filter.name);
        let syntax = crate::jinja::parse(filter.example);
        assert_eq!(syntax.faults, [], "{}", filter.name);
    }
}

proptest::proptest! {
    #[test]
    fn no_words_are_ever_ungrammatical(
        now in "[~]?([0-9]{1,4}|>[0-9]{1,3}|<[1-9][0-9]{0,2})|[0-9]{1,4}/[1-9][0-9]{0,2}",
        then in "[~]?([0-9]{1,4}|>[0-9]{1,3}|<[1-9][0-9]{0,2})",
        shape in 0_usize..5,
    ) {
        let child = |figure: Figure| figure.nouns("child", "children");
        let figure = match shape {
            0 => child(contacts(&now)),
            1 => child(contacts(&now)).at("2014-03-31"),
            2 => percent(&now),
            3 => child(contacts(&now)).kind(FigureKind::Rate, "per 100 contacts"),
            _ => child(contacts(&now)).kind(FigureKind::Ratio, "a month"),
        };
        let id = figure.id.clone();
        let figures = published(with_change(figure, &then));
        let Found::Figure(figure) = figures.find(&id) else { panic!() };
        for filter in FILTERS {
            let arguments: &[Argument<'_>] = match filter.name {
                "about" => &[Argument::Whole(100)],
                "beside" => &[Argument::Figure(figure), Argument::Words("median")],
                _ => &[],
            };
            let Says::Figure(says) = filter.says else { continue };
            let Ok(words) = says(&Asked { figure, figures: &figures, arguments }) else { continue };
            proptest::prop_assert!(!words.is_empty());
            for bad in ["  ", "-", "NaN", " ,", "than than", "0.0%"] {
                let only_in_a_larger_number = bad == "0.0%" && words.split(' ').all(|w| w.trim_matches(['(', ')', ',', ';']) != "0.0%");
                proptest::prop_assert!(!words.contains(bad) || only_in_a_larger_number, "{}: {words}", filter.name);
            }
            let parts: Vec<&str> = words.split([' ', '(']).collect();
            for pair in parts.windows(2) {
                proptest::prop_assert!(!(pair[0] == "1" && pair[1].starts_with("children")), "{words}");
                proptest::prop_assert!(!(pair[0] != "1" && pair[1].starts_with("child") && !pair[1].starts_with("children")), "{words}");
            }
        }
    }
}
