//! Numbers that can't be given, in a line of months or years: a dash at the foot for each, so that none is taken for a
//! value, and their symbol once over the middle of each run of the same, so that symbols have room.

use crate::narrative::ChartPoint;

use super::drawing::{Across, Datum, Down, Drawing, Shape, Words};

/// Half the length of a dash.
const DASH: Across = 1_200;
/// How far a symbol stands above its dashes.
const ABOVE: Down = 200;

/// Draws those of a series, which is counted from 0. `across` says where a position is, `foot` how far down.
pub(super) fn draw(
    points: &[&ChartPoint],
    series: usize,
    across: impl Fn(usize) -> Across,
    foot: Down,
    drawing: &mut Drawing,
) {
    let mut first = 0_usize;
    for run in points.chunk_by(|one, next| is_same_lack(one, next)) {
        let next = first.saturating_add(run.len());
        let last = next.saturating_sub(1);
        for (position, point) in (first..next).zip(run).filter(|(_, point)| point.number.is_none()) {
            let at = across(position);
            let (from, to) = ((at.saturating_sub(DASH), foot), (at.saturating_add(DASH), foot));
            let class = format!("lack s{}", series.saturating_add(1));
            drawing.shapes.push(Shape::Line { from, to, class, datum: Datum::of(point) });
        }
        if let Some(point) = run.first().filter(|point| point.number.is_none()) {
            let middle = across(first).saturating_add(across(last)).checked_div(2).unwrap_or(0);
            let at = (middle, foot.saturating_sub(ABOVE));
            let text = point.signs.clone();
            drawing.words(Words { at, centred: true, class: "gap", text, ..Words::default() });
        }
        first = next;
    }
}

fn is_same_lack(one: &ChartPoint, next: &ChartPoint) -> bool {
    one.number.is_none() && next.number.is_none() && one.signs == next.signs
}
