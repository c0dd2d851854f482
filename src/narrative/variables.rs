//! `report.…` and `terms.…` in text: what `[report]` and `[terms]` say.

use std::collections::BTreeSet;

use crate::diagnostic::Finding;
use crate::diagnostic::codes::text as codes;
use crate::jinja::Variable;
use crate::model::{Content, Narrative, Place};
use crate::suggest::nearest;
use crate::words::{spoken, spoken_day};

/// Names that need no entry in the narrative.
const WORKED_OUT: [&str; 2] = ["year", "period"];

/// What a variable stands for; none where the narrative does not say.
pub(super) fn value(narrative: &Narrative, variable: &Variable) -> Option<String> {
    let settings = &narrative.settings;
    match (variable.record.as_str(), variable.field.as_str()) {
        ("report", "year") => return Some(settings.year.to_string()),
        ("report", "period") => {
            return Some(spoken(settings.calendar.simplest(settings.span)));
        }
        _ => {}
    }
    let Some(Content::Record(record)) = narrative.content.get(&variable.record) else { return None };
    match record.get(&variable.field)? {
        Content::Plain(text) => Some(text.as_str().to_owned()),
        Content::Date(day) => Some(spoken_day(*day)),
        Content::Whole(number) => Some(number.to_string()),
        Content::Choice(word) => Some((*word).to_owned()),
        _ => None,
    }
}

/// The finding of a variable that stands for nothing.
pub(super) fn unknown(narrative: &Narrative, variable: &Variable, place: Place) -> Finding {
    let name = match variable.field.as_str() {
        "" => variable.record.clone(),
        field => format!("{}.{field}", variable.record),
    };
    let finding =
        Finding::new(&codes::UNKNOWN_WORD, format!("the narrative does not say what `{name}` is")).at(place);
    let given = given(narrative, &variable.record);
    match nearest(&variable.field, given.iter().copied()).first() {
        Some(near) => finding.help(format!("did you mean `{}.{near}`?", variable.record)),
        None => finding.help(format!(
            "give it in `[{}]`, or ask `{{% if {name} %}}` before it is used",
            variable.record
        )),
    }
}

/// The fields of a record that stand for something.
pub(super) fn given(narrative: &Narrative, record: &str) -> BTreeSet<&'static str> {
    let mut fields = BTreeSet::new();
    if let Some(Content::Record(written)) = narrative.content.get(record) {
        fields.extend(written.fields.keys().copied());
    }
    if record == "report" {
        fields.extend(WORKED_OUT);
    }
    fields
}

/// Words as Markdown that shows them as they are.
pub(super) fn as_markdown(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
