//! A slip of ten or of units: a number that is ten, a hundred or a thousand times those beside it in time, or a part.
//!
//! Only what stands out from alike neighbours is told. A tenth is told of whole measures alone: that schools make
//! hardly any contacts in August is no slip.

use crate::diagnostic::codes::meaning::SLIP_OF_TEN;
use crate::figures::ledger::{Holding, Reading, Series};
use crate::model::{Kind, Month, Ratio, Selection};

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
    neighbours: Neighbours<'l>,
}

/// A neighbour, and perhaps another.
type Neighbours<'l> = (&'l Reading, Option<&'l Reading>);

impl<'l> Beside<'l> {
    fn neighbours(&self) -> impl Iterator<Item = &'l Reading> {
        let (one, other) = self.neighbours;
        std::iter::once(one).chain(other)
    }
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
        let around: Vec<String> = beside.neighbours().map(|near| shown(&near.value)).collect();
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
        for near in beside.neighbours() {
            finding = finding.related(near.cell.place, "beside it in time");
        }
        self.findings.push(finding);
    }
}

/// The numbers of a series that have neighbours to be held against.
fn neighbourhoods(kind: Kind, series: &Series) -> impl Iterator<Item = Beside<'_>> {
    let months: Vec<(&Month, &Reading)> = series.months.iter().collect();
    let months = (0..months.len()).filter_map(move |here| {
        let (month, reading) = *months.get(here)?;
        // The month two steps away is asked for only beside that between, so that each step is one in the list.
        let near = |step: i8| {
            let (near, reading) = *months.get(here.checked_add_signed(step.into())?)?;
            (*near == month.plus(step.into())).then_some(reading)
        };
        let monthly = match (near(-1), near(1)) {
            (Some(before), Some(after)) => Some((before, Some(after))),
            (Some(before), None) => near(-2).map(|first| (first, Some(before))),
            (None, Some(after)) => near(2).map(|last| (after, Some(last))),
            (None, None) => None,
        };
        let at = |years: i32| series.months.get(&month.plus(years.saturating_mul(12)));
        let yearly = || around(at).filter(|_| kind == Kind::Snapshot);
        Some(Beside { reading, neighbours: monthly.or_else(yearly)? })
    });
    let years = series.longer.iter().filter(|(span, _)| span.len() == 12).filter_map(|(span, reading)| {
        let at = |years: i32| series.longer.get(&span.plus_years(i16::try_from(years).unwrap_or_default()));
        Some(Beside { reading, neighbours: around(at)? })
    });
    let mid_years = series.mid_years.iter().filter_map(|(year, reading)| {
        let at = |years: i32| {
            let years = i16::try_from(years).unwrap_or_default();
            series.mid_years.get(&year.saturating_add(years))
        };
        Some(Beside { reading, neighbours: around(at)? })
    });
    months.chain(years).chain(mid_years)
}

/// The years around a year: those before and after, else the two before, else the one before. With a year after it
/// alone, it could be that one which slipped.
fn around<'l>(at: impl Fn(i32) -> Option<&'l Reading>) -> Option<Neighbours<'l>> {
    let before = at(-1)?;
    Some((before, at(1).or_else(|| at(-2))))
}

/// "ten times", "a tenth of": what a number is of its neighbours, where it is nearly just that and they are alike.
fn said(kind: Kind, selection: &Selection, beside: &Beside<'_>) -> Option<&'static str> {
    let number = point(beside.reading)?;
    let mut around = beside.neighbours().map(point);
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
