//! A slip of ten or of units: a number that is ten, a hundred or a thousand times those beside it in time, or a part.
//!
//! Only what stands out from alike neighbours is told. A tenth is told of whole measures alone: that schools make
//! hardly any contacts in August is no slip.

use crate::diagnostic::codes::meaning::SLIP_OF_TEN;
use crate::figures::ledger::{Holding, Reading, Series};
use crate::model::{Kind, Ratio, Selection};

use super::{Checks, shown};

/// What a number is mistaken by: a digit too many, a per cent for its fraction, thousands for ones.
const FACTORS: [(i64, &str, &str); 3] = [
    (10, "ten times", "a tenth of"),
    (100, "a hundred times", "a hundredth of"),
    (1000, "a thousand times", "a thousandth of"),
];

/// A number with those beside it in time.
struct Beside<'l> {
    reading: &'l Reading,
    neighbours: Vec<&'l Reading>,
}

impl Checks<'_> {
    /// Each number of a measure beside its neighbours.
    pub(super) fn slips(&mut self, holding: &Holding) {
        for (selection, series) in &holding.series {
            for beside in neighbourhoods(holding.measure.kind, series) {
                self.slip(holding, selection, &beside);
            }
        }
    }

    fn slip(&mut self, holding: &Holding, selection: &Selection, beside: &Beside<'_>) {
        let Some(said) = said(holding.measure.kind, selection, beside) else { return };
        let id = holding.id(selection, beside.reading.given);
        let around: Vec<String> = beside.neighbours.iter().map(|near| shown(&near.value)).collect();
        let message = format!(
            "`{id}` is {}, about {said} what stands beside it: {}",
            shown(&beside.reading.value),
            around.join(" and ")
        );
        let mut finding = self.finding_at(&SLIP_OF_TEN, message, beside.reading.cell.place).help(
            "check it against the source: a digit may be missing or typed twice, or the number given in other units",
        );
        if holding.measure.kind == Kind::Percentage {
            finding = finding.help("spreadsheets keep 22% as 0.22: write percentages as `22` or `22%`");
        }
        let mut finding = finding
            .help("if it is true, allow it with `[[allow]]` in the narrative and say why")
            .touching([id]);
        for near in &beside.neighbours {
            finding = finding.related(near.cell.place, "beside it in time");
        }
        self.findings.push(finding);
    }
}

/// The numbers of a series that have neighbours to be held against.
fn neighbourhoods(kind: Kind, series: &Series) -> Vec<Beside<'_>> {
    let mut all = Vec::new();
    for (month, reading) in &series.months {
        let at = |step: i32| series.months.get(&month.plus(step));
        let two = [(-1, 1), (-2, -1), (1, 2)].into_iter().find_map(|(one, other)| at(one).zip(at(other)));
        let yearly = || (kind == Kind::Snapshot).then(|| around(|years| at(years.saturating_mul(12))));
        let neighbours = two.map(|(one, other)| vec![one, other]).or_else(yearly).unwrap_or_default();
        all.push(Beside { reading, neighbours });
    }
    let years = series.longer.iter().filter(|(span, _)| span.len() == 12);
    all.extend(years.map(|(span, reading)| {
        let at = |years: i32| series.longer.get(&span.plus_years(i16::try_from(years).unwrap_or_default()));
        Beside { reading, neighbours: around(at) }
    }));
    all.extend(series.mid_years.iter().map(|(year, reading)| {
        let at = |years: i32| {
            let years = i16::try_from(years).unwrap_or_default();
            series.mid_years.get(&year.saturating_add(years))
        };
        Beside { reading, neighbours: around(at) }
    }));
    all.retain(|beside| !beside.neighbours.is_empty());
    all
}

/// The years around a year: those before and after, else the two before, else the one before. With a year after it
/// alone, it could be that one which slipped.
fn around<'l>(at: impl Fn(i32) -> Option<&'l Reading>) -> Vec<&'l Reading> {
    let Some(before) = at(-1) else { return Vec::new() };
    std::iter::once(before).chain(at(1).or_else(|| at(-2))).collect()
}

/// "ten times", "a tenth of": what a number is of its neighbours, where it is nearly just that and they are alike.
fn said(kind: Kind, selection: &Selection, beside: &Beside<'_>) -> Option<&'static str> {
    let number = point(beside.reading)?;
    let mut around = beside.neighbours.iter().map(|near| point(near));
    let first = around.next()??;
    let ends = around
        .try_fold((first, first), |(least, most), near| near.map(|near| (near.min(least), near.max(most))));
    let (least, most) = ends?;
    let two = Ratio::whole(2);
    let alike = most <= least.times(two)?;
    if !alike || number.is_zero() {
        return None;
    }
    // Nearly every number is far from any factor, which is told without a division.
    if number <= most.times(two)? && number.times(two)? >= least {
        return None;
    }
    // Small numbers go up and down by themselves.
    let enough = |bar: i64| kind == Kind::Percentage || least >= Ratio::whole(bar);
    let mean = least.plus(most)?.over(two)?;
    let near = |ratio: Ratio, factor: i64| {
        let (low, high) = (Ratio::new(factor * 7, 10), Ratio::new(factor * 14, 10));
        low.is_some_and(|low| ratio >= low) && high.is_some_and(|high| ratio <= high)
    };
    let (times, part) = (number.over(mean)?, mean.over(number)?);
    FACTORS.into_iter().find_map(|(factor, larger, smaller)| match () {
        () if enough(10) && near(times, factor) => Some(larger),
        () if enough(50) && selection.is_whole() && near(part, factor) => Some(smaller),
        () => None,
    })
}

fn point(reading: &Reading) -> Option<Ratio> {
    reading.value.as_ref().ok()?.point()
}
