//! A report that was signed off: who agreed it, when, and the figures that they agreed.

use crate::compare::{Reported, Side};
use crate::diagnostic::codes::agreed as codes;
use crate::diagnostic::{Finding, Findings};
use crate::load::Files;
use crate::manifest::SignOff;
use crate::model::{Content, FigureId, Narrative, Period, Place, Record, Selector, Text};
use crate::words::spoken_day;

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
    pub(super) figures: Side,
    /// Where it is recorded.
    pub(super) place: Place,
}

impl Signed {
    /// The day in words: "30 September 2025".
    pub(super) fn day(&self) -> String {
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

/// What was agreed of a figure, with what it was held against.
fn agreed_number(then: &Reported) -> String {
    let target = then.target.as_ref().map(|target| format!(" (target: {target})"));
    format!("{}{}", then.display, target.unwrap_or_default())
}

pub(super) fn figure_of(correction: &Record) -> Option<FigureId> {
    FigureId::parse(correction.text("figure")?.as_str().trim()).ok()
}

fn tampered(message: String, place: Place) -> Finding {
    Finding::new(&codes::SIGN_OFF_BROKEN, message)
        .at(place)
        .help("put back the folder as it was signed off; or delete it and sign the report off again")
}
