//! What was signed off ↔ what is built now: a figure may only change with a correction that says why.

use std::collections::BTreeSet;

use crate::compare::{Reported, Side};
use crate::diagnostic::codes::agreed as codes;
use crate::diagnostic::{Finding, Findings};
use crate::figures::{Found, Published};
use crate::model::{Calendar, FigureId, Month, Narrative, Period, Periods, Record};
use crate::words::display;

use super::signed::{Signed, figure_of};

/// How many figures are shown otherwise than they were agreed and have no correction of their own: they go with those
/// that have one, or are made from them.
pub fn followed(signed: &Signed, narrative: &Narrative, published: &Published) -> usize {
    let corrected: BTreeSet<FigureId> = corrections(narrative).into_iter().map(|(id, _)| id).collect();
    let is_other = |(id, then): &(&FigureId, &Reported)| match published.find(id) {
        Found::Figure(now) => !corrected.contains(*id) && display(now) != then.display,
        Found::NotHeld(_) | Found::Unknown => false,
    };
    signed.figures.figures.iter().filter(is_other).count()
}

/// Holds the figures of a build against those that were signed off: each that is another needs a correction of itself
/// or of what it is made from; and each correction needs a figure that is another.
pub fn hold(signed: &Signed, built: &Side, narrative: &Narrative, findings: &mut Findings) {
    let corrections: Vec<(FigureId, &Record)> = corrections(narrative);
    let named: Vec<&FigureId> = corrections.iter().map(|(id, _)| id).collect();
    let corrected = with_kin(&named, built, narrative.settings.calendar);
    for (id, then) in &signed.figures.figures {
        let now = built.figures.get(id);
        if corrected.contains(id) || now.is_some_and(|now| is_as_agreed(now, then)) {
            continue;
        }
        findings.push(match now.filter(|now| now.is_worth(then)) {
            Some(now) => target_changed(signed, id, then, now),
            None => changed(signed, id, then, now),
        });
    }
    for (id, correction) in corrections {
        let then = signed.figures.figures.get(&id);
        let is_other = then.zip(built.figures.get(&id)).is_none_or(|(then, now)| !is_as_agreed(now, then));
        if then.is_none() || !is_other {
            findings.push(nothing_to_correct(&id, correction));
        }
    }
}

fn corrections(narrative: &Narrative) -> Vec<(FigureId, &Record)> {
    let all = narrative.content.records("corrections");
    all.filter_map(|record| Some((figure_of(record)?, record))).collect()
}

/// All figures of the same parts of the same measures within the same months, and all that is made from any of these.
fn with_kin<'b>(ids: &[&'b FigureId], built: &'b Side, calendar: Calendar) -> BTreeSet<&'b FigureId> {
    let period = |id: &FigureId| built.figures.get(id).and_then(|figure| figure.period.as_ref());
    let is_part = |id: &FigureId, of: &FigureId| {
        let is_same = of.subject() == id.subject() && of.selection() == id.selection();
        is_same && period(id).zip(period(of)).is_some_and(|(part, whole)| lies_within(part, whole, calendar))
    };
    let parts = built.figures.keys().filter(|id| ids.iter().any(|named| is_part(id, named)));
    let mut kin: BTreeSet<&FigureId> = parts.chain(ids.iter().copied()).collect();
    loop {
        let before = kin.len();
        for (id, figure) in &built.figures {
            if figure.inputs.iter().any(|input| kin.contains(input)) {
                kin.insert(id);
            }
        }
        if kin.len() == before {
            return kin;
        }
    }
}

/// Whether each period of one figure lies within one of another's.
fn lies_within(part: &Periods, whole: &Periods, calendar: Calendar) -> bool {
    part.each().all(|part| whole.each().any(|whole| period_lies_within(part, whole, calendar)))
}

fn period_lies_within(part: Period, whole: Period, calendar: Calendar) -> bool {
    let months = |period| match period {
        Period::Day(day) => calendar.months_in(Period::Month(Month::of(day)?)),
        other => calendar.months_in(other),
    };
    part == whole || months(part).zip(months(whole)).is_some_and(|(part, whole)| whole.encloses(part))
}

/// Whether a figure and what it is held against are what was agreed.
fn is_as_agreed(now: &Reported, then: &Reported) -> bool {
    now.is_worth(then) && now.target == then.target
}

fn target_changed(signed: &Signed, id: &FigureId, then: &Reported, now: &Reported) -> Finding {
    let said = |target: &Option<String>| target.as_deref().unwrap_or("none").to_owned();
    let message = format!(
        "the target of `{id}` was {} when the report was signed off on {}, and now is {}",
        said(&then.target),
        signed.day(),
        said(&now.target)
    );
    with_ways_out(signed, id, message)
}

fn changed(signed: &Signed, id: &FigureId, then: &Reported, now: Option<&Reported>) -> Finding {
    let looks_alike = now.is_some_and(|now| now.display == then.display);
    let told = |figure: &Reported| {
        let [number, ..] = &figure.numbers;
        if looks_alike { format!("{} ({number})", figure.display) } else { figure.display.clone() }
    };
    let message = format!(
        "`{id}` was {} when the report was signed off on {}, and now is {}",
        told(then),
        signed.day(),
        now.map_or_else(|| "no longer made".to_owned(), told)
    );
    with_ways_out(signed, id, message)
}

fn with_ways_out(signed: &Signed, id: &FigureId, message: String) -> Finding {
    Finding::new(&codes::CHANGED_AFTER_SIGN_OFF, message)
        .at(signed.place)
        .touching([id.clone()])
        .help(format!(
            "if it is right now, write a `[[corrections]]` with `figure = \"{id}\"` and why in `text`"
        ))
        .help("if it was right then, put the data or the target back")
}

fn nothing_to_correct(id: &FigureId, correction: &Record) -> Finding {
    let place = correction.text("figure").map_or(correction.place, |text| text.whole());
    let message =
        format!("`{id}` is what it was when the report was signed off, so there is nothing to correct");
    Finding::new(&codes::NOTHING_TO_CORRECT, message)
        .at(place)
        .help("take the correction out, or correct its `figure`")
}
