//! Why a figure moved: exact parts that sum to its change.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::FigureKind;
use crate::figures::whose::AREA;
use crate::model::{FigureId, Ratio};

use super::pairing::Paired;
use super::side::Reported;

/// One way to tell a change by its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// How it is taken apart.
    pub kind: WhyKind,
    /// The parts, the largest first; before the figure is made a percentage or a rate they sum to its change.
    pub parts: Vec<Part>,
}

/// How a change is taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyKind {
    /// By the categories of a dimension.
    Categories(String),
    /// By the figures that it is the sum or difference of.
    Terms,
    /// By what the top and the bottom of a division did, each taken with the other half-way between old and new.
    Division,
}

/// A part of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The category, or the label of the figure.
    pub name: String,
    /// The figure; none for what the categories leave.
    pub id: Option<FigureId>,
    /// What it was and what it is, as shown, where it does not add to the change what it itself grew by: a half of a
    /// division, or what is taken off.
    pub moved: Option<(String, String)>,
    /// Whether it is taken off, so that it adds to the change where it itself fell.
    pub taken: bool,
    /// What it adds to the change.
    pub by: Ratio,
}

/// Categories by the figure that they are parts of, and by dimension.
pub(super) struct Breakdowns(BTreeMap<FigureId, BTreeMap<String, BTreeSet<String>>>);

impl Breakdowns {
    pub(super) fn of(paired: &Paired<'_>) -> Self {
        let mut whole: BTreeMap<FigureId, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for id in paired.ids().into_iter().filter(|id| id.suffixes().is_empty()) {
            // Other areas are no parts of the board's.
            for (dimension, category) in id.selection().iter().filter(|(dimension, _)| *dimension != AREA) {
                let above = id.clone().selecting(id.selection().clone().without(dimension));
                let dimensions = whole.entry(above).or_default();
                dimensions.entry(dimension.to_owned()).or_default().insert(category.to_owned());
            }
        }
        Self(whole)
    }
}

/// Every way in which the change of a figure can be told exactly.
pub(super) fn why(
    id: &FigureId,
    (old, new): (&Reported, &Reported),
    paired: &Paired<'_>,
    breakdowns: &Breakdowns,
) -> Vec<Why> {
    let Some(change) = change(old, new).filter(|change| !change.is_zero()) else { return Vec::new() };
    let dimensions = breakdowns.0.get(id).into_iter().flatten();
    let mut found: Vec<Why> = dimensions
        .filter(|_| new.kind == FigureKind::Count)
        .filter_map(|(dimension, categories)| {
            by_category(id, (old, new), change, (dimension, categories), paired)
        })
        .collect();
    found.extend(by_division(old, new, paired).or_else(|| by_terms(old, new, paired)));
    found.retain(|why| sums_to(&why.parts, change));
    for why in &mut found {
        why.parts.retain(|part| !part.by.is_zero());
        why.parts.sort_by(|a, b| {
            let rest = |part: &Part| part.id.is_none();
            rest(a)
                .cmp(&rest(b))
                .then(b.by.magnitude().cmp(&a.by.magnitude()))
                .then_with(|| a.name.cmp(&b.name))
        });
    }
    // The breakdown that tells most stands first.
    found.sort_by_key(|why| std::cmp::Reverse(why.parts.first().map(|part| part.by.magnitude())));
    found
}

/// The change before either is made a percentage or a rate, where both are single numbers of one kind.
pub(super) fn change(old: &Reported, new: &Reported) -> Option<Ratio> {
    let alike = old.kind == new.kind && old.scale == new.scale;
    new.exact.zip(old.exact).filter(|_| alike).and_then(|(now, before)| now.minus(before))
}

fn sums_to(parts: &[Part], change: Ratio) -> bool {
    sum(parts.iter().map(|part| Some(part.by))) == Some(change)
}

fn sum(terms: impl Iterator<Item = Option<Ratio>>) -> Option<Ratio> {
    terms.into_iter().try_fold(Ratio::ZERO, |sum, term| sum.plus(term?))
}

/// What each category adds; what can't be told of them is left over as one part. A category that a side does not have
/// is nought there only where the others make the whole.
fn by_category(
    id: &FigureId,
    (old, new): (&Reported, &Reported),
    change: Ratio,
    (dimension, categories): (&String, &BTreeSet<String>),
    paired: &Paired<'_>,
) -> Option<Why> {
    let part_id = |category: &String| id.clone().selecting(id.selection().clone().with(dimension, category));
    let values = |figures: &BTreeMap<FigureId, &Reported>, whole: &Reported| -> Vec<Option<Ratio>> {
        let held: Vec<Option<&&Reported>> = categories.iter().map(|one| figures.get(&part_id(one))).collect();
        let made = sum(held.iter().flatten().map(|part| part.exact)) == whole.exact;
        let absent = made.then_some(Ratio::ZERO);
        held.into_iter().map(|part| part.map_or(absent, |part| part.exact)).collect()
    };
    let (before, now) = (values(&paired.old, old), values(&paired.new, new));
    let mut parts = Vec::new();
    for ((category, before), now) in categories.iter().zip(before).zip(now) {
        if let Some((before, now)) = before.zip(now) {
            let by = now.minus(before)?;
            parts.push(Part {
                name: category.clone(),
                id: Some(part_id(category)),
                moved: None,
                taken: false,
                by,
            });
        }
    }
    if parts.is_empty() {
        return None;
    }
    let told = sum(parts.iter().map(|part| Some(part.by)))?;
    let rest = change.minus(told)?;
    parts.push(Part {
        name: "not told by category".to_owned(),
        id: None,
        moved: None,
        taken: false,
        by: rest,
    });
    Some(Why { kind: WhyKind::Categories(dimension.clone()), parts })
}

/// For a figure that is exactly one figure divided by another on both sides: a/b → c/d is (c − a) × (1/b + 1/d) ÷ 2
/// from the top and (a + c) × (1/d − 1/b) ÷ 2 from the bottom.
fn by_division(old: &Reported, new: &Reported, paired: &Paired<'_>) -> Option<Why> {
    let [top, bottom] = new.inputs.as_slice() else { return None };
    let (a, b) = divided(old, &paired.old, |id| paired.name_now(id))?;
    let (c, d) = divided(new, &paired.new, FigureId::clone)?;
    let half = Ratio::new(1, 2)?;
    let over = |number: Ratio| Ratio::ONE.over(number);
    let from_top = c.minus(a)?.times(over(b)?.plus(over(d)?)?)?.times(half)?;
    let from_bottom = a.plus(c)?.times(over(d)?.minus(over(b)?)?)?.times(half)?;
    let part = |id: &FigureId, by| {
        let name = paired.new.get(id).map_or_else(|| id.to_string(), |figure| figure.label.clone());
        Part { name, id: Some(id.clone()), moved: moved(id, paired), taken: false, by }
    };
    Some(Why { kind: WhyKind::Division, parts: vec![part(top, from_top), part(bottom, from_bottom)] })
}

/// What a figure was and what it is, where these are shown differently.
fn moved(id: &FigureId, paired: &Paired<'_>) -> Option<(String, String)> {
    let shown = |figures: &BTreeMap<FigureId, &Reported>| Some(figures.get(id)?.display.clone());
    shown(&paired.old).zip(shown(&paired.new)).filter(|(then, now)| then != now)
}

/// Top and bottom of a figure that is the one over the other; checked by dividing.
fn divided(
    figure: &Reported,
    side: &BTreeMap<FigureId, &Reported>,
    name_now: impl Fn(&FigureId) -> FigureId,
) -> Option<(Ratio, Ratio)> {
    let [top, bottom] = figure.inputs.as_slice() else { return None };
    let value = |id| side.get(&name_now(id)).and_then(|input| input.value());
    let (top, bottom) = (value(top)?, value(bottom)?);
    (top.over(bottom) == figure.exact).then_some((top, bottom))
}

/// For a declared sum or difference of the same figures on both sides; checked by adding up.
fn by_terms(old: &Reported, new: &Reported, paired: &Paired<'_>) -> Option<Why> {
    let before: Vec<FigureId> = old.inputs.iter().map(|id| paired.name_now(id)).collect();
    if new.inputs.len() < 2 || before != new.inputs {
        return None;
    }
    let values = |side: &BTreeMap<FigureId, &Reported>| -> Option<Vec<Ratio>> {
        new.inputs.iter().map(|id| side.get(id)?.exact).collect()
    };
    let (then, now) = (values(&paired.old)?, values(&paired.new)?);
    let difference = new.formula.contains('\u{2212}');
    let signed = |(position, value): (usize, &Ratio)| match difference && position > 0 {
        true => Ratio::ZERO.minus(*value),
        false => Some(*value),
    };
    let total = |values: &[Ratio]| sum(values.iter().enumerate().map(signed));
    if total(&then) != old.exact || total(&now) != new.exact {
        return None;
    }
    let mut parts = Vec::new();
    for (position, (id, (then, now))) in new.inputs.iter().zip(then.iter().zip(&now)).enumerate() {
        let by = signed((position, now))?.minus(signed((position, then))?)?;
        let name = paired.new.get(id).map_or_else(|| id.to_string(), |figure| figure.label.clone());
        let taken = difference && position > 0;
        let moved = if taken { moved(id, paired) } else { None };
        parts.push(Part { name, id: Some(id.clone()), moved, taken, by });
    }
    Some(Why { kind: WhyKind::Terms, parts })
}
