//! The form of a preset, and its reading into what is counted.

use super::Code;
pub(super) use crate::load::cases::cell::test::YES;
use crate::model::{
    CaseCount, CaseDimension, CaseList, Condition, Heading, Lapse, MeasureId, Test, When, fold, folds_to,
};

/// A standard case list as the presets write it down.
#[derive(Debug)]
pub struct Preset {
    /// Its id in the narrative.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What a row of it is.
    pub row: &'static str,
    /// Its columns, in groups that lists of a family have in common.
    pub columns: &'static [&'static [Column]],
    /// The column that tells children apart; empty where there is none.
    pub child: &'static str,
    /// What is counted.
    pub counts: &'static [Count],
}

/// A column of a preset.
#[derive(Debug)]
pub struct Column {
    /// What it is called: the official heading first, then how else people head it.
    pub names: &'static [&'static str],
    /// Whether the list is told by it.
    pub tells: bool,
    /// What its cells may be, where that is a list of codes.
    pub codes: &'static [Code],
}

/// What a preset counts.
#[derive(Debug)]
pub struct Count {
    /// The measure of the catalogue.
    pub measure: &'static str,
    /// When a row counts.
    pub when: Day,
    /// Which rows: those that pass all of these.
    pub keep: [Option<Keep>; 2],
    /// A dimension and its column.
    pub by: Option<(&'static str, &'static str)>,
    /// Whether each child counts once.
    pub distinct: bool,
    /// How much time must lie before the day.
    pub lapse: Option<After>,
}

/// When a row counts; columns by their official headings.
#[derive(Clone, Copy, Debug)]
pub enum Day {
    /// On a date.
    On(&'static str),
    /// From a date until another.
    Open(&'static str, &'static str),
    /// On the day on which the list stood.
    Standing,
}

/// Which rows count.
#[derive(Clone, Copy, Debug)]
pub enum Keep {
    /// Those with one of these in a column.
    Is(&'static str, &'static [&'static str]),
    /// Those with none of these.
    Not(&'static str, &'static [&'static str]),
    /// Those with such a number or a higher one.
    AtLeast(&'static str, i64),
}

/// How much time lies between a column's date and the day on which the row counts.
#[derive(Clone, Copy, Debug)]
pub enum After {
    /// No more than so many working days.
    Within(&'static str, u16),
    /// No fewer than so many days.
    Lasting(&'static str, u16),
}

/// More than 729 days: two years.
pub(super) const TWO_YEARS: u16 = 730;

impl Column {
    /// A column that says nothing of its own.
    pub(super) const fn plain(names: &'static [&'static str]) -> Self {
        Self { names, tells: false, codes: &[] }
    }

    /// A column by which the list is told.
    pub(super) const fn telling(names: &'static [&'static str]) -> Self {
        Self { names, tells: true, codes: &[] }
    }

    /// A column of codes.
    pub(super) const fn coded(names: &'static [&'static str], codes: &'static [Code]) -> Self {
        Self { names, tells: false, codes }
    }

    /// Its official heading.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.names.first().copied().unwrap_or_default()
    }
}

impl Count {
    /// The rows whose date in a column is there.
    pub(super) const fn on(measure: &'static str, date: &'static str) -> Self {
        Self::when(measure, Day::On(date))
    }

    /// The rows open on a day.
    pub(super) const fn open(measure: &'static str, from: &'static str, until: &'static str) -> Self {
        Self::when(measure, Day::Open(from, until))
    }

    /// The rows of a list as it stood on a day.
    pub(super) const fn standing(measure: &'static str) -> Self {
        Self::when(measure, Day::Standing)
    }

    const fn when(measure: &'static str, when: Day) -> Self {
        Self { measure, when, keep: [None; 2], by: None, distinct: false, lapse: None }
    }

    /// Only those rows.
    pub(super) const fn keeping(self, keep: Keep) -> Self {
        Self { keep: [Some(keep), None], ..self }
    }

    /// Only those rows that pass both.
    pub(super) const fn keeping_both(self, one: Keep, other: Keep) -> Self {
        Self { keep: [Some(one), Some(other)], ..self }
    }

    /// Also by this dimension.
    pub(super) const fn by(self, dimension: &'static str, column: &'static str) -> Self {
        Self { by: Some((dimension, column)), ..self }
    }

    /// Each child once.
    pub(super) const fn children(self) -> Self {
        Self { distinct: true, ..self }
    }

    /// Only with so much time before the day.
    pub(super) const fn after(self, lapse: After) -> Self {
        Self { lapse: Some(lapse), ..self }
    }
}

impl Preset {
    /// Its columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().copied().flatten()
    }

    /// The names of each column by which the list is told: a file has one name of every column.
    pub(super) fn told_by(&self) -> impl Iterator<Item = &'static [&'static str]> {
        self.columns().filter(|column| column.tells).map(|column| column.names)
    }

    /// The codes that a column may hold.
    pub(in crate::load::cases) fn codes(&self, heading: &Heading) -> &'static [Code] {
        self.column(heading).map_or(&[], |column| column.codes)
    }

    /// How else the column is headed that `heading` names.
    pub(in crate::load::cases) fn other_names(&self, heading: &Heading) -> Vec<&'static str> {
        self.column(heading).map(|column| column.names.to_vec()).unwrap_or_default()
    }

    fn column(&self, heading: &Heading) -> Option<&'static Column> {
        let wanted = fold(heading.name());
        self.columns().find(|column| column.names.iter().any(|name| folds_to(name, &wanted)))
    }

    /// What it counts.
    #[must_use]
    pub fn counts(&self) -> Vec<CaseCount> {
        self.counts.iter().filter_map(|count| self.count(count)).collect()
    }

    /// The preset as a declaration.
    #[must_use]
    pub fn list(&self) -> CaseList {
        let child = (!self.child.is_empty()).then(|| self.heading(self.child));
        CaseList { preset: Some(self.id), child, counts: self.counts(), ..CaseList::default() }
    }

    fn count(&self, count: &Count) -> Option<CaseCount> {
        let keep = count.keep.iter().flatten().map(|keep| match keep {
            Keep::Is(column, words) => self.condition(column, Test::Is(owned(words))),
            Keep::Not(column, words) => self.condition(column, Test::IsNot(owned(words))),
            Keep::AtLeast(column, least) => self.condition(column, Test::AtLeast(*least)),
        });
        let by = count.by.map(|(name, column)| CaseDimension {
            name: name.to_owned(),
            column: self.heading(column),
            bands: Vec::new(),
        });
        Some(CaseCount {
            measure: MeasureId::parse(count.measure)?,
            place: None,
            when: match count.when {
                Day::On(date) => When::On(self.heading(date)),
                Day::Open(from, until) => When::Open { from: self.heading(from), until: self.heading(until) },
                Day::Standing => When::Standing,
            },
            keep: keep.collect(),
            by: by.into_iter().collect(),
            together: false,
            distinct: count.distinct,
            again: None,
            lapse: count.lapse.map(|lapse| match lapse {
                After::Within(from, working_days) => Lapse::Within { from: self.heading(from), working_days },
                After::Lasting(from, days) => Lapse::Lasting { from: self.heading(from), days },
            }),
        })
    }

    fn condition(&self, column: &str, test: Test) -> Condition {
        Condition { column: self.heading(column), test }
    }

    /// A column with all its names.
    fn heading(&self, name: &str) -> Heading {
        let column = self.columns().find(|column| column.name() == name);
        let names = column.map_or_else(|| vec![name.to_owned()], |column| owned(column.names));
        Heading { names, place: None }
    }
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}
