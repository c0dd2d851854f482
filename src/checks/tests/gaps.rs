//! Gaps: what is told where months or last days are not there.

use super::{contacts, finds, found, months};
use crate::figures::tests::Held;
use crate::model::{FileId, Kind, Place};

#[test]
fn a_gap_is_told_once_for_a_series_at_the_cell_before_it() {
    let held = months(contacts(), "contacts[@]", &["2013-08", "2013-09"]);
    finds(&held, &["month-not-supplied: `contacts` has no value for 2013-08, 2013-09"]);
    // Cells are numbered from 2 in the order they are put: the fourth month is July.
    assert_eq!(found(&held).sorted()[0].place, Some(Place::new(FileId(1), 50, 53)));
    // A part with the same gap is the same fault.
    let both = months(held, "contacts[@,source=Police]", &["2013-08", "2013-09"]);
    finds(&both, &["month-not-supplied: `contacts` has no value for 2013-08, 2013-09"]);
}

#[test]
fn the_cell_beside_a_gap_is_called_what_it_is() {
    for (held, label) in [
        (months(contacts(), "contacts[@]", &["2013-08"]), "the last month held before the gap"),
        (months(contacts(), "contacts[@]", &["2013-04", "2013-05"]), "the first month held"),
    ] {
        assert_eq!(found(&held).sorted()[0].label.as_deref(), Some(label));
    }
}

#[test]
fn a_gap_that_the_report_does_not_need_filled_is_left_alone() {
    finds(&months(contacts(), "contacts[@]", &["2013-08"]).put("contacts[2013/14]", "120"), &[]);
    finds(&contacts().put("contacts[2012-05]", "7").put("contacts[2012-07]", "7"), &[]);
    let to_july = Held::year(2013).measure("contacts", Kind::Events).to(2013, 7);
    finds(&months(to_july, "contacts[@]", &[]), &[]);
    let awaited = months(contacts(), "contacts[@]", &["2014-03"]);
    let mut awaited = awaited;
    let measure = awaited.plan.measures.keys().next().unwrap().clone();
    awaited.plan.awaited.insert(measure, "The police".into());
    finds(&awaited, &[]);
}

#[test]
fn a_snapshot_without_its_last_day_is_told() {
    let held = Held::year(2013).measure("on_plan", Kind::Snapshot).put("on_plan[2014-02-28]", "300");
    finds(
        &held,
        &[
            "snapshot-day-not-supplied: `on_plan` has no value for 2014-03-31, the last day of the report's period",
        ],
    );
    finds(&held.put("on_plan[2014-03]", "304"), &[]);
}
