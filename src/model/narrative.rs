//! The narrative once read and valid: what the report is, which data it reads, what it declares, and what it says.

use super::{
    Benchmarks, Calendar, CaseList, Date, FigureId, Goal, Measure, MeasureId, Month, Name, Place, Polarity,
    Ratio, Record, Renames, Separator, Span, State, Text, Year,
};

/// Everything in `narrative.toml` and the files that it names.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// What the report is.
    pub settings: Settings,
    /// Which data files it reads, in the order written; globs already resolved.
    pub data: Vec<DataFile>,
    /// Measures of the report: those of the catalogue as overridden, and its own. Sorted by id.
    pub measures: Vec<Measure>,
    /// Figures that it declares beyond the standard ones, those of the catalogue first.
    pub figures: Vec<DeclaredFigure>,
    /// The names that categories had before.
    pub renames: Renames,
    /// Findings that it allows.
    pub allowances: Vec<Allowance>,
    /// Blocks that are kept in a file which could not be read.
    pub unread: Vec<&'static str>,
    /// All that is shown: the fields of `[report]` and `[terms]`, sections and blocks, by their names.
    pub content: Record,
}

/// A finding that the narrative allows, with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// The name of its code.
    pub code: String,
    /// Why it may stand.
    pub reason: String,
    /// The figure that it must touch, where the allowance is for that one only.
    pub figure: Option<FigureId>,
    /// The file that it must stand in, where the allowance is for that one only.
    pub file: Option<String>,
    /// Where it is allowed.
    pub place: Place,
}

/// What the report is and when.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The reporting year.
    pub year: Year,
    /// When years begin.
    pub calendar: Calendar,
    /// The months that the data cover: the whole year, or up to `data_to`.
    pub span: Span,
    /// The day from which "overdue" is judged.
    pub as_at: Option<Date>,
    /// The templates that `build` makes, in order.
    pub templates: Vec<String>,
    /// The project's own template folder, instead of the built-in ones.
    pub template_folder: Option<String>,
    /// Which area it is about, and which it is compared with.
    pub benchmarks: Benchmarks,
}

/// How a file of data is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataShape {
    /// A row a value.
    Long,
    /// A column a measure.
    Wide,
    /// A row an event.
    Cases,
    /// A row a measure, a column a month.
    Across,
    /// Official open data: a row an area and a period.
    OpenData,
}

/// Whether a file's data are there and settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataState {
    /// Not there yet; a draft can be built without.
    Awaited,
    /// There, and so far settled.
    Come(State),
}

impl DataState {
    /// How settled the values of such a file are. Of one that has come unannounced nobody has said that it is.
    #[must_use]
    pub fn of_values(self) -> State {
        match self {
            Self::Awaited => State::Provisional,
            Self::Come(state) => state,
        }
    }
}

/// What an ambiguous period (`2011-12`) is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodForm {
    /// A month: December 2011.
    Month,
    /// A year: 2011/12.
    Year,
}

/// One file of data, as declared.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Its path within the project folder, with forward slashes.
    pub path: String,
    /// Which sheet of it, where it is a workbook and one is named.
    pub sheet: Option<String>,
    /// Where the narrative names it.
    pub place: Place,
    /// Who supplied it.
    pub supplied_by: Option<String>,
    /// Whether it is there and settled.
    pub state: DataState,
    /// Its shape, where declared.
    pub shape: Option<DataShape>,
    /// What an ambiguous period is, where declared.
    pub period: Option<PeriodForm>,
    /// What parts its cells, where declared.
    pub separator: Option<Separator>,
    /// Whether a comma stands before decimals, where declared.
    pub decimal_comma: Option<bool>,
    /// Whether 0.45 in a percentage means 45 %, where declared.
    pub fractions: Option<bool>,
    /// The reporting year of months that are given without one, where declared.
    pub year: Option<Year>,
    /// The measures that it holds or will hold, where declared.
    pub measures: Vec<MeasureId>,
    /// Extra spellings of missing values and what they mean, where declared: (`:`, `x`).
    pub symbols: Vec<(String, char)>,
    /// How it is counted, where it is a case list.
    pub cases: Option<CaseList>,
}

/// A figure that the narrative or the catalogue declares.
#[derive(Clone, Debug)]
pub struct DeclaredFigure {
    /// Its name, which ids begin with.
    pub name: String,
    /// What a table calls it.
    pub label: String,
    /// How it is worked out.
    pub declaration: Declaration,
    /// The noun for what a ratio or n of N counts: "family", "families".
    pub nouns: Option<(Name, Name)>,
    /// Which direction is good news.
    pub polarity: Polarity,
    /// What good looks like, where the board set it.
    pub target: Option<Ratio>,
    /// How near to the target is amber.
    pub amber: Option<Ratio>,
    /// Of a conversion: whether each of the later stage comes out of one of the earlier, so that more of it is odd.
    pub narrows: bool,
    /// Where it is declared; none for the catalogue's.
    pub place: Option<Place>,
}

impl DeclaredFigure {
    /// Its target, where it has one and a direction.
    #[must_use]
    pub fn goal(&self) -> Option<Goal> {
        Goal::of(self.polarity, self.target, self.amber)
    }
}

/// How a declared figure is worked out from other figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Declaration {
    /// `to` for every 100 of `from`; they need not be the same children.
    Conversion {
        /// The earlier stage.
        from: FigureId,
        /// The later stage.
        to: FigureId,
    },
    /// `part` as a percentage of `whole`, of which it is part.
    Percent {
        /// The part.
        part: FigureId,
        /// The whole.
        whole: FigureId,
    },
    /// `of` for each `per`.
    Ratio {
        /// What is shared out.
        of: FigureId,
        /// Among how many.
        per: FigureId,
    },
    /// `part` of `whole`, told as "17 of 28".
    NOfN {
        /// The part.
        part: FigureId,
        /// The whole.
        whole: FigureId,
    },
    /// The sum of figures.
    Sum(Vec<FigureId>),
    /// `from` less `take`.
    Difference {
        /// What is taken from.
        from: FigureId,
        /// What is taken.
        take: FigureId,
    },
    /// The average of a figure over years, each year weighing the same.
    Average {
        /// The figure.
        of: FigureId,
        /// Which years.
        years: YearsAsked,
    },
    /// The lowest and highest of a figure over years.
    Range {
        /// The figure.
        of: FigureId,
        /// Which years.
        years: YearsAsked,
    },
}

impl Declaration {
    /// The figures that it is made from, in order.
    #[must_use]
    pub fn inputs(&self) -> Vec<&FigureId> {
        match self {
            Self::Conversion { from, to } => vec![from, to],
            Self::Percent { part, whole } | Self::NOfN { part, whole } => vec![part, whole],
            Self::Ratio { of, per } => vec![of, per],
            Self::Sum(terms) => terms.iter().collect(),
            Self::Difference { from, take } => vec![from, take],
            Self::Average { of, .. } | Self::Range { of, .. } => vec![of],
        }
    }
}

/// Which years an average or range is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum YearsAsked {
    /// The report's year and as many before it as make this number.
    Latest(u8),
    /// These.
    These(Vec<Year>),
}

impl Narrative {
    /// Where `[report]` asks for a template: its name, or the block itself where it names none.
    #[must_use]
    pub fn place_of_template(&self, name: &str) -> Option<Place> {
        let super::Content::Record(report) = self.content.get("report")? else { return None };
        let named = report.list("templates").iter().find_map(|item| match item {
            super::Content::Plain(text) if text.as_str() == name => Some(text.whole()),
            _ => None,
        });
        Some(named.unwrap_or(report.place))
    }

    /// A text field of `[report]`.
    #[must_use]
    pub fn report_text(&self, name: &str) -> Option<&Text> {
        match self.content.get("report")? {
            super::Content::Record(report) => report.text(name),
            _ => None,
        }
    }
}

impl Settings {
    /// Makes it a report on another year, all of it; unchanged where it is on that year already.
    pub fn turn_to(&mut self, year: Year) {
        if year != self.year {
            self.year = year;
            self.span = self.calendar.months_of(year);
        }
    }

    /// The last month that the report's data cover.
    #[must_use]
    pub fn last_month(&self) -> Month {
        self.span.last()
    }
}
