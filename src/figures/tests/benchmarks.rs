//! Figures of England, the region and the neighbours, and the board's own as official statistics give them.

use super::{Held, agree, given, id};
use crate::model::{
    Area, Average, Cell, Declaration, FileId, Kind, MeasureId, Observation, ObservationKey, Place, Release,
    Selection, Span,
};

const REGION: &str = "E12000099";
const NEIGHBOURS: [&str; 4] = ["E06009002", "E06009003", "E06009004", "E06009005"];

impl Held {
    /// What official statistics give for an area; for the board's own where the area is empty.
    fn official(mut self, area: &str, figure: &str, value: &str) -> Self {
        let figure = id(figure);
        let area = if area.is_empty() { Area::Own } else { Area::Other(area.into()) };
        let key = ObservationKey {
            measure: MeasureId::parse(figure.subject()).unwrap(),
            area,
            selection: figure.selection().clone(),
            release: Release::Official,
            period: figure.period().unwrap(),
        };
        let observation = observation(value);
        self.observations.insert(key, observation);
        self
    }

    /// What official statistics state of a rate or percentage of 2013/14.
    fn stated(mut self, area: &str, figure: &str, value: &str) -> Self {
        let span: Span = self.plan.span;
        let key = (Area::Other(area.into()), id(figure), span);
        self.observations.stated.insert(key, observation(value));
        self
    }
}

fn observation(value: &str) -> Observation {
    let cell = Cell { place: Place::start_of(FileId(2)), line: 2, column: 12, counted: None };
    Observation { value: given(value), cell, others: Vec::new() }
}

/// A board of 10,000 children, an England of 1,000,000, and four neighbours with rates of 100, 300, none and 200.
fn held() -> Held {
    let mut held = Held::year(2013)
        .measure("referrals", Kind::Events)
        .measure("re_referrals", Kind::Events)
        .measure("population", Kind::Population)
        .standard("again", Declaration::Percent { part: id("re_referrals"), whole: id("referrals") })
        .put("referrals[2013/14]", "250")
        .put("referrals[2012/13]", "200")
        .put("re_referrals[2013/14]", "50")
        .put("population[mid-2013]", "10000")
        .official("", "referrals[2013/14]", "248")
        .official("", "re_referrals[2013/14]", "49")
        .official("E92000001", "referrals[2013/14]", "50000")
        .official("E92000001", "referrals[2012/13]", "40000")
        .official("E92000001", "re_referrals[2013/14]", "11000")
        .official("E92000001", "referrals[2013/14,source=Police]", "12500")
        .official("E92000001", "population[mid-2013]", "1000000")
        .official(REGION, "referrals[2013/14]", "c")
        .official(REGION, "population[mid-2013]", "90000")
        .stated(REGION, "again", "21.5")
        .official(NEIGHBOURS[0], "referrals[2013/14]", "100")
        .official(NEIGHBOURS[0], "population[mid-2013]", "10000")
        .official(NEIGHBOURS[1], "referrals[2013/14]", "600")
        .official(NEIGHBOURS[1], "population[mid-2013]", "20000")
        .official(NEIGHBOURS[2], "referrals[2013/14]", "c")
        .official(NEIGHBOURS[2], "population[mid-2013]", "20000")
        .official(NEIGHBOURS[3], "referrals[2013/14]", "200")
        .official(NEIGHBOURS[3], "population[mid-2013]", "10000");
    let areas = &mut held.observations.areas;
    areas.region = Some(REGION.to_owned());
    areas.neighbours = NEIGHBOURS.map(str::to_owned).to_vec();
    areas.names = [("E12000099", "Middle Shires"), ("E06009002", "Neartown")]
        .map(|(code, name)| (code.to_owned(), name.to_owned()))
        .into();
    held
}

#[test]
fn the_same_figure_is_had_of_england_the_region_and_the_neighbours() {
    agree(
        &held(),
        &[
            ("referrals", 0, "250"),
            ("referrals.per_10000", 1, "250.0"),
            ("referrals.england", 0, "50000"),
            ("referrals.england.previous", 0, "40000"),
            ("referrals.england.change_percent", 1, "25.0"),
            ("referrals.per_10000.england", 1, "500.0"),
            ("referrals.england.per_10000", 1, "500.0"),
            ("referrals[\"2013/14\"].per_10000.england", 1, "500.0"),
            ("referrals[source=Police].percent_of_total.england", 1, "25.0"),
            ("again.england", 1, "22.0"),
            ("again", 1, "20.0"),
            // 100, 200 and 300: the fourth is confidential.
            ("referrals.per_10000.neighbours", 1, "200.0"),
            ("referrals[\"area=Neartown\"].per_10000", 1, "100.0"),
            ("referrals[\"area=E06009003\"].per_10000", 1, "300.0"),
            ("referrals[\"area=E92000001\"]", 0, "50000"),
            (
                "referrals.per_10000.region",
                0,
                "`referrals.region` is not available: the source keeps it confidential",
            ),
        ],
    );
}

#[test]
fn differences_are_of_rates_and_percentages_only() {
    agree(
        &held(),
        &[
            ("referrals.per_10000.difference_from_england", 1, "-250.0"),
            ("referrals.per_10000.difference_from_neighbours", 1, "50.0"),
            ("again.difference_from_england", 1, "-2.0"),
            ("again.difference_from_region", 1, "-1.5"),
            (
                "referrals.difference_from_england",
                0,
                "? areas differ in size, so their counts are not compared: ask for the difference of a rate or \
                 percentage, as in `.per_10000.difference_from_england`",
            ),
            (
                "referrals.neighbours",
                0,
                "? areas differ in size, so their counts have no meaning together: ask for a rate or percentage, as in \
                 `.per_10000.neighbours`",
            ),
            ("referrals.england.region", 0, "? it can be asked of one area only"),
            (
                "referrals.per_10000.neighbours.change",
                0,
                "? the neighbours with a number may be others each year: set the two years side by side",
            ),
        ],
    );
}

#[test]
fn a_percentage_that_is_only_stated_is_used_and_said() {
    let figures = held().figures();
    let super::Found::Figure(figure) = figures.find(&id("again.region")) else { panic!("not had") };
    assert_eq!(super::shown(&figures, "again.region", 1), "21.5");
    assert_eq!(figure.formula_text(), "as its publisher worked it out");
    assert_eq!(figure.label, "again, Middle Shires, as published");
    assert_eq!(figure.sources.len(), 1);
}

/// A small region: 10 of 50, both rounded to tens, is anything from 5 of 55 to 15 of 45, from 9.1% to 33.3%.
fn small_region(percent: &str) -> Held {
    held()
        .official(REGION, "referrals[2013/14]", "r50")
        .official(REGION, "re_referrals[2013/14]", "r10")
        .official(NEIGHBOURS[0], "re_referrals[2013/14]", "10")
        .stated(REGION, "again", percent)
}

#[test]
fn a_percentage_that_is_stated_is_taken_before_one_of_rounded_counts() {
    // The board's is 20%. By the region's rounded counts it would be the same.
    let table = [("again.region", 1, "14.5"), ("again.difference_from_region", 1, "5.5")];
    agree(&small_region("14.5"), &table);
    let figures = small_region("14.5").figures();
    let super::Found::Figure(figure) = figures.find(&id("again.region")) else { panic!("not had") };
    assert_eq!(figure.formula_text(), "as its publisher worked it out, from counts before they were rounded");
    assert_eq!(figure.status(), super::super::Status::Exact);
    assert_eq!((figure.inputs.len(), figure.sources.len()), (0, 1));
    // A local authority's counts are not rounded, so nothing that is stated is better than they are.
    let held = small_region("14.5").stated(NEIGHBOURS[0], "again", "12.3");
    agree(&held, &[("again[\"area=E06009002\"]", 1, "10.0"), ("again.neighbours", 1, "10.0")]);
}

#[test]
fn a_percentage_that_rounded_counts_can_not_make_is_not_taken() {
    // 9.1% and 33.3% have a little room for how they themselves were rounded.
    for (stated, taken) in [("9.1", "9.1"), ("33.3", "33.3"), ("8.9", "20.0"), ("34.5", "20.0")] {
        agree(&small_region(stated), &[("again.region", 1, taken)]);
    }
}

#[test]
fn what_is_stated_is_of_the_standard_definition_only() {
    let held = small_region("14.5")
        .declare("again", Declaration::Percent { part: id("re_referrals"), whole: id("referrals") });
    agree(&held, &[("again.region", 1, "20.0")]);
}

#[test]
fn the_label_says_how_many_neighbours_had_a_number_and_which_average_it_is() {
    let mut held = held();
    let label = |held: &Held| match held.figures().find(&id("referrals.per_10000.neighbours")) {
        super::Found::Figure(figure) => figure.label.clone(),
        _ => "not had".to_owned(),
    };
    let rate = "referrals, per 10,000 children aged 0 to 17";
    assert_eq!(label(&held), format!("{rate}, neighbours' median (3 of 4)"));
    held.observations.areas.average = Average::Mean;
    assert_eq!(label(&held), format!("{rate}, neighbours' mean (3 of 4)"));
}

#[test]
fn official_numbers_are_the_boards_own_where_there_are_no_others() {
    let held = held().official("", "referrals[2013/14,source=Police]", "80");
    agree(&held, &[("referrals.official", 0, "248"), ("again.official", 1, "19.8"), ("referrals", 0, "250")]);
    let mut held = held;
    held.observations.retain(|key, _| key.release == Release::Official || key.area != Area::Own);
    agree(
        &held,
        &[
            ("referrals", 0, "248"),
            ("referrals.official", 0, "248"),
            ("referrals[source=Police].percent_of_total", 1, "32.3"),
        ],
    );
}

#[test]
fn what_is_not_held_of_an_area_says_why() {
    let mut held = held();
    held.observations.areas.neighbours = Vec::new();
    held.observations.areas.region = None;
    held.observations.retain(|key, _| key.area != Area::Other("E92000001".into()));
    agree(
        &held,
        &[
            ("referrals.england", 0, "? no data file gives numbers of England"),
            (
                "again.neighbours",
                0,
                "? no neighbours are named: list them as `neighbours` under `[benchmarks]`",
            ),
            (
                "again.region",
                0,
                "? the board's region is not known: name its `area` under `[report]`, or the `region` under `[benchmarks]`",
            ),
        ],
    );
}

#[test]
fn a_measure_that_only_other_areas_have_says_so() {
    let held = held().measure("contacts", Kind::Events).official("E92000001", "contacts[2013/14]", "9");
    agree(&held, &[("contacts", 0, "? the data give it for England only, not for the board's own area")]);
}

#[test]
fn a_list_has_what_the_board_is_compared_with() {
    let figures = held().figures();
    let listed: Vec<String> = figures.iter().map(|figure| figure.id.to_string()).collect();
    for id in [
        "again.england",
        "again.region",
        "again.difference_from_england",
        "referrals.per_10000.england",
        "referrals.per_10000.neighbours",
        "referrals.per_10000.difference_from_neighbours",
        "referrals.official",
    ] {
        assert!(listed.contains(&id.to_owned()), "{id} in {listed:#?}");
    }
    // The report's own year has one name; every name of it is held.
    let named = "referrals[2013/14].per_10000.england".to_owned();
    assert!(!listed.contains(&named));
    assert!(figures.everything().iter().any(|figure| figure.id.to_string() == named));
    assert!(!listed.contains(&"referrals.neighbours".to_owned()));
    let whole = Selection::whole();
    assert!(
        figures
            .iter()
            .all(|figure| *figure.id.selection() == whole
                || figure.id.selection().category("source").is_some())
    );
}
