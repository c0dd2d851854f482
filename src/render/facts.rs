//! What every page and file says of the report itself.

use crate::model::{Date, Narrative, Span, Year};

/// The report's name, whose it is, and when it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The board.
    pub board: String,
    /// What the report is called.
    pub title: String,
    /// How far it has come, where the narrative says so: "Draft 3".
    pub status: String,
    /// The reporting year.
    pub year: Year,
    /// The months that its data cover.
    pub span: Span,
    /// The day from which "overdue" is judged, where given.
    pub as_at: Option<Date>,
    /// What was carried over from last year's report and nobody has reviewed, in words; empty where there is none.
    pub unreviewed: String,
    /// How many figures changed since the report was agreed, beside those that were corrected: they go with these, or
    /// are made from them.
    pub followed: usize,
}

impl Facts {
    /// The facts of a narrative.
    #[must_use]
    pub fn of(narrative: &Narrative) -> Self {
        let text = |name| narrative.report_text(name).map(|text| text.as_str().trim().to_owned());
        Self {
            board: text("board").unwrap_or_default(),
            title: text("title").unwrap_or_default(),
            status: text("status").unwrap_or_default(),
            year: narrative.settings.year,
            span: narrative.settings.span,
            as_at: narrative.settings.as_at,
            unreviewed: String::new(),
            followed: 0,
        }
    }

    /// What a page of the report is called that is a document of such a `kind` (empty where the title says it): "Annual
    /// report 2024/25, executive summary". It always has the year.
    #[must_use]
    pub fn title_of(&self, kind: &str) -> String {
        let has_year = self.year.spellings().iter().any(|year| self.title.contains(year));
        let year = if has_year { String::new() } else { self.year.to_string() };
        let rest = [kind.to_lowercase(), year].into_iter().filter(|part| !part.is_empty());
        match rest.collect::<Vec<_>>().join(" ").as_str() {
            "" => self.title.clone(),
            rest => format!("{}, {rest}", self.title),
        }
    }

    /// The period in words: "1 April 2013 to 31 March 2014".
    #[must_use]
    pub fn period(&self) -> String {
        let (first, last) = (self.span.first(), self.span.last());
        let ends = in_words(last.last_day());
        format!("1 {} {} to {ends}", first.name(), first.year())
    }
}

/// A day as pages write it: "1 September 2025".
#[must_use]
pub(super) fn in_words(day: Date) -> String {
    let month = crate::model::Month::of(day).map_or("", crate::model::Month::name);
    format!("{} {month} {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::Facts;
    use crate::model::{Calendar, Year};

    #[test]
    fn a_title_names_the_document_and_the_year() {
        let year = Year::beginning(2024).unwrap();
        for (title, kind, called) in [
            ("Annual report 2024/25", "", "Annual report 2024/25"),
            ("Annual report 2024/25", "Executive summary", "Annual report 2024/25, executive summary"),
            ("Annual report, 2024-25", "", "Annual report, 2024-25"),
            ("Annual report", "", "Annual report, 2024/25"),
            ("Progress", "Committee report", "Progress, committee report 2024/25"),
        ] {
            let facts = Facts {
                board: String::new(),
                title: title.to_owned(),
                status: String::new(),
                year,
                span: Calendar::default().months_of(year),
                as_at: None,
                unreviewed: String::new(),
                followed: 0,
            };
            assert_eq!(facts.title_of(kind), called);
        }
    }
}
