//! How a case list (a row an event) is to be counted, as the narrative or a preset declares it.

use super::{Date, MeasureId, Place, Span};

/// A column by its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it may be called: the first of these that the file has.
    pub names: Vec<String>,
    /// Where the narrative names it; none for a preset's.
    pub place: Option<Place>,
}

/// A case list, as declared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseList {
    /// The preset that it is counted by.
    pub preset: Option<&'static str>,
    /// The column that tells children apart.
    pub child: Option<Heading>,
    /// The months of which it holds every row; where none are declared, told from its dates.
    pub covers: Option<Span>,
    /// The day on which it stood, for lists whose rows have no dates.
    pub on: Option<Date>,
    /// What is counted in it.
    pub counts: Vec<CaseCount>,
    /// Of what the preset counts, only these; all where there are none.
    pub only: Vec<MeasureId>,
    /// What cells of a column are read as: (column, (as written, as read)).
    pub values: Vec<(Heading, Vec<(String, String)>)>,
}

/// One number counted in a case list, by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseCount {
    /// What it is a number of.
    pub measure: MeasureId,
    /// Where the narrative declares it; none for a preset's.
    pub place: Option<Place>,
    /// When a row counts.
    pub when: When,
    /// Which rows count: those that pass all of these.
    pub keep: Vec<Condition>,
    /// The columns of categories.
    pub by: Vec<CaseDimension>,
    /// Whether parts are also told by all dimensions together.
    pub together: bool,
    /// Whether each child counts once, not each row.
    pub distinct: bool,
    /// Whether a row counts only where the child has an earlier one.
    pub again: Option<Again>,
    /// How much time must lie between two dates of a row for it to count.
    pub lapse: Option<Lapse>,
}

/// When a row counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// In the month of a date.
    On(Heading),
    /// On the last day of each month from a first date until, not including, a last one; without a last one, since
    /// then.
    Open {
        /// The first day.
        from: Heading,
        /// The day on which it no longer counts.
        until: Heading,
    },
    /// On the day on which the list stood.
    Standing,
}

/// What a row's cell must be for the row to count. Case, spacing and a prefix such as `a) ` make no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The column.
    pub column: Heading,
    /// What its cell must be.
    pub test: Test,
}

/// What a cell must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// One of these; an empty text is an empty cell.
    Is(Vec<String>),
    /// None of these.
    IsNot(Vec<String>),
    /// A whole number, no less than this.
    AtLeast(i64),
}

/// A column of categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDimension {
    /// The dimension's name in figures.
    pub name: String,
    /// The column.
    pub column: Heading,
    /// Where its cells are numbers: the first of each band but the lowest (1, 5: under 1, 1 to 4, 5 and over).
    pub bands: Vec<i64>,
}

/// How long ago a child's earlier row may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// No more than so many months.
    Months(u16),
    /// Ever so long.
    Ever,
}

/// How much time lies between a date and the day on which the row counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lapse {
    /// No more than so many working days.
    Within {
        /// The date from which they are counted; it is day nought.
        from: Heading,
        /// So many.
        working_days: u16,
    },
    /// No fewer than so many days.
    Lasting {
        /// The date from which they are counted.
        from: Heading,
        /// So many.
        days: u16,
    },
}

impl Heading {
    /// The column of that name.
    #[must_use]
    pub fn named(name: &str, place: Option<Place>) -> Self {
        Self { names: vec![name.to_owned()], place }
    }

    /// What to call it where it was not found.
    #[must_use]
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

impl CaseCount {
    /// Every column that it needs.
    #[must_use]
    pub fn headings(&self) -> Vec<&Heading> {
        let mut all = match &self.when {
            When::On(date) => vec![date],
            When::Open { from, until } => vec![from, until],
            When::Standing => Vec::new(),
        };
        all.extend(self.keep.iter().map(|condition| &condition.column));
        all.extend(self.by.iter().map(|dimension| &dimension.column));
        all.extend(self.lapse.iter().map(Lapse::from));
        all
    }
}

impl Lapse {
    /// The column of the date from which days are counted.
    #[must_use]
    pub fn from(&self) -> &Heading {
        match self {
            Self::Within { from, .. } | Self::Lasting { from, .. } => from,
        }
    }
}
