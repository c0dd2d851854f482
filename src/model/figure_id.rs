//! The name of a figure in its canonical form, `measure[selectors].suffix`, and its reading.

use std::fmt;

use smallvec::SmallVec;

use super::{Calendar, Month, Name, Period, Selection, Span, Year};

/// What a suffix makes of the figure before it. Their names are reserved: no measure or figure may use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suffix {
    /// The same months a year before.
    Previous,
    /// The difference from the year before.
    Change,
    /// That difference as a percentage of the year before.
    ChangePercent,
    /// The average month: the total over the months covered.
    PerMonth,
    /// The month with the highest value in the year.
    Peak,
    /// Whether the month is the highest of all that are held.
    IsHighest,
    /// For every 10,000 children aged 0 to 17.
    Per10000,
    /// As a percentage of the children aged 0 to 17.
    PercentOfPopulation,
    /// As a percentage of the whole that the category is part of, or of the measure that it is out of.
    PercentOfTotal,
    /// The whole: no category selected.
    Total,
    /// The board's own, as official statistics give it.
    Official,
    /// The same of England.
    England,
    /// The same of the board's region.
    Region,
    /// The mean or median of the board's neighbours.
    Neighbours,
    /// How much more it is than England's.
    DifferenceFromEngland,
    /// How much more it is than the region's.
    DifferenceFromRegion,
    /// How much more it is than the neighbours' mean or median.
    DifferenceFromNeighbours,
}

impl Suffix {
    /// Every suffix.
    pub const ALL: [Self; 17] = [
        Self::Previous,
        Self::Change,
        Self::ChangePercent,
        Self::PerMonth,
        Self::Peak,
        Self::IsHighest,
        Self::Per10000,
        Self::PercentOfPopulation,
        Self::PercentOfTotal,
        Self::Total,
        Self::Official,
        Self::England,
        Self::Region,
        Self::Neighbours,
        Self::DifferenceFromEngland,
        Self::DifferenceFromRegion,
        Self::DifferenceFromNeighbours,
    ];

    /// Its name in ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Previous => "previous",
            Self::Change => "change",
            Self::ChangePercent => "change_percent",
            Self::PerMonth => "per_month",
            Self::Peak => "peak",
            Self::IsHighest => "is_highest",
            Self::Per10000 => "per_10000",
            Self::PercentOfPopulation => "percent_of_population",
            Self::PercentOfTotal => "percent_of_total",
            Self::Total => "total",
            Self::Official => "official",
            Self::England => "england",
            Self::Region => "region",
            Self::Neighbours => "neighbours",
            Self::DifferenceFromEngland => "difference_from_england",
            Self::DifferenceFromRegion => "difference_from_region",
            Self::DifferenceFromNeighbours => "difference_from_neighbours",
        }
    }

    /// The suffix of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|suffix| suffix.name() == name)
    }
}

/// One part of what stands between the square brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// A month, year, day or span.
    Period(Period),
    /// `dimension=category`.
    Category(String, String),
}

/// More bytes than the text of most ids has.
const TEXT: usize = 64;

/// The canonical id of a figure. Ordered by its parts: subject, period, selection, suffixes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FigureId {
    subject: Name,
    period: Option<Period>,
    selection: Selection,
    suffixes: SmallVec<[Suffix; 8]>,
}

/// Why a text is no figure id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadFigureId {
    /// It does not begin with a name, or has stray characters.
    Form,
    /// What stands in the brackets is neither a period nor `dimension=category`.
    Selector(String),
    /// Two periods, or two categories of one dimension.
    SelectedTwice(String),
    /// An unknown word after a point.
    Suffix(String),
}

impl FigureId {
    /// The figure of a measure, or one that is declared, for the report's own period.
    #[must_use]
    pub fn of(subject: impl Into<Name>) -> Self {
        Self {
            subject: subject.into(),
            period: None,
            selection: Selection::whole(),
            suffixes: SmallVec::new(),
        }
    }

    /// The same for one period.
    #[must_use]
    pub fn at(mut self, period: Period) -> Self {
        self.period = Some(period);
        self
    }

    /// The same for the report's own period.
    #[must_use]
    pub fn without_period(mut self) -> Self {
        self.period = None;
        self
    }

    /// The same of another measure or declared figure.
    #[must_use]
    pub fn of_subject(mut self, subject: impl Into<Name>) -> Self {
        self.subject = subject.into();
        self
    }

    /// The same for a part of the whole.
    #[must_use]
    pub fn selecting(mut self, selection: Selection) -> Self {
        self.selection = selection;
        self
    }

    /// The same with one more suffix.
    #[must_use]
    pub fn then(mut self, suffix: Suffix) -> Self {
        self.suffixes.push(suffix);
        self
    }

    /// The figure that the last suffix was put to, and that suffix.
    #[must_use]
    pub fn split_last(&self) -> Option<(Self, Suffix)> {
        let mut base = self.clone();
        let last = base.suffixes.pop()?;
        Some((base, last))
    }

    /// The figure without what leads to years before at its end, and how many that were.
    #[must_use]
    pub fn without_previous(&self) -> (Self, i16) {
        let mut base = self.clone();
        let mut back = 0_i16;
        while base.suffixes.last() == Some(&Suffix::Previous) {
            base.suffixes.pop();
            back = back.saturating_add(1);
        }
        (base, back)
    }

    /// The measure's or declared figure's name.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The same, to be shared.
    #[must_use]
    pub fn name(&self) -> &Name {
        &self.subject
    }

    /// The period that is selected, if any.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.period
    }

    /// The categories that are selected.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// The suffixes, in order.
    #[must_use]
    pub fn suffixes(&self) -> &[Suffix] {
        &self.suffixes
    }

    /// Reads an id as people write it: selectors in any order, in one pair of brackets or several, quoted or not.
    ///
    /// # Errors
    /// Says which part has no meaning.
    pub fn parse(text: &str) -> Result<Self, BadFigureId> {
        let text = text.trim();
        let name_end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
        let (subject, mut rest) = text.split_at_checked(name_end).ok_or(BadFigureId::Form)?;
        if !subject.starts_with(|c: char| c.is_ascii_lowercase()) {
            return Err(BadFigureId::Form);
        }
        let mut id = Self::of(subject);
        while let Some(inner) = rest.strip_prefix('[') {
            let end = closing(inner).ok_or(BadFigureId::Form)?;
            let (inside, after) = inner.split_at_checked(end).ok_or(BadFigureId::Form)?;
            id = id.select(unquoted(inside))?;
            rest = after.strip_prefix(']').ok_or(BadFigureId::Form)?;
        }
        for name in rest.split('.').skip(1) {
            id.suffixes.push(Suffix::from_name(name).ok_or_else(|| BadFigureId::Suffix(name.to_owned()))?);
        }
        if rest.is_empty() || rest.starts_with('.') { Ok(id) } else { Err(BadFigureId::Form) }
    }

    /// Adds the selectors of one pair of brackets: `2012-05,source=Police`.
    ///
    /// # Errors
    /// Says which selector has no meaning or comes twice.
    pub fn select(mut self, selectors: &str) -> Result<Self, BadFigureId> {
        for selector in split_selectors(selectors) {
            match Selector::parse(selector)? {
                Selector::Period(period) => {
                    if self.period.replace(period).is_some() {
                        return Err(BadFigureId::SelectedTwice(selector.to_owned()));
                    }
                }
                Selector::Category(dimension, category) => {
                    if self.selection.category(&dimension).is_some() {
                        return Err(BadFigureId::SelectedTwice(dimension));
                    }
                    self.selection = self.selection.with(dimension, category);
                }
            }
        }
        Ok(self)
    }
}

impl Selector {
    /// Reads one selector in the program's own period forms (`2012-05`, `2012/13`, `2012`,
    /// `2014-03-31`, `2010-04 to 2011-02`, `mid-2013`) or as `dimension=category`.
    ///
    /// # Errors
    /// It is neither.
    pub fn parse(text: &str) -> Result<Self, BadFigureId> {
        let text = text.trim();
        if let Some((dimension, category)) = text.split_once('=') {
            let (dimension, category) = (dimension.trim(), category.trim());
            let named = dimension.starts_with(|c: char| c.is_ascii_lowercase()) && is_name(dimension);
            return if named && !category.is_empty() {
                Ok(Self::Category(dimension.to_owned(), category.to_owned()))
            } else {
                Err(BadFigureId::Selector(text.to_owned()))
            };
        }
        canonical_period(text).map(Self::Period).ok_or_else(|| BadFigureId::Selector(text.to_owned()))
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Where the bracket opened before `inner` closes: the last `]` before a suffix, another bracket or the end.
fn closing(inner: &str) -> Option<usize> {
    inner.match_indices(']').map(|(at, _)| at).find(|at| {
        let after = inner.get(at.saturating_add(1)..).unwrap_or_default();
        after.is_empty() || after.starts_with('[') || after.starts_with('.')
    })
}

fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let quoted = |mark: char| text.strip_prefix(mark).and_then(|t| t.strip_suffix(mark));
    quoted('"').or_else(|| quoted('\'')).unwrap_or(text)
}

/// Parts at commas, but not at one inside a category ("health, other"): what follows must be a selector itself.
fn split_selectors(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(',') {
        let next = at.saturating_add(1);
        let following = text.get(next..).unwrap_or_default();
        let head = following.split(',').next().unwrap_or_default();
        // A period stands before the categories, and four digits more often in the name of one: `Plans, 2024`.
        let is_name = Year::parse(head.trim()).is_some_and(Year::is_calendar);
        if !is_name && Selector::parse(head).is_ok() {
            parts.extend(text.get(start..at));
            start = next;
        }
    }
    parts.extend(text.get(start..));
    parts
}

fn canonical_period(text: &str) -> Option<Period> {
    if let Some((first, last)) = text.split_once(" to ") {
        return Span::new(canonical_month(first)?, canonical_month(last)?).map(Period::Span);
    }
    if let Some(year) = text.strip_prefix("mid-") {
        return year.parse().ok().filter(|y| (1900..2200).contains(y)).map(Period::MidYear);
    }
    match text.len() {
        4 => Year::parse(text).map(Period::Year),
        7 if text.contains('/') => Year::parse(text).map(Period::Year),
        7 => canonical_month(text).map(Period::Month),
        10 => text.parse().ok().map(Period::Day),
        _ => None,
    }
}

fn canonical_month(text: &str) -> Option<Month> {
    let (year, number) = text.split_once('-')?;
    let month = Month::new(year.parse().ok()?, number.parse().ok()?)?;
    (month.to_string() == text).then_some(month)
}

impl FigureId {
    /// The canonical text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(TEXT);
        self.push_to(&mut text);
        text
    }

    /// Writes the same to the end of a text.
    pub fn push_to(&self, text: &mut String) {
        // Writing to text has no way to fail.
        let _ = self.write(text);
    }

    /// Writes the canonical text, `contacts[2012-05,source=Police].percent_of_total`: the one that `Display` gives, for
    /// buffers that grow by it.
    ///
    /// # Errors
    /// Those of `out`; a `String` has none.
    pub fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(&self.subject)?;
        if self.period.is_some() || !self.selection.is_whole() {
            out.write_char('[')?;
            if let Some(period) = self.period {
                period.write(out)?;
                if !self.selection.is_whole() {
                    out.write_char(',')?;
                }
            }
            self.selection.write(out)?;
            out.write_char(']')?;
        }
        for suffix in &self.suffixes {
            out.write_char('.')?;
            out.write_str(suffix.name())?;
        }
        Ok(())
    }
}

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl FigureId {
    /// The same figure with its period in the simplest form (a year rather than its twelve months).
    #[must_use]
    pub fn simplest(mut self, calendar: Calendar) -> Self {
        if let Some(Period::Span(span)) = self.period {
            self.period = Some(calendar.simplest(span));
        }
        self
    }

    /// What it is sorted by: subject, selection, period, suffixes.
    fn order(&self) -> (&Name, Option<Period>, &Selection, &[Suffix]) {
        (&self.subject, self.period, &self.selection, &self.suffixes)
    }
}

impl PartialOrd for FigureId {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FigureId {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order().cmp(&other.order())
    }
}

#[cfg(test)]
mod tests {
    use super::{BadFigureId, FigureId};

    #[test]
    fn ids_are_read_as_people_write_them_and_written_canonically() {
        for (written, canonical) in [
            ("contacts", "contacts"),
            ("contacts[2012-05]", "contacts[2012-05]"),
            ("contacts[\"2012/13\"].change_percent", "contacts[2012/13].change_percent"),
            ("contacts[source=Police][2012-05]", "contacts[2012-05,source=Police]"),
            (
                "a[source=Police,age=0 to 4].percent_of_total.previous",
                "a[age=0 to 4,source=Police].percent_of_total.previous",
            ),
            ("a[source=Health, other]", "a[source=Health, other]"),
            ("a[2010-04 to 2011-02]", "a[2010-04 to 2011-02]"),
            ("a[2012]", "a[2012]"),
            ("a[\"2012,source=Police\"].previous", "a[2012,source=Police].previous"),
            ("a[source=Police][2012]", "a[2012,source=Police]"),
            ("a[plan=Plans, 2012]", "a[plan=Plans, 2012]"),
        ] {
            let read = FigureId::parse(written).map(|id| id.to_string());
            assert_eq!(read.as_deref(), Ok(canonical));
        }
    }

    #[test]
    fn what_has_no_meaning_is_refused_with_the_part() {
        assert_eq!(FigureId::parse("contacts.chnage"), Err(BadFigureId::Suffix("chnage".into())));
        assert_eq!(
            FigureId::parse("contacts[2011-12-13-14]"),
            Err(BadFigureId::Selector("2011-12-13-14".into()))
        );
        assert_eq!(FigureId::parse("contacts[a=1][a=2]"), Err(BadFigureId::SelectedTwice("a".into())));
        assert_eq!(FigureId::parse("7contacts"), Err(BadFigureId::Form));
        assert_eq!(FigureId::parse("contacts[2012-05"), Err(BadFigureId::Form));
    }
}
