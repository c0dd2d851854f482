//! Single values: text on one line, names, numbers, days, months, years, words and figures, each by its form.

use toml::de::{DeInteger, DeValue};

use super::reader::{At, Reader, Value};
use super::schema::{Shape, content_blocks};
use super::{faults, pasted};
use crate::diagnostic::Finding;
use crate::diagnostic::codes::narrative as codes;
use crate::model::{Calendar, Content, FigureId, Month, Ratio, Text, Year};

impl Reader<'_, '_> {
    /// A value that holds no others.
    pub(super) fn scalar(&mut self, at: At<'_>, shape: &'static Shape, value: &Value<'_>) -> Option<Content> {
        match (shape, value.get_ref()) {
            (Shape::Flag, DeValue::Boolean(flag)) => Some(Content::Flag(*flag)),
            (Shape::Date, DeValue::Datetime(moment)) if moment.time.is_none() => {
                match moment.to_string().parse() {
                    Ok(day) => Some(Content::Date(day)),
                    Err(_) => self.wrong_type(at, shape, value),
                }
            }
            (Shape::Whole(from, to), DeValue::Integer(integer)) => {
                let number = whole(integer).filter(|number| (*from..=*to).contains(number));
                if number.is_none() {
                    self.out_of_range(at, shape, value);
                }
                number.map(Content::Whole)
            }
            (Shape::Number, DeValue::Integer(integer)) => self.number(at, integer.as_str(), value),
            (Shape::Number, DeValue::Float(float)) => self.number(at, float.as_str(), value),
            (Shape::Prose | Shape::Flag | Shape::Date | Shape::Whole(..) | Shape::Number, _) => {
                self.wrong_type(at, shape, value)
            }
            (_, DeValue::String(decoded)) => {
                let text = pasted::plain(&self.string(decoded, value.span()), self.findings);
                self.worded(at, shape, text)
            }
            _ => self.wrong_type(at, shape, value),
        }
    }

    /// What is given as text on one line.
    pub(super) fn worded(&mut self, at: At<'_>, shape: &'static Shape, text: Text) -> Option<Content> {
        let fault = match shape {
            Shape::Plain if text.as_str().trim().is_empty() && at.key.required => {
                Some(faults::empty(&text, at))
            }
            Shape::Name if !is_name(text.as_str()) => Some(faults::bad_reference(&text, at)),
            Shape::Month if month(text.as_str()).is_none() => Some(faults::bad_month(&text, at)),
            Shape::Year => {
                year(text.as_str(), self.calendar).err().map(|why| faults::bad_year(&text, at, why))
            }
            Shape::Figure => match FigureId::parse(text.as_str()) {
                Ok(id) => faults::other_year(&text, &id, self.calendar),
                Err(why) => Some(faults::unreadable_figure(&text, &why)),
            },
            Shape::Choice(words) => return self.choice(at, &text, words),
            Shape::Block => {
                let names: Vec<&'static str> = content_blocks().collect();
                return self.choice(at, &text, &names);
            }
            Shape::Plain | Shape::Name | Shape::Month => None,
            _ => Some(faults::not_text(&text, at, shape)),
        };
        match (fault, shape) {
            (Some(fault), _) => {
                self.findings.push(fault);
                None
            }
            (None, Shape::Figure) => Some(Content::Figure(text)),
            (None, _) => Some(Content::Plain(text)),
        }
    }

    fn choice(&mut self, at: At<'_>, text: &Text, words: &[&'static str]) -> Option<Content> {
        let chosen = words.iter().find(|word| word.eq_ignore_ascii_case(text.as_str().trim())).copied();
        if chosen.is_none() {
            self.findings.push(faults::not_allowed(text, at, words));
        }
        chosen.map(Content::Choice)
    }

    fn number(&mut self, at: At<'_>, digits: &str, value: &Value<'_>) -> Option<Content> {
        if Ratio::parse(digits).is_none() {
            self.out_of_range(at, &Shape::Number, value);
            return None;
        }
        Some(Content::Plain(Text::verbatim(digits.to_owned(), self.file, value.span().start)))
    }

    fn out_of_range(&mut self, at: At<'_>, shape: &Shape, value: &Value<'_>) {
        let message = format!("`{}` must be {}", at.path, shape.wanted());
        let finding = Finding::new(&codes::NUMBER_OUT_OF_RANGE, message)
            .at(self.place(value.span()))
            .help(faults::example(at));
        self.findings.push(finding);
    }
}

/// The number that digits stand for, in whichever base.
pub(super) fn whole(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn is_name(text: &str) -> bool {
    let tail = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-';
    text.starts_with(|c: char| c.is_ascii_lowercase()) && text.bytes().all(tail)
}

/// The month written `2014-02`.
pub(super) fn month(text: &str) -> Option<Month> {
    let (year, number) = text.split_once('-')?;
    let month = Month::new(year.parse().ok()?, number.parse().ok()?)?;
    (month.to_string() == text).then_some(month)
}

/// The year that a text names which was found to be one of the report's when it was read.
pub(super) fn read_year(text: &str) -> Option<Year> {
    Year::parse(&text.replacen('-', "/", 1))
}

/// Why a text is no reporting year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BadYear {
    /// It is written otherwise.
    Form,
    /// It is written otherwise than a calendar year, which the report's years are.
    NotCalendar,
    /// Its second year does not follow its first; the text of the year that begins with the first.
    NotFollowing(String),
}

/// The reporting year written `2013/14` or `2013-14`; where years begin in January, `2013`.
pub(super) fn year(text: &str, calendar: Calendar) -> Result<Year, BadYear> {
    if calendar.has_calendar_years() {
        return read_year(text).filter(|year| year.is_calendar()).ok_or(BadYear::NotCalendar);
    }
    let (first, second) = text.split_once(['/', '-']).ok_or(BadYear::Form)?;
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if first.len() != 4 || second.len() != 2 || !digits(first) || !digits(second) {
        return Err(BadYear::Form);
    }
    let year = first.parse().ok().and_then(Year::beginning).ok_or(BadYear::Form)?;
    let follows = year.to_string();
    if follows.ends_with(second) { Ok(year) } else { Err(BadYear::NotFollowing(follows)) }
}
