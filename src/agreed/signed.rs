//! A report that was signed off: who agreed it, when, and the figures that they agreed. From then on a figure may only
//! change with a correction that says why.

use std::collections::BTreeSet;

use crate::compare::{Reported, Side};
use crate::diagnostic::codes::agreed as codes;
use crate::diagnostic::{Finding, Findings};
use crate::figures::{Found, Published};
use crate::load::Files;
use crate::manifest::SignOff;
use crate::model::{Content, FigureId, Narrative, Period, Place, Record, Selector, Text};
use crate::words::{display, spoken_day};

/// The folder of a project that holds what was signed off.
pub const FOLDER: &str = "signed-off";
/// The record, in that folder.
pub const RECORD: &str = "sign-off.json";
/// The figures as they were agreed, in that folder.
pub const FIGURES: &str = "figures.json";

/// What was signed off.
#[derive(Clone, Debug)]
pub struct Signed {
    record: SignOff,
    /// The figures as they were agreed.
    figures: Side,
    /// Where it is recorded.
    place: Place,
}

impl Signed {
    /// The day in words: "30 September 2025".
    fn day(&self) -> String {
        match Selector::parse(&self.record.on) {
            Ok(Selector::Period(Period::Day(day))) => spoken_day(day),
            _ => self.record.on.clone(),
        }
    }
}

/// What a project records as signed off; none where it has not been.
pub fn read(files: &mut Files<'_>, findings: &mut Findings) -> Option<Signed> {
    let id = files.read_if_there(&format!("{FOLDER}/{RECORD}"), findings)?;
    let place = Place::start_of(id);
    let Some(record) = SignOff::read(files.get(id)?.text.as_bytes()) else {
        findings.push(tampered(format!("`{FOLDER}/{RECORD}` is no record of a sign-off"), place));
        return None;
    };
    let path = format!("{FOLDER}/{FIGURES}");
    let id = files.read(&path, Some(place), findings)?;
    let file = files.get(id)?;
    let is_what_was_agreed = record
        .manifest
        .outputs
        .iter()
        .any(|output| output.path == FIGURES && output.fingerprint == file.fingerprint);
    match Side::read(&file.text) {
        Ok(figures) if is_what_was_agreed => Some(Signed { record, figures, place }),
        read => {
            let why = read.err().map_or("it is not what was signed off".to_owned(), |why| why.to_string());
            findings.push(tampered(format!("`{path}` can't be used: {why}"), Place::start_of(id)));
            None
        }
    }
}

/// Puts beside each correction what it corrects: the figure's label, and what it was when it was agreed.
pub fn fill(narrative: &mut Narrative, signed: Option<&Signed>) {
    let Some(Content::List(corrections)) = narrative.content.fields.get_mut("corrections") else { return };
    for correction in corrections {
        let Content::Record(correction) = correction else { continue };
        let then = figure_of(correction).zip(signed).and_then(|(id, signed)| signed.figures.figures.get(&id));
        let (file, words) = (correction.place.file, |said: &str| said.to_owned());
        let agreed = signed.map_or_else(String::new, |signed| signed.day());
        let was = then.map_or_else(String::new, agreed_number);
        let what = then.map_or_else(String::new, |then| words(&then.label));
        for (key, said) in [("was", was), ("what", what), ("agreed", agreed)] {
            correction.fields.insert(key, Content::Plain(Text::verbatim(said, file, 0)));
        }
    }
}

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

/// What was agreed of a figure, with what it was held against.
fn agreed_number(then: &Reported) -> String {
    let target = then.target.as_ref().map(|target| format!(" (target: {target})"));
    format!("{}{}", then.display, target.unwrap_or_default())
}

fn figure_of(correction: &Record) -> Option<FigureId> {
    FigureId::parse(correction.text("figure")?.as_str().trim()).ok()
}

fn tampered(message: String, place: Place) -> Finding {
    Finding::new(&codes::SIGN_OFF_BROKEN, message)
        .at(place)
        .help("put back the folder as it was signed off; or delete it and sign the report off again")
}

/// Holds the figures of a build against those that were signed off: each that is another needs a correction of itself
/// or of what it is made from; and each correction needs a figure that is another.
pub fn hold(signed: &Signed, built: &Side, narrative: &Narrative, findings: &mut Findings) {
    let corrections: Vec<(FigureId, &Record)> = corrections(narrative);
    let corrected = with_kin(&corrections.iter().map(|(id, _)| id).collect::<Vec<_>>(), built);
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

/// All figures of the same parts of the same measures, at whatever time, and all that is made from any of these.
fn with_kin<'b>(ids: &[&FigureId], built: &'b Side) -> BTreeSet<&'b FigureId> {
    let is_same = |id: &FigureId| {
        ids.iter().any(|named| named.subject() == id.subject() && named.selection() == id.selection())
    };
    let mut kin: BTreeSet<&FigureId> = built.figures.keys().filter(|id| is_same(id)).collect();
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
    let now = now.map_or("no longer made", |now| now.display.as_str());
    let message = format!(
        "`{id}` was {} when the report was signed off on {}, and now is {now}",
        then.display,
        signed.day()
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
