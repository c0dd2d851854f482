//! A cell of a list → content, read by the same schema as the narrative but as people type it in a spreadsheet.

use super::reader::{At, Reader};
use super::schema::Shape;
use super::{faults, pasted};
use crate::csv_text::Field;
use crate::diagnostic::{Finding, codes::narrative::NUMBER_OUT_OF_RANGE};
use crate::load::data::value;
use crate::model::{Content, FileId, Kind, Quantity, Ratio, Text, fold};

/// The text of a cell without the blanks around it, each character knowing where it stands in `file`.
pub(super) fn text_of(field: &Field<'_>, file: FileId) -> Text {
    let content = field.text.clone().into_owned();
    let text = if field.quoted {
        // Within quotation marks, one that is meant is written twice.
        let inside = field.stretch.start.saturating_add(1);
        let after_marks = content.match_indices('"').zip(1_usize..).map(|((at, _), marks)| {
            let next = at.saturating_add(1);
            (next, inside.saturating_add(next).saturating_add(marks))
        });
        let map = std::iter::once((0, inside)).chain(after_marks).collect();
        Text::mapped(content, file, map)
    } else {
        Text::verbatim(content, file, field.stretch.start)
    };
    trimmed(&text)
}

fn trimmed(text: &Text) -> Text {
    let all = text.as_str();
    let end = all.trim_end().len();
    let start = all.len().saturating_sub(all.trim_start().len()).min(end);
    if start == 0 && end == all.len() {
        return text.clone();
    }
    text.rewritten(&[(0..start, ""), (end..all.len(), "")])
}

impl Reader<'_, '_> {
    /// The value of a cell that is not empty, for a key of a single value; none where it has a fault, which is
    /// then told.
    pub(super) fn cell(&mut self, at: At<'_>, text: Text) -> Option<Content> {
        match at.key.shape {
            Shape::Prose => Some(Content::Prose(pasted::prose(&text, self.findings))),
            Shape::Whole(from, to) => self.whole_cell(at, &text, from, to),
            Shape::Choice(words) => match words.iter().find(|word| is_meant(word, text.as_str())) {
                Some(word) => Some(Content::Choice(word)),
                None => self.worded(at, &at.key.shape, text),
            },
            Shape::Flag => self.parsed(at, &text, |text| match fold(text).as_str() {
                "yes" | "true" => Some(Content::Flag(true)),
                "no" | "false" => Some(Content::Flag(false)),
                _ => None,
            }),
            Shape::Date => self.parsed(at, &text, |text| text.parse().ok().map(Content::Date)),
            Shape::Number => {
                let digits = text.clone();
                self.parsed(at, &text, |text| Ratio::parse(text).map(|_| Content::Plain(digits)))
            }
            _ => {
                let line = pasted::plain(&text, self.findings);
                self.worded(at, &at.key.shape, line)
            }
        }
    }

    /// A whole number as spreadsheets show them: `12,500`, `£12,500`, and where it may be below nought `-£300`.
    fn whole_cell(&mut self, at: At<'_>, text: &Text, from: i64, to: i64) -> Option<Content> {
        let (is_below_nought, size) = match text.as_str().strip_prefix(['-', '\u{2212}']) {
            Some(size) if from < 0 => (true, size),
            _ => (false, text.as_str()),
        };
        let read = match value::read(size, Kind::Events, &[]) {
            Ok(read) => read,
            Err(fault) => {
                let finding = faults::on(text, fault.code(), fault.message(text.as_str()));
                self.findings.push(finding.help(faults::example(at)));
                return None;
            }
        };
        let Some(number) = read.ok().as_ref().and_then(Quantity::exact_point) else {
            self.findings.push(faults::not_text(text, at, &at.key.shape));
            return None;
        };
        let whole = number.to_whole().map(|size| if is_below_nought { size.saturating_neg() } else { size });
        let within = whole.filter(|number| (from..=to).contains(number));
        if within.is_none() {
            let message = format!("`{}` must be {}", at.path, at.key.shape.wanted());
            self.findings
                .push(Finding::new(&NUMBER_OUT_OF_RANGE, message).at(text.whole()).help(faults::example(at)));
        }
        within.map(Content::Whole)
    }

    fn parsed(
        &mut self,
        at: At<'_>,
        text: &Text,
        parse: impl FnOnce(&str) -> Option<Content>,
    ) -> Option<Content> {
        let content = parse(text.as_str());
        if content.is_none() {
            self.findings.push(faults::not_text(text, at, &at.key.shape));
        }
        content
    }
}

/// Whether a cell says `word`, whatever its capitals and blanks: `Amber / Red`.
fn is_meant(word: &str, text: &str) -> bool {
    let plain = |text: &str| fold(text).replace(" / ", "/");
    plain(word) == plain(text)
}
