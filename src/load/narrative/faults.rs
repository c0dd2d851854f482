//! What is said of keys and values that do not fit the schema.

use toml::de::DeValue;

use super::reader::{At, Standing};
use super::scalar::BadYear;
use super::schema::{Key, Keys, Shape};
use crate::diagnostic::codes::narrative as codes;
use crate::diagnostic::{Code, Finding};
use crate::model::{BadFigureId, Calendar, FigureId, Period, Place, Suffix, Text};
use crate::suggest::did_you_mean;

/// A finding that concerns a text as a whole.
pub(super) fn on(text: &Text, code: &'static Code, message: String) -> Finding {
    Finding::new(code, message).at(text.whole())
}

/// A key that the block at `path` does not have.
pub(super) fn unknown_key(place: Place, path: &str, name: &str, keys: Keys) -> Finding {
    let names: Vec<&str> = keys.iter().copied().flatten().map(|key| key.name).collect();
    let message = if path.is_empty() {
        format!("the narrative has no block `{name}`")
    } else {
        format!("`{path}` has no key `{name}`")
    };
    let help = did_you_mean(name, names.iter().copied())
        .unwrap_or_else(|| format!("it has {}", listed(&names, "and")));
    Finding::new(&codes::UNKNOWN_KEY, message).at(place).help(help)
}

/// A key that the block at `path` can't do without.
pub(super) fn missing_key(place: Place, path: &str, key: &Key) -> Finding {
    if path.is_empty() {
        let message = format!("the narrative has no `[{}]`", key.name);
        return Finding::new(&codes::MISSING_KEY, message)
            .at(place)
            .help(format!("add the block: {}", decapitalised(key.doc)));
    }
    Finding::new(&codes::MISSING_KEY, format!("`{path}` lacks `{}`", key.name))
        .at(place)
        .help(format!("add a line such as `{} = {}`", key.name, key.example))
}

/// A value of another type than its key has.
pub(super) fn wrong_type(place: Place, at: At<'_>, shape: &Shape, found: &DeValue<'_>) -> Finding {
    let message = format!("`{}` must be {}, and here is {}", at.path, shape.wanted(), described(found));
    let one_for_several = matches!((shape, found), (Shape::List(_), DeValue::Table(_)));
    let help = if one_for_several {
        format!("write its name in two pairs of brackets: `[[{}]]`", at.path)
    } else {
        example(at)
    };
    Finding::new(&codes::WRONG_TYPE, message).at(place).help(help)
}

/// A required text that is empty.
pub(super) fn empty(text: &Text, at: At<'_>) -> Finding {
    on(text, &codes::MISSING_KEY, format!("`{}` is empty", at.path)).help(example(at))
}

/// A name for reference without the form of one.
pub(super) fn bad_reference(text: &Text, at: At<'_>) -> Finding {
    on(text, &codes::NAME_FORM, format!("`{}` can't be used as a name", text.as_str()))
        .help("use lower-case letters, digits, `_` and `-`, beginning with a letter")
        .help(example(at))
}

/// A month that can't be read.
pub(super) fn bad_month(text: &Text, at: At<'_>) -> Finding {
    on(text, &codes::PERIOD_FORM, format!("`{}` is not a month such as `2014-02`", text.as_str()))
        .help(example(at))
}

/// A reporting year that can't be read.
pub(super) fn bad_year(text: &Text, at: At<'_>, why: BadYear) -> Finding {
    match why {
        BadYear::Form => {
            let message = format!("`{}` is not a reporting year such as `2013/14`", text.as_str());
            on(text, &codes::PERIOD_FORM, message).help(example(at))
        }
        BadYear::NotCalendar => {
            let message = format!("`{}` is not a calendar year such as `2013`", text.as_str());
            on(text, &codes::PERIOD_FORM, message).help(
                "reporting years that begin in January, as `first_month = 1` says, are called by the one year that they are",
            )
        }
        BadYear::NotFollowing(year) => {
            let message = format!("the years of `{}` do not follow each other", text.as_str());
            on(text, &codes::PERIOD_FORM, message).help(format!(
                "the year that begins so is written `{year}`; otherwise correct the first year"
            ))
        }
    }
}

/// A word that is not one of those allowed.
pub(super) fn not_allowed(text: &Text, at: At<'_>, words: &[&str]) -> Finding {
    let message = format!("`{}` can't be `{}`", at.path, text.as_str());
    let finding = on(text, &codes::WORD_NOT_ALLOWED, message);
    let finding = match did_you_mean(text.as_str(), words.iter().copied()) {
        Some(near) => finding.help(near),
        None => finding,
    };
    finding.help(format!("it can be {}", listed(words, "or")))
}

/// Text where something else is wanted.
pub(super) fn not_text(text: &Text, at: At<'_>, shape: &Shape) -> Finding {
    let message = format!("`{}` must be {}, and here is text", at.path, shape.wanted());
    on(text, &codes::WRONG_TYPE, message).help(example(at))
}

/// What should name a figure and does not.
pub(super) fn unreadable_figure(text: &Text, why: &BadFigureId) -> Finding {
    let message = format!("`{}` does not name a figure", text.as_str());
    let finding = on(text, &codes::UNREADABLE_FIGURE, message);
    match why {
        BadFigureId::Form => {
            finding.help("write a figure as `contacts`, `contacts[2012/13]` or `contacts[source=Police].change`")
        }
        BadFigureId::Selector(selector) => finding.help(format!(
            "in the brackets, `{selector}` is neither a period such as `2012/13` nor a category such as `source=Police`"
        )),
        BadFigureId::SelectedTwice(selector) => {
            finding.help(format!("in the brackets, `{selector}` selects for a second time: keep one"))
        }
        BadFigureId::Suffix(suffix) => {
            let names = Suffix::ALL.map(Suffix::name);
            let near = did_you_mean(suffix, names);
            let list = || format!("after a point there can be {}", listed(&names, "or"));
            finding.help(near.unwrap_or_else(list))
        }
    }
}

/// What names a figure of a year as no year of the report is named.
pub(super) fn other_year(text: &Text, id: &FigureId, calendar: Calendar) -> Option<Finding> {
    let Some(Period::Year(year)) = id.period() else { return None };
    let message = format!("`{}` does not name a figure: `{year}` is no year of this report", text.as_str());
    let finding = || on(text, &codes::UNREADABLE_FIGURE, message).help(calendar.naming());
    (!calendar.names(year)).then(finding)
}

/// How the value could be written where it stands.
pub(super) fn example(at: At<'_>) -> String {
    match at.standing {
        Standing::BehindKey => format!("write for example `{} = {}`", at.key.name, at.key.example),
        Standing::InCell => format!("write for example `{}`", at.key.example.trim_matches('"')),
    }
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a decimal point",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(moment) if moment.time.is_none() => "a date",
        DeValue::Datetime(_) => "a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a block of keys",
    }
}

/// `a`, `b` and `c`.
pub(super) fn listed(names: &[&str], joint: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {joint} {last}", others.join(", ")),
    }
}

fn decapitalised(doc: &str) -> String {
    let mut letters = doc.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
