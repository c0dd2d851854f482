//! How figures are found by their ids, and which are listed.

use super::{Held, YEAR, agree, id, monthly};
use crate::figures::{Found, publish};
use crate::model::Kind;

#[test]
fn ids_are_found_however_they_are_written() {
    let held = Held::year(2013)
        .measure("initial_conferences", Kind::Events)
        .change("initial_conferences", |measure| measure.aliases = vec!["icpc".into()])
        .put("initial_conferences[2013/14]", "12")
        .put("initial_conferences[2012/13]", "10");
    agree(
        &held,
        &[
            ("icpc", 0, "12"),
            ("icpc.change", 0, "2"),
            ("icpc.previous.per_month", 2, "0.83"),
            ("icpc.per_month.previous", 2, "0.83"),
            ("icpd", 0, "unknown"),
            ("icpc.change.per_month", 0, "? only `.previous` can follow a change"),
            ("icpc.is_highest", 0, "? name the month, as in `[\"2012-05\"].is_highest`"),
            ("icpc[2013-04].per_month", 0, "? a single month has no average month"),
            (
                "icpc.percent_of_total",
                0,
                "? it is the whole: name a category of it, as in `[\"source=Police\"]`",
            ),
            (
                "icpc.per_10000",
                0,
                "? `population[mid-2013]` is not available: the data give no value for mid-2013",
            ),
        ],
    );
    let figures = held.figures();
    assert_eq!(figures.candidates(&id("icpd")), ["initial_conferences"]);
}

#[test]
fn the_list_is_sorted_and_what_is_written_down_is_closed() {
    let held = monthly(Held::year(2013).measure("contacts", Kind::Events), "contacts[@]", (2010, 4), &YEAR);
    let held = monthly(held, "contacts[@]", (2012, 4), &YEAR);
    let held = monthly(held, "contacts[@]", (2013, 4), &YEAR);
    let held = monthly(held, "contacts[@,source=Police]", (2013, 4), &["1"; 12]);
    let figures = held.figures();
    let listed: Vec<_> = figures.iter().map(|figure| figure.id.clone()).collect();
    assert!(listed.is_sorted());
    let published = publish(&figures);
    let beyond = id("contacts[2013-05].change");
    let long_ago = id("contacts[2010/11].per_month");
    let month_of_it = id("contacts[2010-05]");
    assert!([&beyond, &long_ago, &month_of_it].iter().all(|id| listed.binary_search(id).is_err()));
    let Found::Figure(first) = published.find(&beyond) else { panic!("not held") };
    let Found::Figure(again) = published.find(&beyond) else { panic!("not held") };
    assert!(std::ptr::eq(first, again));
    let written: Vec<_> = published.with_used([&beyond, &listed[0], &long_ago]);
    let ids: Vec<_> = written.iter().map(|figure| figure.id.clone()).collect();
    assert!(ids.is_sorted());
    assert!([&beyond, &long_ago].iter().all(|id| ids.contains(id)));
    assert!(listed.iter().all(|id| ids.contains(id)));
    // What takes cells together has the cells; what is made in any other way has its inputs beside it.
    assert!(!ids.contains(&month_of_it));
    let of_cells = written.iter().find(|figure| figure.id == id("contacts[2010/11]"));
    assert_eq!(of_cells.map(|figure| (figure.inputs.len(), figure.sources.len())), Some((12, 12)));
    for figure in written.iter().filter(|figure| figure.sources.is_empty()) {
        for input in &figure.inputs {
            assert!(ids.binary_search(input).is_ok(), "{input}");
        }
    }
    let everything: Vec<_> = published.everything().into_iter().map(|figure| figure.id.clone()).collect();
    assert!(everything.is_sorted() && everything.contains(&month_of_it));
    assert!(everything.contains(&id("contacts[2010-05].is_highest")));
}
