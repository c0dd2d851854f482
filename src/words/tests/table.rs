//! The table of what to say, row by row, and the registry of filters.

use super::{alone, children, contacts, conversion, families, percent, said, say};
use crate::figures::{Amount, Figure, FigureKind, Found};
use crate::model::{FigureId, Reason};
use crate::words::samples::{Altered, count, published};
use crate::words::{Argument, Asked, Cannot, FILTERS, Says};
use std::collections::BTreeSet;

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

/// Months with their numbers.
type Months<'a> = &'a [(&'a str, &'a str)];

#[test]
fn a_month_is_the_highest_since_the_earliest_that_is_held() {
    let truth = |truth| {
        count("contacts[2012-05].is_highest", "0")
            .kind(FigureKind::Truth, "")
            .outcome(Ok(Amount::Truth(truth)))
    };
    let earliest = [("2012-03", "1"), ("2012-04", "2"), ("2012-05", "8")];
    let cases: [(bool, Months<'_>, &str); 9] = [
        (true, &earliest, "the highest month since March 2012, the earliest we hold"),
        (false, &earliest, "not the highest month since March 2012, the earliest we hold"),
        (
            true,
            &[("2012-04", "8"), ("2012-05", "8")],
            "the joint highest month since April 2012, the earliest we hold",
        ),
        (
            true,
            &[("2012-04", "4..8"), ("2012-05", "8")],
            "the highest or joint highest month since April 2012, the earliest we hold",
        ),
        (true, &[("2011-04", "1"), ("2012-05", "8")], "the highest month of those held since April 2011"),
        (
            false,
            &[("2011-04", "9"), ("2012-05", "8")],
            "not the highest month of those held since April 2011",
        ),
        (true, &[("2012-05", "8"), ("2012-06", "7")], "the highest and the earliest month held"),
        (false, &[("2012-05", "8"), ("2012-06", "9")], "the earliest month held, and not the highest"),
        (true, &[("2012-05", "8")], "the only month held"),
    ];
    for (is_highest, months, words) in cases {
        let month = |(month, amount): &(&str, &str)| count(&format!("contacts[{month}]"), amount).at(month);
        let mut figures: Vec<Figure> = months.iter().map(month).collect();
        figures.push(count("contacts[2010-04,source=Police]", "876").at("2010-04"));
        figures.push(truth(is_highest));
        let figures = published(figures);
        for id in ["contacts[2012-05]", "contacts[2012-05].is_highest"] {
            let id = FigureId::parse(id).unwrap();
            assert_eq!(say("highest_since", &figures, &id, &[]).unwrap(), words);
        }
    }
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
