//! Whether what is to be counted fits its measure and its list.

use crate::load::cases::job::Job;
use crate::model::{CaseCount, Kind, Measure, When};

/// Why a count does not fit its measure or list, if it does not.
pub(super) fn misfit(count: &CaseCount, measure: &Measure, job: &Job<'_>) -> Option<String> {
    let open = matches!(count.when, When::Open { .. });
    let day = open || matches!(count.when, When::Standing);
    match measure.kind {
        Kind::Events if day => {
            return Some("it is of things that happen, so it needs the column of their `date`".to_owned());
        }
        Kind::Snapshot if !day => {
            return Some("it is a number on a day, so it needs `open = { from = …, until = … }`".to_owned());
        }
        Kind::Percentage | Kind::Population => {
            return Some(format!("it is a {}, and rows can't be counted to one", measure.kind.word()));
        }
        Kind::Events | Kind::Snapshot => {}
    }
    if (count.distinct || count.again.is_some()) && job.child.is_none() {
        return Some("children are told apart by a column, which `child` must name".to_owned());
    }
    if count.distinct && count.again.is_some() {
        return Some("`distinct` and `again` can't go together".to_owned());
    }
    if day && count.again.is_some() {
        return Some("`again` goes with a `date`".to_owned());
    }
    if count.by.len() > MOST_DIMENSIONS {
        return Some(format!("it has more than {MOST_DIMENSIONS} dimensions"));
    }
    if count.together && count.by.len() > TOGETHER {
        return Some(format!("no more than {TOGETHER} dimensions can be told `together`"));
    }
    (job.tasks.len() >= MOST_TASKS).then(|| format!("no more than {MOST_TASKS} are counted in one list"))
}

/// How many counts one list has at most.
const MOST_TASKS: usize = 60;
/// How many dimensions one count has at most.
const MOST_DIMENSIONS: usize = 12;
/// How many dimensions are told together at most.
const TOGETHER: usize = 3;
